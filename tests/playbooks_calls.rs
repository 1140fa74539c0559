//! A playbook that calls another: its steps stand where the call stood, under the call's name, and
//! lead on as the call did.

#![expect(clippy::unwrap_used, reason = "in tests that is how one fails")]

use redress::domain::{PlaybookId, StepId};
use redress::playbook::{Library, Next, Origin, Playbook, Source};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

fn file(name: &str) -> Source {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/playbooks/valid");
    Source {
        name: name.to_owned(),
        origin: Origin::Shop,
        text: fs::read_to_string(folder.join(name)).unwrap_or_default().into(),
    }
}

fn library() -> Library {
    Library::new(["base.toml", "carrier.toml", "whole.toml", "strict.toml"].map(file).into())
}

fn with(caller: &str) -> Library {
    let head = "id = 'caller'\nextends = 'base'\ntitle = { zh = '叫', en = 'Calls' }\n";
    let text = format!("{head}{caller}");
    let source = Source { name: "caller.toml".into(), origin: Origin::Shop, text: text.into() };
    Library::new(vec![file("base.toml"), file("carrier.toml"), source])
}

const STEP: &str = "[[step]]\nid = 'ask'\nafter = 'calm'\ntitle = { zh = '问', en = 'Ask' }\n\
                    why = { zh = '问', en = 'Ask' }\n";

fn book(library: &Library, id: &str) -> Arc<Playbook> {
    library.get(&PlaybookId::from(id)).unwrap()
}

fn ids(book: &Playbook) -> Vec<&str> {
    book.steps.iter().map(|step| step.id.as_str()).collect()
}

/// The ways of a step: condition and aim.
fn ways(book: &Playbook, step: &str) -> Vec<(String, String)> {
    let aim = |next: &Next| match next {
        Next::Step(id) => id.to_string(),
        Next::Ending(id) => format!("ending {id}"),
        Next::Playbook(id) => format!("playbook {id}"),
        Next::End => "end".to_owned(),
    };
    let step = book.step(&StepId::from(step));
    let ways = step.into_iter().flat_map(|step| &step.next);
    ways.map(|way| {
        let when = way.when.as_ref().map_or("", |when| when.text());
        (when.to_owned(), aim(&way.goto))
    })
    .collect()
}

fn pairs(ways: &[(&str, &str)]) -> Vec<(String, String)> {
    ways.iter().map(|(when, aim)| ((*when).to_owned(), (*aim).to_owned())).collect()
}

#[test]
fn called_steps_stand_where_the_call_stood() {
    let library = library();
    let whole = book(&library, "whole");
    assert_eq!(
        ids(&whole),
        ["calm", "photos-step", "parcel", "ask/file-ticket", "ask/report", "offer", "up"]
    );
    let ticket = whole.step(&"ask/file-ticket".into()).unwrap();
    let within = ticket.within.as_ref().unwrap();
    assert_eq!((within.call.as_str(), within.playbook.as_str()), ("ask", "carrier"));
    assert_eq!(ticket.when.as_ref().unwrap().text(), "owed");
    assert_eq!(ticket.timer.as_ref().unwrap().id.as_str(), "ask/reply");
    assert_eq!(ticket.replies[0].id.as_str(), "ask/tk-filed");
    // A way to the call leads to the first of them.
    assert_eq!(ways(&whole, "parcel")[1], pairs(&[("", "ask/file-ticket")])[0]);
}

#[test]
fn called_steps_lead_on_as_the_call_did() {
    let library = library();
    let whole = book(&library, "whole");
    assert_eq!(
        ways(&whole, "ask/file-ticket"),
        pairs(&[
            ("(photos && !seen('ask/file-ticket')) && (carrier_fault)", "offer"),
            ("photos && !seen('ask/file-ticket')", "up"),
            ("carrier_fault", "ask/report"),
        ])
    );
    assert_eq!(ways(&whole, "ask/report"), pairs(&[("carrier_fault", "offer"), ("", "up")]));
}

#[test]
fn what_a_call_comes_back_with_is_known_then() {
    let library = library();
    let whole = book(&library, "whole");
    let report = whole.step(&"ask/report".into()).unwrap();
    let fact = |id: &str| report.requires.iter().any(|fact| fact.as_str() == id);
    assert!(fact("carrier_fault"));
    assert!(whole.fact(&"carrier_fault".into()).is_some());
    let ticket = whole.step(&"ask/file-ticket".into()).unwrap();
    let needs: Vec<&str> = ticket.needs.iter().map(|need| need.when.text()).collect();
    assert_eq!(
        needs,
        ["!(((photos && !seen('ask/file-ticket')) && (carrier_fault)) || \
          (photos && !seen('ask/file-ticket'))) || known('carrier_fault')"]
    );
}

#[test]
fn conditions_of_called_steps_ask_after_their_own_kind() {
    let library = library();
    let whole = book(&library, "whole");
    let report = whole.step(&"ask/report".into()).unwrap();
    assert_eq!(
        report.needs[0].when.text(),
        "done('ask/file-ticket/called') && !sent('ask/tk-sorry')"
    );
    assert_eq!(report.replies[0].when.as_ref().unwrap().text(), "sent('ask/tk-filed')");
    let over = &whole.overlays[0].steps[0];
    assert_eq!(over.id.as_str(), "ask/report");
    assert_eq!(over.needs[0].when.text(), "seen('ask/file-ticket')");
    assert_eq!(whole.overlays[0].steps.len(), 1, "calm is not called");
}

#[test]
fn without_only_the_playbooks_own_steps_are_called() {
    let library = with(&format!("{STEP}call = {{ playbook = 'carrier' }}\n"));
    let caller = book(&library, "caller");
    assert_eq!(
        ids(&caller),
        ["calm", "ask/file-ticket", "ask/watch", "ask/report", "verify", "carrier", "options"]
    );
    // Without ways of its own the call leads on to the step behind it.
    assert_eq!(
        ways(&caller, "ask/file-ticket")[0],
        pairs(&[("photos && !seen('ask/file-ticket')", "verify")])[0]
    );
}

#[test]
fn one_playbook_can_be_called_twice() {
    let again = STEP.replace("'ask'", "'once-more'").replace("'calm'", "'ask'");
    let call = "call = { playbook = 'carrier', only = ['file-ticket'] }\n";
    let library = with(&format!("{STEP}{call}{again}{call}"));
    let caller = book(&library, "caller");
    assert_eq!(ids(&caller)[1..3], ["ask/file-ticket", "once-more/file-ticket"]);
    assert_eq!(caller.pin().sources.len(), 4, "its own, its parent's, and once the called ones'");
}

#[test]
fn a_pin_keeps_what_is_called() {
    let library = library();
    for id in ["whole", "strict"] {
        let book = book(&library, id);
        let again = Playbook::from_pin(&book.pin()).unwrap();
        assert_eq!(again.reference, book.reference);
        assert_eq!(format!("{:?}", again.steps), format!("{:?}", book.steps));
    }
}

#[test]
fn the_version_changes_with_what_is_called() {
    let version = |edit: bool| {
        let mut sources: Vec<Source> = ["base.toml", "carrier.toml", "whole.toml"].map(file).into();
        if edit {
            sources[1].text.to_mut().push_str("\n# one more line\n");
        }
        book(&Library::new(sources), "whole").reference.version.clone()
    };
    assert_ne!(version(false), version(true));
}

#[test]
fn two_playbooks_may_call_each_other() {
    let step = |id: &str, of: &str| {
        format!(
            "id = '{id}'\nextends = 'base'\ntitle = {{ zh = '字', en = 'Word' }}\n{}\
             call = {{ playbook = '{of}', only = ['own'] }}\n{}",
            STEP,
            STEP.replace("'ask'", "'own'")
        )
    };
    let source = |id: &str, of: &str| Source {
        name: format!("{id}.toml"),
        origin: Origin::Shop,
        text: step(id, of).into(),
    };
    let library = Library::new(vec![file("base.toml"), source("one", "two"), source("two", "one")]);
    assert!(ids(&book(&library, "one")).contains(&"ask/own"));
    assert!(ids(&book(&library, "two")).contains(&"ask/own"));
}

#[test]
fn the_tests_of_a_file_are_read_and_their_faults_told() {
    let library = library();
    let tests = library.tests(&PlaybookId::from("whole")).unwrap();
    assert_eq!(tests.len(), 1);
    assert_eq!(tests[0].acts.len(), 21);
    assert_eq!(tests[0].setting.order_amount.map(|fen| fen.0), Some(5900));
    assert_eq!(tests[0].expect.ending, Some(Next::Ending("refused".into())));
    assert_eq!(tests[0].place.file, "whole.toml");
    assert_eq!(library.tests(&PlaybookId::from("strict")).unwrap().len(), 0);
    let library = with("[[test]]\nname = 'slip'\ndo = [{ send = 'sory' }]\n");
    let id = PlaybookId::from("caller");
    assert!(library.get(&id).is_ok(), "a slip in a test keeps nobody from working");
    assert_eq!(library.tests(&id).unwrap_err().len(), 1);
}
