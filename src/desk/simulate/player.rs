//! Plays a case act by act.

use super::tools::{own_text, tool_acts};
use crate::desk::open::preview;
use crate::desk::{Command, Desk, Opening, Policy, Refusal, Reply, carried_title, decide, open};
use crate::domain::{
    AgentName, Author, BuyerName, BuyerType, CaseId, CaseState, Event, Issue, Lang, NewMessage,
    Order, OrderNo, Platform, PromiseNo, RawText, Recorded, ReplyId, SendWay, Span, Stamp, Version,
};
use crate::playbook::{Deed, Library, Next, Playbook, Setting, StepView, ToolDeed};
use std::sync::Arc;

/// What a played case stands on.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The playbooks a case may be handed to.
    pub library: Option<&'a Library>,
    /// The shop's rules.
    pub policy: &'a Policy,
    /// The language of replies, where the setting names none.
    pub lang: Lang,
    /// When it begins, where the setting names no time.
    pub at: Stamp,
}

/// A case being played.
#[derive(Debug)]
pub struct Player<'a> {
    library: Option<&'a Library>,
    policy: Policy,
    agent: AgentName,
    lang: Lang,
    now: Stamp,
    earlier_cases: u32,
    book: Arc<Playbook>,
    case: CaseState,
}

/// No walk to a step is longer than this.
const LONGEST_WALK: usize = 60;

impl<'a> Player<'a> {
    /// A new case on a playbook.
    ///
    /// # Errors
    /// The [`Refusal`], as when the setting cannot be.
    pub fn begin(
        book: Arc<Playbook>,
        setting: &Setting,
        ground: &Ground<'a>,
    ) -> Result<Self, Refusal> {
        let mut policy = ground.policy.clone();
        let lang = setting.lang.unwrap_or(ground.lang);
        if let Some(shop) = &setting.shop {
            policy.shop.name.clone_from(shop);
        }
        if let Some(tone) = setting.tone.as_deref().and_then(crate::domain::Tone::from_name) {
            policy.shop.tone = tone;
            tone.address(lang).clone_into(&mut policy.shop.address);
        }
        let agent = AgentName::new(match lang {
            Lang::Zh => "小林",
            Lang::En => "Lin",
        });
        let opening = opening(&book, setting, lang);
        let desk = Desk {
            playbook: &book,
            policy: &policy,
            agent: &agent,
            lang,
            now: ground.at,
            library: ground.library,
            earlier_cases: setting.earlier_cases,
            paid_elsewhere: &[],
            shelf: None,
            guard: None,
        };
        let events = open(opening, &desk)?;
        let case = begun(&events, &agent, ground.at)?;
        let mut player = Self {
            library: ground.library,
            policy,
            agent,
            lang,
            now: ground.at,
            earlier_cases: setting.earlier_cases,
            book,
            case,
        };
        if let Some(mood) = setting.mood
            && mood != player.case.mood
        {
            player.ask(Command::Mood(mood))?;
        }
        if let Some(buyer_type) = &setting.buyer_type {
            player.play(&Deed::BuyerType(buyer_type.clone()))?;
        }
        Ok(player)
    }

    /// The case as it stands.
    #[must_use]
    pub const fn case(&self) -> &CaseState {
        &self.case
    }

    /// The playbook it runs on now.
    #[must_use]
    pub const fn book(&self) -> &Arc<Playbook> {
        &self.book
    }

    /// What time it is in the play.
    #[must_use]
    pub const fn now(&self) -> Stamp {
        self.now
    }

    /// The language replies are written in.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// What a decision looks at.
    #[must_use]
    pub fn desk(&self) -> Desk<'_> {
        Desk {
            playbook: &self.book,
            policy: &self.policy,
            agent: &self.agent,
            lang: self.lang,
            now: self.now,
            library: self.library,
            earlier_cases: self.earlier_cases,
            paid_elsewhere: &[],
            shelf: None,
            guard: None,
        }
    }

    /// The current step, surveyed.
    #[must_use]
    pub fn survey(&self) -> Option<StepView> {
        self.book.survey(&self.case.step, &self.desk().situation(&self.case))
    }

    /// Where the case can be closed now: the end or an ending, with nothing missing before it.
    #[must_use]
    pub fn at_end(&self) -> Option<Next> {
        let view = self.survey().filter(|view| view.missing.is_empty())?;
        match view.next {
            Next::End | Next::Ending(_) => Some(view.next),
            Next::Step(_) | Next::Playbook(_) => None,
        }
    }

    /// Does one thing; a second passes with it.
    ///
    /// # Errors
    /// The [`Refusal`] of the desk; of several acts, the first.
    pub fn play(&mut self, deed: &Deed) -> Result<Vec<Event>, Refusal> {
        self.now = self.now.plus(Span::seconds(1));
        let command = match deed {
            Deed::Say(text) => Command::Receive(vec![NewMessage {
                author: Author::Buyer,
                speaker: None,
                at: self.now,
                timed: true,
                text: RawText::new(text.clone()),
            }]),
            Deed::Record { fact, value, status } => Command::Record {
                fact: fact.clone(),
                value: value.clone(),
                status: *status,
                source: None,
            },
            Deed::Tick(check) => Command::Check { step: None, check: check.clone(), done: true },
            Deed::Exhibit(kind) => {
                Command::Exhibit { kind: kind.clone(), what: String::new(), source: None }
            }
            Deed::Send(reply) => self.reply(reply),
            Deed::Mood(mood) => Command::Mood(*mood),
            Deed::BuyerType(name) => Command::BuyerType(BuyerType::from_name(name)),
            Deed::Advance => Command::Advance,
            Deed::Back => Command::Back(None),
            Deed::Calm => Command::Calm,
            Deed::Skip => Command::Skip,
            Deed::Enter(step) => Command::Enter(step.clone()),
            Deed::Keep(no) => Command::Keep(PromiseNo(*no)),
            Deed::Wait(due) => {
                self.now = due.from(self.now, &self.policy.calendar);
                return Ok(Vec::new());
            }
            Deed::Pass => return self.pass(),
            Deed::To(place) => return self.walk_to(place),
            Deed::Close(result) => Command::Close {
                result: *result,
                words: match self.lang {
                    Lang::Zh => "演练".to_owned(),
                    Lang::En => "rehearsed".to_owned(),
                },
                // A rehearsal tries the playbook, not what the shop wants to know besides.
                despite: Some("rehearsed".to_owned()),
            },
            Deed::Tool(deed) => return self.use_tool(deed),
            Deed::Expect(_) => return Ok(Vec::new()),
        };
        self.ask(command)
    }

    /// Ticks every check of the step that is ticked by hand.
    ///
    /// # Errors
    /// The [`Refusal`] of the desk.
    pub fn tick_all(&mut self) -> Result<Vec<Event>, Refusal> {
        let open: Vec<_> = self.survey().into_iter().flat_map(|view| view.checks).collect();
        let mut events = Vec::new();
        for check in open.into_iter().filter(|check| !check.done && check.by_hand) {
            events.extend(self.ask(Command::Check { step: None, check: check.id, done: true })?);
        }
        Ok(events)
    }

    fn use_tool(&mut self, deed: &ToolDeed) -> Result<Vec<Event>, Refusal> {
        let mut events = Vec::new();
        for command in tool_acts(deed, &self.case, &self.desk()) {
            events.extend(self.ask(command)?);
        }
        Ok(events)
    }

    fn pass(&mut self) -> Result<Vec<Event>, Refusal> {
        let mut events = self.tick_all()?;
        events.extend(self.ask(Command::Advance)?);
        Ok(events)
    }

    fn walk_to(&mut self, place: &Next) -> Result<Vec<Event>, Refusal> {
        let mut events = Vec::new();
        for _ in 0..LONGEST_WALK {
            if let Next::Step(step) = place
                && self.case.step == *step
            {
                break;
            }
            if let Next::Playbook(playbook) = place
                && self.case.playbook.id == *playbook
            {
                break;
            }
            events.extend(self.tick_all()?);
            // An end is not entered: the case stands before it.
            if self.at_end().as_ref() == Some(place) {
                break;
            }
            events.extend(self.ask(Command::Advance)?);
        }
        Ok(events)
    }

    fn reply(&self, reply: &ReplyId) -> Command {
        if carried_title(reply, self.lang).is_some() {
            return own_text(reply, &self.case, &self.desk());
        }
        let situation = self.desk().situation(&self.case);
        let text = self.book.render(reply, &situation).map(|rendered| rendered.text);
        Command::Send(Reply {
            // A reply the playbook does not have is told by its name.
            text: RawText::new(text.unwrap_or_else(|| reply.to_string())),
            adopted: vec![reply.clone()],
            way: SendWay::Recorded,
            written: None,
            pledges: Some(Vec::new()),
            overrule: None,
        })
    }

    fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        let events = decide(&self.case, command, &self.desk())?;
        preview(&mut self.case, &events, &self.agent, self.now)
            .map_err(|broken| Refusal::BrokenStep(broken.to_string()))?;
        if self.case.playbook != self.book.reference
            && let Some(library) = self.library
            && let Ok(book) = library.get(&self.case.playbook.id)
        {
            self.book = book;
        }
        Ok(events)
    }
}

fn opening(book: &Playbook, setting: &Setting, lang: Lang) -> Opening {
    let buyer = match lang {
        Lang::Zh => "买家",
        Lang::En => "buyer",
    };
    Opening {
        key: None,
        platform: setting
            .platform
            .or_else(|| book.platforms.first().copied())
            .unwrap_or(Platform::Taobao),
        buyer: BuyerName::new(buyer),
        order: Some(Order {
            no: OrderNo::new("2026112300008842"),
            title: None,
            amount: setting.order_amount,
        }),
        issue: setting
            .issue
            .clone()
            .or_else(|| book.issues.first().cloned())
            .unwrap_or_else(|| Issue::new("unsorted")),
        messages: Vec::new(),
    }
}

fn begun(events: &[Event], agent: &AgentName, at: Stamp) -> Result<CaseState, Refusal> {
    let broken = |why: &dyn std::fmt::Display| Refusal::BrokenStep(why.to_string());
    let (first, rest) = events.split_first().ok_or(Refusal::NothingNew)?;
    let recorded = Recorded {
        case: CaseId(1),
        version: Version(1),
        at,
        agent: agent.clone(),
        event: first.clone(),
    };
    let mut case = CaseState::opened(&recorded).map_err(|why| broken(&why))?;
    preview(&mut case, rest, agent, at).map_err(|why| broken(&why))?;
    Ok(case)
}

/// The name a deed has in a `[[test]]`.
#[must_use]
pub const fn deed_name(deed: &Deed) -> &'static str {
    match deed {
        Deed::Say(_) => "say",
        Deed::Record { .. } => "record",
        Deed::Tick(_) => "tick",
        Deed::Exhibit(_) => "exhibit",
        Deed::Send(_) => "send",
        Deed::Mood(_) => "mood",
        Deed::BuyerType(_) => "buyer_type",
        Deed::Advance => "advance",
        Deed::Back => "back",
        Deed::Calm => "calm",
        Deed::Skip => "skip",
        Deed::Enter(_) => "enter",
        Deed::Keep(_) => "keep",
        Deed::Wait(_) => "wait",
        Deed::Pass => "pass",
        Deed::To(_) => "to",
        Deed::Close(_) => "close",
        Deed::Tool(deed) => deed.name(),
        Deed::Expect(_) => "expect",
    }
}

/// What a deed is about, as a `[[test]]` writes it; empty where there is nothing to name.
#[must_use]
pub fn deed_subject(deed: &Deed) -> String {
    match deed {
        Deed::Say(text) | Deed::BuyerType(text) => text.clone(),
        Deed::Record { fact, value, .. } => format!("{fact} = {value}"),
        Deed::Tick(check) => check.to_string(),
        Deed::Exhibit(kind) => kind.to_string(),
        Deed::Send(reply) => reply.to_string(),
        Deed::Mood(mood) => mood.name().to_owned(),
        Deed::Enter(step) => step.to_string(),
        Deed::Keep(no) => no.to_string(),
        Deed::Wait(due) => due.to_string(),
        Deed::To(place) => place_name(place),
        Deed::Close(result) => result.name().to_owned(),
        Deed::Tool(deed) => deed.subject(),
        Deed::Advance | Deed::Back | Deed::Calm | Deed::Skip | Deed::Pass | Deed::Expect(_) => {
            String::new()
        }
    }
}

/// A place as a `goto` names it.
pub(super) fn place_name(place: &Next) -> String {
    match place {
        Next::Step(step) => step.to_string(),
        Next::End => "end".to_owned(),
        Next::Ending(ending) => ending.to_string(),
        Next::Playbook(playbook) => playbook.to_string(),
    }
}
