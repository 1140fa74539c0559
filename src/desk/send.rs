//! A reply goes out: recorded, clocks started, and what it completes is done.

use super::open::preview;
use super::refusal::{Named, nearest};
use super::{Desk, Pledge, Refusal, Reply, clocks, dates, gaps, guarded, owed, settling};
use crate::domain::{
    After, Body, CaseState, CheckId, Event, FactId, FactStatus, FactValue, MessageNo, PromiseNo,
    ReplyId, Stamp, StepId, StepReason,
};
use crate::guide::{PledgeFound, pledges};
use crate::playbook::{Missing, Next};
use chrono::NaiveDate;

/// What the adopted replies do besides being said.
#[derive(Debug, Default)]
struct Deeds {
    ticks: Vec<(StepId, CheckId)>,
    sets: Vec<(FactId, FactValue)>,
    promises: Vec<(String, Stamp, Option<After>)>,
    attached: Vec<String>,
    statement: bool,
    texts: Vec<String>,
    /// What the desk's own texts do.
    settling: Vec<Event>,
}

/// Decides the events of sending a reply.
pub(super) fn send(case: &CaseState, reply: Reply, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    let clean = reply.text.clean();
    if clean.as_str().trim().is_empty() {
        // A text of the desk's own is empty because something is missing: that is told instead.
        let own = |id: &&ReplyId| settling::is_carried(id) && !owed::is_owed(id);
        for id in reply.adopted.iter().filter(own) {
            settling::carry(case, id, case.tally.last_no.next(), desk)?;
        }
        return Err(Refusal::Empty);
    }
    let gaps = gaps::left_in(&clean);
    if !gaps.is_empty() {
        return Err(Refusal::Gaps(gaps));
    }
    settling::guard(&clean, case)?;
    let replies = once(reply.adopted);
    let deeds = deeds(case, &replies, reply.written, desk)?;
    let overruled = guarded::read(case, &clean, deeds.statement, reply.overrule.as_deref(), desk)?;
    let pledges = match reply.pledges {
        Some(said) => said,
        None => unasked(clean.as_str(), &deeds, desk)?,
    };
    let mut deeds = deeds;
    owed::as_said(&mut deeds.settling, clean.as_str(), desk);
    deeds.promises.extend(pledges.into_iter().map(|one| (one.what, one.due, one.after)));
    let no = case.tally.last_no.next();
    let first_time = |fact: &FactId| !case.facts.contains_key(fact);
    let mut events = vec![Event::ReplySent {
        no,
        body: Body::new(reply.text),
        replies,
        ticks: deeds.ticks.clone(),
        sets: deeds.sets.iter().map(|(fact, _)| fact.clone()).filter(first_time).collect(),
        attached: deeds.attached.clone(),
        statement: deeds.statement,
        way: reply.way,
        undo_until: desk.now.plus(desk.policy.undo),
    }];
    if !deeds.statement {
        events.extend(clocks::stop_answer(case));
    }
    events.extend(overruled.map(|(rules, reason)| Event::GuardOverruled { no, rules, reason }));
    events.extend(done(deeds, case, no));
    events.extend(onward(case, &events, desk)?);
    Ok(events)
}

/// Promises in the reply's own words that nobody has spoken of yet. What an adopted reply says is
/// promised by it, if it is; changed by hand, it still speaks of the day it promises.
fn unasked(words: &str, deeds: &Deeds, desk: &Desk<'_>) -> Result<Vec<Pledge>, Refusal> {
    let mut own = words.to_owned();
    for text in &deeds.texts {
        own = own.replace(text.as_str(), "\n");
    }
    let calendar = &desk.policy.calendar;
    let days = deeds.days(desk);
    let found = pledges(&own, desk.now, calendar).into_iter();
    let found = found.map(|one| pledge(one, desk));
    let found = found.filter(|one| !days.contains(&calendar.day_of(one.due)));
    let found: Vec<Pledge> = found.collect();
    // A text of the desk's own names the dates of what it puts forward, and promises what it does.
    if found.is_empty() || !deeds.settling.is_empty() {
        return Ok(Vec::new());
    }
    Err(Refusal::Pledges(found))
}

/// A promise in typed words as it would be recorded: hung on the event it names, where the playbook has
/// a date for that.
#[must_use]
pub fn pledge(found: PledgeFound, desk: &Desk<'_>) -> Pledge {
    let awaited = found.after.and_then(|(event, rule)| {
        dates::awaited(event, desk.playbook).map(|fact| After { fact, rule })
    });
    match awaited {
        Some(after) => {
            Pledge { what: found.what, due: dates::look_again(desk.now), after: Some(after) }
        }
        None => Pledge { what: found.what, due: found.due, after: None },
    }
}

impl Deeds {
    /// Records facts; the later word on one goes.
    fn set(&mut self, sets: Vec<(FactId, FactValue)>, case: &CaseState) {
        for (fact, value) in sets {
            self.sets.retain(|(earlier, _)| *earlier != fact);
            // What is known already keeps the message it comes from.
            if case.facts.get(&fact).is_none_or(|known| known.value != value) {
                self.sets.push((fact, value));
            }
        }
    }

    /// The days on which something falls due that the adopted replies promise.
    fn days(&self, desk: &Desk<'_>) -> Vec<NaiveDate> {
        let calendar = &desk.policy.calendar;
        self.promises.iter().map(|(_, due, _)| calendar.day_of(*due)).collect()
    }
}

/// Each reply once: adopting one twice does not promise twice.
fn once(adopted: Vec<ReplyId>) -> Vec<ReplyId> {
    let mut replies: Vec<ReplyId> = Vec::with_capacity(adopted.len());
    for reply in adopted {
        if !replies.contains(&reply) {
            replies.push(reply);
        }
    }
    replies
}

/// What the adopted replies complete, record and promise. One whose condition does not hold now is
/// refused, however it came into the draft: it would say what is not, or no longer, so. Explanations
/// and offers are held back from a buyer who is too upset to hear them.
fn deeds(
    case: &CaseState,
    replies: &[ReplyId],
    written: Option<Stamp>,
    desk: &Desk<'_>,
) -> Result<Deeds, Refusal> {
    let mut deeds = Deeds::default();
    let (mut held, mut unfit) = (Vec::new(), None);
    let situation = desk.situation(case);
    for id in replies {
        if owed::is_owed(id) {
            let carried = owed::carry(case, id, case.tally.last_no.next(), desk)?;
            deeds.settling.extend(carried.deeds);
            deeds.promises.extend(carried.promise);
            continue;
        }
        if settling::is_carried(id) {
            let carried = settling::carry(case, id, case.tally.last_no.next(), desk)?;
            deeds.settling.extend(carried.deeds);
            deeds.promises.extend(carried.promise);
            deeds.set(carried.sets, case);
            continue;
        }
        let (step, view) = desk
            .playbook
            .reply(id)
            .zip(desk.playbook.reply_view_of(id, &situation))
            .map(|((step, _), view)| (step, view))
            .ok_or_else(|| unknown(id, desk))?;
        if let Some(before) = desk.playbook.rung_before(step, id, &situation) {
            return Err(Refusal::Rung { reply: id.to_string(), before: before.to_string() });
        }
        if unfit.is_none() {
            unfit = desk.playbook.unfit(id, &situation).map(|why| (id.to_string(), why));
        }
        let step = &step.id;
        deeds.statement |= !view.kind.is_to_buyer();
        deeds.texts.push(view.rendered.text.clone());
        for name in view.attach {
            if !deeds.attached.contains(&name) {
                deeds.attached.push(name);
            }
        }
        if case.mood.is_hot() && view.kind.waits_for_calm() {
            held.push(id.to_string());
        }
        for check in view.done {
            let tick = (step.clone(), check);
            if !case.checks.contains(&tick) && !deeds.ticks.contains(&tick) {
                deeds.ticks.push(tick);
            }
        }
        deeds.set(view.sets, case);
        let then = written.map(|written| Desk { now: written.min(desk.now), ..*desk });
        let dues = then.and_then(|then| {
            let view = then.playbook.reply_view_of(id, &then.situation(case))?;
            Some(view.promises.into_iter().map(|promise| promise.due).collect::<Vec<_>>())
        });
        let mut as_said = dues.into_iter().flatten();
        deeds.promises.extend(view.promises.into_iter().map(|promise| {
            // What the buyer reads is what is promised, unless that time has passed meanwhile.
            let due = as_said.next().filter(|due| *due > desk.now).unwrap_or(promise.due);
            (promise.what, due, promise.after)
        }));
    }
    match unfit {
        _hot if !held.is_empty() => Err(Refusal::Held(held)),
        Some((reply, why)) => Err(Refusal::Unfit { reply, why }),
        None => Ok(deeds),
    }
}

fn unknown(id: &ReplyId, desk: &Desk<'_>) -> Refusal {
    let known = desk.playbook.steps.iter().flat_map(|step| &step.replies);
    Refusal::Unknown {
        what: Named::Reply,
        name: id.to_string(),
        nearest: nearest(id.as_str(), known.map(|reply| reply.id.as_str())),
    }
}

fn done(deeds: Deeds, case: &CaseState, no: MessageNo) -> Vec<Event> {
    let settling = deeds.settling;
    let ticks =
        deeds.ticks.into_iter().map(|(step, check)| Event::CheckSet { step, check, done: true });
    let sets = deeds.sets.into_iter().map(|(fact, value)| Event::FactRecorded {
        fact,
        value,
        status: FactStatus::Confirmed,
        source: Some(no),
    });
    let first = u32::try_from(case.promises.len()).unwrap_or(u32::MAX);
    let promises =
        (first..).zip(deeds.promises).map(|(before, (what, due, after))| Event::PromiseMade {
            no: PromiseNo(before.saturating_add(1)),
            what,
            due,
            message: Some(no),
            after,
        });
    ticks.chain(sets).chain(settling).chain(promises).collect()
}

/// Moves on when the reply did what the step was still missing.
fn onward(case: &CaseState, events: &[Event], desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    if !case.is_open() {
        return Ok(Vec::new());
    }
    let before = desk.survey(case)?;
    if !before.missing.iter().any(Missing::is_here) {
        // Nothing was missing, so the reply completed nothing: the agent decides when to go on.
        return Ok(Vec::new());
    }
    let mut after = case.clone();
    preview(&mut after, events, desk.agent, desk.now)
        .map_err(|broken| Refusal::BrokenStep(broken.to_string()))?;
    let view = desk.survey(&after)?;
    if !view.missing.is_empty() || view.calming {
        return Ok(Vec::new());
    }
    let course = desk.course(&after)?;
    match course.next {
        // Another round, and what lies behind, are the agent's to begin.
        Next::Step(step) if course.reason == StepReason::Forward => {
            Ok(clocks::change_step(desk, &after, &step, course.reason, course.passed))
        }
        Next::Step(_) | Next::End | Next::Ending(_) | Next::Playbook(_) => Ok(Vec::new()),
    }
}
