//! Overlays: for whom they are, and what they change.

use super::super::condition::names::{BUYER_TYPES, NameType};
use super::super::diagnostic::{Problem, Thing};
use super::super::merge::{Merged, twice};
use super::super::schema::{RawOverlayFor, RawStep, RawStepOverlay};
use super::names::{due, kebab, one_of, timer_id, unknown};
use super::replies;
use std::collections::BTreeSet;

pub(super) fn check(merged: &Merged, out: &mut Vec<Problem>) {
    let steps: Vec<&str> = merged.steps().map(|step| step.id.as_str()).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for overlay in &merged.book.overlays {
        cases(&overlay.when, out);
        for over in &overlay.steps {
            let under = merged.steps().find(|step| step.id.value == over.id.value);
            if let Some(under) = under {
                step(merged, under, over, &mut seen, out);
            // A parent's overlay has nothing to lie over where its step was left out.
            } else if !merged.skipped.contains(over.id.as_str()) {
                unknown(Thing::Step, &over.id, steps.iter().copied(), out);
            }
        }
    }
}

fn cases(when: &RawOverlayFor, out: &mut Vec<Problem>) {
    for name in &when.buyer_types {
        one_of(Thing::BuyerType, name, BUYER_TYPES, out);
    }
    let lists = [
        (Thing::Mood, NameType::Mood, &when.moods),
        (Thing::Platform, NameType::Platform, &when.platforms),
        (Thing::Language, NameType::Lang, &when.langs),
    ];
    for (thing, kind, names) in lists {
        for name in names {
            one_of(thing, name, kind.values(), out);
        }
    }
}

fn step<'a>(
    merged: &Merged,
    under: &RawStep,
    over: &'a RawStepOverlay,
    seen: &mut BTreeSet<&'a str>,
    out: &mut Vec<Problem>,
) {
    if let Some(timer) = &over.timer {
        timer_id(&timer.id, out);
        due(&timer.due, out);
    }
    let mut checks = BTreeSet::new();
    for check in &over.checks {
        kebab(Thing::Check, &check.id, out);
        if !checks.insert(check.id.as_str()) {
            out.push(twice(Thing::Check, &check.id));
        }
    }
    for reply in &over.replies {
        if under.within.is_none() {
            kebab(Thing::Reply, &reply.id, out);
        }
        // One that replaces may do so in several overlays; one that is added is added once.
        let elsewhere = merged
            .steps()
            .filter(|step| step.id.value != under.id.value)
            .flat_map(|step| &step.replies)
            .any(|other| other.id.value == reply.id.value);
        let replaces = under.replies.iter().any(|other| other.id.value == reply.id.value);
        if elsewhere || (!seen.insert(reply.id.as_str()) && !replaces) {
            out.push(twice(Thing::Reply, &reply.id));
        }
        let all = under.checks.iter().chain(&over.checks);
        let all: Vec<&str> = all.map(|check| check.id.as_str()).collect();
        replies::one(merged, under, &all, reply, out);
    }
}
