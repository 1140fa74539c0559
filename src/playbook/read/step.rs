//! Reads `[[step]]` and what stands in it.

use super::super::schema::{RawBranch, RawCheck, RawNeed, RawStep, RawTimer, Table};
use super::reader::{Node, Reader};
use super::reply::reply;

pub(super) fn step(r: &mut Reader, node: &Node<'_>) -> Option<RawStep> {
    const T: Table = Table::Step;
    let id = r.text(node, T, "id", true);
    Some(RawStep {
        spot: r.spot(node.span.clone()),
        after: r.text(node, T, "after", false),
        before: r.text(node, T, "before", false),
        title: r.words(node, T, "title", false),
        why: r.words(node, T, "why", false),
        feel: r.words(node, T, "feel", false),
        calming: r.flag(node, "calming"),
        optional: r.flag(node, "optional"),
        asks: r.texts(node, T, "asks"),
        requires: r.texts(node, T, "requires"),
        standards: r.texts(node, T, "standard"),
        timer: r.one(node, Table::Timer, "timer", timer),
        needs: r.each(node, Table::Need, "needs", need),
        next: r.each(node, Table::Branch, "next", branch),
        checks: r.each(node, Table::Check, "check", check).unwrap_or_default(),
        replies: r.each(node, Table::Reply, "reply", reply).unwrap_or_default(),
        // Last, so that a step without a name still has its other faults told.
        id: id?,
    })
}

fn timer(r: &mut Reader, node: &Node<'_>) -> Option<RawTimer> {
    let id = r.text(node, Table::Timer, "id", true);
    let due = r.text(node, Table::Timer, "due", true);
    Some(RawTimer { id: id?, due: due? })
}

fn need(r: &mut Reader, node: &Node<'_>) -> Option<RawNeed> {
    let when = r.text(node, Table::Need, "when", true);
    let words = r.words(node, Table::Need, "else", true);
    Some(RawNeed { when: when?, words: words? })
}

fn branch(r: &mut Reader, node: &Node<'_>) -> Option<RawBranch> {
    let when = r.text(node, Table::Branch, "when", false);
    let goto = r.text(node, Table::Branch, "goto", true)?;
    Some(RawBranch { spot: r.spot(node.span.clone()), when, goto })
}

fn check(r: &mut Reader, node: &Node<'_>) -> Option<RawCheck> {
    let id = r.text(node, Table::Check, "id", true);
    let text = r.words(node, Table::Check, "text", true);
    let optional = r.flag(node, "optional").is_some_and(|flag| flag.value);
    Some(RawCheck { id: id?, text: text?, optional })
}
