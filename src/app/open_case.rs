//! What the console does to the case on screen: survey it, take events in, load it anew.

use super::model::Unsaved;
use super::{
    Adopted, Composer, DraftKind, Facts, Model, OpenCase, Overlay, Thread, Watch, outlook,
};
use crate::desk::{Desk, owed_replies, turn};
use crate::domain::{
    CaseState, CheckId, Event, ExhibitKind, FactId, Message, MessageNo, Platform, Recorded,
};
use crate::guide::{Moment, owing, suggest};
use crate::playbook::{FactDecl, StepView};
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
    /// Something to be collected, any of these kinds.
    Exhibit {
        /// The kinds.
        any: Vec<ExhibitKind>,
        /// Whether one was collected.
        collected: bool,
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
            leads: None,
            adjusted: Vec::new(),
            locked: Vec::new(),
            newer: None,
            suggestions: Vec::new(),
            owed: Vec::new(),
            thread: Thread::default(),
            watch: Watch::default(),
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
            earlier_cases: 0,
            paid_elsewhere: Vec::new(),
            habits: Vec::new(),
            questioned: None,
        }
    }

    /// How many rows the step pane's cursor can stand on.
    #[must_use]
    pub fn step_rows(&self) -> usize {
        let rows = |step: &StepView| step.checks.len() + step.exhibits.len() + step.facts.len();
        self.step.as_ref().map_or(0, rows)
    }

    /// The row under the cursor of the step pane.
    #[must_use]
    pub fn step_row(&self) -> Option<StepRow> {
        let step = self.step.as_ref()?;
        if let Some(check) = step.checks.get(self.step_selected) {
            return Some(StepRow::Check { check: check.id.clone(), done: check.done });
        }
        let place = self.step_selected.checked_sub(step.checks.len())?;
        if let Some(exhibit) = step.exhibits.get(place) {
            let (any, collected) = (exhibit.any.clone(), exhibit.collected);
            return Some(StepRow::Exhibit { any, collected });
        }
        let place = place.checked_sub(step.exhibits.len())?;
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
            self.newer.clone_from(&before.newer);
        }
        self.keep_drafts_from(before);
        self.mark_retracted();
    }
}

impl Model {
    /// Looks at the step again: what is missing, which replies fit.
    pub fn survey(&mut self) {
        self.surveyed_at = self.now;
        let Some(open) = &mut self.open else { return };
        let Some(playbook) = open.playbook.clone() else { return };
        let policy = Arc::clone(&self.policy);
        let desk = Desk {
            playbook: &playbook,
            policy: &policy,
            agent: &self.agent,
            lang: self.lang,
            now: self.now,
            library: None,
            earlier_cases: open.earlier_cases,
            paid_elsewhere: &open.paid_elsewhere,
            shelf: None,
            // Nothing is sent here: the guard is not read for it.
            guard: None,
        };
        let situation = desk.situation(&open.state);
        let step = playbook.survey(&open.state.step, &situation);
        let suggestions = step.as_ref().map(|step| {
            let mut replies = playbook.replies(&step.id, &situation);
            // What an ending wants said may stand with another step; it is offered where it is wanted.
            let wanted = outlook::wanted_reply(&playbook, step, &situation);
            if let Some(wanted) = wanted.filter(|id| !replies.iter().any(|one| one.id == **id)) {
                replies.extend(playbook.reply_view_of(wanted, &situation));
            }
            replies.extend(turn(&open.state, &desk));
            let moment = Moment::of(&situation, &playbook, &open.habits);
            let mut all = suggest(replies, step, &moment);
            if !open.state.is_open() {
                // Nothing is said on a closed case but asking again.
                all.clear();
            }
            all.splice(0..0, owed_replies(&open.state, &desk).into_iter().map(owing));
            all.truncate(SUGGESTIONS);
            all
        });
        let case = &open.state;
        let leads = step.as_ref().and_then(|step| outlook::leads(&playbook, step, &situation));
        let adjusted = step
            .as_ref()
            .map_or_else(Vec::new, |step| outlook::adjusted(&playbook, step, &situation));
        let locked = outlook::locked(&playbook, &case.step, &situation);
        open.rules = step.as_ref().map_or_else(Vec::new, |step| {
            let today = policy.calendar.day_of(self.now);
            let cite = |id: &String| {
                let citation = self.standards.as_ref()?.cite(id, today)?;
                Some(super::words::rule(&citation, self.strings, self.lang))
            };
            let ours = step.standards.iter().filter(|id| holds_on(id, case.platform));
            ours.filter_map(cite).collect()
        });
        for adoption in open.adoptions.iter_mut().filter(|adoption| adoption.text.is_empty()) {
            // It comes from the file, by its id alone.
            let own = &adoption.adopted.reply;
            if let Some(title) = crate::desk::carried_title(own, self.lang) {
                title.clone_into(&mut adoption.adopted.title);
                open.reply.text().clone_into(&mut adoption.text);
                continue;
            }
            if let Some(reply) = playbook.reply_view_of(&adoption.adopted.reply, &situation) {
                adoption.adopted = Adopted::of(&reply);
                adoption.text = reply.rendered.text;
            }
        }
        (open.leads, open.adjusted, open.locked) = (leads, adjusted, locked);
        open.recount();
        playbook.title.get(self.lang).clone_into(&mut open.playbook_title);
        open.step = step;
        open.owed = open.state.owed(self.now);
        open.suggestions = suggestions.unwrap_or_default();
        open.step_selected = open.step_selected.min(open.step_rows().saturating_sub(1));
        open.reply_selected = open.reply_selected.min(open.suggestions.len().saturating_sub(1));
    }

    /// The facts the case's playbook declares: what the step asks for, then what is known, then the
    /// others, each in the playbook's order. A list that is open keeps the order it was opened with.
    #[must_use]
    pub fn declared_facts(&self) -> Vec<FactId> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(playbook) = &open.playbook else { return Vec::new() };
        let asked = |id: &FactId| {
            open.step.as_ref().is_some_and(|step| step.facts.iter().any(|fact| fact.id == *id))
        };
        let listed = self.overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::Facts(facts) if !facts.order.is_empty() => Some(facts.order.as_slice()),
            _other => None,
        });
        let place = |id: &FactId| match listed {
            Some(order) => order.iter().position(|one| one == id).unwrap_or(order.len()),
            None if asked(id) => 0,
            None if open.state.facts.contains_key(id) => 1,
            None => 2,
        };
        let mut facts: Vec<FactId> = playbook.facts.iter().map(|fact| fact.id.clone()).collect();
        facts.sort_by_key(place);
        facts
    }

    /// The list of facts as it is opened now, made of a message or not.
    #[must_use]
    pub fn fact_list(&self, from: Option<MessageNo>) -> Overlay {
        Overlay::Facts(Facts { from, order: self.declared_facts(), ..Facts::default() })
    }

    /// A value to choose, as it is shown.
    pub(super) fn choice_words(&self, declared: &FactDecl, id: &str) -> String {
        declared.values.iter().find(|value| value.id == id).map_or_else(
            || super::words::yes_no(id, self.strings),
            |value| value.text.get(self.lang).to_owned(),
        )
    }
}

/// Whether a rule speaks where the case is: one of another platform says nothing there.
fn holds_on(standard: &str, platform: Platform) -> bool {
    match standard.split_once('.').map_or("", |(shelf, _)| shelf) {
        "tb" => matches!(platform, Platform::Taobao | Platform::Tmall),
        "tm" => platform == Platform::Tmall,
        "jd" => platform == Platform::Jd,
        "pdd" => platform == Platform::Pinduoduo,
        "dy" => platform == Platform::Douyin,
        _for_everybody => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_another_platform_are_not_cited() {
        assert!(
            holds_on("tb.disp.3", Platform::Tmall) && holds_on("cn.cpl.24", Platform::Pinduoduo)
        );
        assert!(
            !holds_on("tb.disp.3", Platform::Pinduoduo) && !holds_on("jd.disp.3", Platform::Taobao)
        );
        assert!(holds_on("pdd.refund.t", Platform::Pinduoduo));
    }
}
