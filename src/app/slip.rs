//! Forms over the panes: a few fields, each a line or a choice, sent off together.

use super::{Field, Model};
use crate::domain::{
    Aggravator, Author, Cause, CloseResult, Department, FollowUpResult, Mood, PromiseNo, Span,
    TaskNo, read_lines, reconcile,
};

/// The field of a task that says what was tried.
const TRIED: usize = 1;

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlipKind {
    /// Work to be handed to somebody else.
    Task,
    /// A task that is done.
    TaskDone(TaskNo),
    /// A task that is no longer wanted.
    TaskDrop(TaskNo),
    /// Another time for a task.
    TaskMove(TaskNo),
    /// What was done, and what proves it.
    Deed,
    /// The buyer's word.
    Confirm,
    /// Why it came to the complaint.
    Cause,
    /// What is learned.
    Lesson,
    /// Asking the buyer again.
    FollowUp,
    /// What came of asking again.
    FollowUpResult,
    /// How long the case is laid aside.
    Snooze,
    /// Why the case is closed although something is wanting.
    Despite(CloseResult, String),
    /// Another date for a promise, told to the buyer first.
    TellFirst(PromiseNo),
}

/// A form.
#[derive(Debug)]
pub struct Slip {
    /// What it is for.
    pub kind: SlipKind,
    /// Its fields.
    pub fields: Vec<SlipField>,
    /// The field that gets the keys.
    pub at: usize,
    /// Why it cannot be sent off as it stands.
    pub complaint: Option<String>,
}

/// A field of a form.
#[derive(Debug)]
pub struct SlipField {
    /// What it asks for.
    pub label: String,
    /// What stands in it while it is empty.
    pub hint: String,
    /// What is in it.
    pub value: SlipValue,
}

/// What is in a field.
#[derive(Debug)]
pub enum SlipValue {
    /// A line of text.
    Text(Field),
    /// One of several.
    One {
        /// As they are shown.
        shown: Vec<String>,
        /// Which.
        selected: usize,
    },
    /// Any of several.
    Any {
        /// As they are shown.
        shown: Vec<String>,
        /// Which of them.
        ticked: Vec<bool>,
        /// The cursor among them.
        selected: usize,
    },
}

impl Slip {
    /// The text of a field, blanks trimmed; empty where there is none.
    #[must_use]
    pub fn text(&self, place: usize) -> &str {
        match self.fields.get(place).map(|field| &field.value) {
            Some(SlipValue::Text(field)) => field.input.text().trim(),
            Some(SlipValue::One { .. } | SlipValue::Any { .. }) | None => "",
        }
    }

    /// The choice of a field.
    #[must_use]
    pub fn one(&self, place: usize) -> usize {
        match self.fields.get(place).map(|field| &field.value) {
            Some(SlipValue::One { selected, .. }) => *selected,
            Some(SlipValue::Text(_) | SlipValue::Any { .. }) | None => 0,
        }
    }

    /// The choices of a field.
    #[must_use]
    pub fn any(&self, place: usize) -> Vec<usize> {
        match self.fields.get(place).map(|field| &field.value) {
            Some(SlipValue::Any { ticked, .. }) => {
                ticked.iter().enumerate().filter(|(_, on)| **on).map(|(n, _)| n).collect()
            }
            Some(SlipValue::Text(_) | SlipValue::One { .. }) | None => Vec::new(),
        }
    }

    /// The input that gets the keys, if it is one.
    pub fn input(&mut self) -> Option<&mut Field> {
        match self.fields.get_mut(self.at).map(|field| &mut field.value) {
            Some(SlipValue::Text(field)) => Some(field),
            Some(SlipValue::One { .. } | SlipValue::Any { .. }) | None => None,
        }
    }

    /// A form for something, as the case stands.
    #[must_use]
    pub fn new(kind: SlipKind, model: &Model) -> Self {
        let fields = fields(&kind, model);
        Self { kind, fields, at: 0, complaint: None }
    }

    /// The title.
    #[must_use]
    pub fn title<'m>(&self, model: &'m Model) -> &'m str {
        let texts = &model.strings.form;
        match self.kind {
            SlipKind::Task => texts.task,
            SlipKind::TaskDone(_) => texts.task_done,
            SlipKind::TaskDrop(_) => texts.task_drop,
            SlipKind::TaskMove(_) => texts.task_move,
            SlipKind::Deed => texts.deed,
            SlipKind::Confirm => texts.confirm,
            SlipKind::Cause => texts.cause,
            SlipKind::Lesson => texts.lesson,
            SlipKind::FollowUp => texts.follow_up,
            SlipKind::FollowUpResult => texts.follow_up_result,
            SlipKind::Snooze => texts.snooze,
            SlipKind::Despite(..) => texts.despite,
            SlipKind::TellFirst(_) => texts.tell_first,
        }
    }
}

fn fields(kind: &SlipKind, model: &Model) -> Vec<SlipField> {
    let texts = &model.strings.form;
    let strings = &model.strings;
    let when = || text(texts.due, texts.due_hint, "");
    match kind {
        SlipKind::Task => vec![
            text(texts.what, texts.task_what_hint, ""),
            text(texts.tried, texts.tried_hint, ""),
            one(
                texts.department,
                Department::ALL.iter().map(|who| words(super::words::department(strings, *who))),
                0,
            ),
            text(texts.owner, texts.owner_hint, ""),
            when(),
        ],
        SlipKind::TaskDone(_) => vec![text(texts.result, "", "")],
        SlipKind::TaskDrop(_) | SlipKind::Despite(..) => vec![text(texts.reason, "", "")],
        SlipKind::TaskMove(_) | SlipKind::TellFirst(_) => vec![when()],
        SlipKind::Deed => {
            vec![text(texts.what, texts.deed_hint, ""), text(texts.proof, texts.proof_hint, "")]
        }
        SlipKind::Confirm => vec![
            one(
                texts.says,
                [&texts.content, &texts.not_content].map(words).into_iter(),
                usize::from(unhappy(model)),
            ),
            text(texts.words, texts.words_hint, said_since(model)),
        ],
        SlipKind::Cause => vec![
            any(
                texts.causes,
                Cause::KNOWN.iter().filter_map(|id| Cause::parse(id)).map(|cause| {
                    let area = super::words::cause_area(strings, &cause);
                    format!("{area} · {}", super::words::cause(strings, &cause))
                }),
            ),
            any(
                texts.aggravators,
                Aggravator::ALL.iter().map(|one| words(super::words::aggravator(strings, *one))),
            ),
        ],
        SlipKind::Lesson => vec![
            one(texts.lesson, [&texts.lesson_yes, &texts.lesson_no].map(words).into_iter(), 0),
            text(texts.words, texts.lesson_hint, ""),
        ],
        SlipKind::FollowUp => vec![
            one(
                texts.follow_up,
                [&texts.follow_plan, &texts.follow_skip].map(words).into_iter(),
                0,
            ),
            text(texts.due, texts.due_hint, &usual_follow_up(model)),
            text(texts.script, "", texts.script_usual),
        ],
        SlipKind::FollowUpResult => vec![
            one(
                texts.result,
                FollowUpResult::ALL
                    .iter()
                    .map(|one| words(super::words::follow_result(strings, *one))),
                0,
            ),
            text(texts.words, texts.words_hint, ""),
        ],
        SlipKind::Snooze => vec![
            one(
                texts.wake,
                [&texts.wake_time, &texts.wake_reply, &texts.wake_both].map(words).into_iter(),
                0,
            ),
            when(),
        ],
    }
}

/// When the shop usually asks again, as a person would type it: when work begins on that day, or on the
/// next one it works.
fn usual_follow_up(model: &Model) -> String {
    let days = i64::from(model.policy.closing.follow_up_days.max(1));
    let calendar = &model.policy.calendar;
    let day = calendar.start_of(calendar.day_of(model.now.plus(Span::days(days))));
    let opens = calendar.after_working(day, Span::ZERO);
    opens.at_offset(model.offset).format("%Y-%m-%d %H:%M").to_string()
}

/// Whether the buyer did not seem content when last judged: then that is no answer to start from.
fn unhappy(model: &Model) -> bool {
    model.open.as_ref().is_some_and(|open| open.state.mood >= Mood::Disappointed)
}

/// What the buyer has said since something was done for them; what they said before is no word on that.
fn said_since(model: &Model) -> &str {
    let Some(open) = &model.open else { return "" };
    let Some(done) = open.state.sheet.deeds.last().map(|deed| deed.at) else { return "" };
    let newest = open.thread.messages.iter().rev().find(|one| one.author == Author::Buyer);
    let newest = newest.filter(|one| one.at > done).map(|one| one.text.as_str());
    newest.filter(|text| text.len() < 120 && !text.contains('\n')).unwrap_or_default()
}

fn words(text: impl AsRef<str>) -> String {
    text.as_ref().to_owned()
}

fn text(label: &str, hint: &str, typed: &str) -> SlipField {
    let value = SlipValue::Text(Field::with_text(typed));
    SlipField { label: label.to_owned(), hint: hint.to_owned(), value }
}

fn one(label: &str, shown: impl Iterator<Item = String>, selected: usize) -> SlipField {
    let value = SlipValue::One { shown: shown.collect(), selected };
    SlipField { label: label.to_owned(), hint: String::new(), value }
}

fn any(label: &str, shown: impl Iterator<Item = String>) -> SlipField {
    let shown: Vec<String> = shown.collect();
    let value = SlipValue::Any { ticked: vec![false; shown.len()], shown, selected: 0 };
    SlipField { label: label.to_owned(), hint: String::new(), value }
}

impl Model {
    /// What the order's lines say to a sum that does not agree with them, where they are typed as what
    /// was tried: `cup 2x29.50, plate 12 = 59`.
    #[must_use]
    pub fn reconciled(&self, form: &Slip) -> Option<String> {
        if form.kind != SlipKind::Task {
            return None;
        }
        let (lines, billed) = read_lines(form.text(TRIED))?;
        Some(super::words::reconciled(self.strings, &lines, &reconcile(&lines, billed?)))
    }
}
