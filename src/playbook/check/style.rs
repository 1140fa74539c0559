//! What makes a playbook poorer than it could be: too few wordings, a step without words, an offer
//! that leaves no choice. Told of the file's own steps only, and not while it is broken.

use super::super::diagnostic::{Code, Problem};
use super::super::schema::{RawDeed, RawReply, RawStep};
use super::Subject;

/// How many wordings a step should have, so that a buyer does not hear the same one twice.
const WORDINGS: usize = 3;

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Problem>) {
    let own = |step: &&RawStep| step.id.spot.file == subject.file() && step.call.is_none();
    for step in subject.merged.steps().filter(own) {
        if let Some(code) = fault(step, subject.is_shipped()) {
            out.push(Problem { spot: step.id.spot.clone(), code });
        }
        if let Some(code) = lone_offer(step) {
            out.push(Problem { spot: step.id.spot.clone(), code });
        }
    }
    promises_at_ends(subject, out);
}

/// Whoever has a test that keeps a promise has met this, and needs no telling.
fn promises_at_ends(subject: &Subject<'_>, out: &mut Vec<Problem>) {
    let acts = subject.reading.book.tests.iter().flat_map(|test| &test.acts);
    if acts.map(|act| &act.deed).any(|deed| matches!(deed, RawDeed::Keep(_))) {
        return;
    }
    let endings = &subject.merged.book.endings;
    for ending in endings.iter().filter(|ending| ending.id.spot.file == subject.file()) {
        let Some(wanted) = &ending.reply else { continue };
        let mut replies = subject.merged.steps().flat_map(|step| &step.replies);
        let promises =
            |reply: &&RawReply| reply.id.value == wanted.value && !reply.promises.is_empty();
        if replies.find(promises).is_some() {
            let (ending, reply) = (ending.id.value.clone(), wanted.value.clone());
            let code = Code::PromiseAtEnd { ending, reply };
            out.push(Problem { spot: wanted.spot.clone(), code });
        }
    }
}

/// A step may be all work and no words, such as a review of the case; one with neither has lost its
/// script. A shop may leave it like that while it writes; the shipped files may not.
fn fault(step: &RawStep, shipped: bool) -> Option<Code> {
    let step_id = || step.id.value.clone();
    if step.replies.is_empty() {
        let told = shipped && step.checks.is_empty();
        return told.then(|| Code::NoReply { step: step_id() });
    }
    let count = step.replies.iter().map(wordings).sum();
    (count < WORDINGS).then(|| Code::FewWordings { step: step_id(), count })
}

fn wordings(reply: &RawReply) -> usize {
    1 + reply.wordings.len()
}

/// One offer for everybody is no choice. One that is for a certain situation has its reason, and so
/// has a step with a ladder: the choice comes with the next rung.
fn lone_offer(step: &RawStep) -> Option<Code> {
    let offers: Vec<&RawReply> =
        step.replies.iter().filter(|reply| reply.kind.as_str() == "offer").collect();
    let [only] = offers.as_slice() else { return None };
    let chosen = only.when.is_some() || step.ladder.is_some() || step.when.is_some();
    (!chosen).then(|| Code::LoneOffer { step: step.id.value.clone() })
}
