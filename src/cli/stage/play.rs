//! The demo's cases played through the desk, each act at its own time, as if it had been done then.

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::desk::{Command, Desk, Opening, Policy, Refusal, Reply, decide, open};
use crate::domain::{
    AgentName, CaseId, CaseState, Event, FactValue, NewMessage, Order, PlaybookRef, RawText,
    SendWay, Stamp, Version,
};
use crate::exchange::{DemoCase, DemoDeed, DemoMoment, demo_cases};
use crate::playbook::{Library, Playbook};
use crate::store::{Act, Batch, CaseFile, Outcome, StoreError};
use anyhow::anyhow;
use std::collections::HashMap;

/// Plays every case into the file, in one transaction.
pub(super) fn all(
    file: &mut CaseFile,
    session: &Session,
    agent: &AgentName,
) -> Result<(), Failure> {
    let cases = demo_cases().map_err(anyhow::Error::new)?;
    let (library, policy) = (session.library(), session.policy());
    let play = Play { session, library: &library, policy: &policy, agent };
    let mut scenes: Vec<(Stamp, usize, Scene<'_>)> = Vec::new();
    for (n, case) in cases.iter().enumerate() {
        scenes.extend(play.scenes(case).into_iter().map(|(at, scene)| (at, n, scene)));
    }
    // In the order of time across all cases: the ledger of a shop is written that way.
    scenes.sort_by_key(|(at, _, _)| *at);
    file.batch_unless(|batch| {
        let mut begun: HashMap<usize, CaseId> = HashMap::new();
        for (at, n, scene) in scenes {
            let Some(case) = cases.get(n) else { continue };
            let id = play.scene(batch, case, begun.get(&n).copied(), at, scene)?;
            begun.insert(n, id);
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

struct Play<'a> {
    session: &'a Session,
    library: &'a Library,
    policy: &'a Policy,
    agent: &'a AgentName,
}

impl Play<'_> {
    /// A case's moments, with what was said in one go taken together.
    fn scenes<'c>(&self, case: &'c DemoCase) -> Vec<(Stamp, Scene<'c>)> {
        let (now, offset, lang) = (self.session.now(), self.session.offset, self.session.lang);
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
        id: Option<CaseId>,
        at: Stamp,
        scene: Scene<'_>,
    ) -> Result<CaseId, Failure> {
        let playbook = self
            .library
            .usable(&case.playbook)
            .ok_or_else(|| anyhow!("no playbook can be used"))?
            .playbook;
        let desk = Desk {
            playbook: &playbook,
            policy: self.policy,
            agent: self.agent,
            lang: self.session.lang,
            now: at,
        };
        let wrong = |why: Refusal| anyhow!("demo case '{}': {}", case.key, why.name());
        let Some(id) = id else {
            let messages = match scene {
                Scene::Said(messages) => messages,
                Scene::Done(_) => Vec::new(),
            };
            let events = open(self.opening(case, messages), &desk).map_err(wrong)?;
            let pin = pin(&playbook)?;
            return self.append(batch, None, Version(0), at, events, Some(pin));
        };
        let state = batch.load(id)?.ok_or(StoreError::NoCase { case: id })?;
        let commands = match scene {
            Scene::Said(messages) => vec![Command::Receive(messages)],
            Scene::Done(deed) => commands(deed, &state, &desk, self.session).ok_or_else(|| {
                anyhow!("demo case '{}': its script does not fit its playbook", case.key)
            })?,
        };
        for command in commands {
            let state = batch.load(id)?.ok_or(StoreError::NoCase { case: id })?;
            let events = decide(&state, command, &desk).map_err(wrong)?;
            self.append(batch, Some(id), state.version, at, events, None)?;
        }
        Ok(id)
    }

    fn opening(&self, case: &DemoCase, messages: Vec<NewMessage>) -> Opening {
        let lang = self.session.lang;
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
    session: &Session,
) -> Option<Vec<Command>> {
    let lang = session.lang;
    let one = match deed {
        DemoDeed::Reply(id) => {
            let text = desk.playbook.render(id, &desk.situation(case))?.text;
            Command::Send(Reply {
                text: RawText::new(text),
                adopted: vec![id.clone()],
                way: SendWay::Recorded,
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
        DemoDeed::Mood(mood) => Command::Mood(*mood),
        DemoDeed::Advance => Command::Advance,
        DemoDeed::Promise { what, due } => Command::Promise {
            what: what.get(lang).to_owned(),
            due: due.resolve(session.now(), session.offset),
        },
        DemoDeed::KeepAll => {
            return Some(case.open_promises().map(|promise| Command::Keep(promise.no)).collect());
        }
        DemoDeed::Close { result, words } => {
            Command::Close { result: *result, words: words.get(lang).to_owned() }
        }
    };
    Some(vec![one])
}
