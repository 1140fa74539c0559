//! A child's step worked into the parent's: what is given replaces, what is tightened is added.

use super::super::diagnostic::{Code, Problem, Thing};
use super::super::due::DueRule;
use super::super::schema::{RawCheck, RawNeed, RawReply, RawStep, RawTighten, RawTimer};
use super::super::spot::At;
use super::twice;

pub(super) fn override_step(known: &mut RawStep, step: &RawStep, problems: &mut Vec<Problem>) {
    known.id.clone_from(&step.id);
    known.spot.clone_from(&step.spot);
    take(&mut known.title, step.title.as_ref());
    take(&mut known.why, step.why.as_ref());
    take(&mut known.feel, step.feel.as_ref());
    take(&mut known.calming, step.calming.as_ref());
    take(&mut known.optional, step.optional.as_ref());
    take(&mut known.when, step.when.as_ref());
    take(&mut known.group, step.group.as_ref());
    take(&mut known.again, step.again.as_ref());
    take(&mut known.repeat, step.repeat.as_ref());
    take(&mut known.exhibits, step.exhibits.as_ref());
    take(&mut known.escalate, step.escalate.as_ref());
    take(&mut known.ladder, step.ladder.as_ref());
    take(&mut known.call, step.call.as_ref());
    take(&mut known.asks, step.asks.as_ref());
    take(&mut known.requires, step.requires.as_ref());
    take(&mut known.standards, step.standards.as_ref());
    take(&mut known.timer, step.timer.as_ref());
    take(&mut known.needs, step.needs.as_ref());
    take(&mut known.next, step.next.as_ref());
    drop(known, &step.drop, problems);
    again(step, problems);
    let check_id = |check: &RawCheck| check.id.value.clone();
    add_or_replace(&mut known.checks, &step.checks, check_id);
    let reply_id = |reply: &RawReply| reply.id.value.clone();
    add_or_replace(&mut known.replies, &step.replies, reply_id);
    if let Some(tighten) = &step.tighten {
        self::tighten(known, tighten, problems);
    }
}

fn take<T: Clone>(into: &mut Option<T>, from: Option<&T>) {
    if from.is_some() {
        *into = from.cloned();
    }
}

/// What is left out and written again in one step is one thing too many.
fn again(step: &RawStep, problems: &mut Vec<Problem>) {
    for name in &step.drop {
        let check = step.checks.iter().any(|check| check.id.value == name.value);
        let reply = step.replies.iter().any(|reply| reply.id.value == name.value);
        if check || reply {
            let thing = if check { Thing::Check } else { Thing::Reply };
            problems.push(twice(thing, name));
        }
    }
}

/// Leaves out inherited checks and replies. A check left out is no longer ticked by any reply.
fn drop(known: &mut RawStep, names: &[At<String>], problems: &mut Vec<Problem>) {
    for name in names {
        let check = known.checks.iter().position(|check| check.id.value == name.value);
        let reply = known.replies.iter().position(|reply| reply.id.value == name.value);
        if check.is_none() && reply.is_none() {
            let checks = known.checks.iter().map(|check| check.id.as_str());
            let all = checks.chain(known.replies.iter().map(|reply| reply.id.as_str()));
            let code = Code::unknown(Thing::Reply, name.as_str(), all);
            problems.push(Problem { spot: name.spot.clone(), code });
        }
        if let Some(at) = check {
            known.checks.remove(at);
            for reply in &mut known.replies {
                reply.done.retain(|done| done.value != name.value);
            }
        }
        if let Some(at) = reply {
            known.replies.remove(at);
        }
    }
}

fn tighten(known: &mut RawStep, more: &RawTighten, problems: &mut Vec<Problem>) {
    let needs = known.needs.get_or_insert_default();
    let same = |a: &RawNeed, b: &RawNeed| a.when.value == b.when.value && a.words == b.words;
    for need in &more.needs {
        if !needs.iter().any(|other| same(other, need)) {
            needs.push(need.clone());
        }
    }
    let requires = known.requires.get_or_insert_default();
    for fact in &more.requires {
        add_name(requires, fact);
    }
    // What must be known must be asked for.
    if !more.requires.is_empty() {
        let asks = known.asks.get_or_insert_default();
        for fact in &more.requires {
            add_name(asks, fact);
        }
    }
    let exhibits = known.exhibits.get_or_insert_default();
    for exhibit in &more.exhibits {
        add_name(exhibits, exhibit);
    }
    if let Some(timer) = &more.timer {
        if let Some(parent) = &known.timer
            && is_longer(timer, parent)
        {
            let (due, parent) = (timer.due.value.clone(), parent.due.value.clone());
            let code = Code::Looser { due, parent };
            problems.push(Problem { spot: timer.due.spot.clone(), code });
        }
        known.timer = Some(timer.clone());
    }
}

fn add_name(names: &mut Vec<At<String>>, name: &At<String>) {
    if !names.iter().any(|known| known.value == name.value) {
        names.push(name.clone());
    }
}

/// Whether a timer surely runs longer than another; rules that only the calendar could compare are
/// taken on trust.
fn is_longer(timer: &RawTimer, than: &RawTimer) -> bool {
    let rules = (DueRule::parse(timer.due.as_str()), DueRule::parse(than.due.as_str()));
    let (Some(rule), Some(than)) = rules else { return false };
    match (rule, than) {
        // Working minutes are never fewer than the minutes of the wall they take.
        (
            DueRule::Wall(a) | DueRule::Working(a) | DueRule::Between { minutes: a, .. },
            DueRule::Wall(b),
        )
        | (DueRule::Working(a), DueRule::Working(b))
        | (DueRule::CloseOf(a), DueRule::CloseOf(b)) => a > b,
        (
            DueRule::Between { minutes: a, opens, closes },
            DueRule::Between { minutes: b, opens: from, closes: to },
        ) if (opens, closes) == (from, to) => a > b,
        (DueRule::CloseOf(days), DueRule::Wall(minutes)) => {
            days > 1 && (days - 1).saturating_mul(24 * 60) > minutes
        }
        (DueRule::Wall(minutes), DueRule::CloseOf(days)) => {
            // A week off in between is the most that is believed.
            minutes > (days + 8).saturating_mul(24 * 60)
        }
        (DueRule::Wall(_) | DueRule::CloseOf(_), DueRule::Working(_))
        | (DueRule::Working(_), DueRule::CloseOf(_))
        | (DueRule::Between { .. }, _)
        | (_, DueRule::Between { .. }) => false,
    }
}

/// Entries of a new id go behind; a doubled one in the child is left for `check` to find.
pub(super) fn add_or_replace<T: Clone>(known: &mut Vec<T>, new: &[T], id: impl Fn(&T) -> String) {
    let inherited = known.len();
    for entry in new {
        match known.iter().take(inherited).position(|other| id(other) == id(entry)) {
            Some(at) => {
                if let Some(slot) = known.get_mut(at) {
                    *slot = entry.clone();
                }
            }
            None => known.push(entry.clone()),
        }
    }
}
