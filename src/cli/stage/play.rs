//! The demo's cases played through the desk, each act at its own time, as if it had been done then.

use crate::cli::failure::Failure;
use crate::desk::simulate::tool_acts;
use crate::desk::{
    AskAgain, Command, Desk, Opening, Policy, Refusal, Reply, carried_text, decide, open,
};
use crate::domain::{
    AgentName, Aggravator, CaseId, CaseState, Cause, CloseResult, Event, FactValue, Lang,
    NewMessage, Order, PlaybookRef, RawText, SendWay, Span, Stamp, Version,
};
use crate::exchange::{DemoCase, DemoDeed, DemoMoment, demo_cases};
use crate::playbook::{Library, Playbook};
use crate::standard::Standards;
use crate::store::{Act, Batch, CaseFile, Outcome, StoreError};
use anyhow::anyhow;
use chrono::FixedOffset;
use std::collections::HashMap;

/// Plays every case into the file, in one transaction.
pub(super) fn all(file: &mut CaseFile, play: &Play<'_>) -> Result<(), Failure> {
    these(file, play, &demo_cases().map_err(anyhow::Error::new)?)
}

fn these(file: &mut CaseFile, play: &Play<'_>, cases: &[DemoCase]) -> Result<(), Failure> {
    let mut scenes: Vec<(Stamp, usize, Scene<'_>)> = Vec::new();
    for (n, case) in cases.iter().enumerate() {
        scenes.extend(play.scenes(case).into_iter().map(|(at, scene)| (at, n, scene)));
    }
    // In the order of time across all cases: the ledger of a shop is written that way.
    scenes.sort_by_key(|(at, _, _)| *at);
    file.batch_unless(|batch| {
        let mut begun: HashMap<usize, Begun> = HashMap::new();
        for (at, n, scene) in scenes {
            let Some(case) = cases.get(n) else { continue };
            let now = play.scene(batch, case, begun.get(&n).copied(), at, scene)?;
            begun.insert(n, now);
        }
        Ok(())
    })
}

/// What happens to a case at one moment.
enum Scene<'a> {
    /// Messages came in.
    Said(Vec<NewMessage>),
    /// The agent did something.
    Done(&'a DemoDeed),
}

/// A case whose first scene was played.
#[derive(Debug, Clone, Copy)]
struct Begun {
    id: CaseId,
    /// Whether a reply completed its step and moved the case on by itself: the script's next
    /// "advance" has happened then.
    ahead: bool,
}

/// What the demo is played with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Play<'a> {
    pub(super) library: &'a Library,
    pub(super) policy: &'a Policy,
    pub(super) shelf: &'a Standards,
    pub(super) agent: &'a AgentName,
    pub(super) lang: Lang,
    /// The moment the demo starts.
    pub(super) now: Stamp,
    pub(super) offset: FixedOffset,
}

impl Play<'_> {
    /// A case's moments, with what was said in one go taken together.
    fn scenes<'c>(&self, case: &'c DemoCase) -> Vec<(Stamp, Scene<'c>)> {
        let (now, offset, lang) = (self.now, self.offset, self.lang);
        let mut scenes: Vec<(Stamp, Scene<'c>)> = Vec::new();
        for (at, moment) in case.moments(now, offset) {
            match (moment, scenes.last_mut()) {
                (DemoMoment::Said(message), Some((last, Scene::Said(said)))) => {
                    *last = at;
                    said.push(message.to_message(at, lang));
                }
                (DemoMoment::Said(message), None | Some((_, Scene::Done(_)))) => {
                    scenes.push((at, Scene::Said(vec![message.to_message(at, lang)])));
                }
                (DemoMoment::Done(deed), _) => scenes.push((at, Scene::Done(deed))),
            }
        }
        scenes
    }

    fn scene(
        &self,
        batch: &mut Batch<'_>,
        case: &DemoCase,
        begun: Option<Begun>,
        at: Stamp,
        scene: Scene<'_>,
    ) -> Result<Begun, Failure> {
        let playbook = self
            .library
            .usable(&case.playbook)
            .ok_or_else(|| anyhow!("no playbook can be used"))?
            .playbook;
        let desk = Desk {
            playbook: &playbook,
            policy: self.policy,
            agent: self.agent,
            lang: self.lang,
            now: at,
            library: Some(self.library),
            earlier_cases: 0,
            paid_elsewhere: &[],
            shelf: Some(self.shelf),
            guard: None,
        };
        let wrong = |why: Refusal| anyhow!("demo case '{}' at {at}: {why:?}", case.key);
        let Some(Begun { id, mut ahead }) = begun else {
            let messages = match scene {
                Scene::Said(messages) => messages,
                Scene::Done(_) => Vec::new(),
            };
            let events = open(self.opening(case, messages), &desk).map_err(wrong)?;
            let pin = pin(&playbook)?;
            let id = self.append(batch, None, Version(0), at, events, Some(pin))?;
            return Ok(Begun { id, ahead: false });
        };
        if ahead && matches!(scene, Scene::Done(DemoDeed::Advance)) {
            return Ok(Begun { id, ahead: false });
        }
        let state = batch.load(id)?.ok_or(StoreError::NoCase { case: id })?;
        let commands = match scene {
            Scene::Said(messages) => vec![Command::Receive(messages)],
            Scene::Done(deed) => commands(deed, &state, &desk, self).ok_or_else(|| {
                anyhow!("demo case '{}': its script does not fit its playbook", case.key)
            })?,
        };
        for command in commands {
            let state = batch.load(id)?.ok_or(StoreError::NoCase { case: id })?;
            let sends = matches!(command, Command::Send(_));
            let events = decide(&state, command, &desk).map_err(wrong)?;
            ahead |= sends && events.iter().any(|e| matches!(e, Event::StepEntered { .. }));
            self.append(batch, Some(id), state.version, at, events, None)?;
        }
        Ok(Begun { id, ahead })
    }

    fn opening(&self, case: &DemoCase, messages: Vec<NewMessage>) -> Opening {
        let lang = self.lang;
        Opening {
            key: Some(case.key.clone()),
            platform: case.platform,
            buyer: case.buyer_name(lang),
            order: Some(Order {
                no: case.order.no.clone(),
                title: Some(case.order.title.get(lang).to_owned()),
                amount: Some(case.order.amount),
            }),
            issue: case.issue.clone(),
            messages,
        }
    }

    fn append(
        &self,
        batch: &mut Batch<'_>,
        case: Option<CaseId>,
        expected: Version,
        at: Stamp,
        events: Vec<Event>,
        pin: Option<(PlaybookRef, String)>,
    ) -> Result<CaseId, Failure> {
        let agent = self.agent.clone();
        match batch.append(Act { case, expected, events, agent, at, clear_draft: None, pin })? {
            Outcome::Appended { case, .. } => Ok(case),
            Outcome::Conflict { case, .. } => {
                Err(anyhow!("two demo cases have the name of case {case}").into())
            }
        }
    }
}

fn pin(playbook: &Playbook) -> Result<(PlaybookRef, String), Failure> {
    let sources = serde_json::to_string(&playbook.pin()).map_err(anyhow::Error::new)?;
    Ok((playbook.reference.clone(), sources))
}

/// The desk's commands for a deed; `None` when the playbook does not know what it names.
fn commands(
    deed: &DemoDeed,
    case: &CaseState,
    desk: &Desk<'_>,
    play: &Play<'_>,
) -> Option<Vec<Command>> {
    let lang = play.lang;
    let one = match deed {
        DemoDeed::Reply(id) => {
            let own = carried_text(id, case, desk);
            let scripted = || Some(desk.playbook.render(id, &desk.situation(case))?.text);
            let text = own.or_else(scripted)?;
            Command::Send(Reply {
                text: RawText::new(text),
                adopted: vec![id.clone()],
                way: SendWay::Recorded,
                written: None,
                pledges: Some(Vec::new()),
                overrule: None,
            })
        }
        DemoDeed::Note(words) => Command::Note(RawText::new(words.get(lang))),
        DemoDeed::Record { fact, value, status } => Command::Record {
            fact: fact.clone(),
            value: FactValue::parse(desk.playbook.fact(fact)?.kind, value.get(lang)).ok()?,
            status: *status,
            source: None,
        },
        DemoDeed::Check(step, check) => {
            Command::Check { step: Some(step.clone()), check: check.clone(), done: true }
        }
        DemoDeed::Tool { deed, quote } => {
            let deed = deed.clone().in_words(quote.get(lang));
            return Some(tool_acts(&deed, case, desk));
        }
        DemoDeed::Exhibit { kind, what } => {
            Command::Exhibit { kind: kind.clone(), what: what.get(lang).to_owned(), source: None }
        }
        DemoDeed::Mood(mood) => Command::Mood(*mood),
        DemoDeed::BuyerType(kind) => Command::BuyerType(Some(*kind)),
        DemoDeed::Enter(step) => Command::Enter(step.clone()),
        DemoDeed::Advance => Command::Advance,
        DemoDeed::Promise { what, due } => Command::Promise {
            what: what.get(lang).to_owned(),
            due: due.resolve(play.now, play.offset),
            after: None,
        },
        DemoDeed::KeepAll => {
            return Some(case.open_promises().map(|promise| Command::Keep(promise.no)).collect());
        }
        DemoDeed::Close { result, words } => {
            let close = Command::Close {
                result: *result,
                words: words.get(lang).to_owned(),
                despite: None,
            };
            return Some(wrapped_up(*result, lang, desk.now).into_iter().chain([close]).collect());
        }
    };
    Some(vec![one])
}

/// What the end of a made-up case rests on.
fn wrapped_up(result: CloseResult, lang: Lang, now: Stamp) -> Vec<Command> {
    let say = |zh: &str, en: &str| {
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
        .to_owned()
    };
    let learned = || {
        [
            Command::Cause {
                causes: Cause::parse("logistics/broken").into_iter().collect(),
                aggravators: vec![Aggravator::Delay],
            },
            Command::Lesson {
                words: say("发货前多包一层", "Wrap it once more before it leaves"),
                skipped: false,
            },
        ]
    };
    match result {
        CloseResult::Void => Vec::new(),
        CloseResult::Ruled | CloseResult::Refused => learned().to_vec(),
        CloseResult::Settled | CloseResult::Unanswered => {
            let mut all = learned().to_vec();
            all.push(Command::Did {
                what: say("退款到账", "Refunded"),
                proof: say("流水号 8842", "serial 8842"),
                exhibit: None,
            });
            all.push(Command::Confirm {
                satisfied: true,
                words: say("好的，谢谢", "Fine, thank you"),
                message: None,
            });
            all.push(Command::AskAgain(AskAgain::Plan {
                due: now.plus(Span::days(8)),
                script: say("东西现在用着还好吗？", "Is everything well with it by now?"),
            }));
            all
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::store::{Access, QueuePage};

    fn play_at(now: &str, lang: Lang) -> (tempfile::TempDir, CaseFile) {
        let folder = tempfile::tempdir().unwrap();
        let mut file = CaseFile::open(&folder.path().join("demo"), Access::Write).unwrap();
        let library = Library::new(Library::shipped());
        let offset = FixedOffset::east_opt(8 * 3_600).unwrap();
        let policy = Policy::from_settings(&Settings::default(), lang, offset);
        let agent = AgentName::new("小林");
        let now = Stamp::parse(now).unwrap();
        let play = Play {
            library: &library,
            policy: &policy,
            shelf: &Standards::shipped(),
            agent: &agent,
            lang,
            now,
            offset,
        };
        let wrong: Vec<String> = demo_cases()
            .unwrap()
            .iter()
            .filter_map(|case| these(&mut file, &play, std::slice::from_ref(case)).err())
            .map(|failure| format!("{lang} {now}: {failure:?}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        (folder, file)
    }

    #[test]
    fn every_script_fits_its_playbook_at_every_hour_in_both_languages() {
        for hour in [0, 3, 8, 13, 19, 23] {
            for lang in [Lang::Zh, Lang::En] {
                play_at(&format!("2026-11-22T{hour:02}:07:00+08:00"), lang);
            }
        }
    }

    #[test]
    fn the_demo_is_full_of_life_and_sound() {
        let (_folder, file) = play_at("2026-11-22T15:00:00+08:00", Lang::Zh);
        let open = file.queue(QueuePage { limit: 100, after: None }).unwrap();
        assert!(open.len() >= 12, "{}", open.len());
        let platforms: std::collections::BTreeSet<_> =
            open.iter().map(|row| row.platform).collect();
        assert!(platforms.len() >= 3);
        let report = file.verify(|_, _| {}).unwrap();
        assert_eq!(report.finding, None);
        assert!(report.cases >= 15);
    }
}
