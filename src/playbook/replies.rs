//! The scripted replies that fit a situation, rendered.

use super::book::{FactDecl, Overlay, Playbook, PromiseRule, Reply, ReplyKind, Step};
use super::due::{DueRule, dependent};
use super::scope::{Judge, Scope};
use super::situation::Situation;
use super::template::{Rendered, Template, shown};
use crate::domain::{After, CheckId, FactId, FactValue, Lang, ReplyId, Stamp, StepId, Tone};
use serde::Serialize;

/// A reply that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReplyView {
    /// Its name.
    pub id: ReplyId,
    /// What it does.
    pub kind: ReplyKind,
    /// Its short title.
    pub title: String,
    /// Its text, with what is missing in it.
    pub rendered: Rendered,
    /// Whether these are the words for when the usual ones have a gap.
    pub fallback: bool,
    /// Whether it was sent in this case already.
    pub sent_before: bool,
    /// What sending it promises, if it were sent now.
    pub promises: Vec<PromiseView>,
    /// Checks that sending it ticks.
    pub done: Vec<CheckId>,
    /// Facts that sending it records.
    pub sets: Vec<(FactId, FactValue)>,
    /// Names of the files that go with it.
    pub attach: Vec<String>,
    /// Its condition as written, for the reason why it is offered.
    pub conditional: Option<String>,
    /// Facts of the step, still unknown, that it asks the buyer for.
    pub fills: Vec<FactId>,
    /// Whom or what the playbook wrote it for, where an overlay brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meant: Option<Meant>,
    /// Whether the desk made it of what it worked out, and no playbook has it.
    pub own: bool,
}

/// Whom or what a reply was written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meant {
    /// This kind of buyer.
    Buyer,
    /// This platform.
    Platform,
    /// This mood.
    Mood,
}

impl ReplyView {
    /// A reply that the desk words by itself from the case: nothing is missing in it, and it ticks
    /// and records nothing of a playbook.
    #[must_use]
    pub fn of_desk(id: ReplyId, kind: ReplyKind, title: String, text: String) -> Self {
        Self {
            id,
            kind,
            title,
            rendered: Rendered { text, gaps: Vec::new() },
            fallback: false,
            sent_before: false,
            promises: Vec::new(),
            done: Vec::new(),
            sets: Vec::new(),
            attach: Vec::new(),
            conditional: None,
            fills: Vec::new(),
            meant: None,
            own: true,
        }
    }
}

/// Why a reply does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// The condition that does not hold, as written.
    pub condition: String,
    /// The facts it speaks of: what they are called, and what is known of them.
    pub facts: Vec<(String, Option<String>)>,
}

/// A promise a reply would make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromiseView {
    /// What.
    pub what: String,
    /// By when; while the date it is counted from is not known, when to look after it.
    pub due: Stamp,
    /// What its date is counted from while that is not known, or may yet change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<After>,
    /// Whether it has no date of its own yet.
    pub pending: bool,
}

impl Playbook {
    /// The replies of a step whose condition holds, in the order of the file. One whose condition
    /// cannot be decided is left out. What must wait for a calm buyer is the caller's to hold back:
    /// see [`ReplyKind::waits_for_calm`].
    #[must_use]
    pub fn replies(&self, step: &StepId, situation: &Situation<'_>) -> Vec<ReplyView> {
        let Some(step) = self.step(step) else { return Vec::new() };
        let scope = Scope::new(self, &step.id, situation);
        let judge = Judge::new(&scope);
        self.presented(step, situation)
            .replies()
            .into_iter()
            .filter(|reply| self.rung_before(step, &reply.id, situation).is_none())
            .filter(|reply| reply.when.as_ref().is_none_or(|when| when.holds(&judge) == Ok(true)))
            .map(|reply| self.reply_view(step, reply, situation))
            .collect()
    }

    /// One reply as it would be sent now, whether it fits or not.
    #[must_use]
    pub fn reply_view_of(&self, id: &ReplyId, situation: &Situation<'_>) -> Option<ReplyView> {
        let (step, reply) = self.reply_now(id, situation)?;
        Some(self.reply_view(step, reply, situation))
    }

    /// The text of one reply, whether it fits or not.
    #[must_use]
    pub fn render(&self, reply: &ReplyId, situation: &Situation<'_>) -> Option<Rendered> {
        let (_, reply) = self.reply_now(reply, situation)?;
        Some(self.worded(reply, situation).0)
    }

    /// Why a reply is not for this situation: its condition does not hold, or cannot be decided.
    /// Nothing when it fits.
    #[must_use]
    pub fn unfit(&self, id: &ReplyId, situation: &Situation<'_>) -> Option<Unfit> {
        let (step, reply) = self.reply_now(id, situation)?;
        let when = reply.when.as_ref()?;
        let scope = Scope::new(self, &step.id, situation);
        if when.holds(&Judge::new(&scope)) == Ok(true) {
            return None;
        }
        let named = |fact: &&FactDecl| {
            let speaks_of = |name: &String| {
                let name = name.rsplit_once('/').map_or(name.as_str(), |(_, fact)| fact);
                name == fact.id.as_str()
            };
            when.uses().iter().any(speaks_of)
        };
        let shown = |fact: &FactDecl| {
            let value = self.value(&fact.id, situation);
            let value = value.map(|value| shown(fact, &value, situation.lang));
            (fact.label.get(situation.lang).to_owned(), value)
        };
        Some(Unfit {
            condition: when.text().to_owned(),
            facts: self.facts.iter().filter(named).map(shown).collect(),
        })
    }

    /// Every reply that says what is so, whichever step it belongs to; each once.
    #[must_use]
    pub fn every_reply(&self, situation: &Situation<'_>) -> Vec<ReplyView> {
        let mut all: Vec<ReplyView> = Vec::new();
        for id in self.steps.iter().flat_map(|step| &step.replies).map(|reply| &reply.id) {
            let known = all.iter().any(|reply| reply.id == *id);
            if !known && self.unfit(id, situation).is_none() {
                all.extend(self.reply_view_of(id, situation));
            }
        }
        all
    }

    /// A reply as the overlays that apply now have it, with its step.
    fn reply_now<'a>(
        &'a self,
        id: &ReplyId,
        situation: &Situation<'_>,
    ) -> Option<(&'a Step, &'a Reply)> {
        let (step, written) = self.reply(id)?;
        let now = self.presented(step, situation).replies();
        let now = now.into_iter().find(|reply| reply.id == *id);
        Some((step, now.unwrap_or(written)))
    }

    /// What a promise without a date of its own is counted from, in words: within 3 working days
    /// after the goods are back.
    #[must_use]
    pub fn due_after(&self, after: &After, lang: Lang) -> Option<String> {
        let label = self.fact(&after.fact)?.label.get(lang);
        Some(dependent(DueRule::parse(&after.rule)?, label, lang))
    }

    /// Whom a reply was written for: the narrowest of the overlays that bring it now.
    fn meant(&self, step: &Step, id: &ReplyId, situation: &Situation<'_>) -> Option<Meant> {
        let brings = |overlay: &&Overlay| {
            let mut here = overlay.steps.iter().filter(|over| over.id == step.id);
            here.any(|over| over.replies.iter().any(|reply| reply.id == *id))
        };
        let kind = |overlay: &Overlay| {
            let wanted = &overlay.when;
            if !wanted.buyer_types.is_empty() {
                Some(Meant::Buyer)
            } else if !wanted.platforms.is_empty() {
                Some(Meant::Platform)
            } else if !wanted.moods.is_empty() {
                Some(Meant::Mood)
            } else {
                None
            }
        };
        self.overlays_now(situation).filter(brings).find_map(kind)
    }

    fn reply_view(&self, step: &Step, reply: &Reply, situation: &Situation<'_>) -> ReplyView {
        let (rendered, fallback) = self.worded(reply, situation);
        ReplyView {
            id: reply.id.clone(),
            kind: reply.kind,
            title: reply.title.get(situation.lang).to_owned(),
            rendered,
            fallback,
            sent_before: situation.case.was_sent(&reply.id),
            promises: reply
                .promises
                .iter()
                .map(|promise| self.promise_view(promise, situation))
                .collect(),
            attach: reply.attach.clone(),
            done: reply.done.clone(),
            sets: reply.sets.clone(),
            conditional: reply.when.as_ref().map(|when| when.text().to_owned()),
            fills: self.fills(step, reply, situation),
            meant: self.meant(step, &reply.id, situation),
            own: false,
        }
    }

    /// The words of a reply: those of the shop's tone, else its wordings in turn; the fallback where
    /// they have a gap and it has none. Tells whether it is that.
    fn worded(&self, reply: &Reply, situation: &Situation<'_>) -> (Rendered, bool) {
        let toned = match situation.shop.tone {
            Tone::Warm => None,
            Tone::Polite => reply.tones.polite.as_ref(),
            Tone::Plain => reply.tones.plain.as_ref(),
        };
        let template = toned.unwrap_or_else(|| in_turn(reply, situation));
        let rendered = template.render(self, reply, situation);
        if rendered.gaps.is_empty() {
            return (rendered, false);
        }
        let fallback = reply.fallback.as_ref().map(|text| text.render(self, reply, situation));
        let whole = fallback.filter(|fallback| fallback.gaps.is_empty());
        whole.map_or((rendered, false), |fallback| (fallback, true))
    }

    fn promise_view(&self, promise: &PromiseRule, situation: &Situation<'_>) -> PromiseView {
        let (due, pending) = self.due_of(promise, situation);
        PromiseView {
            what: promise.what.get(situation.lang).to_owned(),
            due,
            after: promise.after.clone().map(|fact| After { fact, rule: promise.due.to_string() }),
            pending,
        }
    }

    /// By when a promise made now is due, and whether that is only when to look after it.
    pub(crate) fn due_of(&self, promise: &PromiseRule, situation: &Situation<'_>) -> (Stamp, bool) {
        let calendar = situation.calendar;
        let Some(fact) = &promise.after else {
            return (promise.due.from(situation.now, calendar), false);
        };
        match self.value(fact, situation) {
            Some(FactValue::Date(day)) => {
                (promise.due.from(calendar.start_of(day), calendar), false)
            }
            _not_known => (promise.within.from(situation.now, calendar), true),
        }
    }

    /// What the author says the reply asks for; else the facts its condition wants unknown.
    fn fills(&self, step: &Step, reply: &Reply, situation: &Situation<'_>) -> Vec<FactId> {
        let asked = |id: &FactId| match &reply.asks {
            Some(asks) => asks.contains(id),
            None => {
                reply.kind == ReplyKind::Ask
                    && reply
                        .when
                        .as_ref()
                        .is_some_and(|when| when.wanting().iter().any(|fact| fact == id.as_str()))
            }
        };
        step.asks
            .iter()
            .filter(|id| asked(id))
            .filter(|id| self.fact(id).is_some_and(|fact| situation.fact(id, fact.kind).is_none()))
            .cloned()
            .collect()
    }
}

/// Wordings take turns: from case to case, and with every time the reply is sent.
fn in_turn<'r>(reply: &'r Reply, situation: &Situation<'_>) -> &'r Template {
    let case = situation.case;
    let sent = case.sent.iter().filter(|sent| !sent.retracted && sent.replies.contains(&reply.id));
    let all = reply.wordings.len().saturating_add(1);
    let turn = usize::try_from(case.id.0).unwrap_or_default().saturating_add(sent.count()) % all;
    turn.checked_sub(1).and_then(|other| reply.wordings.get(other)).unwrap_or(&reply.text)
}
