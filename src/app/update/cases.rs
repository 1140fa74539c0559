//! The queue and the case on screen: asked for, loaded, changed.

use super::{draft, focus};
use crate::app::jobs::Waiting;
use crate::app::{Composer, Effect, Looking, Model, OpenCase, Pane, QueueEntry};
use crate::domain::{CaseId, CaseState, MessageNo};
use crate::store::{
    DraftKind as Kept, Found, Job, MessagePage, OpenedCase, QueueKey, QueuePage, QueueRow, Window,
};

/// Rows of the queue looked at for a page of a view.
const LOOK: u32 = 5_000;
/// As many rows of it in one go.
const STRETCH: u32 = 1_000;
/// Cases on the first page of the queue.
pub(super) const QUEUE_PAGE: u32 = 50;
/// Messages loaded when a case is opened, and at each further step into the past.
pub(super) const THREAD_PAGE: u32 = 60;
/// Characters of one message that are loaded for the screen.
pub(super) const TEXT_LIMIT: usize = 8_000;

/// Asks for the queue as far as it is loaded. While the question is under way the answer may be
/// from before: it is asked again then.
pub(super) fn load_queue(model: &mut Model, out: &mut Vec<Effect>) {
    ask_for_queue(model, 0, out);
}

fn ask_for_queue(model: &mut Model, more: u32, out: &mut Vec<Effect>) {
    if model.jobs.has(&Waiting::Queue) {
        model.jobs.queue_again = true;
        return;
    }
    let loaded = u32::try_from(model.queue.entries.len()).unwrap_or(u32::MAX);
    let limit = loaded.saturating_add(more).max(QUEUE_PAGE);
    let id = model.jobs.begin(Waiting::Queue);
    let job = if model.queue.filter.is_empty() {
        Job::Queue(QueuePage { limit, after: None })
    } else {
        model.queue.looking = Looking { wanted: limit, ..Looking::default() };
        next_stretch(model, None)
    };
    out.push(Effect::Store(id, job));
}

/// The next stretch of the queue under its filter: short, for whoever opens a case waits behind it.
fn next_stretch(model: &Model, after: Option<QueueKey>) -> Job {
    let looking = &model.queue.looking;
    let found = u32::try_from(looking.rows.len()).unwrap_or(u32::MAX);
    let page = QueuePage { limit: looking.wanted.saturating_sub(found), after };
    Job::QueueOf { filter: model.queue.filter.clone(), now: model.now, page, look: STRETCH }
}

/// A stretch of the queue was looked through. It goes on behind it until a page is found, or as much
/// was looked at as is worth it; further down the list that is more.
pub(super) fn found(model: &mut Model, found: Found, out: &mut Vec<Effect>) {
    let looking = &mut model.queue.looking;
    looking.rows.extend(found.rows);
    looking.looked = looking.looked.saturating_add(found.looked);
    let enough = looking.rows.len() >= usize::try_from(looking.wanted).unwrap_or(usize::MAX);
    let worth = LOOK.saturating_mul(looking.wanted.div_ceil(QUEUE_PAGE));
    if found.more && !enough && looking.looked < worth && !model.jobs.queue_again {
        let id = model.jobs.begin(Waiting::Queue);
        let job = next_stretch(model, found.last);
        return out.push(Effect::Store(id, job));
    }
    let rows = std::mem::take(&mut model.queue.looking).rows;
    queue_arrived(model, rows, found.more, out);
}

/// The queue arrived. The cursor stays on its case, and the first case is shown at the start.
pub(super) fn queue_arrived(
    model: &mut Model,
    rows: Vec<QueueRow>,
    more: bool,
    out: &mut Vec<Effect>,
) {
    let again = std::mem::take(&mut model.jobs.queue_again);
    let under_cursor = model
        .follow
        .or_else(|| model.queue.entries.get(model.queue.selected).map(|entry| entry.case));
    model.queue.entries = rows.into_iter().map(entry).collect();
    model.queue.more = more;
    let first_time = !model.queue.loaded;
    model.queue.loaded = true;
    let entries = &model.queue.entries;
    let kept = under_cursor.and_then(|case| entries.iter().position(|entry| entry.case == case));
    if kept.is_some() || !again {
        model.follow = None;
    }
    model.queue.selected =
        kept.unwrap_or_else(|| model.queue.selected.min(entries.len().saturating_sub(1)));
    if again {
        load_queue(model, out);
    }
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
        due_since: row.due_since,
        exposure: row.exposure,
        reckoned: row.reckoned,
        opened_at: row.opened_at,
        snoozed: row.snoozed,
        waits_for: row.waits_for,
        breaches: row.breaches,
        waiting_since: row.waiting_since,
        order_tail: row.order_tail,
        snippet: row.snippet.map(|words| words.one_line()).unwrap_or_default(),
    }
}

/// Moves the queue's cursor to a place and shows the case there.
pub(super) fn select(model: &mut Model, place: usize, out: &mut Vec<Effect>) {
    let last = model.queue.entries.len().saturating_sub(1);
    let place = place.min(last);
    let before = std::mem::replace(&mut model.queue.selected, place);
    let at = |place: usize| model.queue.entries.get(place).map(|entry| entry.case);
    let coming = model.jobs.opening.or_else(|| model.case());
    if let Some(case) = at(place).filter(|case| Some(*case) != coming) {
        // Who goes down or up the queue goes on that way.
        let next = if place < before { place.checked_sub(1) } else { Some(place + 1) };
        let next = next.and_then(at);
        bring(model, case, next, out);
    }
    if place == last && model.queue.more && !model.jobs.has(&Waiting::Queue) {
        ask_for_queue(model, QUEUE_PAGE, out);
    }
}

/// The case under the queue's cursor, ready for a reply.
pub(super) fn open_selected(model: &mut Model, out: &mut Vec<Effect>) {
    let place = model.queue.selected;
    select(model, place, out);
    focus::to(model, Pane::Replies);
}

fn show_selected(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(case) = model.queue.entries.get(model.queue.selected).map(|entry| entry.case) {
        show(model, case, out);
    }
}

/// The case due first, ready for a reply.
pub(super) fn open_next(model: &mut Model, out: &mut Vec<Effect>) {
    if !model.queue.entries.is_empty() {
        select(model, 0, out);
        model.focus = Pane::Replies;
    }
}

/// Asks for a case, with what is typed on the one before safely on its way into the file.
pub(super) fn show(model: &mut Model, case: CaseId, out: &mut Vec<Effect>) {
    bring(model, case, None, out);
}

fn bring(model: &mut Model, case: CaseId, next: Option<CaseId>, out: &mut Vec<Effect>) {
    // What is on its way now may not be in the file yet when the case is read.
    let ours = model.jobs.concerns(case)
        || model.case_in_hand(case).is_some_and(|open| open.unsaved.first().is_some());
    draft::save(model, out);
    model.jobs.opening = (model.case() != Some(case)).then_some(case);
    load(model, case, ours, next, out);
}

fn load(model: &mut Model, case: CaseId, ours: bool, next: Option<CaseId>, out: &mut Vec<Effect>) {
    let id = model.jobs.begin(Waiting::Case { case, ours });
    let (messages, text_limit) = (THREAD_PAGE, TEXT_LIMIT);
    out.push(Effect::Store(id, Job::Case { case, messages, text_limit, next }));
}

/// The answer to the question for a case. One that was asked for before another is not shown any
/// more; one that is older than what is on screen is dropped.
pub(super) fn case_answered(
    model: &mut Model,
    case: CaseId,
    ours: bool,
    answer: Option<Box<OpenedCase>>,
    out: &mut Vec<Effect>,
) {
    let wanted = model.jobs.opening == Some(case);
    if wanted {
        model.jobs.opening = None;
    }
    let Some(answer) = answer else { return };
    let same = model.case() == Some(case);
    let parked = model.parked.get(&case).map(|parked| parked.state.version);
    if parked.is_some_and(|version| version > answer.state.version) {
        // An act got into the file after this was read.
        if wanted {
            model.jobs.opening = Some(case);
            load(model, case, true, None, out);
        }
    } else if wanted || (same && is_news(model, &answer.state)) {
        case_arrived(model, *answer, ours, out);
    }
}

fn case_arrived(model: &mut Model, answer: OpenedCase, ours: bool, out: &mut Vec<Effect>) {
    let case = answer.state.id;
    let reference = answer.state.playbook.clone();
    let pinned = answer.pinned.clone();
    let mut open = loaded(answer);
    if let Some(before) = model.open.take_if(|before| before.state.id == case) {
        open.keep_from(before);
    } else {
        model.park();
        if let Some(before) = model.parked.remove(&case) {
            if ours {
                open.keep_drafts_from(before);
            } else if open.reply.text() == before.reply.text() {
                // Another window may have sent or changed the draft; then these are not its words.
                open.keep_adoptions_from(before.adoptions, before.last_sent);
            }
        }
    }
    let known = open.playbook.as_ref().is_some_and(|playbook| playbook.reference == reference);
    model.open = Some(open);
    if known {
        model.survey();
    } else {
        out.push(Effect::Compile(reference, pinned));
    }
}

/// A case as the file has it.
fn loaded(answer: OpenedCase) -> OpenCase {
    let mut open = OpenCase::new(answer.state);
    open.thread.messages = answer.messages.messages;
    open.thread.more_before = answer.messages.more_before;
    for draft in answer.drafts {
        match draft.kind {
            Kept::Reply => open.take_draft(&draft.body, draft.adopted, draft.at),
            Kept::Note => open.note = Composer::new(&draft.body),
        }
    }
    open.paid_elsewhere = answer.paid_elsewhere;
    open.habits = answer.habits;
    let history = answer.history.into_iter();
    open.earlier_cases = u32::try_from(history.len()).unwrap_or(u32::MAX);
    open.history = history.map(|case| (case.id, case.opened_at, case.result)).collect();
    open
}

/// Puts the conversation's cursor on a message.
pub(super) fn look_at(model: &mut Model, no: MessageNo) {
    if let Some(open) = &mut model.open {
        open.thread.selected = Some(no);
    }
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
pub(super) fn older_arrived(
    model: &mut Model,
    case: CaseId,
    page: MessagePage,
    out: &mut Vec<Effect>,
) {
    let Some(open) = model.open.as_mut().filter(|open| open.state.id == case) else { return };
    let mut messages = page.messages;
    messages.append(&mut open.thread.messages);
    open.thread.messages = messages;
    open.thread.more_before = page.more_before;
    // A message that was asked for may lie further back.
    let thread = &open.thread;
    let wanted = thread.selected.filter(|no| !thread.messages.iter().any(|one| one.no == *no));
    if wanted.is_some() {
        load_older(model, out);
    }
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
    open.mark_retracted();
}

/// Another window may have changed the file: the queue, and the case on screen.
pub(super) fn changed_elsewhere(model: &mut Model, out: &mut Vec<Effect>) {
    load_queue(model, out);
    if let Some(case) = model.case() {
        load(model, case, true, None, out);
    }
}

/// Events of the case on screen were taken in.
pub(super) fn changed_here(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(open) = &mut model.open else { return };
    let case = open.state.id;
    let runs_on = open.playbook.as_ref().map(|playbook| &playbook.reference);
    if runs_on.is_some_and(|reference| *reference != open.state.playbook) {
        // It runs on another playbook now: the file has its sources.
        open.playbook = None;
        open.step = None;
        open.suggestions.clear();
        return load(model, case, true, None, out);
    }
    model.survey();
    load_newer(model, out);
}

/// Whether a case state is the one on screen, or newer.
fn is_news(model: &Model, state: &CaseState) -> bool {
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
