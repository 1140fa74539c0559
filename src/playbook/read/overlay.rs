//! Reads `[[overlay]]` and what stands in it.

use super::super::diagnostic::Code;
use super::super::schema::{RawOverlay, RawOverlayFor, RawStepOverlay, Table};
use super::reader::{Node, Reader};
use super::reply::reply;
use super::step::{check, need, timer};

pub(super) fn overlay(r: &mut Reader, node: &Node<'_>) -> Option<RawOverlay> {
    let when = r.wanted(node, Table::OverlayFor, Table::Overlay, "for", overlay_for);
    let steps = r.each(node, Table::OverlayStep, "step", step).unwrap_or_default();
    Some(RawOverlay { spot: r.spot(node.span.clone()), when: when?, steps })
}

fn overlay_for(r: &mut Reader, node: &Node<'_>) -> RawOverlayFor {
    const T: Table = Table::OverlayFor;
    let found = RawOverlayFor {
        buyer_types: r.texts(node, T, "buyer_type").unwrap_or_default(),
        moods: r.texts(node, T, "mood").unwrap_or_default(),
        platforms: r.texts(node, T, "platform").unwrap_or_default(),
        langs: r.texts(node, T, "lang").unwrap_or_default(),
        shops: r.texts(node, T, "shop").unwrap_or_default(),
    };
    let lists = [&found.buyer_types, &found.moods, &found.platforms, &found.langs, &found.shops];
    if lists.iter().all(|list| list.is_empty()) {
        r.tell(node.span.clone(), Code::OverlayForAll);
    }
    found
}

fn step(r: &mut Reader, node: &Node<'_>) -> Option<RawStepOverlay> {
    const T: Table = Table::OverlayStep;
    let id = r.text(node, T, "id", true);
    Some(RawStepOverlay {
        why: r.words(node, T, "why", false),
        feel: r.words(node, T, "feel", false),
        skip: r.flag(node, "skip"),
        timer: r.one(node, Table::Timer, "timer", timer),
        needs: r.each(node, Table::Need, "needs", need).unwrap_or_default(),
        checks: r.each(node, Table::Check, "check", check).unwrap_or_default(),
        replies: r.each(node, Table::Reply, "reply", reply).unwrap_or_default(),
        id: id?,
    })
}
