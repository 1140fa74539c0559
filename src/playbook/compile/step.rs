//! A step as written to a step that runs.

use super::super::book::{
    Again, Branch, Check, Escalation, Ladder, Need, Repeat, Step, StepTimer, Within,
};
use super::super::condition::Condition;
use super::super::due::DueRule;
use super::super::merge::Merged;
use super::super::route::Next;
use super::super::schema::{
    RawBranch, RawCheck, RawEscalate, RawLadder, RawNeed, RawRepeat, RawStep, RawTimer, RawWay,
    RawWithin, RawWords,
};
use super::super::spot::At;
use super::{condition, exhibits, next, percents, reply, texts, words};
use crate::domain::{CheckId, FactId, GroupId, PlaybookId, ReplyId, StepId, TimerId};

pub(super) fn step(step: &RawStep, merged: &Merged) -> Step {
    let flag = |flag: &Option<At<bool>>| flag.as_ref().is_some_and(|flag| flag.value);
    let again = step.again.as_ref().and_then(|again| Again::from_name(again.as_str()));
    let replies = step.replies.iter().filter_map(|raw| reply::reply(raw, merged));
    Step {
        id: StepId::new(step.id.value.clone()),
        title: words(step.title.as_ref()),
        why: words(step.why.as_ref()),
        feel: step.feel.as_ref().map(RawWords::words),
        calming: flag(&step.calming),
        optional: flag(&step.optional),
        within: step.within.as_ref().map(within),
        when: condition(step.when.as_ref()),
        group: step.group.as_ref().map(|group| GroupId::new(group.value.clone())),
        again: again.unwrap_or_default(),
        repeat: step.repeat.as_ref().and_then(|raw| repeat(raw, merged)),
        exhibits: exhibits(step.exhibits.iter().flatten()),
        escalate: step.escalate.as_ref().and_then(|raw| escalate(raw, step)),
        ladder: step.ladder.as_ref().map(ladder),
        asks: facts(step.asks.as_ref()),
        requires: facts(step.requires.as_ref()),
        standards: texts(step.standards.iter().flatten()),
        timer: step.timer.as_ref().and_then(timer),
        needs: step.needs.iter().flatten().map(need).collect(),
        next: step.next.iter().flatten().filter_map(|way| branch(way, merged)).collect(),
        checks: step.checks.iter().map(check).collect(),
        replies: replies.collect(),
    }
}

pub(super) fn facts(names: Option<&Vec<At<String>>>) -> Vec<FactId> {
    names.into_iter().flatten().map(|name| FactId::new(name.value.clone())).collect()
}

pub(super) fn timer(timer: &RawTimer) -> Option<StepTimer> {
    Some(StepTimer {
        id: TimerId::new(timer.id.value.clone()),
        due: DueRule::parse(timer.due.as_str())?,
        pause: condition(timer.pause.as_ref()),
        warn: percents(timer.warn.as_ref()),
    })
}

pub(super) fn need(need: &RawNeed) -> Need {
    Need { when: Condition::new(&need.when), words: need.words.words() }
}

pub(super) fn check(check: &RawCheck) -> Check {
    Check {
        id: CheckId::new(check.id.value.clone()),
        text: check.text.words(),
        optional: check.optional,
        holds: condition(check.holds.as_ref()),
        by_hand: check.holds.is_none() || check.hand,
    }
}

fn within(within: &RawWithin) -> Within {
    Within {
        call: StepId::new(within.call.clone()),
        title: within.title.words(),
        playbook: PlaybookId::new(within.playbook.clone()),
    }
}

fn repeat(repeat: &RawRepeat, merged: &Merged) -> Option<Repeat> {
    Some(Repeat {
        until: Condition::new(&repeat.until),
        most: u32::try_from(repeat.most.value).ok()?,
        then: next(repeat.then.as_str(), merged)?,
    })
}

/// The clock is named after the step: two matters can be up at once.
fn escalate(escalate: &RawEscalate, step: &RawStep) -> Option<Escalation> {
    Some(Escalation {
        to: escalate.to.words(),
        timer: TimerId::new(format!("escalate-{}", step.id.value)),
        due: DueRule::parse(escalate.due.as_str())?,
    })
}

fn ladder(ladder: &RawLadder) -> Ladder {
    Ladder {
        replies: ladder.replies.iter().map(|rung| ReplyId::new(rung.value.clone())).collect(),
        still: condition(ladder.still.as_ref()),
    }
}

fn branch(branch: &RawBranch, merged: &Merged) -> Option<Branch> {
    let goto = match &branch.way {
        RawWay::Goto(name) => next(name.as_str(), merged)?,
        RawWay::Playbook(id) => Next::Playbook(PlaybookId::new(id.value.clone())),
    };
    Some(Branch { when: condition(branch.when.as_ref()), goto })
}
