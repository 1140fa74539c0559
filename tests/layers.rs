//! The house keeps its floors: a room uses only what stands below it, each outside crate has its
//! one place, nobody but the edge asks the clock, and no file grows past reading.
//!
//! The table is the one of the crate's front page. The checker reads the sources as text, with
//! comments and strings taken out, so that test code and inline paths count as well.

use std::fmt;
use std::fs;
use std::path::Path;

/// What each room may use, its own name left out.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("playbook", &["domain", "standard"]),
    ("standard", &["domain"]),
    ("config", &["domain"]),
    ("i18n", &["domain"]),
    ("guide", &["domain", "playbook", "standard", "config", "i18n"]),
    ("desk", &["domain", "playbook", "standard", "guide", "config", "i18n"]),
    ("store", &["domain", "playbook", "standard", "guide", "desk", "config", "i18n"]),
    ("exchange", &["domain", "playbook", "standard", "guide", "desk", "config", "i18n"]),
    (
        "app",
        &["domain", "playbook", "standard", "guide", "desk", "store", "exchange", "config", "i18n"],
    ),
    // The view draws the model: neither the file nor what comes in and goes out is its business.
    ("ui", &["domain", "playbook", "standard", "guide", "desk", "app", "config", "i18n"]),
    // The terminal knows the keys the console knows and the texts that may be shown.
    ("term", &["domain", "app"]),
    ("runtime", EVERYTHING),
    ("cli", EVERYTHING),
    // The front page and the door.
    ("lib", EVERYTHING),
    ("main", EVERYTHING),
];

const EVERYTHING: &[&str] = &[
    "domain", "playbook", "standard", "config", "i18n", "guide", "desk", "store", "exchange",
    "app", "ui", "term", "runtime", "cli",
];

/// What of the console the terminal may know.
const TERM_OF_APP: &[&str] = &["Chord", "Key"];

/// Names with one place: where else they stand is wrong.
const PLACES: &[(&[&str], &[&str])] = &[
    (&["rusqlite"], &["store"]),
    (&["rusqlite_migration"], &["store"]),
    (&["ratatui"], &["ui", "runtime", "term"]),
    (&["crossterm"], &["term"]),
    (&["Utc", "now"], &["runtime", "cli"]),
    (&["Local", "now"], &["runtime", "cli"]),
    (&["SystemTime", "now"], &["runtime", "cli"]),
    (&["env", "var"], &["runtime", "cli"]),
    (&["env", "var_os"], &["runtime", "cli"]),
    (&["env", "vars"], &["runtime", "cli"]),
];

/// Lines after which a file must be split.
const LONGEST: usize = 500;

/// Something the house does not allow, and where.
#[derive(Debug, PartialEq, Eq)]
struct Breach {
    file: String,
    line: usize,
    what: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// A word or a mark of the source and its line.
type Token = (usize, String);

/// Reads one file against the table; `file` is its path below `src`.
fn read(file: &str, text: &str) -> Vec<Breach> {
    let room = file.split(['/', '.']).next().unwrap_or_default();
    let mut breaches = Vec::new();
    let mut say = |line: usize, what: String| {
        breaches.push(Breach { file: file.to_owned(), line, what });
    };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        say(1, format!("'{room}' is no room of the house"));
        return breaches;
    };
    let tokens = tokens(text);
    for (line, path) in paths(&tokens, depth_of(file)) {
        let Some(used) = path.first().map(String::as_str) else { continue };
        let is_room = EVERYTHING.contains(&used);
        if is_room && used != room && !allowed.contains(&used) {
            say(line, format!("'{room}' stands below '{used}' or beside it and must not use it"));
        }
        let named = path.get(1).map(String::as_str);
        if room == "term" && used == "app" && !named.is_some_and(|n| TERM_OF_APP.contains(&n)) {
            let named = named.unwrap_or("all of it");
            say(line, format!("'term' may know chords and keys of 'app', not '{named}'"));
        }
    }
    for (names, places) in PLACES {
        if places.contains(&room) {
            continue;
        }
        for line in runs(&tokens, names) {
            say(line, format!("'{}' has its place in {places:?} only", names.join("::")));
        }
    }
    if !is_test(file) && !text.starts_with("//!") {
        say(1, "a module begins with '//!': what it owns, what it must not know".to_owned());
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        say(LONGEST + 1, format!("{lines} lines; after {LONGEST} a file is split"));
    }
    breaches
}

fn is_test(file: &str) -> bool {
    file.contains("/tests/") || file.ends_with("tests.rs")
}

/// How many modules lie above the ones a file's own items see as `super`.
fn depth_of(file: &str) -> usize {
    file.split('/').count()
}

/// The words and marks of a source, without comments and strings.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = string(rest) {
            length
        } else if c.is_alphabetic() || c == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let length = length.unwrap_or(rest.len());
            tokens.push((line, rest.split_at(length).0.to_owned()));
            length
        } else if rest.starts_with("::") {
            tokens.push((line, "::".to_owned()));
            2
        } else {
            if !c.is_whitespace() {
                tokens.push((line, c.to_string()));
            }
            c.len_utf8()
        };
        let (read, unread) = rest.split_at(length);
        line += read.matches('\n').count();
        rest = unread;
    }
    tokens
}

/// How long the string or character literal is that a text begins with, if it begins with one.
fn string(text: &str) -> Option<usize> {
    let raw = text.strip_prefix('b').unwrap_or(text);
    if let Some(hashes) = raw.strip_prefix('r') {
        let marks = hashes.len() - hashes.trim_start_matches('#').len();
        if let Some(body) = hashes.split_at(marks).1.strip_prefix('"') {
            let end = format!("\"{}", "#".repeat(marks));
            let until = body.find(&end).map_or(body.len(), |at| at + end.len());
            return Some(text.len() - body.len() + until);
        }
    }
    if let Some(quoted) = raw.strip_prefix('\'') {
        // A lifetime has no second quote so near.
        let mut chars = quoted.char_indices();
        let until = match (chars.next()?.1, chars.next()?) {
            ('\\', _) => quoted.char_indices().skip(2).find(|(_, c)| *c == '\'')?.0 + 1,
            (_, (at, '\'')) => at + 1,
            _lifetime => return None,
        };
        return Some(text.len() - quoted.len() + until);
    }
    let body = raw.strip_prefix('"')?;
    let mut escaped = false;
    let end = body.find(|c: char| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    let until = end.map_or(body.len(), |at| at + 1);
    Some(text.len() - body.len() + until)
}

/// Every path from the crate's root, its names in order: `crate::a::b`, `crate::{a::b, c}`, and
/// `super::super::a` where that many steps up lead to the root.
fn paths(tokens: &[Token], depth: usize) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    for (at, (_, word)) in tokens.iter().enumerate() {
        let rest = tokens.get(at + 1..).unwrap_or_default();
        if word == "crate" {
            follow(rest, &[], &mut found);
        } else if word == "super" && !goes_on_from(tokens, at, "super") {
            let mut rest = rest;
            let mut up = 1;
            while let [(_, colons), (_, next), more @ ..] = rest
                && colons == "::"
                && next == "super"
            {
                up += 1;
                rest = more;
            }
            // A module inside the file lies one deeper: both readings are taken, since only names
            // of rooms count.
            if up >= depth {
                follow(rest, &[], &mut found);
            }
        }
    }
    found
}

/// Whether the word is the one behind such a name: `super::` and then this.
fn goes_on_from(tokens: &[Token], at: usize, name: &str) -> bool {
    let before = at.checked_sub(2).and_then(|before| tokens.get(before));
    before.is_some_and(|(_, word)| word == name)
}

/// Reads on behind `crate` or a name: the path's further names, or a group of them.
fn follow(tokens: &[Token], before: &[String], found: &mut Vec<(usize, Vec<String>)>) {
    let [(_, colons), (line, word), rest @ ..] = tokens else {
        return end(before, tokens, found);
    };
    if colons != "::" {
        return end(before, tokens, found);
    }
    if word != "{" {
        let path = [before, std::slice::from_ref(word)].concat();
        return follow_or_end(rest, *line, &path, found);
    }
    let mut open = 1_usize;
    let mut begins = true;
    for (at, (line, word)) in rest.iter().enumerate() {
        match word.as_str() {
            "{" => open += 1,
            "}" => open -= 1,
            "," if open == 1 => begins = true,
            name if begins && open == 1 => {
                begins = false;
                let path = [before, &[name.to_owned()]].concat();
                follow_or_end(rest.get(at + 1..).unwrap_or_default(), *line, &path, found);
            }
            _inside => {}
        }
        if open == 0 {
            break;
        }
    }
}

/// Two names are enough: the room, and what of it.
fn follow_or_end(
    rest: &[Token],
    line: usize,
    path: &[String],
    found: &mut Vec<(usize, Vec<String>)>,
) {
    let goes_on = rest.first().is_some_and(|(_, mark)| mark == "::");
    if path.len() < 2 && goes_on {
        follow(rest, path, found);
    } else {
        found.push((line, path.to_vec()));
    }
}

fn end(path: &[String], rest: &[Token], found: &mut Vec<(usize, Vec<String>)>) {
    if !path.is_empty() {
        found.push((rest.first().map_or(0, |(line, _)| *line), path.to_vec()));
    }
}

/// Lines on which the names stand one behind the other.
fn runs(tokens: &[Token], names: &[&str]) -> Vec<usize> {
    let spelled: Vec<&str> = names.iter().flat_map(|name| ["::", *name]).skip(1).collect();
    let is_run =
        |run: &&[Token]| run.iter().map(|(_, word)| word.as_str()).eq(spelled.iter().copied());
    tokens.windows(spelled.len()).filter(is_run).filter_map(|run| Some(run.first()?.0)).collect()
}

#[expect(clippy::expect_used, reason = "a test that cannot read the sources has failed")]
fn sources(folder: &Path, into: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn every_room_keeps_to_its_floor() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 100, "the sources are read: {}", files.len());
    let mut breaches = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("a source is text");
        let file = path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
        breaches.extend(read(&file, &text).iter().map(ToString::to_string));
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn every_room_stands_in_the_table_and_on_the_front_page() {
    let front = include_str!("../src/lib.rs");
    for room in EVERYTHING {
        assert!(ROOMS.iter().any(|(name, _)| name == room), "{room} is in the table");
        assert!(front.contains(&format!("pub mod {room};")), "{room} is in the crate");
        assert!(front.contains(&format!("[`{room}`]")), "{room} is on the front page");
    }
    assert_eq!(front.matches("pub mod ").count(), EVERYTHING.len());
}

mod the_checker {
    use super::read;

    fn told(file: &str, body: &str) -> Vec<(usize, String)> {
        let breaches = read(file, &format!("//! Owns a sample.\n{body}"));
        breaches.into_iter().map(|breach| (breach.line, breach.what)).collect()
    }

    fn wrong(file: &str, body: &str) -> bool {
        !told(file, body).is_empty()
    }

    #[test]
    fn finds_a_room_that_uses_one_above_it_however_it_is_written() {
        for body in [
            "use crate::ui::Theme;",
            "use crate::{domain::Fen, ui::{self, Theme}};",
            "use crate::{\n    domain::{Fen, Lang},\n    ui,\n};",
            "fn f() { crate :: ui :: draw() }",
            "use super::super::ui::Theme;",
            "pub use crate::ui as view;",
        ] {
            assert!(wrong("app/model.rs", body), "{body}");
        }
        assert_eq!(
            told("app/model.rs", "\nuse crate::ui;").first().map(|(line, _)| *line),
            Some(3)
        );
        assert!(wrong("app.rs", "use super::ui::Theme;"));
        assert!(wrong("ui/panes.rs", "use crate::store::Job;"));
        assert!(wrong("store/open.rs", "use crate::exchange::Reader;"));
        assert!(wrong("playbook/book.rs", "use crate::config::Settings;"));
        assert!(wrong("domain.rs", "use crate::i18n::Strings;"));
    }

    #[test]
    fn lets_pass_what_stands_below() {
        for (file, body) in [
            ("app/model.rs", "use crate::{desk::Policy, domain::{Fen, Lang}, store};"),
            ("app/update/act.rs", "use super::super::jobs::After; use crate::app::Model;"),
            ("desk/policy.rs", "use crate::config::Settings;"),
            ("runtime/world.rs", "use crate::{app, cli, term, ui};"),
            ("ui/bar.rs", "/* crate::store */ // crate::store\nconst A: &str = \"crate::store\";"),
            (
                "ui/bar.rs",
                "const A: &str = r#\"crate::store \" \"#; const B: &str = \"\\\"crate::cli\";",
            ),
            ("ui/bar.rs", "fn f<'a>(c: char) -> bool { c == '\"' || c == 'x' } // \" crate::cli"),
        ] {
            assert_eq!(told(file, body), [], "{body}");
        }
    }

    #[test]
    fn lets_the_terminal_know_chords_and_no_more() {
        assert!(!wrong("term/input.rs", "use crate::app::{Chord, Key};"));
        assert!(wrong("term/input.rs", "use crate::app::{Chord, Model};"));
        assert!(wrong("term/input.rs", "use crate::app;"));
    }

    #[test]
    fn gives_outside_crates_and_the_clock_their_one_place() {
        assert!(wrong("app/model.rs", "use rusqlite::Connection;"));
        assert!(wrong("app/model.rs", "use ratatui::layout::Rect;"));
        assert!(wrong("ui/bar.rs", "use ratatui::crossterm::event::KeyCode;"));
        assert!(wrong("desk/send.rs", "fn f() { chrono::Utc::now(); }"));
        assert!(wrong("config/paths.rs", "fn f() { std::env::var(\"HOME\"); }"));
        assert!(!wrong("runtime/clock.rs", "fn f() { chrono::Utc::now(); }"));
        assert!(!wrong("term/session.rs", "use crossterm::terminal;"));
    }

    #[test]
    fn wants_a_front_line_and_an_end() {
        assert!(!read("app/model.rs", "use crate::domain::Fen;\n").is_empty());
        assert!(read("app/update/tests.rs", "use crate::domain::Fen;\n").is_empty());
        assert!(!wrong("app/model.rs", &"\n".repeat(499)));
        assert!(wrong("app/model.rs", &"\n".repeat(500)));
        assert!(wrong("helpers/mod.rs", ""));
    }
}
