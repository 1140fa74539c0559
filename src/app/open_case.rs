//! What the console does to the case on screen: survey it, take events in, adopt replies.

use super::adoption::{Adoption, LastSent};
use super::model::Unsaved;
use super::{Adopted, Composer, DraftKind, Model, OpenCase, Thread};
use crate::domain::{
    CaseState, CheckId, CleanText, Event, FactId, Message, MessageNo, Recorded, ReplyId, Stamp,
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
            unsaved: Unsaved::default(),
            adoptions: Vec::new(),
            last_sent: None,
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
    pub(super) fn take_in(&mut self, records: &[Recorded]) {
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
    pub(super) fn adopt(&mut self, place: usize, now: Stamp) {
        let Some(suggestion) = self.suggestions.get(place) else { return };
        let reply = &suggestion.reply;
        if self.reply.is_empty() {
            self.adoptions.clear();
        }
        self.kind = DraftKind::Reply;
        self.reply_selected = place;
        self.reply.adopt(&reply.rendered.text);
        let adopted = Adopted { reply: reply.id.clone(), title: reply.title.clone() };
        let text = reply.rendered.text.clone();
        self.adoptions.push(Adoption { adopted, text, at: now });
        self.edited(now);
    }

    /// The draft being written has changed.
    pub(super) fn edited(&mut self, now: Stamp) {
        self.saved = false;
        self.unsaved.of(self.kind).get_or_insert(now);
        self.recount();
    }

    /// A draft as the file has it, with the replies it was made from.
    pub(super) fn take_draft(&mut self, body: &str, adopted: Vec<ReplyId>, at: Stamp) {
        self.reply = Composer::new(body);
        let adoption = |reply: ReplyId| {
            // What it is called and what it says is known when the playbook is.
            let adopted = Adopted { title: reply.to_string(), reply };
            Adoption { adopted, text: String::new(), at }
        };
        self.adoptions = adopted.into_iter().map(adoption).collect();
        self.recount();
    }

    /// The replies the draft says, each once, and since when the times they name are reckoned.
    pub(super) fn said(&self) -> (Vec<Adopted>, Option<Stamp>) {
        let mut said: Vec<Adopted> = Vec::new();
        for adopted in &self.adopted {
            if !said.contains(adopted) {
                said.push(adopted.clone());
            }
        }
        let of_it = self.adoptions.iter().filter(|adoption| said.contains(&adoption.adopted));
        let since = of_it.map(|adoption| adoption.at).min();
        (said, since)
    }

    /// Gives the text of a reply taken back to the draft, before what was typed since.
    pub(super) fn give_back(&mut self, no: MessageNo, now: Stamp) {
        let sent = self.last_sent.take_if(|sent| sent.no == no);
        let loaded = || self.thread.messages.iter().find(|message| message.no == no);
        let Some(text) = sent
            .as_ref()
            .map(|sent| sent.text.clone())
            .or_else(|| loaded().map(|message| message.text.clone()))
        else {
            return;
        };
        let typed = self.reply.text().to_owned();
        self.kind = DraftKind::Reply;
        self.reply.replace_all(text.as_str());
        if !typed.is_empty() {
            self.reply.insert("\n");
            self.reply.insert(&typed);
        }
        self.adoptions.extend(sent.into_iter().flat_map(|sent| sent.adoptions));
        self.edited(now);
    }

    /// A reply is in the file: what was typed since stays in the draft.
    pub(super) fn was_sent(&mut self, text: CleanText) {
        if let Some(rest) = self.reply.text().strip_prefix(text.as_str()) {
            let rest = rest.trim_start_matches('\n').to_owned();
            self.reply.replace_all(&rest);
        }
        let adoptions = std::mem::take(&mut self.adoptions);
        self.adopted.clear();
        self.last_sent =
            self.state.sent.last().map(|sent| LastSent { no: sent.no, text, adoptions });
    }

    /// Keeps what the person was doing when the same case is loaded anew.
    pub(super) fn keep_from(&mut self, before: Self) {
        self.step_selected = before.step_selected;
        self.reply_selected = before.reply_selected;
        self.thread.selected = before.thread.selected;
        self.thread.hold = before.thread.hold;
        self.thread.scroll = before.thread.scroll;
        let oldest = self.thread.messages.first().map(|message| (message.at, message.no));
        let older: Vec<Message> = before
            .thread
            .messages
            .iter()
            .filter(|message| oldest.is_some_and(|oldest| (message.at, message.no) < oldest))
            .cloned()
            .collect();
        if !older.is_empty() {
            self.thread.more_before = before.thread.more_before;
            self.thread.messages.splice(0..0, older);
        }
        if before.state.playbook == self.state.playbook {
            self.playbook.clone_from(&before.playbook);
            self.broken.clone_from(&before.broken);
        }
        self.keep_drafts_from(before);
        self.mark_retracted();
    }

    /// Keeps the words the person was writing.
    pub(super) fn keep_drafts_from(&mut self, before: Self) {
        self.reply = before.reply;
        self.note = before.note;
        self.kind = before.kind;
        self.saved = before.saved;
        self.unsaved = before.unsaved;
        self.keep_adoptions_from(before.adoptions, before.last_sent);
    }

    /// Keeps where the words of the draft come from.
    pub(super) fn keep_adoptions_from(
        &mut self,
        adoptions: Vec<Adoption>,
        last_sent: Option<LastSent>,
    ) {
        self.adoptions = adoptions;
        self.last_sent = last_sent;
        self.recount();
    }
}

impl Model {
    /// Looks at the step again: what is missing, which replies fit.
    pub(super) fn survey(&mut self) {
        self.surveyed_at = self.now;
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
        for adoption in open.adoptions.iter_mut().filter(|adoption| adoption.text.is_empty()) {
            // It comes from the file, by its id alone.
            if let Some(reply) = playbook.reply_view_of(&adoption.adopted.reply, &situation) {
                adoption.adopted.title = reply.title;
                adoption.text = reply.rendered.text;
            }
        }
        open.recount();
        playbook.title.get(self.lang).clone_into(&mut open.playbook_title);
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
