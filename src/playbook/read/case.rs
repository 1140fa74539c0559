//! Reads what a file says of the whole case: evidence, triggers, groups, endings, clocks.

use super::super::schema::{RawCaseTimer, RawEnding, RawEvidence, RawGroup, RawTrigger, Table};
use super::reader::{Node, Reader};

pub(super) fn evidence(r: &mut Reader, node: &Node<'_>) -> RawEvidence {
    const T: Table = Table::Evidence;
    let must = r.texts(node, T, "must").unwrap_or_default();
    RawEvidence { must, nice: r.texts(node, T, "nice").unwrap_or_default() }
}

pub(super) fn trigger(r: &mut Reader, node: &Node<'_>) -> Option<RawTrigger> {
    r.one(node, Table::TriggerWords, "words", |r, node| {
        let zh = r.texts(node, Table::TriggerWords, "zh").unwrap_or_default();
        let en = r.texts(node, Table::TriggerWords, "en").unwrap_or_default();
        Some(RawTrigger { zh, en })
    })
}

pub(super) fn group(r: &mut Reader, node: &Node<'_>) -> Option<RawGroup> {
    let id = r.text(node, Table::Group, "id", true);
    let title = r.words(node, Table::Group, "title", true).unwrap_or_default();
    let enough = r.count(node, "enough", 1, 99);
    Some(RawGroup { id: id?, title, enough })
}

pub(super) fn ending(r: &mut Reader, node: &Node<'_>) -> Option<RawEnding> {
    let id = r.text(node, Table::Ending, "id", true);
    let title = r.words(node, Table::Ending, "title", true).unwrap_or_default();
    let result = r.text(node, Table::Ending, "result", true);
    let reply = r.text(node, Table::Ending, "reply", false);
    Some(RawEnding { id: id?, title, result: result?, reply })
}

pub(super) fn timer(r: &mut Reader, node: &Node<'_>) -> Option<RawCaseTimer> {
    const T: Table = Table::CaseTimer;
    let id = r.text(node, T, "id", true);
    let title = r.words(node, T, "title", true).unwrap_or_default();
    let due = r.text(node, T, "due", true);
    Some(RawCaseTimer {
        title,
        start: r.text(node, T, "start", false),
        stop: r.text(node, T, "stop", false),
        pause: r.text(node, T, "pause", false),
        from: r.text(node, T, "from", false),
        warn: r.percents(node, "warn"),
        basis: r.texts(node, T, "basis").unwrap_or_default(),
        id: id?,
        due: due?,
    })
}
