//! CEL texts parsed, and made ready to run: `known("photos")` becomes the one name `known/photos`,
//! so that running a condition calls nothing and looks everything up in one place.

use super::names::{ASKED, function};
use cel::common::ast::{EntryExpr, Expr, IdedExpr, LiteralValue, operators};
use cel::{ParseError, Program};

/// No condition is longer than this.
const LONGEST: usize = 2_000;
/// Loops within loops could keep a screen waiting for hours.
const DEEPEST_LOOP: usize = 2;

/// A parsed condition.
#[derive(Debug)]
pub(crate) struct Formula {
    pub(crate) expr: IdedExpr,
    /// Every name it looks up.
    pub(crate) uses: Vec<String>,
    /// Facts it wants unknown or false.
    pub(crate) wanting: Vec<String>,
    /// Functions with arguments that it calls.
    pub(crate) calls: Vec<String>,
}

/// Why a text is no condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The bytes of the text it is about.
    pub(crate) at: std::ops::Range<usize>,
    /// What is wrong there.
    pub(crate) kind: FaultKind,
}

/// What is wrong with a text that is no condition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FaultKind {
    /// Something stands where it cannot.
    #[error("'{0}' cannot stand here")]
    Unexpected(String),
    /// It stops in the middle.
    #[error("it ends too early")]
    EndsEarly,
    /// It is too long or too deep to be run safely.
    #[error("it is too long or too deep")]
    TooBig,
}

impl Formula {
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        let program = program(text)?;
        let mut expr = program.expression().clone();
        bind(&mut expr);
        let mut wanting = Vec::new();
        collect_wanting(&expr, &mut wanting);
        let mut uses = Vec::new();
        collect_uses(&expr, &mut Vec::new(), &mut uses);
        let mut calls = Vec::new();
        collect_calls(&expr, &mut calls);
        Ok(Self { expr, uses, wanting, calls })
    }
}

/// Parses a text and refuses what could not be run safely.
pub(crate) fn program(text: &str) -> Result<Program, Fault> {
    let too_big = || Fault { at: 0..text.len(), kind: FaultKind::TooBig };
    if text.len() > LONGEST {
        return Err(too_big());
    }
    let program = Program::compile(text).map_err(|errors| {
        // The first fault is the cause; those after it are what it leads to.
        let first = errors.errors.iter().min_by_key(|error| error.pos);
        first.map_or_else(too_big, |error| fault(text, error))
    })?;
    if loops(program.expression()) > DEEPEST_LOOP {
        return Err(too_big());
    }
    Ok(program)
}

fn fault(text: &str, error: &ParseError) -> Fault {
    let line = usize::try_from(error.pos.0 - 1).unwrap_or_default();
    let column = usize::try_from(error.pos.1 - 1).unwrap_or_default();
    let line_start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = text.get(line_start..).unwrap_or_default();
    let start = line_start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
    let width = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    // A fault at the end is shown on the last character.
    let start =
        if width == 0 { text.char_indices().next_back().map_or(0, |(at, _)| at) } else { start };
    let at = start..start + width.max(1);
    let ended = rest.chars().nth(column).is_none();
    let found = word_at(text, start);
    Fault { at, kind: if ended { FaultKind::EndsEarly } else { FaultKind::Unexpected(found) } }
}

/// The word or the sign at a place.
fn word_at(text: &str, start: usize) -> String {
    let rest = text.get(start..).unwrap_or_default();
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    if word.is_empty() { rest.chars().take(1).collect() } else { word }
}

/// How deep loops are nested.
fn loops(expr: &IdedExpr) -> usize {
    let below = children(expr).into_iter().map(loops).max().unwrap_or_default();
    below + usize::from(matches!(expr.expr, Expr::Comprehension(_)))
}

/// Every expression right below one.
pub(crate) fn children(expr: &IdedExpr) -> Vec<&IdedExpr> {
    match &expr.expr {
        Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => Vec::new(),
        Expr::Call(call) => call.target.iter().map(AsRef::as_ref).chain(&call.args).collect(),
        Expr::Comprehension(over) => {
            vec![&over.iter_range, &over.accu_init, &over.loop_cond, &over.loop_step, &over.result]
        }
        Expr::List(list) => list.elements.iter().collect(),
        Expr::Map(map) => map.entries.iter().flat_map(|entry| parts(&entry.expr)).collect(),
        Expr::Select(select) => vec![&select.operand],
        Expr::Struct(made) => made.entries.iter().flat_map(|entry| parts(&entry.expr)).collect(),
    }
}

fn parts(entry: &EntryExpr) -> Vec<&IdedExpr> {
    match entry {
        EntryExpr::StructField(field) => vec![&field.value],
        EntryExpr::MapEntry(entry) => vec![&entry.key, &entry.value],
    }
}

/// `known("photos")` as the function and its argument.
pub(crate) fn asked(expr: &IdedExpr) -> Option<(&str, &str)> {
    let Expr::Call(call) = &expr.expr else { return None };
    let [argument] = call.args.as_slice() else { return None };
    let Expr::Literal(LiteralValue::String(name)) = &argument.expr else { return None };
    let ours = call.target.is_none() && ASKED.contains(&call.func_name.as_str());
    ours.then(|| (call.func_name.as_str(), name.inner()))
}

/// What a condition asks after by a function of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) function: String,
    pub(crate) name: String,
    /// The bytes of the name with its quotes.
    pub(crate) at: std::ops::Range<usize>,
}

/// Everything a condition asks after; nothing for a text that is no condition.
pub(crate) fn asked_in(text: &str) -> Vec<Asked> {
    let Ok(program) = program(text) else { return Vec::new() };
    let mut out = Vec::new();
    let mut open = vec![program.expression()];
    while let Some(expr) = open.pop() {
        if let (Some((function, name)), Expr::Call(call)) = (asked(expr), &expr.expr) {
            let place = call.args.first().and_then(|a| program.source_info().offset_for(a.id));
            if let Some((start, stop)) = place {
                out.push(Asked {
                    function: function.to_owned(),
                    name: name.to_owned(),
                    at: start as usize..stop as usize + 1,
                });
            }
            continue;
        }
        open.extend(children(expr));
    }
    out
}

fn bind(expr: &mut IdedExpr) {
    if let Some((function, argument)) = asked(expr) {
        expr.expr = Expr::Ident(format!("{function}/{argument}"));
        return;
    }
    match &mut expr.expr {
        Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => {}
        Expr::Call(call) => {
            if let Some(target) = &mut call.target {
                bind(target);
            }
            call.args.iter_mut().for_each(bind);
        }
        Expr::Comprehension(over) => {
            bind(&mut over.iter_range);
            bind(&mut over.accu_init);
            bind(&mut over.loop_cond);
            bind(&mut over.loop_step);
            bind(&mut over.result);
        }
        Expr::List(list) => list.elements.iter_mut().for_each(bind),
        Expr::Map(map) => map.entries.iter_mut().for_each(|entry| bind_entry(&mut entry.expr)),
        Expr::Select(select) => bind(&mut select.operand),
        Expr::Struct(made) => made.entries.iter_mut().for_each(|entry| bind_entry(&mut entry.expr)),
    }
}

fn bind_entry(entry: &mut EntryExpr) {
    match entry {
        EntryExpr::StructField(field) => bind(&mut field.value),
        EntryExpr::MapEntry(entry) => {
            bind(&mut entry.key);
            bind(&mut entry.value);
        }
    }
}

fn collect_wanting(expr: &IdedExpr, out: &mut Vec<String>) {
    if let Expr::Call(call) = &expr.expr
        && call.func_name == operators::LOGICAL_NOT
        && let [IdedExpr { expr: Expr::Ident(name), .. }] = call.args.as_slice()
    {
        let fact = name.strip_prefix("known/").unwrap_or(name);
        if !fact.contains('/') && !out.iter().any(|known| known == fact) {
            out.push(fact.to_owned());
        }
        return;
    }
    for child in children(expr) {
        collect_wanting(child, out);
    }
}

fn collect_calls(expr: &IdedExpr, out: &mut Vec<String>) {
    if let Expr::Call(call) = &expr.expr
        && function(&call.func_name).is_some()
        && !out.contains(&call.func_name)
    {
        out.push(call.func_name.clone());
    }
    for child in children(expr) {
        collect_calls(child, out);
    }
}

fn collect_uses(expr: &IdedExpr, locals: &mut Vec<String>, out: &mut Vec<String>) {
    match &expr.expr {
        Expr::Ident(name) => {
            let local = name.starts_with('@') || locals.contains(name);
            if !local && !out.contains(name) {
                out.push(name.clone());
            }
        }
        Expr::Comprehension(over) => {
            collect_uses(&over.iter_range, locals, out);
            let before = locals.len();
            locals.push(over.iter_var.clone());
            locals.extend(over.iter_var2.clone());
            locals.push(over.accu_var.clone());
            for part in [&over.accu_init, &over.loop_cond, &over.loop_step, &over.result] {
                collect_uses(part, locals, out);
            }
            locals.truncate(before);
        }
        Expr::Unspecified
        | Expr::Literal(_)
        | Expr::Call(_)
        | Expr::List(_)
        | Expr::Map(_)
        | Expr::Select(_)
        | Expr::Struct(_) => {
            for child in children(expr) {
                collect_uses(child, locals, out);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_fault_is_where_it_is_written() {
        for (text, wanted) in [("a &&", "&"), ("a = b", "="), ("照片 && b", "照"), ("a b", "b")]
        {
            let at = program(text).unwrap_err().at;
            assert_eq!(text.get(at), Some(wanted), "{text}");
        }
        assert_eq!(program("").unwrap_err().kind, FaultKind::EndsEarly);
    }

    #[test]
    fn what_a_condition_wants_is_found() {
        let wanting = |text: &str| Formula::parse(text).unwrap().wanting;
        assert_eq!(wanting("!photos && (!known('signed_by') || hot)"), ["photos", "signed_by"]);
        assert_eq!(wanting("!sent('x') && photos"), Vec::<String>::new());
    }

    #[test]
    fn what_is_asked_after_is_found_where_it_stands() {
        let text = "known('照片') && b == '中' || (sent(\"a\") && [1].exists(x, seen('b')))";
        let mut all = asked_in(text);
        all.sort_by_key(|asked| asked.at.start);
        let texts: Vec<&str> = all.iter().filter_map(|a| text.get(a.at.clone())).collect();
        assert_eq!(texts, ["'照片'", "\"a\"", "'b'"]);
        assert_eq!(asked_in("known("), []);
    }

    #[test]
    fn every_name_looked_up_is_found_once() {
        let uses = |text: &str| Formula::parse(text).unwrap().uses;
        assert_eq!(
            uses("photos && (known('by') || photos) && list.exists(x, x == carrier)"),
            ["photos", "known/by", "list", "carrier"]
        );
    }

    #[test]
    fn loops_in_loops_in_loops_are_refused() {
        let two = "[1].exists(a, [1].exists(b, a == b))";
        assert!(program(two).is_ok());
        let three = "[1].exists(a, [1].exists(b, [1].exists(c, a == c)))";
        assert_eq!(program(three).unwrap_err().kind, FaultKind::TooBig);
        assert!(program(&"(".repeat(1_900)).is_err());
        assert!(program(&"!".repeat(2_100)).is_err());
    }

    #[test]
    fn long_chains_do_not_exhaust_the_stack() {
        for (head, link) in [
            ("a", ".a"),
            ("a", "+a"),
            ("a", "&&a"),
            ("a", "||!a"),
            ("a", "?a:a"),
            ("a", "[0]"),
            ("a", "==a"),
            ("a", ".a()"),
            ("", "[["),
            ("", "!-"),
            ("", "f("),
            ("", "{1:"),
        ] {
            let links = (LONGEST - head.len()) / link.len();
            let _ = Formula::parse(&format!("{head}{}", link.repeat(links)));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_parsed_or_refused(text in ".{0,60}") {
            if let Err(fault) = Formula::parse(&text) {
                prop_assert!(fault.at.start <= text.len());
                prop_assert!(text.is_char_boundary(fault.at.start.min(text.len())));
            }
        }

        #[test]
        fn any_soup_of_symbols_is_parsed_or_refused(
            text in proptest::collection::vec(
                proptest::sample::select(vec!["a", "(", ")", "&&", "||", "!", "'x'", "1", "known(",
                    ".", "in", "[", "]", "{", ":", "?", ",", "exists(", "==", "-", "\"", "\\"]),
                0..40,
            ),
        ) {
            let _ = Formula::parse(&text.concat());
        }
    }
}
