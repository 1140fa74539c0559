//! From TOML to [`RawBook`]: every problem of shape is told, not only the first, and what is well
//! written is kept.

mod case;
mod laid;
mod overlay;
mod reader;
mod rehearsal;
mod reply;
mod step;
mod tree;

use super::diagnostic::{Code, Problem, Thing};
use super::fact_type::{FACT_TYPES, meant, type_name};
use super::schema::{RawBook, RawChoice, RawFact, RawSkip, RawValue, RawWords, Table};
use super::source::Head;
use super::spot::{At, line_column};
use crate::domain::FactKind;
use reader::{Node, Reader};
use toml::de::DeTable;
use tree::Branch;

/// No playbook is longer than this.
pub(crate) const LARGEST_SOURCE: usize = 1 << 20;

/// A file as read, with what is wrong about its shape.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) book: RawBook,
    pub(crate) problems: Vec<Problem>,
}

/// Reads a file; `file` is its number among the sources at hand.
pub(crate) fn read(text: &str, file: usize) -> Reading {
    let mut reader = Reader::new(file);
    if text.len() > LARGEST_SOURCE {
        reader.tell(0..0, Code::TooLarge { bytes: text.len() });
        return Reading { book: RawBook::default(), problems: reader.problems };
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut told_line = None;
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        // What follows on the same line follows from the first slip.
        let (line, _) = line_column(text, span.start);
        if told_line.replace(line) == Some(line) {
            continue;
        }
        reader.tell(span, Code::Syntax { detail: error.message().to_owned() });
    }
    understood(reader, &Branch::of(table.into_inner()), errors.is_empty())
}

/// Reads a shipped file but for its tests, of which the build made `tree`.
pub(crate) fn read_laid_out(text: &str, tree: &[u8], file: usize) -> Option<Reading> {
    Some(understood(Reader::new(file), &laid::laid_out(text, tree)?, true))
}

/// The head of a shipped file, of which the build made `tree`.
pub(crate) fn head_laid_out(text: &str, tree: &[u8]) -> Option<Head> {
    laid::head(text, tree)
}

fn understood(mut reader: Reader, top: &Branch<'_>, well_formed: bool) -> Reading {
    let top = Node::top(top);
    let mut book = book(&mut reader, &top);
    let before = reader.problems.len();
    let tests = reader.each(&top, Table::Test, "test", rehearsal::test);
    book.tests = tests.unwrap_or_default();
    // A fault in a test keeps nobody from working with the playbook.
    let faults = reader.problems.split_off(before);
    let in_test = |Problem { spot, code }| Problem { spot, code: Code::InTest(Box::new(code)) };
    reader.problems.extend(faults.into_iter().map(in_test));
    let mut problems = reader.problems;
    if !well_formed {
        // What follows from a slip of syntax (a missing key, a value read as empty) is noise.
        problems.retain(|problem| matches!(problem.code, Code::Syntax { .. }));
    }
    Reading { book, problems }
}

fn book(r: &mut Reader, top: &Node<'_>) -> RawBook {
    r.keys(top, Table::Book);
    RawBook {
        spot: r.spot(top.span.clone()),
        id: r.text(top, Table::Book, "id", true),
        title: r.words(top, Table::Book, "title", true),
        about: r.words(top, Table::Book, "about", false),
        extends: r.text(top, Table::Book, "extends", false),
        issues: r.texts(top, Table::Book, "issue").unwrap_or_default(),
        platforms: r.texts(top, Table::Book, "platform").unwrap_or_default(),
        skips: r.each(top, Table::Skip, "skip", skip).unwrap_or_default(),
        spine: r.flag(top, "spine"),
        evidence: r.one(top, Table::Evidence, "evidence", case::evidence),
        guards: r.texts(top, Table::Book, "guards"),
        trigger: r.one(top, Table::Trigger, "trigger", case::trigger),
        facts: r.each(top, Table::Fact, "fact", fact).unwrap_or_default(),
        steps: r.each(top, Table::Step, "step", step::step).unwrap_or_default(),
        groups: r.each(top, Table::Group, "group", case::group).unwrap_or_default(),
        endings: r.each(top, Table::Ending, "ending", case::ending).unwrap_or_default(),
        overlays: r.each(top, Table::Overlay, "overlay", overlay::overlay).unwrap_or_default(),
        timers: r.each(top, Table::CaseTimer, "timer", case::timer).unwrap_or_default(),
        tests: Vec::new(),
    }
}

fn skip(r: &mut Reader, node: &Node<'_>) -> Option<RawSkip> {
    // The reason is for the reader of the file; it is asked for so that nobody skips in silence.
    r.words(node, Table::Skip, "why", true);
    Some(RawSkip { step: r.text(node, Table::Skip, "step", true)? })
}

fn fact(r: &mut Reader, node: &Node<'_>) -> Option<RawFact> {
    let id = r.text(node, Table::Fact, "id", true);
    let kind = r.text(node, Table::Fact, "type", true);
    let label = r.words(node, Table::Fact, "label", true).unwrap_or_default();
    let compute = r.text(node, Table::Fact, "compute", false);
    let ask = r.words(node, Table::Fact, "ask", compute.is_none()).unwrap_or_default();
    let values = r.each(node, Table::Choice, "values", choice).unwrap_or_default();
    let default = r.value(node, "default");
    let kind = kind.map(|name| {
        let known = FACT_TYPES.iter().find(|(known, _)| *known == name.value);
        // What it is called elsewhere is taken for what is meant: else all that speaks of the fact
        // would seem wrong as well.
        let meant = known.map_or_else(|| meant(&name.value), |(_, kind)| Some(*kind));
        if known.is_none() {
            let names = FACT_TYPES.iter().map(|(name, _)| *name);
            let mut code = Code::unknown(Thing::FactType, &name.value, names);
            if let (Code::UnknownName { near, .. }, Some(kind)) = (&mut code, meant) {
                *near = Some(type_name(kind).to_owned());
            }
            r.problems.push(Problem { spot: name.spot.clone(), code });
        }
        At::new(meant.unwrap_or(FactKind::Text), name.spot)
    });
    Some(RawFact { id: id?, kind: kind?, label, ask, values, default, compute })
}

fn choice(r: &mut Reader, node: &Node<'_>) -> Option<RawChoice> {
    let words = RawWords {
        spot: r.spot(node.span.clone()),
        zh: r.text(node, Table::Choice, "zh", false),
        en: r.text(node, Table::Choice, "en", false),
    };
    r.both_languages(&words);
    let say = r.words(node, Table::Choice, "say", false);
    Some(RawChoice { id: r.text(node, Table::Choice, "id", true)?, words, say })
}

/// The TOML name of a value a fact cannot have.
pub(crate) const fn other(name: &'static str) -> RawValue {
    RawValue::Other(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_of_shape_is_told() {
        let reading = read("titel = 1\nid = 3\n[[step]]\nwhy = 'x'\n[[fact]]\nid='a'\n", 0);
        let codes: Vec<String> = reading.problems.iter().map(|p| format!("{:?}", p.code)).collect();
        for wanted in ["UnknownKey", "WrongType", "MissingKey"] {
            assert!(codes.iter().any(|code| code.starts_with(wanted)), "{wanted} in {codes:?}");
        }
    }

    #[test]
    fn a_slip_of_syntax_hides_what_follows_from_it() {
        let reading = read("id = \n", 0);
        assert_eq!(reading.problems.len(), 1);
    }

    #[test]
    fn a_huge_file_is_refused_without_reading_it() {
        let reading = read(&"#".repeat(LARGEST_SOURCE + 1), 0);
        assert!(matches!(reading.problems[0].code, Code::TooLarge { .. }));
    }
}
