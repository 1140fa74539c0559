//! Playbook files, good and bad: the good ones compile without a word, each bad one is told what is
//! wrong, where, and what to do, in both languages.

use redress::domain::{Issue, Lang, PlaybookId};
use redress::playbook::{Library, Origin, Paint, Playbook, Severity, Source};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/playbooks").join(name)
}

/// The files of a folder by name, as a shop would have them.
fn files(name: &str) -> Vec<Source> {
    let mut files: Vec<Source> = fs::read_dir(folder(name))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
        .map(|path| Source {
            name: format!("{name}/{}", path.file_name().unwrap_or_default().to_string_lossy()),
            origin: Origin::Shop,
            text: fs::read_to_string(path).unwrap_or_default().into(),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

#[test]
fn good_files_have_nothing_to_be_told() {
    assert_eq!(files("valid").len(), 7);
    let library = Library::new(files("valid"));
    // These are here for their shape: a shop would have more to say in each step.
    let style = ["few-wordings", "lone-offer", "own-issue"];
    let told = library.check().into_iter().filter(|found| !style.contains(&found.code.name()));
    let told: Vec<String> = told.map(|d| library.render(&d, Lang::En, Paint::Plain)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    for entry in library.list() {
        assert!(entry.version.is_some(), "{}", entry.name);
    }
}

#[test]
fn shipped_files_have_nothing_to_be_told() {
    let library = Library::new(Library::shipped());
    let told: Vec<String> =
        library.check().iter().map(|d| library.render(d, Lang::En, Paint::Plain)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    for source in Library::shipped() {
        let id = source.name.trim_start_matches("playbooks/").trim_end_matches(".toml");
        let book = library.get(&PlaybookId::from(id)).unwrap();
        assert_eq!(book.reference.id.as_str(), id, "{}", source.name);
    }
}

#[test]
fn bad_files_are_told_what_is_wrong_and_what_to_do() {
    let base = files("valid");
    assert!(files("invalid").len() >= 40);
    for bad in files("invalid") {
        let name = bad.name.clone();
        let mut sources = base.clone();
        sources.push(Source {
            name: "invalid/no-steps.toml".into(),
            origin: Origin::Shop,
            text: fs::read_to_string(folder("invalid/no-steps.toml")).unwrap().into(),
        });
        sources.retain(|source| source.name != name);
        sources.push(bad);
        let library = Library::new(sources);
        let entries = library.list();
        let entry = entries.iter().find(|entry| entry.name == name).unwrap();
        assert!(!entry.diagnostics.is_empty(), "{name} has no diagnostics");
        let errors = entry.diagnostics.iter().any(|d| d.severity == Severity::Error);
        assert_eq!(errors, entry.version.is_none(), "{name}: usable exactly without errors");
        let mut told = String::new();
        for lang in [Lang::Zh, Lang::En] {
            for diagnostic in entry.diagnostics.iter() {
                writeln!(told, "{}\n", library.render(diagnostic, lang, Paint::Plain)).unwrap();
            }
        }
        let snapshot = name.replace("invalid/", "").replace(".toml", "");
        insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
            insta::assert_snapshot!(snapshot, told);
        });
    }
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let mut sources = files("valid");
    sources.extend(files("invalid"));
    let library = Library::new(sources);
    assert!(library.get(&PlaybookId::from("base")).is_ok());
    assert!(library.get(&PlaybookId::from("child")).is_ok());
    assert!(library.get(&PlaybookId::from("graph")).is_err());
}

#[test]
fn a_broken_file_of_the_shop_falls_back_to_the_shipped_one() {
    let mut sources = files("valid");
    for source in &mut sources {
        source.origin = Origin::Shipped;
    }
    sources.push(Source {
        name: "shop/base.toml".into(),
        origin: Origin::Shop,
        text: "id = \"base\"\nissue = [\"damage\", \"glass\"]\nbroken".into(),
    });
    let library = Library::new(sources);
    let id = PlaybookId::from("base");
    assert!(library.get(&id).is_err());
    let usable = library.usable(&id).unwrap();
    assert_eq!(usable.playbook.title.get(Lang::En), "Damaged on arrival");
    assert_eq!(usable.instead_of[0].place.file, "shop/base.toml");
    assert_eq!(library.for_issue(&Issue::new("glass")), id, "the shop's claim goes first");
    assert_eq!(library.for_issue(&Issue::new("unheard-of")).as_str(), "core");
    assert_eq!(library.list().iter().filter(|entry| entry.overridden).count(), 1);
}

#[test]
fn a_shop_may_extend_the_file_it_overrides() {
    let mut sources = files("valid");
    for source in &mut sources {
        source.origin = Origin::Shipped;
    }
    sources.push(Source {
        name: "shop/base.toml".into(),
        origin: Origin::Shop,
        text: "id = \"base\"\nextends = \"base\"\ntitle = { zh = \"我们的\", en = \"Ours\" }\n\
               issue = [\"damage\"]\n[[step]]\nid = \"calm\"\nwhy = { zh = \"因为\", en = \"New\" }\n"
            .into(),
    });
    let library = Library::new(sources);
    let book = library.get(&PlaybookId::from("base")).unwrap();
    assert_eq!(book.title.get(Lang::En), "Ours");
    assert_eq!(book.steps.len(), 4);
    assert_eq!(book.step(&"calm".into()).unwrap().why.get(Lang::En), "New");
    // Its children inherit from the shop's version.
    let child = library.get(&PlaybookId::from("child")).unwrap();
    assert_eq!(child.step(&"calm".into()).unwrap().why.get(Lang::En), "New");
    assert_eq!(child.pin().sources.len(), 3);
}

#[test]
fn a_pinned_version_comes_back_the_same() {
    let library = Library::new(files("valid"));
    let book = library.get(&PlaybookId::from("child")).unwrap();
    let pin = book.pin();
    assert_eq!(pin.sources.len(), 2);
    assert_eq!(pin.reference.version.len(), 12);
    let again = Playbook::from_pin(&pin).unwrap();
    assert_eq!(again.reference, book.reference);
    assert_eq!(format!("{:?}", again.steps), format!("{:?}", book.steps));
    let mut changed = pin.clone();
    changed.sources[0].to_mut().push_str("\n= broken");
    let told = Playbook::from_pin(&changed).unwrap_err();
    assert!(told[0].place.file.starts_with("child@"), "{told:?}");
    changed.sources.clear();
    assert!(Playbook::from_pin(&changed).is_err());
}

#[test]
fn the_version_changes_with_the_parent() {
    let version = |edit: bool| {
        let mut sources = files("valid");
        if edit {
            sources[0].text.to_mut().push_str("\n# one more line\n");
        }
        let library = Library::new(sources);
        library.get(&PlaybookId::from("child")).unwrap().reference.version.clone()
    };
    assert_ne!(version(false), version(true));
    assert_eq!(version(false), version(false));
}
