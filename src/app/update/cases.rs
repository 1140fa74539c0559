//! The queue and the case on screen: asked for, loaded, changed.

use super::draft;
use crate::app::jobs::Waiting;
use crate::app::{Adopted, Composer, Effect, Model, OpenCase, Pane, QueueEntry};
use crate::domain::{Author, CaseId, CaseState, Message};
use crate::guide::{Heard, hear};
use crate::store::{DraftKind as Kept, Job, MessagePage, OpenedCase, QueuePage, QueueRow, Window};

/// Cases on the first page of the queue.
pub(super) const QUEUE_PAGE: u32 = 50;
/// Messages loaded when a case is opened, and at each further step into the past.
pub(super) const THREAD_PAGE: u32 = 60;
/// Characters of one message that are loaded for the screen.
pub(super) const TEXT_LIMIT: usize = 8_000;

/// Asks for the queue, unless the question is under way.
pub(super) fn load_queue(model: &mut Model, out: &mut Vec<Effect>) {
    if model.jobs.has(&Waiting::Queue) {
        return;
    }
    let wanted = u32::try_from(model.queue.entries.len()).unwrap_or(u32::MAX).max(QUEUE_PAGE);
    let id = model.jobs.begin(Waiting::Queue);
    out.push(Effect::Store(id, Job::Queue(QueuePage { limit: wanted, after: None })));
}

/// The queue arrived. The cursor stays on its case, and the first case is shown at the start.
pub(super) fn queue_arrived(
    model: &mut Model,
    rows: Vec<QueueRow>,
    more: bool,
    out: &mut Vec<Effect>,
) {
    let under_cursor = model
        .follow
        .take()
        .or_else(|| model.queue.entries.get(model.queue.selected).map(|entry| entry.case));
    model.queue.entries = rows.into_iter().map(entry).collect();
    model.queue.more = more;
    let first_time = !model.queue.loaded;
    model.queue.loaded = true;
    let entries = &model.queue.entries;
    let kept = under_cursor.and_then(|case| entries.iter().position(|entry| entry.case == case));
    model.queue.selected =
        kept.unwrap_or_else(|| model.queue.selected.min(entries.len().saturating_sub(1)));
    if first_time || (kept.is_none() && model.focus == Pane::Queue) {
        show_selected(model, out);
    }
}

fn entry(row: QueueRow) -> QueueEntry {
    QueueEntry {
        case: row.id,
        buyer: row.buyer,
        platform: row.platform,
        issue: row.issue,
        mood: row.mood,
        playbook: row.playbook,
        step: row.step,
        due: row.due,
        waiting_since: row.waiting_since,
        order_tail: row.order_tail,
        snippet: row.snippet.map(|words| words.one_line()).unwrap_or_default(),
    }
}

/// Moves the queue's cursor to a place and shows the case there.
pub(super) fn select(model: &mut Model, place: usize, out: &mut Vec<Effect>) {
    let last = model.queue.entries.len().saturating_sub(1);
    let place = place.min(last);
    if place == model.queue.selected && model.open.is_some() {
        return;
    }
    model.queue.selected = place;
    show_selected(model, out);
    if place == last && model.queue.more {
        more_of_queue(model, out);
    }
}

fn more_of_queue(model: &mut Model, out: &mut Vec<Effect>) {
    if model.jobs.has(&Waiting::Queue) {
        return;
    }
    let wanted = u32::try_from(model.queue.entries.len()).unwrap_or(u32::MAX) + QUEUE_PAGE;
    let id = model.jobs.begin(Waiting::Queue);
    out.push(Effect::Store(id, Job::Queue(QueuePage { limit: wanted, after: None })));
}

fn show_selected(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(case) = model.queue.entries.get(model.queue.selected).map(|entry| entry.case) {
        show(model, case, out);
    }
}

/// The case due first, ready for a reply.
pub(super) fn open_next(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(case) = model.queue.entries.first().map(|entry| entry.case) {
        model.queue.selected = 0;
        show(model, case, out);
        model.focus = Pane::Replies;
    }
}

/// Asks for a case, with what is typed on the one before safely on its way into the file.
pub(super) fn show(model: &mut Model, case: CaseId, out: &mut Vec<Effect>) {
    draft::save(model, out);
    model.jobs.opening = Some(case);
    let id = model.jobs.begin(Waiting::Case(case));
    out.push(Effect::Store(id, Job::Case { case, messages: THREAD_PAGE, text_limit: TEXT_LIMIT }));
}

/// A case arrived. One that was asked for before another is not shown any more.
pub(super) fn case_arrived(model: &mut Model, answer: OpenedCase, out: &mut Vec<Effect>) {
    let case = answer.state.id;
    if model.jobs.opening != Some(case) {
        return;
    }
    let same = model.case() == Some(case);
    let reference = answer.state.playbook.clone();
    let heard = heard(&answer.messages.messages);
    let mut open = OpenCase::new(answer.state);
    open.thread.messages = answer.messages.messages;
    open.thread.more_before = answer.messages.more_before;
    open.heard = heard;
    for draft in answer.drafts {
        match draft.kind {
            Kept::Reply => {
                open.reply = Composer::new(&draft.body);
                open.adopted = draft.adopted.into_iter().map(Adopted::from).collect();
            }
            Kept::Note => open.note = Composer::new(&draft.body),
        }
    }
    open.history =
        answer.history.into_iter().map(|case| (case.id, case.opened_at, case.result)).collect();
    if same && let Some(before) = model.open.take() {
        open.keep_from(before);
    }
    let known = open.playbook.as_ref().is_some_and(|playbook| playbook.reference == reference);
    model.open = Some(open);
    if known {
        model.survey();
    } else {
        out.push(Effect::Compile(reference, answer.pinned));
    }
}

/// What the buyer's last words, since our last, seem to tell.
fn heard(messages: &[Message]) -> Heard {
    let mut words: Vec<&str> = Vec::new();
    for message in messages.iter().rev() {
        match message.author {
            Author::Buyer => words.push(message.text.as_str()),
            Author::Agent if !words.is_empty() => break,
            Author::Agent | Author::Platform | Author::System | Author::Note => {}
        }
        if words.len() >= 6 {
            break;
        }
    }
    words.reverse();
    hear(&crate::domain::CleanText::new(&words.join("\n")))
}

/// Asks for messages newer than the loaded ones.
pub(super) fn load_newer(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let case = open.state.id;
    let window = open
        .thread
        .messages
        .last()
        .map_or(Window::Newest, |message| Window::After(message.at, message.no));
    let id = model.jobs.begin(Waiting::Newer(case));
    let (limit, text_limit) = (THREAD_PAGE, TEXT_LIMIT);
    out.push(Effect::Store(id, Job::Messages { case, window, limit, text_limit }));
}

/// Asks for messages older than the loaded ones, if there are any.
pub(super) fn load_older(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let case = open.state.id;
    let Some(first) = open.thread.messages.first() else { return };
    if !open.thread.more_before || model.jobs.has(&Waiting::Older(case)) {
        return;
    }
    let window = Window::Before(first.at, first.no);
    let id = model.jobs.begin(Waiting::Older(case));
    let (limit, text_limit) = (THREAD_PAGE, TEXT_LIMIT);
    out.push(Effect::Store(id, Job::Messages { case, window, limit, text_limit }));
}

/// Older messages arrived.
pub(super) fn older_arrived(model: &mut Model, case: CaseId, page: MessagePage) {
    let Some(open) = model.open.as_mut().filter(|open| open.state.id == case) else { return };
    let mut messages = page.messages;
    messages.append(&mut open.thread.messages);
    open.thread.messages = messages;
    open.thread.more_before = page.more_before;
}

/// Newer messages arrived.
pub(super) fn newer_arrived(model: &mut Model, case: CaseId, page: MessagePage) {
    let Some(open) = model.open.as_mut().filter(|open| open.state.id == case) else { return };
    let mut loaded: std::collections::BTreeSet<_> =
        open.thread.messages.iter().map(|message| message.no).collect();
    for message in page.messages {
        if loaded.insert(message.no) {
            open.thread.messages.push(message);
        }
    }
    open.thread.messages.sort_by_key(|message| (message.at, message.no));
    open.heard = heard(&open.thread.messages);
    open.mark_retracted();
}

/// Another window may have changed the file: the queue, and the case on screen.
pub(super) fn changed_elsewhere(model: &mut Model, out: &mut Vec<Effect>) {
    load_queue(model, out);
    if let Some(case) = model.case() {
        model.jobs.opening = Some(case);
        let id = model.jobs.begin(Waiting::Case(case));
        out.push(Effect::Store(
            id,
            Job::Case { case, messages: THREAD_PAGE, text_limit: TEXT_LIMIT },
        ));
    }
}

/// Whether a case state is the one on screen, or newer.
pub(super) fn is_news(model: &Model, state: &CaseState) -> bool {
    model.open.as_ref().is_none_or(|open| {
        open.state.id != state.id || open.state.version < state.version || open.step.is_none()
    })
}

/// Shows a case that just got messages, ready for a reply; the queue's cursor goes with it.
pub(super) fn show_news(model: &mut Model, case: CaseId, out: &mut Vec<Effect>) {
    if model.case() == Some(case) {
        changed_elsewhere(model, out);
    } else {
        show(model, case, out);
    }
    model.follow = Some(case);
    model.focus = Pane::Replies;
}
