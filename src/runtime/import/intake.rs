//! One conversation after another into a batch of acts.

use super::{ImportError, Taken};
use crate::desk::{Command, Desk, Known, Opening, Policy, Sifted, decide, open, sift};
use crate::domain::{
    AgentName, Author, CaseId, CaseState, CleanText, Conversation, Event, Issue, Lang, MessageNo,
    NewMessage, Order, PlaybookId, PlaybookRef, Span, Stamp, Version,
};
use crate::guide::Signals;
use crate::playbook::{Library, Playbook};
use crate::standard::Standards;
use crate::store::{Act, Batch, Outcome, Overlap, StoreError};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A case this short is compared whole: it costs nothing and forgives wrong times.
const SHORT: u32 = 200;
/// A source's clock and ours may differ.
const SLACK: Span = Span::days(1);
/// As much of the buyer's words as an issue is looked for in.
const HEARD: usize = 400;

/// Takes conversations in, and remembers what must not be asked for twice.
#[derive(Debug)]
pub struct Intake<'a> {
    library: &'a Library,
    policy: &'a Policy,
    shelf: &'a Standards,
    agent: &'a AgentName,
    signals: &'a Signals,
    lang: Lang,
    now: Stamp,
    books: HashMap<PlaybookId, Arc<Playbook>>,
    pinned: HashSet<PlaybookRef>,
    met: HashMap<CaseId, Met>,
    /// The first case this import opened; all later numbers are its own too. What such a case has
    /// came from this very import and answers for nothing.
    first_own: Option<CaseId>,
    taken: Taken,
}

/// A case that was there before and got something of this import already.
#[derive(Debug, Default)]
struct Met {
    /// The newest message it had before: what came later is ours and answers for nothing.
    had: MessageNo,
    /// Its messages that have answered already.
    answered: HashSet<MessageNo>,
    grown: bool,
}

impl<'a> Intake<'a> {
    /// An intake that has taken nothing yet.
    #[must_use]
    pub fn new(
        library: &'a Library,
        (policy, shelf): (&'a Policy, &'a Standards),
        agent: &'a AgentName,
        signals: &'a Signals,
        (lang, now): (Lang, Stamp),
    ) -> Self {
        Self {
            library,
            policy,
            shelf,
            agent,
            signals,
            lang,
            now,
            books: HashMap::new(),
            pinned: HashSet::new(),
            met: HashMap::new(),
            first_own: None,
            taken: Taken::default(),
        }
    }

    /// What was taken in so far.
    #[must_use]
    pub const fn taken(&self) -> Taken {
        self.taken
    }

    /// Takes one conversation, or a piece of one, into the batch.
    ///
    /// # Errors
    /// [`ImportError`]; the batch must then be given up.
    pub fn take(
        &mut self,
        batch: &mut Batch<'_>,
        conversation: Conversation,
    ) -> Result<(), ImportError> {
        if conversation.messages.is_empty() {
            return Ok(());
        }
        match self.place(batch, &conversation)? {
            None => self.begin(batch, conversation),
            Some(state) => self.go_on(batch, &state, conversation),
        }
    }

    /// The case a conversation belongs to. A closed one only when it has messages of this very log:
    /// else a copied log of last week would make the old case anew.
    fn place(
        &self,
        batch: &mut Batch<'_>,
        conversation: &Conversation,
    ) -> Result<Option<CaseState>, StoreError> {
        let Conversation { key, platform, buyer, order, messages } = conversation;
        let (key, order) = (key.as_deref(), order.as_ref());
        if let Some(case) = batch.find_case(key, *platform, buyer, order)? {
            return batch.load(case);
        }
        let Some(case) = batch.newest_closed(key, *platform, buyer, order)? else {
            return Ok(None);
        };
        let Some(state) = batch.load(case)? else { return Ok(None) };
        let known = self.known(batch, &state, messages)?;
        let sifted = sift(&known, messages.clone());
        Ok((!sifted.answered.is_empty()).then_some(state))
    }

    /// What the case had before this import and has not answered with yet.
    fn known(
        &self,
        batch: &Batch<'_>,
        state: &CaseState,
        messages: &[NewMessage],
    ) -> Result<Vec<Known>, StoreError> {
        if self.is_own(state.id) {
            return Ok(Vec::new());
        }
        let met = self.met.get(&state.id);
        let had = met.map_or(state.tally.last_no, |met| met.had);
        let whole = had.0 <= SHORT || messages.iter().any(|message| !message.timed);
        let (from, to) = if whole {
            (Stamp::from_millis(i64::MIN), Stamp::from_millis(i64::MAX))
        } else {
            let times = || messages.iter().map(|message| message.at);
            let before = Span::millis(-SLACK.as_millis());
            let from = times().min().unwrap_or_default().plus(before);
            (from, times().max().unwrap_or_default().plus(SLACK))
        };
        let free = |overlap: &Overlap| {
            overlap.no <= had && !met.is_some_and(|met| met.answered.contains(&overlap.no))
        };
        let overlap = batch.overlap(state.id, from, to)?.into_iter().filter(free);
        Ok(overlap
            .map(|Overlap { no, author, at, text, ours }| Known {
                no,
                author,
                at,
                text: text.clean(),
                ours,
            })
            .collect())
    }

    fn begin(
        &mut self,
        batch: &mut Batch<'_>,
        conversation: Conversation,
    ) -> Result<(), ImportError> {
        let issue = proposed(self.signals, &conversation.messages);
        let claimed = self.library.claiming(&issue);
        let playbook = self.book(claimed.as_ref().unwrap_or(&self.policy.spine))?;
        let (count, buyer) = (conversation.messages.len() as u64, conversation.buyer.to_string());
        let opening = Opening {
            key: conversation.key,
            platform: conversation.platform,
            buyer: conversation.buyer,
            order: conversation.order.map(|no| Order { no, title: None, amount: None }),
            issue,
            messages: conversation.messages,
        };
        let events = open(opening, &self.desk(&playbook))
            .map_err(|refusal| ImportError::Refused { buyer, refusal })?;
        let pin = self.pin(&playbook)?;
        let act = self.act(None, Version(0), events, pin);
        match batch.append(act)? {
            Outcome::Appended { case, .. } => {
                self.first_own.get_or_insert(case);
                self.taken.opened += 1;
                self.taken.fresh += count;
                self.taken.last = Some(case);
                Ok(())
            }
            // Within a batch nobody else can write: the key was looked up a moment ago.
            Outcome::Conflict { case, .. } => Err(StoreError::NoCase { case }.into()),
        }
    }

    fn go_on(
        &mut self,
        batch: &mut Batch<'_>,
        state: &CaseState,
        conversation: Conversation,
    ) -> Result<(), ImportError> {
        let known = self.known(batch, state, &conversation.messages)?;
        let Sifted { fresh, answered } = sift(&known, conversation.messages);
        self.taken.known += answered.len() as u64;
        // A case opened by this very import does not count as grown as well.
        if !self.is_own(state.id) {
            let had = state.tally.last_no;
            let met = self.met.entry(state.id).or_insert_with(|| Met { had, ..Met::default() });
            met.answered.extend(answered);
            if !met.grown && !fresh.is_empty() {
                met.grown = true;
                self.taken.grown += 1;
            }
        }
        if fresh.is_empty() {
            return Ok(());
        }
        let count = fresh.len() as u64;
        let buyer = state.buyer.to_string();
        let refused = |refusal| ImportError::Refused { buyer: buyer.clone(), refusal };
        // Taking messages in follows no step, so the newest version of the playbook will do.
        let playbook = self.book(&state.playbook.id)?;
        let desk = self.desk(&playbook);
        let mut events = Vec::new();
        if let (None, Some(no), true) = (&state.order, conversation.order, state.is_open()) {
            let order = Command::Order(Order { no, title: None, amount: None });
            events.extend(decide(state, order, &desk).map_err(refused)?);
        }
        events.extend(decide(state, Command::Receive(fresh), &desk).map_err(refused)?);
        let act = self.act(Some(state.id), state.version, events, None);
        match batch.append(act)? {
            Outcome::Appended { case, .. } => {
                self.taken.fresh += count;
                self.taken.last = Some(case);
                Ok(())
            }
            // As above: the case was loaded within this very batch.
            Outcome::Conflict { case, .. } => Err(StoreError::NoCase { case }.into()),
        }
    }

    fn is_own(&self, case: CaseId) -> bool {
        self.first_own.is_some_and(|first| case >= first)
    }

    fn desk<'d>(&'d self, playbook: &'d Playbook) -> Desk<'d> {
        let (policy, agent) = (self.policy, self.agent);
        Desk {
            playbook,
            policy,
            agent,
            lang: self.lang,
            now: self.now,
            library: None,
            earlier_cases: 0,
            paid_elsewhere: &[],
            shelf: Some(self.shelf),
            guard: None,
        }
    }

    fn act(
        &self,
        case: Option<CaseId>,
        expected: Version,
        events: Vec<Event>,
        pin: Option<(PlaybookRef, String)>,
    ) -> Act {
        let (agent, at) = (self.agent.clone(), self.now);
        Act { case, expected, events, agent, at, clear_draft: None, pin }
    }

    /// The playbook of that id, or what comes nearest when it is broken.
    fn book(&mut self, id: &PlaybookId) -> Result<Arc<Playbook>, ImportError> {
        if let Some(book) = self.books.get(id) {
            return Ok(Arc::clone(book));
        }
        let book = self.library.usable(id).ok_or(ImportError::NoPlaybook)?.playbook;
        self.books.insert(id.clone(), Arc::clone(&book));
        Ok(book)
    }

    /// What is to be kept of a playbook; once an import is enough.
    fn pin(&mut self, book: &Playbook) -> Result<Option<(PlaybookRef, String)>, ImportError> {
        if !self.pinned.insert(book.reference.clone()) {
            return Ok(None);
        }
        let sources = serde_json::to_string(&book.pin()).map_err(ImportError::Pin)?;
        Ok(Some((book.reference.clone(), sources)))
    }
}

/// What the buyer's first words seem to be about.
fn proposed(signals: &Signals, messages: &[NewMessage]) -> Issue {
    let mut words = String::new();
    let mut left = HEARD;
    for message in messages.iter().filter(|message| message.author == Author::Buyer) {
        let before = words.len();
        words.extend(message.text.as_stored().chars().take(left));
        left -= words.get(before..).map_or(0, |added| added.chars().count());
        if left == 0 {
            break;
        }
        words.push('\n');
    }
    signals.about(CleanText::new(&words).as_str()).unwrap_or_default()
}
