//! What lies round the step on screen: where "next" leads, what an overlay of the playbook has
//! adjusted, which offers wait for others, and which other steps can be taken up.

use super::{Model, OpenCase};
use crate::domain::{BuyerType, CloseResult, Lang, Mood, Platform, PlaybookId, ReplyId, StepId};
use crate::playbook::{Missing, Next, OverlayFor, Playbook, Situation, StepView};

/// Where "next" leads, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To a step.
    Step(String),
    /// To a step already walked, because a fact it rests on has changed.
    Again(String),
    /// Into another round of the same step.
    Round(u32),
    /// To an ending with a name: the case may be closed there.
    Ending {
        /// Its title.
        title: String,
        /// The result the case is closed with.
        result: CloseResult,
        /// The reply that must be sent before, while it is not, by title.
        wants: Option<String>,
    },
    /// To another playbook, which takes the case over.
    Playbook(PlaybookId),
}

/// For what sort of case an overlay has adjusted the step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Adjusted {
    /// For this kind of buyer.
    BuyerType(BuyerType),
    /// For this mood.
    Mood(Mood),
    /// For this market.
    Platform(Platform),
    /// For replies in this language.
    Lang(Lang),
    /// For this shop.
    Shop(String),
}

/// An offer whose turn has not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedRung {
    /// Its title.
    pub title: String,
    /// The offer before it, by title.
    pub before: String,
    /// Whether that one was sent and nothing calls for more.
    pub enough: bool,
}

/// A step that can be taken up by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherStep {
    /// Which.
    pub id: StepId,
    /// Its title.
    pub title: String,
    /// How it stands.
    pub standing: StepStanding,
}

/// How a step stands among those that can be taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepStanding {
    /// The case stands there.
    Here,
    /// Nothing is missing there.
    Done,
    /// Something is missing there.
    Open,
    /// A fact it rests on has changed.
    Reopened,
}

impl OpenCase {
    /// Titles of the steps opened again.
    #[must_use]
    pub fn reopened(&self) -> Vec<&str> {
        let missing = self.step.iter().flat_map(|step| &step.missing);
        missing.filter(|missing| !missing.is_here()).map(Missing::text).collect()
    }
}

impl Model {
    /// The steps that can be taken up by hand: those of the group, and those opened again. Empty
    /// when there is none but the one the case stands at.
    #[must_use]
    pub fn other_steps(&self) -> Vec<OtherStep> {
        let Some(open) = &self.open else { return Vec::new() };
        open.other_steps(self.lang)
    }
}

impl OpenCase {
    /// As [`Model::other_steps`].
    pub(super) fn other_steps(&self, lang: Lang) -> Vec<OtherStep> {
        let Some((step, playbook)) = self.step.as_ref().zip(self.playbook.as_ref()) else {
            return Vec::new();
        };
        let reopened = &self.state.reopened;
        let members = step.group.iter().flat_map(|group| &group.steps).map(|member| {
            let standing = match (member.here, member.done) {
                (true, _) => StepStanding::Here,
                (false, _) if reopened.contains(&member.id) => StepStanding::Reopened,
                (false, true) => StepStanding::Done,
                (false, false) => StepStanding::Open,
            };
            OtherStep { id: member.id.clone(), title: member.title.clone(), standing }
        });
        let mut all: Vec<OtherStep> = members.collect();
        let again = playbook.steps.iter().filter(|step| reopened.contains(&step.id));
        for step in again {
            if !all.iter().any(|other| other.id == step.id) {
                all.push(OtherStep {
                    id: step.id.clone(),
                    title: step.title.get(lang).to_owned(),
                    standing: StepStanding::Reopened,
                });
            }
        }
        let others = all.iter().any(|other| other.standing != StepStanding::Here);
        if others { all } else { Vec::new() }
    }
}

/// Where "next" leads from a surveyed step.
pub(super) fn leads(
    playbook: &Playbook,
    step: &StepView,
    situation: &Situation<'_>,
) -> Option<Leads> {
    let (case, lang) = (situation.case, situation.lang);
    let title = |id: &StepId| playbook.step(id).map(|step| step.title.get(lang).to_owned());
    match &step.next {
        Next::End => None,
        Next::Step(id) if *id == step.id => Some(Leads::Round(case.round().saturating_add(1))),
        Next::Step(id) if case.reopened.contains(id) => title(id).map(Leads::Again),
        Next::Step(id) => title(id).map(Leads::Step),
        Next::Playbook(id) => Some(Leads::Playbook(id.clone())),
        Next::Ending(id) => playbook.ending(id).map(|ending| {
            let unsent = wanted_reply(playbook, step, situation);
            let named = |id: &ReplyId| {
                let reply = playbook.reply(id).map(|(_, reply)| reply.title.get(lang).to_owned());
                reply.unwrap_or_else(|| id.to_string())
            };
            Leads::Ending {
                title: ending.title.get(lang).to_owned(),
                result: ending.result,
                wants: unsent.map(named),
            }
        }),
    }
}

/// The reply that must be sent before the case can be closed at the ending it comes to; nothing where
/// its condition does not hold.
pub(super) fn wanted_reply<'p>(
    playbook: &'p Playbook,
    step: &StepView,
    situation: &Situation<'_>,
) -> Option<&'p ReplyId> {
    match &step.next {
        Next::Ending(id) => {
            let reply = playbook.ending(id).and_then(|ending| ending.reply.as_ref());
            let wanted = |reply: &&ReplyId| {
                !situation.case.was_sent(reply) && playbook.unfit(reply, situation).is_none()
            };
            reply.filter(wanted)
        }
        Next::Step(_) | Next::End | Next::Playbook(_) => None,
    }
}

/// What the overlays that change the step now are for.
pub(super) fn adjusted(
    playbook: &Playbook,
    step: &StepView,
    situation: &Situation<'_>,
) -> Vec<Adjusted> {
    let mut all: Vec<Adjusted> = Vec::new();
    for overlay in playbook.overlays_now(situation) {
        if overlay.steps.iter().any(|over| over.id == step.id) {
            for one in sorts(&overlay.when, situation) {
                if !all.contains(&one) {
                    all.push(one);
                }
            }
        }
    }
    all
}

/// What an overlay goes by, as the case has it.
fn sorts(when: &OverlayFor, situation: &Situation<'_>) -> Vec<Adjusted> {
    let case = situation.case;
    let mut sorts = Vec::new();
    if !when.buyer_types.is_empty() {
        sorts.extend(case.buyer_type.map(Adjusted::BuyerType));
    }
    if !when.moods.is_empty() {
        sorts.push(Adjusted::Mood(case.mood));
    }
    if !when.platforms.is_empty() {
        sorts.push(Adjusted::Platform(case.platform));
    }
    if !when.langs.is_empty() {
        sorts.push(Adjusted::Lang(situation.lang));
    }
    if !when.shops.is_empty() {
        sorts.push(Adjusted::Shop(situation.shop.name.clone()));
    }
    sorts
}

/// The offers of the step whose turn has not come.
pub(super) fn locked(
    playbook: &Playbook,
    step: &StepId,
    situation: &Situation<'_>,
) -> Vec<LockedRung> {
    let Some(step) = playbook.step(step) else { return Vec::new() };
    let title = |id: &ReplyId| {
        let reply = playbook.reply(id).map(|(_, reply)| reply.title.get(situation.lang).to_owned());
        reply.unwrap_or_else(|| id.to_string())
    };
    let rungs = step.ladder.iter().flat_map(|ladder| &ladder.replies);
    rungs
        .filter_map(|rung| {
            let before = playbook.rung_before(step, rung, situation)?;
            let enough = situation.case.was_sent(&before);
            Some(LockedRung { title: title(rung), before: title(&before), enough })
        })
        .collect()
}
