//! A refusal as a sentence: the reason and the way out.

use super::FactKind;
use crate::app::{Action, Keymap};
use crate::desk::{ClosingWant, Named, Refusal, Stopped};
use crate::domain::Lang;
use crate::i18n::{Strings, fill};
use crate::playbook::{Missing, Unfit};
use crate::standard::Evidence;

/// Why an act was refused and what to do instead, in one or two sentences.
#[must_use]
pub fn refusal(why: &Refusal, strings: &Strings) -> String {
    // On the command line an act goes by its name.
    sentence(why, strings, &|action: Action| action.name().to_owned())
}

/// The same, naming the keys that are in force.
pub(in crate::app) fn refusal_by_keys(why: &Refusal, strings: &Strings, keymap: &Keymap) -> String {
    sentence(why, strings, &|action: Action| {
        keymap.chords(action).first().map(|chord| chord.short()).unwrap_or_default()
    })
}

/// What must not go out, and how it can: in other words, or with a reason.
fn guarded(stopped: &[Stopped], strings: &Strings, key: &dyn Fn(Action) -> String) -> String {
    let texts = &strings.refusal;
    let Some(first) = stopped.iter().find(|one| one.firm).or_else(|| stopped.first()) else {
        return String::new();
    };
    let (rewrite, all) = (key(Action::Rewrite), key(Action::Findings));
    let values: [(&str, &dyn std::fmt::Display); 5] = [
        ("words", &first.words),
        ("why", &first.why),
        ("rewrite", &rewrite),
        ("all", &all),
        ("n", &stopped.len()),
    ];
    fill(if first.firm { texts.guarded_firm } else { texts.guarded }, &values)
}

fn sentence(why: &Refusal, strings: &Strings, key: &dyn Fn(Action) -> String) -> String {
    let texts = &strings.refusal;
    match why {
        Refusal::CaseClosed => fill(texts.case_closed, &[("key", &key(Action::Reopen))]),
        Refusal::CaseOpen => texts.case_open.to_owned(),
        Refusal::Empty => texts.empty_draft.to_owned(),
        Refusal::Blank => texts.blank.to_owned(),
        Refusal::Gaps(gaps) => {
            let labels = list(gaps.iter().map(|gap| gap.label.as_str()), strings);
            fill(texts.gap, &[("name", &labels)])
        }
        Refusal::Held(names) => {
            fill(texts.held, &[("name", &list(names.iter().map(String::as_str), strings))])
        }
        Refusal::Guarded(stopped) => guarded(stopped, strings, key),
        Refusal::NothingToRetract => texts.nothing_to_retract.to_owned(),
        Refusal::UndoOver { .. } => texts.undo_over.to_owned(),
        Refusal::Missing(missing) => {
            let wanted: Vec<String> = missing.iter().map(|one| worded(one, strings)).collect();
            let wanted = wanted.iter().map(String::as_str);
            fill(texts.missing, &[("list", &list(wanted, strings))])
        }
        Refusal::AtEnd => fill(texts.at_end, &[("key", &key(Action::Close))]),
        Refusal::AtStart => texts.at_start.to_owned(),
        Refusal::AlreadyCalming => texts.already_calming.to_owned(),
        Refusal::NotOptional => texts.not_optional.to_owned(),
        Refusal::TicksItself(check) => {
            fill(texts.ticks_itself, &[("text", check), ("key", &key(Action::Desk))])
        }
        Refusal::Unknown { what, name, nearest } => {
            unknown(*what, name, nearest.as_deref(), strings)
        }
        Refusal::WrongKind { fact, kind } => wrong_kind(fact, *kind, strings),
        Refusal::NoSuchValue { fact, values } => {
            let values = list(values.iter().map(String::as_str), strings);
            fill(texts.no_such_value, &[("fact", fact), ("values", &values)])
        }
        Refusal::NoSuchMessage(no) => fill(texts.no_such_message, &[("n", no)]),
        Refusal::NoSuchPromise { no, open } => {
            let open: Vec<String> = open.iter().map(ToString::to_string).collect();
            let open = list(open.iter().map(String::as_str), strings);
            let none = strings.author_tools.test.nothing;
            let open = if open.is_empty() { none } else { open.as_str() };
            fill(texts.no_such_promise, &[("n", no), ("list", &open)])
        }
        Refusal::NotInGroup(name) => fill(texts.not_in_group, &[("name", name)]),
        Refusal::PastDue(_) => texts.past_due.to_owned(),
        Refusal::OpenPromises(open) => {
            let open = list(open.iter().map(|(_, what)| what.as_str()), strings);
            fill(texts.open_promises, &[("list", &open)])
        }
        Refusal::NotAtEnd => texts.not_at_end.to_owned(),
        Refusal::EndsOtherwise(with) => {
            fill(texts.ends_otherwise, &[("result", &super::result(strings, *with))])
        }
        Refusal::ReplyWanted(reply) => fill(texts.reply_wanted, &[("name", reply)]),
        Refusal::Rung { reply, before } => fill(texts.rung, &[("name", reply), ("before", before)]),
        Refusal::Unfit { reply, why } => unfit(reply, why, strings),
        Refusal::HandOver(id) => fill(texts.hand_over, &[("name", id)]),
        Refusal::Computed(fact) => fill(texts.computed, &[("fact", fact)]),
        Refusal::NoSuchExhibit(no) => fill(texts.no_such_exhibit, &[("n", no)]),
        Refusal::WordsWanted => texts.words_wanted.to_owned(),
        Refusal::OwnerWanted => texts.owner_wanted.to_owned(),
        Refusal::TriedWanted => texts.tried_wanted.to_owned(),
        Refusal::NoSuchTask { no, open } => {
            let open: Vec<String> = open.iter().map(ToString::to_string).collect();
            let open = list(open.iter().map(String::as_str), strings);
            let none = strings.author_tools.test.nothing;
            let open = if open.is_empty() { none } else { open.as_str() };
            fill(texts.no_such_task, &[("n", no), ("list", &open)])
        }
        Refusal::BuyerWaits => texts.buyer_waits.to_owned(),
        Refusal::WhenWanted => texts.when_wanted.to_owned(),
        Refusal::NotClosable(wants) => {
            let wants: Vec<String> = wants.iter().map(|want| closing_want(want, strings)).collect();
            let wants = list(wants.iter().map(String::as_str), strings);
            fill(texts.not_closable, &[("list", &wants), ("key", &key(Action::Wrap))])
        }
        Refusal::NothingToUndo => texts.nothing_to_undo.to_owned(),
        Refusal::CannotUndo => texts.cannot_undo.to_owned(),
        Refusal::ActTooOld(_) => texts.act_too_old.to_owned(),
        Refusal::NoFollowUp => texts.no_follow_up.to_owned(),
        Refusal::Pledges(found) => {
            let found = list(found.iter().map(|one| one.what.as_str()), strings);
            fill(texts.pledges, &[("list", &found)])
        }
        Refusal::Settling(why) => super::settling::refused(strings, why),
        Refusal::NothingNew => texts.nothing_new.to_owned(),
        Refusal::BrokenStep(why) => fill(texts.broken_step, &[("why", why)]),
    }
}

/// The condition that does not hold, beside what is known of the facts it speaks of.
fn unfit(reply: &str, why: &Unfit, strings: &Strings) -> String {
    let texts = &strings.refusal;
    let facts: Vec<String> = why
        .facts
        .iter()
        .map(|(label, value)| {
            let value = value.as_deref().unwrap_or(texts.unfit_unknown);
            fill(texts.unfit_fact, &[("name", label), ("value", &value)])
        })
        .collect();
    let now = if facts.is_empty() {
        String::new()
    } else {
        fill(texts.unfit_now, &[("list", &list(facts.iter().map(String::as_str), strings))])
    };
    fill(texts.unfit, &[("name", &reply), ("condition", &why.condition), ("now", &now)])
}

/// What is wanting before a case can be closed.
#[must_use]
pub fn closing_want(want: &ClosingWant, strings: &Strings) -> String {
    let texts = &strings.refusal;
    match want {
        ClosingWant::Tasks(what) => {
            fill(texts.want_tasks, &[("list", &list(what.iter().map(String::as_str), strings))])
        }
        ClosingWant::Verdict => texts.want_verdict.to_owned(),
        ClosingWant::Deed => texts.want_deed.to_owned(),
        ClosingWant::Proof => texts.want_proof.to_owned(),
        ClosingWant::Confirmation => texts.want_confirmation.to_owned(),
        ClosingWant::Reminders { sent, of } => {
            fill(texts.want_reminders, &[("sent", sent), ("of", of)])
        }
        ClosingWant::Cause => texts.want_cause.to_owned(),
        ClosingWant::Lesson => texts.want_lesson.to_owned(),
        ClosingWant::FollowUp => texts.want_follow_up.to_owned(),
    }
}

/// What is missing, in a few words; exhibits by what their kinds are called.
#[must_use]
pub fn missing(
    missing: &Missing,
    strings: &Strings,
    evidence: Option<&Evidence>,
    lang: Lang,
) -> String {
    worded(&named(missing.clone(), strings, evidence, lang), strings)
}

/// The same thing missing, exhibits by what their kinds are called.
#[must_use]
pub fn named(
    missing: Missing,
    strings: &Strings,
    evidence: Option<&Evidence>,
    lang: Lang,
) -> Missing {
    match missing {
        Missing::Exhibit { any, .. } => {
            Missing::Exhibit { want: super::wanted(strings, evidence, lang, &any), any }
        }
        other => other,
    }
}

fn worded(missing: &Missing, strings: &Strings) -> String {
    let texts = &strings.refusal;
    match missing {
        Missing::Exhibit { want, .. } => fill(texts.want_exhibit, &[("name", want)]),
        Missing::Callback { .. } => texts.want_callback.to_owned(),
        Missing::Reopened { title, .. } => fill(strings.step.again, &[("title", title)]),
        Missing::Check { .. } | Missing::Fact { .. } | Missing::Need { .. } => {
            missing.text().to_owned()
        }
    }
}

/// What kind of value a fact wants.
#[must_use]
pub(in crate::app) fn wrong_kind(fact: &str, kind: FactKind, strings: &Strings) -> String {
    let form = &strings.fact_form;
    let wanted = match kind {
        FactKind::Bool => &form.yes_or_no,
        FactKind::Enum => &form.choice,
        FactKind::Text => &form.text,
        FactKind::Number => &form.number,
        FactKind::Money => &form.money,
        FactKind::Date => &form.date,
        FactKind::List => &form.list,
    };
    fill(strings.refusal.wrong_kind, &[("fact", &fact), ("kind", wanted)])
}

fn unknown(what: Named, name: &str, nearest: Option<&str>, strings: &Strings) -> String {
    let texts = &strings.refusal;
    let template = match what {
        Named::Step => &texts.no_such_step,
        Named::Check => &texts.no_such_check,
        Named::Fact => &texts.no_such_fact,
        Named::Reply => &texts.no_such_reply,
    };
    let mut sentence = fill(template, &[("name", &name)]);
    if let Some(nearest) = nearest {
        sentence.push_str(&fill(texts.did_you_mean, &[("name", &nearest)]));
    }
    sentence
}

/// At most three of them: the sentence has one line.
fn list<'a>(all: impl Iterator<Item = &'a str>, strings: &Strings) -> String {
    // Each brings its own full stop or question mark; in a list they would pile up.
    let all: Vec<&str> = all.map(|one| one.trim_end_matches(['。', '？', '.', '?'])).collect();
    let shown: Vec<&str> = all.iter().take(3).copied().collect();
    let mut text = shown.join(strings.refusal.list_mark);
    if all.len() > shown.len() {
        text.push_str(" …");
    }
    text
}
