//! Plays one `[[test]]` and compares.

use super::coverage::{Reach, Seen};
use super::mismatch::{Failure, Mismatch};
use super::player::{Ground, Player, deed_name, deed_subject};
use crate::desk::Refusal;
use crate::domain::{CaseState, ExhibitKind, ReplyId, StepId, TimerId};
use crate::guide::{Moment, suggest};
use crate::playbook::{Act, Deed, Expectation, Missing, Next, Place, Playbook, Rehearsal};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What came of a test.
#[derive(Debug, Clone, Default)]
pub struct Rehearsed {
    /// What was not as expected; empty when it passed.
    pub failures: Vec<Failure>,
    /// What of the playbook it reached.
    pub reached: BTreeSet<Reach>,
}

/// Plays a test of a playbook.
#[must_use]
pub fn rehearse(book: &Arc<Playbook>, test: &Rehearsal, ground: &Ground<'_>) -> Rehearsed {
    let mut out = Rehearsed::default();
    let at = test.at.unwrap_or(ground.at);
    let ground = Ground { at, ..*ground };
    let mut player = match Player::begin(Arc::clone(book), &test.setting, &ground) {
        Ok(player) => player,
        Err(why) => {
            out.fail(&test.place, Mismatch::NotOpened(why));
            return out;
        }
    };
    for act in &test.acts {
        if !out.play(act, &mut player) {
            return out;
        }
    }
    out.compare(&test.expect, &test.place, &player);
    out
}

impl Rehearsed {
    fn fail(&mut self, place: &Place, mismatch: Mismatch) {
        self.failures.push(Failure { place: place.clone(), mismatch });
    }

    /// Does one act; false when there is no sense in going on.
    fn play(&mut self, act: &Act, player: &mut Player<'_>) -> bool {
        if let Deed::Expect(expect) = &act.deed {
            self.compare(expect, &act.place, player);
            return true;
        }
        let said = || format!("{} {}", deed_name(&act.deed), deed_subject(&act.deed));
        let done = player.play(&act.deed);
        if let Err(why) = &done {
            self.reached.extend(Seen::refused(&act.deed, why, player));
        }
        self.reached.extend(Seen::standing(player));
        match (done, &act.refused) {
            // What is so already need not be done again.
            (Ok(_) | Err(Refusal::NothingNew), None) => true,
            (Err(why), None) => {
                let act_said = said().trim_end().to_owned();
                self.fail(&act.place, Mismatch::Refused { act: act_said, why });
                false
            }
            (Err(why), Some(wanted)) if why.name() == wanted => {
                if let (Some(wanted), Refusal::Missing(found)) = (&act.missing, &why) {
                    self.missing(wanted, found, &act.place);
                }
                true
            }
            (done, Some(wanted)) => {
                let mismatch = Mismatch::NotRefused {
                    act: said().trim_end().to_owned(),
                    wanted: wanted.clone(),
                    found: done.err(),
                };
                self.fail(&act.place, mismatch);
                false
            }
        }
    }

    fn missing(&mut self, wanted: &[String], found: &[Missing], place: &Place) {
        let same = wanted.len() == found.len()
            && wanted.iter().all(|name| found.iter().any(|missing| is_called(missing, name)))
            && found.iter().all(|missing| wanted.iter().any(|name| is_called(missing, name)));
        if !same {
            let found = found.iter().map(Missing::name).collect();
            self.fail(place, Mismatch::Missing { wanted: wanted.to_vec(), found });
        }
    }

    fn compare(&mut self, expect: &Expectation, place: &Place, player: &Player<'_>) {
        let Expectation {
            path,
            at,
            ending,
            suggests,
            hides,
            missing,
            facts,
            timers,
            promises,
            playbook,
        } = expect;
        let case = player.case();
        if let Some(wanted) = path {
            let found: Vec<StepId> = case.visits.iter().map(|visit| visit.step.clone()).collect();
            if found != *wanted {
                self.fail(place, Mismatch::Path { wanted: wanted.clone(), found });
            }
        }
        if let Some(wanted) = at
            && case.step != *wanted
        {
            let (wanted, found) = (wanted.clone(), case.step.clone());
            self.fail(place, Mismatch::At { wanted, found });
        }
        if let Some(wanted) = ending {
            let found = end_of(player);
            if found.as_ref() != Some(wanted) {
                self.fail(place, Mismatch::Ending { wanted: wanted.clone(), found });
            }
        }
        if !suggests.is_empty() || !hides.is_empty() {
            self.offers(suggests, hides, place, player);
        }
        if let Some(wanted) = missing {
            let found = player.survey().map(|view| view.missing).unwrap_or_default();
            self.reached.extend(Seen::missing(&found, player));
            self.missing(wanted, &found, place);
        }
        let situation = player.desk().situation(case);
        for (fact, wanted) in facts {
            let found = player.book().value_of(fact, &situation);
            if found.as_ref() != Some(wanted) {
                let (fact, wanted) = (fact.clone(), wanted.clone());
                self.fail(place, Mismatch::Fact { fact, wanted, found });
            }
        }
        if let Some(wanted) = timers {
            let found = running(case);
            if found.iter().collect::<BTreeSet<_>>() != wanted.iter().collect() {
                self.fail(place, Mismatch::Timers { wanted: wanted.clone(), found });
            }
        }
        if let Some(wanted) = promises {
            let found = case.open_promises().count();
            if found != *wanted {
                self.fail(place, Mismatch::Promises { wanted: *wanted, found });
            }
        }
        if let Some(wanted) = playbook
            && case.playbook.id != *wanted
        {
            let (wanted, found) = (wanted.clone(), case.playbook.id.clone());
            self.fail(place, Mismatch::Playbook { wanted, found });
        }
    }

    fn offers(
        &mut self,
        suggests: &[ReplyId],
        hides: &[ReplyId],
        place: &Place,
        player: &Player<'_>,
    ) {
        let case = player.case();
        let replies = player.book().replies(&case.step, &player.desk().situation(case));
        let Some(view) = player.survey() else { return };
        let all = suggest(
            replies,
            &view,
            &Moment::of(&player.desk().situation(case), player.book(), &[]),
        );
        let (held, offered): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.held);
        let offered: Vec<ReplyId> = offered.into_iter().map(|one| one.reply.id).collect();
        for reply in suggests.iter().filter(|reply| !offered.contains(reply)) {
            let (reply, offered) = (reply.clone(), offered.clone());
            self.fail(place, Mismatch::NotOffered { reply, offered });
        }
        for reply in hides {
            if offered.contains(reply) {
                self.fail(place, Mismatch::Offered(reply.clone()));
            }
            if held.iter().any(|one| one.reply.id == *reply) {
                self.reached.insert(Reach::Held { reply: reply.clone() });
            }
        }
    }
}

/// Whether a name means something missing; one of several exhibits may stand for all.
fn is_called(missing: &Missing, name: &str) -> bool {
    let one_of = |any: &[ExhibitKind]| {
        let kind = name.strip_prefix("exhibit:");
        kind.is_some_and(|kind| any.iter().any(|known| known.as_str() == kind))
    };
    missing.name() == name || matches!(missing, Missing::Exhibit { any, .. } if one_of(any))
}

/// The end a case was closed at, or could be closed at now.
fn end_of(player: &Player<'_>) -> Option<Next> {
    match &player.case().stage {
        crate::domain::Stage::Open => player.at_end(),
        crate::domain::Stage::Closed(closing) => Some(match &closing.ending {
            Some(ending) => Next::Ending(ending.clone()),
            None => Next::End,
        }),
    }
}

/// The clocks that run, the desk's own left out.
fn running(case: &CaseState) -> Vec<TimerId> {
    case.running_timers()
        .map(|timer| timer.id.clone())
        .filter(|id| id.as_str() != CaseState::ANSWER_TIMER)
        .collect()
}
