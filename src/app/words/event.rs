//! One sentence for each thing that can happen to a case.

use super::{
    Clock, aggravator, buyer_type, cause, department, exhibit, follow_result, issue, mood,
    platform, result, status, value as value_words,
};
use crate::app::{ClockName, OpenCase};
use crate::domain::{
    CaseState, CheckId, Event, FactId, Lang, SendWay, StepId, StepReason, TimerEnd, TimerId,
};
use crate::i18n::{Strings, fill};
use crate::playbook::FactDecl;
use crate::standard::Evidence;

/// What happened, in the screen's language. Names of steps, checks and facts come from the open
/// case's step where it knows them; else their ids are shown.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each kind of event, and no more")]
pub fn event(
    strings: &Strings,
    lang: Lang,
    clock: Clock<'_>,
    open: Option<&OpenCase>,
    evidence: Option<&Evidence>,
    event: &Event,
) -> String {
    let words = &strings.event;
    match event {
        Event::CaseOpened { platform: from, issue: about, .. } => fill(
            words.case_opened,
            &[("platform", &platform(strings, *from)), ("issue", &issue(strings, about))],
        ),
        Event::OrderNoted { order } => fill(words.order_noted, &[("tail", &order.no.tail())]),
        Event::MessagesReceived { stretch } => {
            fill(words.messages_received, &[("n", &stretch.count)])
        }
        Event::ReplySent { way, statement, attached, .. } => {
            let text = if *statement { &words.statement_sent } else { &words.reply_sent };
            let line = fill(text, &[("way", &sent(strings, *way))]);
            with_words(line, &attached.join(strings.refusal.list_mark))
        }
        Event::GuardOverruled { rules, reason, .. } => {
            let rules = rules.join(strings.refusal.list_mark);
            fill(words.guard_overruled, &[("rules", &rules), ("reason", reason)])
        }
        Event::ReplyRetracted { no, .. } => fill(words.reply_retracted, &[("n", no)]),
        Event::NoteWritten { .. } => words.note_written.to_owned(),
        Event::FactRecorded { fact, value, status: sure, .. } => fill(
            words.fact_recorded,
            &[
                ("fact", &fact_label(lang, open, fact)),
                ("value", &value_words(strings, lang, declared(open, fact), value)),
                ("status", &status(strings, *sure)),
            ],
        ),
        Event::FactWithdrawn { fact } => {
            fill(words.fact_withdrawn, &[("fact", &fact_label(lang, open, fact))])
        }
        Event::CheckSet { step, check, done } => {
            let text = if *done { &words.check_ticked } else { &words.check_unticked };
            fill(text, &[("check", &check_text(open, step, check))])
        }
        Event::ExhibitNoted { no, exhibit: kind, what, .. } => {
            let kind = exhibit(evidence, lang, kind);
            let line = fill(words.exhibit_noted, &[("n", no), ("exhibit", &kind)]);
            with_words(line, what)
        }
        Event::ExhibitDropped { no } => fill(words.exhibit_dropped, &[("n", no)]),
        Event::BuyerTypeSet { buyer_type: Some(kind) } => {
            fill(words.buyer_type_set, &[("type", &buyer_type(strings, *kind))])
        }
        Event::BuyerTypeSet { buyer_type: None } => words.buyer_type_unset.to_owned(),
        Event::MoodSet { mood: felt } => fill(words.mood_set, &[("mood", &mood(strings, *felt))]),
        Event::IssueSet { issue: about } => {
            fill(words.issue_set, &[("issue", &issue(strings, about))])
        }
        Event::StepEntered { step, reason, .. } => {
            let text = match reason {
                StepReason::Forward => &words.step_forward,
                StepReason::Skipped => &words.step_skipped,
                StepReason::Back | StepReason::Undone => &words.step_back,
                StepReason::Calming => &words.step_calming,
                StepReason::Moved => &words.step_moved,
                StepReason::Again => &words.step_again,
                StepReason::Entered => &words.step_entered,
                StepReason::Reopened => &words.step_reopened,
            };
            fill(text, &[("step", &step_title(lang, open, step))])
        }
        Event::StepsReopened { fact, steps, .. } => {
            let titles: Vec<String> =
                steps.iter().map(|step| step_title(lang, open, step)).collect();
            let fact = fact_label(lang, open, fact);
            fill(words.steps_reopened, &[("fact", &fact), ("steps", &titles.join(" · "))])
        }
        Event::PlaybookChosen { playbook } => {
            fill(words.playbook_chosen, &[("playbook", &playbook.id)])
        }
        Event::TimerStarted { timer, due, .. } => fill(
            words.timer_started,
            &[("timer", &timer_name(strings, lang, open, timer)), ("time", &clock.point(*due))],
        ),
        Event::TimerPaused { timer } => {
            fill(words.timer_paused, &[("timer", &timer_name(strings, lang, open, timer))])
        }
        Event::TimerResumed { timer, due } => fill(
            words.timer_resumed,
            &[("timer", &timer_name(strings, lang, open, timer)), ("time", &clock.point(*due))],
        ),
        Event::TimerStopped { timer, end } => {
            let text = match end {
                TimerEnd::Done => &words.timer_done,
                TimerEnd::Dropped => &words.timer_dropped,
            };
            fill(text, &[("timer", &timer_name(strings, lang, open, timer))])
        }
        Event::PromiseMade { what, due, .. } => {
            fill(words.promise_made, &[("what", what), ("time", &clock.point(*due))])
        }
        Event::PromiseDated { no, due, pending } => {
            let text = if *pending { &words.promise_undated } else { &words.promise_dated };
            fill(text, &[("n", no), ("time", &clock.point(*due))])
        }
        Event::PromiseKept { no } => fill(words.promise_kept, &[("n", no)]),
        Event::PromiseBroken { no, .. } => fill(words.promise_broken, &[("n", no)]),
        Event::PromiseMoved { no, due, .. } => {
            fill(words.promise_moved, &[("n", no), ("time", &clock.point(*due))])
        }
        Event::PromiseWithdrawn { no } => fill(words.promise_withdrawn, &[("n", no)]),
        Event::Settling { deed } => super::settling::settled(strings, deed),
        Event::CaseClosed { result: end, words: said, .. } => {
            let line = fill(words.case_closed, &[("result", &result(strings, *end))]);
            with_words(line, said)
        }
        Event::TaskOpened { department: who, owner, what, due, .. } => {
            let who = department(strings, *who);
            let time = clock.point(*due);
            let values: [(&str, &dyn std::fmt::Display); 4] =
                [("who", &who), ("owner", owner), ("what", what), ("time", &time)];
            fill(words.task_opened, &values)
        }
        Event::TaskMoved { no, due } => {
            fill(words.task_moved, &[("n", no), ("time", &clock.point(*due))])
        }
        Event::TaskDone { no, result } => with_words(fill(words.task_done, &[("n", no)]), result),
        Event::TaskDropped { no, reason } => {
            with_words(fill(words.task_dropped, &[("n", no)]), reason)
        }
        Event::Snoozed { until: Some(until), on_reply } => {
            let text = if *on_reply { &words.snoozed_both } else { &words.snoozed };
            fill(text, &[("time", &clock.point(*until))])
        }
        Event::Snoozed { until: None, .. } => words.snoozed_reply.to_owned(),
        Event::Woken {} => words.woken.to_owned(),
        Event::DeedDone { what, proof, .. } => {
            with_words(fill(words.deed_done, &[("what", what)]), proof)
        }
        Event::BuyerConfirmed { satisfied, words: said, .. } => {
            let text = if *satisfied { &words.confirmed } else { &words.not_confirmed };
            with_words((*text).to_owned(), said)
        }
        Event::CauseSet { causes, aggravators } => {
            let names = causes.iter().map(|one| cause(strings, one));
            let worse = aggravators.iter().map(|one| aggravator(strings, *one).to_owned());
            let names: Vec<String> = names.chain(worse).collect();
            fill(words.cause_set, &[("list", &names.join(strings.refusal.list_mark))])
        }
        Event::LessonSet { words: said, skipped } => {
            let text = if *skipped { &words.lesson_skipped } else { &words.lesson_set };
            with_words((*text).to_owned(), said)
        }
        Event::FollowUpPlanned { due, .. } => {
            fill(words.follow_up_planned, &[("time", &clock.point(*due))])
        }
        Event::FollowUpSkipped { reason } => with_words(words.follow_up_skipped.to_owned(), reason),
        Event::FollowUpDone { result: came, words: said } => {
            let line = fill(words.follow_up_done, &[("result", &follow_result(strings, *came))]);
            with_words(line, said)
        }
        Event::GateOverridden { reason, .. } => {
            with_words(words.gate_overridden.to_owned(), reason)
        }
        Event::ActUndone { first, last, redo, .. } => {
            let text = if *redo { &words.act_redone } else { &words.act_undone };
            fill(text, &[("first", first), ("last", last)])
        }
        Event::CaseReopened { reason } => with_words(words.case_reopened.to_owned(), reason),
    }
}

fn with_words(line: String, said: &str) -> String {
    if said.is_empty() { line } else { format!("{line} · {said}") }
}

fn sent(strings: &Strings, way: SendWay) -> &str {
    match way {
        SendWay::Osc52 => strings.send_way.osc52,
        SendWay::Tool => strings.send_way.tool,
        SendWay::Recorded => strings.send_way.recorded,
    }
}

fn timer_name(strings: &Strings, lang: Lang, open: Option<&OpenCase>, timer: &TimerId) -> String {
    if timer.as_str() == CaseState::ANSWER_TIMER {
        return strings.event.answer_timer.to_owned();
    }
    let playbook = open.and_then(|open| open.playbook.as_ref());
    let known = playbook.and_then(|playbook| crate::app::clocks::declared(playbook, timer, lang));
    match known {
        Some(ClockName::Step(name) | ClockName::Case(name) | ClockName::Escalation(name)) => name,
        Some(ClockName::Answer | ClockName::Other(_)) | None => timer.to_string(),
    }
}

fn declared<'a>(open: Option<&'a OpenCase>, fact: &FactId) -> Option<&'a FactDecl> {
    open?.playbook.as_ref()?.fact(fact)
}

fn fact_label(lang: Lang, open: Option<&OpenCase>, fact: &FactId) -> String {
    let label = declared(open, fact).map(|known| known.label.get(lang).to_owned());
    label.unwrap_or_else(|| fact.to_string())
}

fn check_text<'a>(open: Option<&'a OpenCase>, step: &StepId, check: &'a CheckId) -> &'a str {
    let here = open.and_then(|open| open.step.as_ref()).filter(|here| here.id == *step);
    let known = here.and_then(|here| here.checks.iter().find(|known| known.id == *check));
    known.map_or(check.as_str(), |known| known.text.as_str())
}

fn step_title(lang: Lang, open: Option<&OpenCase>, step: &StepId) -> String {
    let playbook = open.and_then(|open| open.playbook.as_ref());
    let title = playbook.and_then(|playbook| playbook.step(step)).map(|step| step.title.get(lang));
    title.map_or_else(|| step.to_string(), str::to_owned)
}
