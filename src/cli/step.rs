//! The step a case stands at and the replies that fit, surveyed once for text and document.

use super::act::missing_record;
use super::session::Session;
use crate::app::words::{self, Clock};
use crate::app::{ClockName, DESK_ROWS};
use crate::desk::{Desk, Policy, figures, ladder, owed_replies, turn};
use crate::domain::{CaseState, ReplyId, Stamp, Timer};
use crate::exchange::json::{
    GroupMember, LockedRecord, MoneyRecord, ReplyRecord, Shown, StepCheck, StepExhibit, StepFact,
    StepGroup, StepRecord,
};
use crate::guide::{Because, Habit, Moment, Suggestion, owing, suggest};
use crate::i18n::{Strings, fill};
use crate::playbook::{Missing, Next, Playbook, StepView};

/// Where a case stands.
pub(super) struct Standing {
    pub(super) step: StepView,
    pub(super) replies: Vec<Suggestion>,
    /// Offers of the step whose turn has not come, each with the one before it.
    pub(super) locked: Vec<(ReplyId, ReplyId)>,
    /// Where "next" leads, by title.
    pub(super) next: String,
    /// The clocks that have not stopped: when each runs out, what it is about, how it stands.
    pub(super) clocks: Vec<(Stamp, String, String)>,
    /// What the figures come to.
    pub(super) money: MoneyRecord,
    /// The tools of the desk in which there is anything: name and where it stands.
    pub(super) tools: Vec<(String, String)>,
}

/// Surveys a case; `None` when its playbook does not know the step.
pub(super) fn survey(
    case: &CaseState,
    playbook: &Playbook,
    policy: &Policy,
    session: &Session,
    earlier_cases: u32,
    habits: &[Habit],
) -> Option<Standing> {
    let (agent, lang, now) = (&session.agent, session.lang, session.now());
    let desk = Desk {
        playbook,
        policy,
        agent,
        lang,
        now,
        library: None,
        earlier_cases,
        guard: None,
        paid_elsewhere: &[],
        shelf: None,
    };
    let shelf = session.standards();
    let money = MoneyRecord::new(&figures(case, &desk, Some(&shelf)), ladder(case, &desk).as_ref());
    let tools = DESK_ROWS.into_iter().filter_map(|row| {
        let name = session.strings.settling.row.get(row.name())?;
        Some((name.to_owned(), words::desk_row(row, case, &desk, session.strings)?))
    });
    let tools = tools.collect();
    let situation = desk.situation(case);
    let mut step = playbook.survey(&case.step, &situation)?;
    let (strings, evidence) = (&session.strings, session.evidence());
    let named = |one: &Missing| words::named(one.clone(), strings, Some(&evidence), lang);
    step.missing = step.missing.iter().map(named).collect();
    let rungs = playbook.step(&case.step).and_then(|step| step.ladder.as_ref());
    let rungs = rungs.iter().flat_map(|ladder| &ladder.replies);
    let locked = rungs
        .filter_map(|rung| {
            let before = playbook.rung_before(playbook.step(&case.step)?, rung, &situation)?;
            Some((rung.clone(), before))
        })
        .collect();
    let next = match &step.next {
        Next::Step(id) => playbook.step(id).map(|step| step.title.get(lang).to_owned()),
        Next::Ending(id) => playbook
            .ending(id)
            .map(|ending| fill(strings.step.ending, &[("title", &ending.title.get(lang))])),
        Next::Playbook(id) => Some(fill(strings.step.handover, &[("title", id)])),
        Next::End => Some(strings.step.end.to_owned()),
    };
    let next = next.unwrap_or_default();
    let mut replies: Vec<Suggestion> = owed_replies(case, &desk).into_iter().map(owing).collect();
    if case.is_open() {
        let mut fitting = playbook.replies(&case.step, &situation);
        fitting.extend(turn(case, &desk));
        let waits = case.tally.waiting_since.is_some();
        let moment = Moment::of(&situation, playbook, habits);
        let moment = Moment { unanswered: moment.unanswered && waits, ..moment };
        replies.extend(suggest(fitting, &step, &moment));
    }
    let clocks = clocks(case, playbook, session, &step.title);
    Some(Standing { step, replies, locked, next, clocks, money, tools })
}

/// The clocks of a case, the one that runs out first on top, those that stand still last.
fn clocks(
    case: &CaseState,
    playbook: &Playbook,
    session: &Session,
    here: &str,
) -> Vec<(Stamp, String, String)> {
    let (strings, now) = (&session.strings, session.now());
    let clock = Clock::new(now, session.offset, strings);
    let mut running: Vec<_> = case.running_timers().filter(|_| case.is_open()).collect();
    running.sort_by_key(|timer| (timer.paused, timer.due));
    let row = |timer: &Timer| {
        let name = ClockName::of(&timer.id, Some(playbook), session.lang);
        let stands = if timer.paused.is_some() {
            strings.clocks.paused.to_owned()
        } else if timer.due > now {
            fill(strings.clocks.left, &[("time", &clock.span(timer.due.since(now)))])
        } else {
            fill(strings.step.over, &[("time", &clock.late(timer.due))])
        };
        (timer.due, words::clock_name(strings, &name, Some(here)), stands)
    };
    running.into_iter().map(row).collect()
}

/// Why a reply is offered.
pub(super) fn why(suggestion: &Suggestion, step: &StepView, strings: &Strings) -> String {
    let because = suggestion.because.first().unwrap_or(&Because::Step);
    crate::app::words::because(strings, because, Some(step))
}

/// The step, for a document.
pub(super) fn step_record(standing: &Standing) -> StepRecord {
    let step = &standing.step;
    let (place, of) = step.position;
    StepRecord {
        id: step.id.clone(),
        title: Shown::new(&step.title),
        why: Shown::new(&step.why),
        place,
        of,
        optional: step.optional,
        checks: step
            .checks
            .iter()
            .map(|check| StepCheck {
                id: check.id.clone(),
                text: Shown::new(&check.text),
                done: check.done,
                optional: check.optional,
                by_hand: check.by_hand,
            })
            .collect(),
        facts: step
            .facts
            .iter()
            .map(|fact| StepFact {
                id: fact.id.clone(),
                kind: fact.kind,
                label: Shown::new(&fact.label),
                ask: Shown::new(&fact.ask),
                values: fact.values.iter().map(|(id, _)| Shown::new(id)).collect(),
                required: fact.required,
                value: fact.shown.as_deref().map(Shown::new),
                status: fact.known.as_ref().map(|(_, status)| *status),
            })
            .collect(),
        missing: step.missing.iter().map(missing_record).collect(),
        next: match &step.next {
            Next::Step(id) => Some(id.clone()),
            Next::End | Next::Ending(_) | Next::Playbook(_) => None,
        },
        ending: match &step.next {
            Next::Ending(id) => Some(id.clone()),
            Next::End | Next::Step(_) | Next::Playbook(_) => None,
        },
        playbook: match &step.next {
            Next::Playbook(id) => Some(id.clone()),
            Next::End | Next::Step(_) | Next::Ending(_) => None,
        },
        exhibits: step
            .exhibits
            .iter()
            .map(|exhibit| StepExhibit {
                any: exhibit.any.iter().map(|kind| Shown::new(kind.as_str())).collect(),
                collected: exhibit.collected,
            })
            .collect(),
        group: step.group.as_ref().map(|group| StepGroup {
            title: Shown::new(&group.title),
            enough: group.enough,
            steps: group
                .steps
                .iter()
                .map(|member| GroupMember { id: member.id.clone(), done: member.done })
                .collect(),
        }),
        round: step.round.map(|(round, _most)| round),
        within: step.within.as_deref().map(Shown::new),
        escalated_to: step.escalated_to.as_deref().map(Shown::new),
        locked: standing
            .locked
            .iter()
            .map(|(id, before)| LockedRecord { id: id.clone(), before: before.clone() })
            .collect(),
    }
}

/// A reply, for a document.
pub(super) fn reply_record(
    suggestion: &Suggestion,
    step: &StepView,
    strings: &Strings,
) -> ReplyRecord {
    let reply = &suggestion.reply;
    ReplyRecord {
        id: reply.id.clone(),
        title: Shown::new(&reply.title),
        why: Shown::new(&why(suggestion, step, strings)),
        text: Shown::new(&reply.rendered.text),
        gaps: reply.rendered.gaps.iter().map(|gap| Shown::new(&gap.label)).collect(),
        sent_before: reply.sent_before,
        kind: reply.kind.name(),
        held: suggestion.held,
        attach: reply.attach.iter().map(|name| Shown::new(name)).collect(),
    }
}
