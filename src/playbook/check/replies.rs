//! Replies: kinds, titles that fit the list, what they tick, record and promise.

use super::super::book::ReplyKind;
use super::super::diagnostic::{Code, Problem, Thing};
use super::super::merge::{Merged, twice};
use super::super::schema::{RawReply, RawStep};
use super::super::spot::At;
use super::steps::told;
use super::{case, facts, names};
use crate::domain::Lang;
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// How wide a reply's title may be, in cells: 12 Chinese characters, 28 Latin letters.
const WIDEST: [(Lang, usize); 2] = [(Lang::Zh, 24), (Lang::En, 28)];

pub(super) fn check(merged: &Merged, out: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for step in merged.steps() {
        for reply in &step.replies {
            if step.within.is_none() {
                names::kebab(Thing::Reply, &reply.id, out);
            }
            if !seen.insert(reply.id.as_str()) {
                out.push(twice(Thing::Reply, &reply.id));
            }
            let checks: Vec<&str> = step.checks.iter().map(|check| check.id.as_str()).collect();
            one(merged, step, &checks, reply, out);
        }
    }
}

/// A reply of a step which, with what lies over it, has these checks.
pub(super) fn one(
    merged: &Merged,
    step: &RawStep,
    checks: &[&str],
    reply: &RawReply,
    out: &mut Vec<Problem>,
) {
    if ReplyKind::from_name(reply.kind.as_str()).is_none() {
        let known = ReplyKind::ALL.map(ReplyKind::name);
        names::unknown(Thing::ReplyKind, &reply.kind, known, out);
    }
    for (lang, limit) in WIDEST {
        let side = match lang {
            Lang::Zh => &reply.title.zh,
            Lang::En => &reply.title.en,
        };
        if let Some(title) = side.as_ref().filter(|title| title.as_str().width() > limit) {
            let code = Code::LongTitle { lang, limit };
            out.push(Problem { spot: title.spot.clone(), code });
        }
    }
    for check in reply.done.iter().filter(|check| !checks.contains(&check.as_str())) {
        names::unknown(Thing::Check, check, checks.iter().copied(), out);
    }
    let facts = &merged.book.facts;
    for set in &reply.sets {
        if told(facts, &set.fact, out)
            && let Some(fact) = facts.iter().find(|fact| fact.id.value == set.fact.value)
        {
            facts::value(fact, &set.value, out);
        }
    }
    let asks: Vec<&str> = step.asks.iter().flatten().map(At::as_str).collect();
    for fact in reply.asks.iter().flatten().filter(|fact| !asks.contains(&fact.as_str())) {
        names::unknown(Thing::Fact, fact, asks.iter().copied(), out);
    }
    let mut seen = BTreeSet::new();
    for promise in &reply.promises {
        promise_id(&promise.id, out);
        let (due, after) = promise.parts();
        names::due_text(due, &promise.due, out);
        if let Some(fact) = after {
            case::date(facts, fact, &promise.due, out);
        } else if let Some(within) = &promise.within {
            let code = Code::WithinAlone;
            out.push(Problem { spot: within.spot.clone(), code });
        }
        if let Some(within) = &promise.within {
            names::due(within, out);
        }
        if !seen.insert(promise.id.as_str()) {
            out.push(twice(Thing::Promise, &promise.id));
        }
    }
}

/// `due.answer` must be one name in a template: a hyphen there would be a minus.
fn promise_id(id: &At<String>, out: &mut Vec<Problem>) {
    let text = id.as_str();
    let good = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !good {
        names::bad(Thing::Promise, id, out);
    }
}
