//! Reads `[[step]]` and what stands in it.

use super::super::diagnostic::Code;
use super::super::schema::{
    RawBranch, RawCall, RawCheck, RawEscalate, RawLadder, RawNeed, RawRepeat, RawStep, RawTighten,
    RawTimer, RawWay, Table,
};
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
        when: r.text(node, T, "when", false),
        group: r.text(node, T, "group", false),
        again: r.text(node, T, "again", false),
        repeat: r.one(node, Table::Repeat, "repeat", repeat),
        exhibits: r.texts(node, T, "exhibits"),
        escalate: r.one(node, Table::Escalate, "escalate", escalate),
        ladder: r.one(node, Table::Ladder, "ladder", ladder),
        call: r.one(node, Table::Call, "call", call),
        drop: r.texts(node, T, "drop").unwrap_or_default(),
        tighten: r.one(node, Table::Tighten, "tighten", tighten),
        within: None,
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

pub(super) fn timer(r: &mut Reader, node: &Node<'_>) -> Option<RawTimer> {
    let id = r.text(node, Table::Timer, "id", true);
    let due = r.text(node, Table::Timer, "due", true);
    let pause = r.text(node, Table::Timer, "pause", false);
    let warn = r.percents(node, "warn");
    Some(RawTimer { id: id?, due: due?, pause, warn })
}

fn repeat(r: &mut Reader, node: &Node<'_>) -> Option<RawRepeat> {
    let until = r.text(node, Table::Repeat, "until", true);
    let most = r.count(node, "most", 1, 99);
    if !node.has("most") {
        r.missing(node, Table::Repeat, "most");
    }
    let then = r.text(node, Table::Repeat, "then", true);
    Some(RawRepeat { until: until?, most: most?, then: then? })
}

fn escalate(r: &mut Reader, node: &Node<'_>) -> Option<RawEscalate> {
    let to = r.words(node, Table::Escalate, "to", true);
    let due = r.text(node, Table::Escalate, "due", true);
    Some(RawEscalate { to: to?, due: due? })
}

fn ladder(r: &mut Reader, node: &Node<'_>) -> RawLadder {
    let replies = r.texts(node, Table::Ladder, "replies").unwrap_or_default();
    let still = r.text(node, Table::Ladder, "while", false);
    RawLadder { spot: r.spot(node.span.clone()), replies, still }
}

fn call(r: &mut Reader, node: &Node<'_>) -> Option<RawCall> {
    let playbook = r.text(node, Table::Call, "playbook", true);
    let only = r.texts(node, Table::Call, "only");
    let returns = r.texts(node, Table::Call, "returns").unwrap_or_default();
    Some(RawCall { playbook: playbook?, only, returns })
}

fn tighten(r: &mut Reader, node: &Node<'_>) -> RawTighten {
    const T: Table = Table::Tighten;
    RawTighten {
        spot: r.spot(node.span.clone()),
        needs: r.each(node, Table::Need, "needs", need).unwrap_or_default(),
        requires: r.texts(node, T, "requires").unwrap_or_default(),
        exhibits: r.texts(node, T, "exhibits").unwrap_or_default(),
        timer: r.one(node, Table::Timer, "timer", timer),
    }
}

pub(super) fn need(r: &mut Reader, node: &Node<'_>) -> Option<RawNeed> {
    let when = r.text(node, Table::Need, "when", true);
    let words = r.words(node, Table::Need, "else", true);
    Some(RawNeed { when: when?, words: words? })
}

fn branch(r: &mut Reader, node: &Node<'_>) -> Option<RawBranch> {
    const WAYS: &[&str] = &["goto", "playbook"];
    let when = r.text(node, Table::Branch, "when", false);
    let goto = r.text(node, Table::Branch, "goto", false);
    let playbook = r.text(node, Table::Branch, "playbook", false);
    let way = match (goto, playbook) {
        (Some(name), None) => RawWay::Goto(name),
        (None, Some(name)) => RawWay::Playbook(name),
        (Some(_), Some(_)) => {
            r.tell(node.span.clone(), Code::OneOfKeys { keys: WAYS, many: true });
            return None;
        }
        (None, None) => {
            // A key that is there but no text is told of already.
            if !node.has("goto") && !node.has("playbook") {
                r.missing(node, Table::Branch, "goto");
            }
            return None;
        }
    };
    Some(RawBranch { spot: r.spot(node.span.clone()), when, way })
}

pub(super) fn check(r: &mut Reader, node: &Node<'_>) -> Option<RawCheck> {
    let id = r.text(node, Table::Check, "id", true);
    let text = r.words(node, Table::Check, "text", true);
    let mut flag = |key| r.flag(node, key).is_some_and(|flag| flag.value);
    let (optional, hand) = (flag("optional"), flag("hand"));
    let holds = r.text(node, Table::Check, "holds", false);
    if hand && holds.is_none() {
        // Without a condition it is ticked by hand anyway.
        r.missing(node, Table::Check, "holds");
    }
    Some(RawCheck { id: id?, text: text?, optional, holds, hand })
}
