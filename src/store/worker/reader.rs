//! The thread that reads. Knows which statements make up a screen; writes nothing.

use super::super::error::StoreError;
use super::super::file::CaseFile;
use super::super::messages::Window;
use super::super::queue::QueuePage;
use super::ahead::Ahead;
use super::job::{Answer, Job, Located, OpenedCase};
use super::{Answered, JobId};
use crate::domain::{CaseId, CaseState, Conversation, Recorded, Span, Stamp, Version};
use crossbeam_channel::{Receiver, Sender};

/// "500+" is as good as any larger number on a screen.
const COUNTED: u32 = 500;
/// How many of the buyer's other cases are shown.
const HISTORY: u32 = 50;
/// A case this short is compared whole: it costs nothing and forgives wrong times.
const SHORT: u32 = 200;
/// A source's clock and ours may differ, and so may their time zones.
const SLACK: Span = Span::days(1);

pub(super) fn run(mut file: CaseFile, jobs: &Receiver<(JobId, Job)>, done: &Sender<Answered>) {
    let mut ahead = Ahead::default();
    for (id, job) in jobs {
        let next = Ahead::wanted(&job);
        let answer = match ahead.take(&file, &job) {
            Some(answer) => Ok(answer),
            None => answer(&mut file, job),
        };
        if done.send((id, answer)).is_err() {
            return;
        }
        if let (Some(next), true) = (next, jobs.is_empty()) {
            ahead.read(&mut file, next);
        }
    }
}

pub(super) fn answer(file: &mut CaseFile, job: Job) -> Result<Answer, StoreError> {
    match job {
        Job::Queue(page) => queue(file, page),
        Job::Case { case, messages, text_limit, next: _ } => {
            file.snapshot(|file| opened(file, case, messages, text_limit)).map(Answer::Case)
        }
        Job::Messages { case, window, limit, text_limit } => {
            let page = file.messages(case, window, limit, text_limit)?;
            Ok(Answer::Messages { case, window, page })
        }
        Job::Message { case, no } => {
            Ok(Answer::Message { case, no, text: file.message(case, no)? })
        }
        Job::Timeline { case, before, limit } => {
            Ok(Answer::Timeline { case, records: file.timeline(case, before, limit)? })
        }
        Job::Restore { case, redo } => file
            .snapshot(|file| Ok(Answer::Restored { case, redo, to: restored(file, case, redo)? })),
        Job::QueueOf { filter, now, page, look } => {
            file.snapshot(|file| file.queue_of(&filter, now, page, look).map(Answer::Found))
        }
        Job::Buyer { case } => file.snapshot(|file| {
            let state = file.recall(case)?;
            let glance = state.map(|state| file.glance(&state)).transpose()?;
            Ok(Answer::Buyer(glance.map(Box::new)))
        }),
        Job::Views => Ok(Answer::Views(file.views()?)),
        Job::Locate { conversations } => file.snapshot(|file| {
            conversations
                .into_iter()
                .map(|conversation| locate(file, conversation))
                .collect::<Result<_, _>>()
                .map(Answer::Located)
        }),
        // The other thread's jobs; `Worker::ask` never sends them here.
        Job::Append(_) | Job::SaveDraft { .. } | Job::SaveView { .. } | Job::Look => {
            Err(StoreError::ReadOnly { path: file.path().to_owned() })
        }
    }
}

/// A case as it is to stand, and what the act did that leads there.
type Restored = (Box<CaseState>, Vec<Recorded>);

/// The case as it is to stand once its newest act is taken back or done again, and what that act did.
fn restored(file: &mut CaseFile, case: CaseId, redo: bool) -> Result<Option<Restored>, StoreError> {
    let Some(state) = file.recall(case)? else { return Ok(None) };
    let mark = if redo { state.acts.to_redo() } else { state.acts.to_undo() };
    let Some(mark) = mark else { return Ok(None) };
    let wanted = if redo { mark.last } else { Version(mark.first.0.saturating_sub(1)) };
    let Some(to) = file.load_at(case, wanted)? else { return Ok(None) };
    let count = mark.last.0.saturating_sub(mark.first.0).saturating_add(1);
    let mut records = file.timeline(case, Some(mark.last.next()), count)?;
    records.reverse();
    Ok(Some((Box::new(to), records)))
}

fn queue(file: &mut CaseFile, page: QueuePage) -> Result<Answer, StoreError> {
    file.snapshot(|file| {
        let open = file.open_count(COUNTED)?;
        let wanted = usize::try_from(page.limit).unwrap_or(usize::MAX);
        let limit = page.limit.saturating_add(1);
        let mut rows = file.queue(QueuePage { limit, ..page })?;
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        Ok(Answer::Queue { rows, more, open })
    })
}

pub(super) fn opened(
    file: &mut CaseFile,
    case: CaseId,
    messages: u32,
    text_limit: usize,
) -> Result<Option<Box<OpenedCase>>, StoreError> {
    let Some(state) = file.recall(case)? else { return Ok(None) };
    Ok(Some(Box::new(OpenedCase {
        messages: file.messages(case, Window::Newest, messages, text_limit)?,
        drafts: file.drafts(case)?,
        pinned: file.pinned(&state.playbook)?,
        paid_elsewhere: file.paid_elsewhere(&state)?,
        habits: file.habits()?,
        history: file.buyer_history(state.platform, &state.buyer, Some(case), HISTORY)?,
        state,
    })))
}

fn locate(file: &mut CaseFile, conversation: Conversation) -> Result<Located, StoreError> {
    let Conversation { key, platform, buyer, order, .. } = &conversation;
    let key = key.as_deref();
    // A closed case may have this very log; whether it has is for the desk to say, by the overlap.
    let found = match file.find_case(key, *platform, buyer, order.as_ref())? {
        Some(case) => Some(case),
        None => file.newest_closed(key, *platform, buyer, order.as_ref())?,
    };
    let state = match found {
        Some(case) => file.recall(case)?,
        None => None,
    };
    let mut overlap = Vec::new();
    if let Some(state) = &state {
        let (from, to) = if state.tally.last_no.0 <= SHORT {
            (Stamp::from_millis(i64::MIN), Stamp::from_millis(i64::MAX))
        } else {
            let times = || conversation.messages.iter().map(|message| message.at);
            let from = times().min().unwrap_or_default().plus(Span::millis(-SLACK.as_millis()));
            (from, times().max().unwrap_or_default().plus(SLACK))
        };
        overlap = file.overlap(state.id, from, to)?;
    }
    Ok(Located { conversation, state: state.map(Box::new), overlap })
}
