//! `fold(events)` is the truth about a case; every table is only a faster way to read it.

use super::{
    Acts, CaseId, CaseState, Closing, ClosingSheet, Event, Exhibit, Fact, Judged, Mood,
    MovedPromise, Promise, PromiseNo, PromiseStatus, Recorded, Sent, Settling, Snooze, Span, Stage,
    Stamp, Stretch, Tally, Timer, TimerEnd, TimerId, Version, Visit,
};
use std::collections::{BTreeMap, BTreeSet};

/// Why events do not make a case. Each names the event at which the ledger stops making sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FoldError {
    /// There are no events.
    #[error("case {0} has no events")]
    Empty(CaseId),
    /// The first event is not `case-opened`, or a later one is.
    #[error("case {case}: event {version} is '{kind}', which cannot stand there")]
    Misplaced {
        /// The case.
        case: CaseId,
        /// The event.
        version: Version,
        /// Its name.
        kind: &'static str,
    },
    /// A number is missing, doubled or out of order, or the event is another case's.
    #[error("case {case}: event {found} stands where event {expected} should")]
    Gap {
        /// The case.
        case: CaseId,
        /// The number that should follow.
        expected: Version,
        /// The number found.
        found: Version,
    },
    /// An event speaks of a promise, timer or reply the case does not have.
    #[error("case {case}: event {version} ('{kind}') speaks of something the case does not have")]
    Unknown {
        /// The case.
        case: CaseId,
        /// The event.
        version: Version,
        /// Its name.
        kind: &'static str,
    },
}

/// Rebuilds a case from all its events, in order.
///
/// # Errors
/// [`FoldError`] names the first event that does not hold.
pub fn fold<'a>(
    case: CaseId,
    events: impl IntoIterator<Item = &'a Recorded>,
) -> Result<CaseState, FoldError> {
    let mut events = events.into_iter();
    let first = events.next().ok_or(FoldError::Empty(case))?;
    let mut state = CaseState::opened(first)?;
    for event in events {
        state.apply(event)?;
    }
    Ok(state)
}

impl CaseState {
    /// The case after its first event.
    ///
    /// # Errors
    /// [`FoldError::Misplaced`] unless the event is number 1 and `case-opened`.
    pub fn opened(first: &Recorded) -> Result<Self, FoldError> {
        let misplaced = || FoldError::Misplaced {
            case: first.case,
            version: first.version,
            kind: first.event.kind(),
        };
        if first.version != Version(1) {
            return Err(misplaced());
        }
        let Event::CaseOpened { key, platform, buyer, issue, playbook, step } = &first.event else {
            return Err(misplaced());
        };
        let mut opening = Acts::default();
        opening.note(first);
        Ok(Self {
            id: first.case,
            version: first.version,
            stage: Stage::Open,
            key: key.clone(),
            platform: *platform,
            buyer: buyer.clone(),
            order: None,
            issue: issue.clone(),
            mood: Mood::default(),
            buyer_type: None,
            judged: Judged::default(),
            playbook: playbook.clone(),
            left: BTreeMap::new(),
            learned: 0,
            step: step.clone(),
            visits: vec![Visit::new(step.clone(), None, first.at)],
            reopened: BTreeSet::new(),
            detour: None,
            facts: BTreeMap::new(),
            checks: BTreeSet::new(),
            exhibits: Vec::new(),
            promises: Vec::new(),
            settling: Settling::default(),
            superseded: Vec::new(),
            timers: BTreeMap::new(),
            sent: Vec::new(),
            tasks: Vec::new(),
            snooze: None,
            sheet: ClosingSheet::default(),
            struck: BTreeSet::new(),
            acts: opening,
            tally: Tally::default(),
            opened_at: first.at,
            changed_at: first.at,
        })
    }

    /// The case after one more event.
    ///
    /// # Errors
    /// [`FoldError`] when the event cannot follow; the state is then unchanged but for nothing a
    /// caller may use.
    pub fn apply(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        if recorded.case != self.id || recorded.version != self.version.next() {
            return Err(FoldError::Gap {
                case: self.id,
                expected: self.version.next(),
                found: recorded.version,
            });
        }
        self.apply_event(recorded)?;
        self.acts.note(recorded);
        self.version = recorded.version;
        self.changed_at = recorded.at;
        Ok(())
    }

    #[expect(clippy::too_many_lines, reason = "one short arm for each kind of event")]
    fn apply_event(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        let at = recorded.at;
        // The same mood judged again is the agent's word, and nothing new.
        let known = matches!(&recorded.event, Event::MoodSet { mood } if *mood == self.mood);
        if recorded.event.teaches() && !known {
            self.learned = self.learned.saturating_add(1);
        }
        let unknown = || FoldError::Unknown {
            case: recorded.case,
            version: recorded.version,
            kind: recorded.event.kind(),
        };
        match &recorded.event {
            Event::CaseOpened { .. } => {
                return Err(FoldError::Misplaced {
                    case: recorded.case,
                    version: recorded.version,
                    kind: recorded.event.kind(),
                });
            }
            Event::OrderNoted { order } => self.order = Some(order.clone()),
            Event::MessagesReceived { stretch } => self.receive(stretch),
            Event::ReplySent {
                no, replies, ticks, sets, attached, statement, undo_until, ..
            } => self.answer(Sent {
                no: *no,
                replies: replies.clone(),
                ticks: ticks.clone(),
                sets: sets.clone(),
                replaced: Vec::new(),
                visits: self.visits.len(),
                at,
                undo_until: *undo_until,
                retracted: false,
                answered: self.tally.waiting_since.filter(|_| !*statement),
                statement: *statement,
                attached: attached.clone(),
                reopened: Vec::new(),
                open: self.reopened.clone(),
                detour: self.detour.clone(),
                unticked: Vec::new(),
                moved: Vec::new(),
            }),
            Event::ReplyRetracted { no, waiting_since } => {
                let sent = self.sent.iter_mut().find(|sent| sent.no == *no).ok_or_else(unknown)?;
                sent.retracted = true;
                for step in &sent.reopened {
                    self.reopened.remove(step);
                }
                if !sent.statement {
                    self.tally.agent = self.tally.agent.saturating_sub(1);
                }
                self.tally.waiting_since = *waiting_since;
                if waiting_since.is_some() {
                    self.tally.silent_since = None;
                }
                self.settling.unsay(*no);
                self.unmove(*no);
            }
            Event::Settling { deed } => {
                self.settling.apply(deed, at, &recorded.agent).ok_or_else(unknown)?;
            }
            Event::NoteWritten { no, .. } => self.tally.last_no = *no,
            Event::FactRecorded { fact, value, status, source } => {
                let fresh = Fact {
                    value: value.clone(),
                    status: *status,
                    source: *source,
                    at,
                    by: recorded.agent.clone(),
                    times: 1,
                };
                self.know(fact, fresh);
            }
            Event::FactWithdrawn { fact } => {
                let gone = self.facts.remove(fact).ok_or_else(unknown)?;
                self.superseded.push((fact.clone(), gone));
            }
            Event::CheckSet { step, check, done } => {
                let pair = (step.clone(), check.clone());
                if *done {
                    self.checks.insert(pair);
                } else {
                    self.untick(pair, at);
                }
            }
            Event::ExhibitNoted { no, exhibit, what, source } => self.exhibits.push(Exhibit {
                no: *no,
                kind: exhibit.clone(),
                what: what.clone(),
                source: *source,
                at,
                by: recorded.agent.clone(),
                dropped: false,
            }),
            Event::ExhibitDropped { no } => {
                let known = self.exhibits.iter_mut().find(|exhibit| exhibit.no == *no);
                known.ok_or_else(unknown)?.dropped = true;
            }
            Event::MoodSet { mood } => {
                self.mood = *mood;
                self.judged.mood = Some(self.tally.buyer);
            }
            Event::BuyerTypeSet { buyer_type } => {
                self.buyer_type = *buyer_type;
                self.judged.buyer_type = Some(self.tally.buyer);
            }
            Event::IssueSet { issue } => {
                self.issue = issue.clone();
                self.judged.issue = Some(self.tally.buyer);
            }
            Event::StepEntered { step, reason, passed, .. } => {
                self.enter(step, *reason, at, passed);
            }
            Event::StepsReopened { steps, source, .. } => self.reopen(steps, *source),
            Event::PlaybookChosen { playbook } => {
                self.left.insert(self.playbook.id.clone(), self.learned);
                self.playbook = playbook.clone();
                self.reopened.clear();
            }
            Event::TimerStarted { timer, due, warn, scope } => {
                self.start(timer, *due, warn, at);
                if let Some(timer) = self.timers.get_mut(timer) {
                    timer.scope = *scope;
                }
            }
            Event::TimerPaused { timer } => {
                self.timers.get_mut(timer).ok_or_else(unknown)?.paused = Some(at);
            }
            Event::TimerResumed { timer, due } => {
                self.resume(timer, *due, at).ok_or_else(unknown)?;
            }
            Event::TimerStopped { timer, end } => self.stop(timer, *end, at).ok_or_else(unknown)?,
            Event::PromiseMade { no, what, due, message, after } => self.promises.push(Promise {
                no: *no,
                what: what.clone(),
                due: *due,
                made_at: at,
                message: *message,
                status: PromiseStatus::Open,
                moved: 0,
                after: after.clone(),
                pending: after.is_some(),
                broken_at: None,
            }),
            Event::PromiseDated { no, due, pending } => {
                let promise = self.promise_mut(*no).ok_or_else(unknown)?;
                promise.due = *due;
                promise.pending = *pending;
            }
            Event::PromiseKept { no } => {
                self.settle(*no, PromiseStatus::Kept).ok_or_else(unknown)?;
            }
            Event::PromiseBroken { no, owed } => {
                self.settle(*no, PromiseStatus::Broken).ok_or_else(unknown)?;
                if let Some(promise) = self.promise_mut(*no).filter(|_| *owed) {
                    promise.broken_at = Some(at);
                }
            }
            Event::PromiseWithdrawn { no } => {
                self.settle(*no, PromiseStatus::Withdrawn).ok_or_else(unknown)?;
            }
            Event::PromiseMoved { no, due, message } => {
                let promise = self.promise_mut(*no).ok_or_else(unknown)?;
                let before = MovedPromise { no: *no, due: promise.due, pending: promise.pending };
                promise.due = *due;
                promise.moved = promise.moved.saturating_add(1);
                promise.pending = false;
                // A reply that names another date remembers the one before: it may be taken back.
                let teller = self.sent.last_mut().filter(|sent| Some(sent.no) == *message);
                if let Some(sent) = teller {
                    sent.moved.push(before);
                }
            }
            Event::CaseClosed { result, words, ending } => {
                let (words, ending) = (words.clone(), ending.clone());
                self.stage = Stage::Closed(Closing { result: *result, words, ending, at });
                self.snooze = None;
            }
            Event::CaseReopened { .. } => {
                self.stage = Stage::Open;
                self.sheet.reopened();
            }
            Event::ActUndone { redo, notes, change, .. } => {
                let mut state = self.patched(change).ok().ok_or_else(unknown)?;
                for note in notes {
                    if *redo {
                        state.struck.remove(note);
                    } else {
                        state.struck.insert(*note);
                    }
                }
                *self = state;
            }
            Event::TaskOpened { .. }
            | Event::TaskMoved { .. }
            | Event::TaskDone { .. }
            | Event::TaskDropped { .. } => {
                self.work(&recorded.event, at).ok_or_else(unknown)?;
            }
            Event::Snoozed { until, on_reply } => {
                self.snooze = Some(Snooze { until: *until, on_reply: *on_reply, since: at });
            }
            Event::Woken {} => self.snooze = None,
            Event::DeedDone { .. }
            | Event::BuyerConfirmed { .. }
            | Event::CauseSet { .. }
            | Event::LessonSet { .. }
            | Event::FollowUpPlanned { .. }
            | Event::FollowUpSkipped { .. }
            | Event::FollowUpDone { .. } => self.sheet.note(&recorded.event, at),
            // What was done all the same is in the ledger; the case is none the different for it.
            Event::GateOverridden { .. } | Event::GuardOverruled { .. } => {}
        }
        Ok(())
    }

    fn receive(&mut self, stretch: &Stretch) {
        let tally = &mut self.tally;
        tally.last_no.0 = tally.last_no.0.saturating_add(stretch.count);
        tally.buyer = tally.buyer.saturating_add(stretch.buyer);
        tally.agent = tally.agent.saturating_add(stretch.agent);
        tally.last_at = tally.last_at.max(Some(stretch.last_at));
        tally.waiting_since = if stretch.agent > 0 {
            stretch.waiting_since
        } else {
            tally.waiting_since.or(stretch.waiting_since)
        };
        tally.silent_since = match (tally.waiting_since, stretch.buyer, stretch.agent) {
            (Some(_waits), ..) => None,
            (None, 1.., _) => Some(stretch.last_at),
            (None, 0, 1..) => tally.silent_since.or(Some(stretch.last_at)),
            (None, 0, 0) => tally.silent_since,
        };
        if stretch.buyer > 0 && self.snooze.is_some_and(|snooze| snooze.on_reply) {
            self.snooze = None;
        }
    }

    fn answer(&mut self, sent: Sent) {
        let tally = &mut self.tally;
        tally.last_no = sent.no;
        tally.last_at = tally.last_at.max(Some(sent.at));
        // A statement is no answer: the buyer waits on.
        if !sent.statement {
            tally.agent = tally.agent.saturating_add(1);
            tally.waiting_since = None;
            tally.silent_since = tally.silent_since.or(Some(sent.at));
        }
        self.sent.push(sent);
    }

    /// A reply that moves the case on to a step that begins afresh remembers the ticks that went:
    /// it may be taken back.
    fn untick(&mut self, pair: (super::StepId, super::CheckId), at: Stamp) {
        if !self.checks.remove(&pair) {
            return;
        }
        let visits = self.visits.len();
        let entered =
            self.visits.last().is_some_and(|visit| visit.at == at && visit.step == pair.0);
        let moved = |sent: &&mut Sent| sent.at == at && visits == sent.visits.saturating_add(1);
        if let Some(sent) = self.sent.last_mut().filter(moved).filter(|_| entered) {
            sent.unticked.push(pair);
        }
    }

    fn reopen(&mut self, steps: &[super::StepId], source: Option<super::MessageNo>) {
        let of_reply = |sent: &&mut Sent| Some(sent.no) == source;
        let mut sent = self.sent.last_mut().filter(of_reply);
        for step in steps {
            if self.reopened.insert(step.clone())
                && let Some(sent) = &mut sent
            {
                sent.reopened.push(step.clone());
            }
        }
    }

    fn know(&mut self, fact: &super::FactId, mut fresh: Fact) {
        let source = fresh.source;
        let times = self.facts.get(fact).map_or(0, |known| known.times);
        fresh.times = times.saturating_add(1);
        let Some(before) = self.facts.insert(fact.clone(), fresh) else { return };
        self.superseded.push((fact.clone(), before.clone()));
        // A reply that records a fact anew remembers the one before: it may be taken back.
        if let Some(sent) = self.sent.last_mut().filter(|sent| Some(sent.no) == source) {
            let its_own =
                sent.sets.contains(fact) || sent.replaced.iter().any(|(id, _)| id == fact);
            if !its_own {
                sent.replaced.push((fact.clone(), before));
            }
        }
    }

    /// Started anew to the same end, a clock goes on as if it had never stopped.
    fn start(&mut self, timer: &TimerId, due: Stamp, warn: &[u8], at: Stamp) {
        let before = self.timers.get(timer).filter(|before| before.due == due);
        let (started, stood) =
            before.map_or((at, Span::ZERO), |before| (before.started, before.stood));
        let warn = warn.to_vec();
        let timer = Timer { stood, warn, ..Timer::running(timer.clone(), started, due) };
        self.timers.insert(timer.id.clone(), timer);
    }

    /// A clock that goes on to the same end never stood still.
    fn resume(&mut self, timer: &TimerId, due: Stamp, at: Stamp) -> Option<()> {
        let timer = self.timers.get_mut(timer)?;
        let since = timer.paused.take()?;
        if timer.due != due {
            timer.stood = timer.stood.and(at.since(since));
            timer.due = due;
        }
        Some(())
    }

    fn stop(&mut self, timer: &TimerId, end: TimerEnd, at: Stamp) -> Option<()> {
        let timer = self.timers.get_mut(timer)?;
        timer.ended = Some(end);
        timer.stopped = Some(at);
        Some(())
    }

    /// The dates a reply had named were never told: the promises it moved stand as they stood.
    fn unmove(&mut self, no: super::MessageNo) {
        let sent = self.sent.iter_mut().find(|sent| sent.no == no);
        let moved = sent.map(|sent| std::mem::take(&mut sent.moved)).unwrap_or_default();
        for before in moved.into_iter().rev() {
            if let Some(promise) = self.promise_mut(before.no) {
                promise.due = before.due;
                promise.pending = before.pending;
                promise.moved = promise.moved.saturating_sub(1);
            }
        }
    }

    fn promise_mut(&mut self, no: PromiseNo) -> Option<&mut Promise> {
        self.promises.iter_mut().find(|promise| promise.no == no)
    }

    fn settle(&mut self, no: PromiseNo, status: PromiseStatus) -> Option<()> {
        self.promise_mut(no)?.status = status;
        Some(())
    }
}
