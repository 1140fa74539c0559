//! What the buyer is owed a word on by what the case itself says: a promise that will not be kept in time,
//! one that was broken, work that lies with others, asking again. Each comes with its words, goes by a
//! reply id of its own, and what sending it does is decided here.

use super::settling::Carried;
use super::{Desk, Refusal};
use crate::domain::{
    CaseState, Department, Event, FollowUp, MessageNo, Owed, PromiseNo, PromiseStatus, ReplyId,
    Stamp, Task, TaskNo,
};
use crate::guide::pledges;
use crate::i18n::{BuyerTexts, buyer_texts, fill};
use crate::playbook::{DueRule, ReplyKind, ReplyView, due_words};

/// When a promise that comes too late is due instead, unless the agent names a time: the close of the
/// next working day.
const INSTEAD: DueRule = DueRule::CloseOf(1);

/// The id of the reply that gives a promise that date.
#[must_use]
pub fn later_id(no: PromiseNo, due: Stamp) -> ReplyId {
    ReplyId::new(format!("{}{no}.{}", Owed::LATER, due.as_millis()))
}

/// What a reply id stands for, if it is one of these, and the date it names.
fn meant(id: &ReplyId, case: &CaseState, now: Stamp) -> Option<(Owed, Option<Stamp>)> {
    let name = id.as_str();
    let number = |rest: &str| rest.parse::<u32>().ok();
    if name == Owed::AGAIN {
        return Some((Owed::Again, None));
    }
    if let Some(rest) = name.strip_prefix(Owed::LATER) {
        let (no, due) = match rest.split_once('.') {
            Some((no, due)) => (no, Some(Stamp::from_millis(due.parse().ok()?))),
            None => (rest, None),
        };
        return Some((Owed::Later(PromiseNo(number(no)?)), due));
    }
    if let Some(rest) = name.strip_prefix(Owed::BROKEN) {
        return Some((Owed::Broken(PromiseNo(number(rest)?)), None));
    }
    let no = TaskNo(number(name.strip_prefix(Owed::TASK)?)?);
    let late = case.task(no).is_some_and(|task| task.is_overdue(now));
    Some((if late { Owed::Late(no) } else { Owed::Handed(no) }, None))
}

/// Whether a reply id is one of these.
#[must_use]
pub(super) fn is_owed(id: &ReplyId) -> bool {
    let name = id.as_str();
    name == Owed::AGAIN
        || [Owed::LATER, Owed::BROKEN, Owed::TASK].iter().any(|begins| name.starts_with(begins))
}

/// What such a reply is called, in the language of replies.
pub(super) fn title(id: &ReplyId, texts: &'static BuyerTexts) -> Option<&'static str> {
    let name = id.as_str();
    Some(match name {
        Owed::AGAIN => texts.title_again,
        _ if name.starts_with(Owed::LATER) => texts.title_later,
        _ if name.starts_with(Owed::BROKEN) => texts.title_broken,
        _ if name.starts_with(Owed::TASK) => texts.title_task,
        _another => return None,
    })
}

/// The words of such a reply as they would be sent now; nothing when there is nothing to say.
pub(super) fn text(id: &ReplyId, case: &CaseState, desk: &Desk<'_>) -> Option<String> {
    let texts = buyer_texts(desk.lang);
    let (owed, date) = meant(id, case, desk.now)?;
    let calendar = &desk.policy.calendar;
    let spoken = |at: Stamp| due_words(at, desk.now, calendar, desk.lang);
    match owed {
        Owed::Later(no) => {
            let promise = case.promise(no).filter(|one| one.status == PromiseStatus::Open)?;
            let time = spoken(date.unwrap_or_else(|| INSTEAD.from(desk.now, calendar)));
            Some(fill(texts.later, &[("what", &promise.what), ("time", &time)]))
        }
        Owed::Broken(no) => {
            let promise = case.promise(no).filter(|one| one.status == PromiseStatus::Broken)?;
            let time = spoken(promise.due);
            Some(fill(texts.broken, &[("what", &promise.what), ("time", &time)]))
        }
        Owed::Handed(no) | Owed::Late(no) => task_text(case.task(no)?, owed, &spoken, texts),
        Owed::Again => match &case.sheet.follow_up {
            Some(FollowUp::Planned { script, .. }) => Some(script.clone()),
            Some(_) | None => None,
        },
    }
}

fn task_text(
    task: &Task,
    owed: Owed,
    spoken: &dyn Fn(Stamp) -> String,
    texts: &BuyerTexts,
) -> Option<String> {
    let who = match task.department {
        Department::Finance => &texts.finance,
        Department::Warehouse => &texts.warehouse,
        Department::Courier => &texts.courier,
        Department::Supplier => &texts.supplier,
        Department::Technician => &texts.technician,
        Department::Supervisor => &texts.supervisor,
    };
    let text = match owed {
        Owed::Late(_) => &texts.task_late,
        _in_time => &texts.task_handed,
    };
    let time = spoken(task.due);
    task.is_open().then(|| fill(text, &[("who", who), ("what", &task.what), ("time", &time)]))
}

/// Decides what sending such a reply does besides being said.
pub(super) fn carry(
    case: &CaseState,
    id: &ReplyId,
    message: MessageNo,
    desk: &Desk<'_>,
) -> Result<Carried, Refusal> {
    let mut out = Carried::default();
    let nothing =
        || Refusal::Unknown { what: super::Named::Reply, name: id.to_string(), nearest: None };
    let (owed, date) = meant(id, case, desk.now).ok_or_else(nothing)?;
    match owed {
        Owed::Later(no) => {
            super::promise::open(case, no)?;
            let due = date.unwrap_or_else(|| INSTEAD.from(desk.now, &desk.policy.calendar));
            if due <= desk.now {
                return Err(Refusal::PastDue(due));
            }
            out.deeds.push(Event::PromiseMoved { no, due, message: Some(message) });
        }
        Owed::Again if case.sheet.follow_up_due().is_none() => return Err(Refusal::NoFollowUp),
        Owed::Handed(no) => {
            super::task::known(case, no)?;
            // Who says "by then I'll be back to you" has promised it.
            let texts = buyer_texts(desk.lang);
            out.promise = case
                .task(no)
                .map(|task| (fill(texts.task_promise, &[("what", &task.what)]), task.due, None));
        }
        Owed::Late(no) => super::task::known(case, no)?,
        Owed::Broken(no) if case.promise(no).is_none() => return Err(nothing()),
        Owed::Again | Owed::Broken(_) => {}
    }
    Ok(out)
}

/// Where the words were changed to name another day, that is the day the promise has now.
pub(super) fn as_said(events: &mut [Event], words: &str, desk: &Desk<'_>) {
    let calendar = &desk.policy.calendar;
    let said: Vec<Stamp> = pledges(words, desk.now, calendar)
        .into_iter()
        .filter(|one| one.after.is_none())
        .map(|one| one.due)
        .collect();
    for event in events {
        if let Event::PromiseMoved { due, .. } = event
            && let Some(last) = said.last()
            && !said.iter().any(|said| calendar.day_of(*said) == calendar.day_of(*due))
        {
            *due = *last;
        }
    }
}

/// The words the buyer is owed now, as replies to be adopted, with what each is about.
#[must_use]
pub fn owed_replies(case: &CaseState, desk: &Desk<'_>) -> Vec<(ReplyView, Owed)> {
    let texts = buyer_texts(desk.lang);
    let view = |owed: Owed| {
        let id = match owed {
            // The date it says is the date it will have, whenever it is sent.
            Owed::Later(no) => later_id(no, INSTEAD.from(desk.now, &desk.policy.calendar)),
            Owed::Broken(_) | Owed::Handed(_) | Owed::Late(_) | Owed::Again => owed.reply(),
        };
        let text = text(&id, case, desk)?;
        let title = match owed {
            Owed::Late(_) => texts.title_late.to_owned(),
            Owed::Later(_) | Owed::Broken(_) | Owed::Handed(_) | Owed::Again => {
                title(&id, texts)?.to_owned()
            }
        };
        Some((ReplyView::of_desk(id, ReplyKind::Inform, title, text), owed))
    };
    case.owed(desk.now).into_iter().filter_map(view).collect()
}
