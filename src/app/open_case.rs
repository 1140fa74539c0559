//! What the console does to the case on screen: survey it, take events in, adopt replies.

use super::{Adopted, Composer, DraftKind, Model, OpenCase, Thread};
use crate::domain::{
    CaseState, CheckId, CleanText, Event, FactId, Message, Recorded, ReplyId, Stamp,
};
use crate::guide::{Heard, suggest};
use crate::playbook::{FactDecl, Next, Situation};
use std::sync::Arc;

/// A row of the step pane the cursor can stand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepRow {
    /// A check.
    Check {
        /// Which.
        check: CheckId,
        /// Whether it is ticked.
        done: bool,
    },
    /// A fact the step asks for.
    Fact(FactId),
}

/// Replies that can be adopted by a digit.
const SUGGESTIONS: usize = 9;

impl OpenCase {
    /// A case before its playbook, its messages and its drafts have arrived.
    #[must_use]
    pub fn new(state: CaseState) -> Self {
        Self {
            state,
            playbook: None,
            broken: None,
            step: None,
            rules: Vec::new(),
            playbook_title: String::new(),
            next_title: None,
            suggestions: Vec::new(),
            thread: Thread::default(),
            heard: Heard::default(),
            reply: Composer::default(),
            note: Composer::default(),
            kind: DraftKind::default(),
            adopted: Vec::new(),
            saved: true,
            edited_at: None,
            step_selected: 0,
            reply_selected: 0,
            history: Vec::new(),
        }
    }

    /// The draft being written.
    #[must_use]
    pub const fn draft(&self) -> &Composer {
        match self.kind {
            DraftKind::Reply => &self.reply,
            DraftKind::Note => &self.note,
        }
    }

    /// The draft being written, to be changed.
    pub(super) const fn draft_mut(&mut self) -> &mut Composer {
        match self.kind {
            DraftKind::Reply => &mut self.reply,
            DraftKind::Note => &mut self.note,
        }
    }

    /// The scripted replies a draft was made from; a note is made from none.
    pub(super) fn adopted_replies(&self, kind: DraftKind) -> Vec<ReplyId> {
        match kind {
            DraftKind::Reply => self.adopted.iter().map(|one| one.reply.clone()).collect(),
            DraftKind::Note => Vec::new(),
        }
    }

    /// How many rows the step pane's cursor can stand on.
    #[must_use]
    pub fn step_rows(&self) -> usize {
        self.step.as_ref().map_or(0, |step| step.checks.len() + step.facts.len())
    }

    /// The row under the cursor of the step pane.
    #[must_use]
    pub fn step_row(&self) -> Option<StepRow> {
        let step = self.step.as_ref()?;
        if let Some(check) = step.checks.get(self.step_selected) {
            return Some(StepRow::Check { check: check.id.clone(), done: check.done });
        }
        let place = self.step_selected.checked_sub(step.checks.len())?;
        step.facts.get(place).map(|fact| StepRow::Fact(fact.id.clone()))
    }

    /// Takes events in that are in the file. Events that do not follow are left out: the case is
    /// loaded anew then, by the look at the file that comes each second.
    pub(super) fn take_in(&mut self, records: &[Recorded], _now: Stamp) {
        for recorded in records {
            if recorded.version <= self.state.version {
                continue;
            }
            if self.state.apply(recorded).is_err() {
                return;
            }
            if let Event::ReplyRetracted { no, .. } = &recorded.event
                && let Some(message) = self.thread.messages.iter_mut().find(|m| m.no == *no)
            {
                message.retracted = true;
            }
        }
    }

    /// Marks loaded messages that were taken back.
    pub(super) fn mark_retracted(&mut self) {
        for sent in self.state.sent.iter().filter(|sent| sent.retracted) {
            if let Some(message) = self.thread.messages.iter_mut().find(|m| m.no == sent.no) {
                message.retracted = true;
            }
        }
    }

    /// Puts a suggested reply into the draft and remembers where the words come from.
    pub(super) fn adopt(&mut self, place: usize) {
        let Some(suggestion) = self.suggestions.get(place) else { return };
        let reply = &suggestion.reply;
        self.kind = DraftKind::Reply;
        self.reply_selected = place;
        self.reply.adopt(&reply.rendered.text);
        let adopted = Adopted { reply: reply.id.clone(), title: reply.title.clone() };
        if !self.adopted.contains(&adopted) {
            self.adopted.push(adopted);
        }
        self.saved = false;
        self.edited_at.get_or_insert(self.state.changed_at);
    }

    /// Gives the text of a reply taken back to the draft, before what was typed since. It is made of
    /// the same scripted replies again: sent a second time, it does what it did the first time.
    pub(super) fn give_back(&mut self, text: &CleanText, made_of: Vec<ReplyId>) {
        for reply in made_of {
            let offered = self.suggestions.iter().find(|offered| offered.reply.id == reply);
            let title =
                offered.map_or_else(|| reply.to_string(), |offered| offered.reply.title.clone());
            if self.adopted.iter().all(|adopted| adopted.reply != reply) {
                self.adopted.push(Adopted { reply, title });
            }
        }
        let typed = self.reply.text().to_owned();
        self.kind = DraftKind::Reply;
        self.reply.replace_all(text.as_str());
        if !typed.is_empty() {
            self.reply.insert("\n");
            self.reply.insert(&typed);
        }
        self.saved = false;
        self.edited_at = Some(self.state.changed_at);
    }

    /// Keeps what the person was doing when the same case is loaded anew.
    pub(super) fn keep_from(&mut self, before: Self) {
        self.reply = before.reply;
        self.note = before.note;
        self.kind = before.kind;
        self.adopted = before.adopted;
        self.saved = before.saved;
        self.edited_at = before.edited_at;
        self.step_selected = before.step_selected;
        self.reply_selected = before.reply_selected;
        self.thread.selected = before.thread.selected;
        self.thread.hold = before.thread.hold;
        self.thread.scroll = before.thread.scroll;
        if before.state.playbook == self.state.playbook {
            self.playbook = before.playbook;
            self.broken = before.broken;
        }
        let oldest = self.thread.messages.first().map(|message| (message.at, message.no));
        let older: Vec<Message> = before
            .thread
            .messages
            .into_iter()
            .filter(|message| oldest.is_some_and(|oldest| (message.at, message.no) < oldest))
            .collect();
        if !older.is_empty() {
            self.thread.more_before = before.thread.more_before;
            self.thread.messages.splice(0..0, older);
        }
        self.mark_retracted();
    }
}

impl Model {
    /// Looks at the step again: what is missing, which replies fit.
    pub(super) fn survey(&mut self) {
        let Some(open) = &mut self.open else { return };
        let Some(playbook) = open.playbook.clone() else { return };
        let policy = Arc::clone(&self.policy);
        let situation = Situation {
            case: &open.state,
            now: self.now,
            lang: self.lang,
            calendar: &policy.calendar,
            shop: &policy.shop,
            agent: &self.agent,
        };
        let step = playbook.survey(&open.state.step, &situation);
        let suggestions = step.as_ref().map(|step| {
            let replies = playbook.replies(&step.id, &situation);
            let unanswered = open.state.tally.agent == 0;
            let mut all = suggest(replies, step, open.state.mood, unanswered);
            all.truncate(SUGGESTIONS);
            all
        });
        open.next_title = step.as_ref().and_then(|step| match &step.next {
            Next::Step(id) => playbook.step(id).map(|step| step.title.get(self.lang).to_owned()),
            Next::End => None,
        });
        open.rules = step.as_ref().map_or_else(Vec::new, |step| {
            let today = policy.calendar.day_of(self.now);
            let cite = |id: &String| {
                let citation = self.standards.as_ref()?.cite(id, today)?;
                Some(super::words::rule(&citation, &self.strings, self.lang))
            };
            step.standards.iter().filter_map(cite).collect()
        });
        for adopted in &mut open.adopted {
            if let Some((_, reply)) = playbook.reply(&adopted.reply) {
                reply.title.get(self.lang).clone_into(&mut adopted.title);
            }
        }
        open.playbook_title = playbook.title.get(self.lang).to_owned();
        open.step = step;
        open.suggestions = suggestions.unwrap_or_default();
        open.step_selected = open.step_selected.min(open.step_rows().saturating_sub(1));
        open.reply_selected = open.reply_selected.min(open.suggestions.len().saturating_sub(1));
    }

    /// The facts the case's playbook declares, in its order.
    #[must_use]
    pub fn declared_facts(&self) -> Vec<FactId> {
        self.open
            .as_ref()
            .and_then(|open| open.playbook.as_ref())
            .map(|playbook| playbook.facts.iter().map(|fact| fact.id.clone()).collect())
            .unwrap_or_default()
    }

    /// A value to choose, as it is shown.
    pub(super) fn choice_words(&self, declared: &FactDecl, id: &str) -> String {
        declared.values.iter().find(|value| value.id == id).map_or_else(
            || super::words::yes_no(id, &self.strings),
            |value| value.text.get(self.lang).to_owned(),
        )
    }
}
