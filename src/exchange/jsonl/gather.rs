//! Collects rows into conversations, and gives them out before they fill the memory.

use super::row::Row;
use crate::domain::{BuyerName, Conversation, NewMessage, OrderNo, Platform, RawText, Stamp};
use crate::exchange::{
    outcome::{BadReason, Piece, ReadOptions},
    untimed,
};
use chrono::FixedOffset;
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Enough for large writes, little enough to keep.
const MOST_MESSAGES: usize = 32_768;
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// What is known of a case for as long as the file is read: a few words, whatever its length.
struct Case {
    key: String,
    buyer: String,
    platform: Option<Platform>,
    order: Option<OrderNo>,
    last: Option<Stamp>,
    waiting: Vec<NewMessage>,
}

/// The cases of a file and their messages not given out yet.
pub(super) struct Gather<'a> {
    options: &'a ReadOptions,
    cases: Vec<Case>,
    places: HashMap<String, usize>,
    /// Cases with messages waiting, in the order of the file.
    waiting: Vec<usize>,
    held: usize,
    bytes: usize,
    messages: u64,
}

impl<'a> Gather<'a> {
    pub(super) fn new(options: &'a ReadOptions) -> Self {
        Self {
            options,
            cases: Vec::new(),
            places: HashMap::new(),
            waiting: Vec::new(),
            held: 0,
            bytes: 0,
            messages: 0,
        }
    }

    pub(super) const fn offset(&self) -> FixedOffset {
        self.options.offset
    }

    pub(super) const fn messages(&self) -> u64 {
        self.messages
    }

    pub(super) const fn is_full(&self) -> bool {
        self.held >= MOST_MESSAGES || self.bytes >= MOST_BYTES
    }

    /// Takes in a row, unless it contradicts an earlier one of its case.
    pub(super) fn add(&mut self, row: Row) -> Result<(), BadReason> {
        let place = self.places.get(&row.case).copied().unwrap_or_else(|| self.open(&row));
        // The place is in range: it was taken from the list a moment ago.
        let Some(case) = self.cases.get_mut(place) else { return Ok(()) };
        if case.buyer.trim() != row.buyer.trim() {
            return Err(BadReason::Differs { key: "buyer" });
        }
        differs(&mut case.platform, row.platform, "platform")?;
        differs(&mut case.order, row.order, "order")?;
        if case.waiting.is_empty() {
            self.waiting.push(place);
        }
        self.held += 1;
        self.bytes += row.text.len();
        self.messages += 1;
        case.waiting.push(NewMessage {
            author: row.author,
            speaker: None,
            at: row.at.unwrap_or_default(),
            timed: row.at.is_some(),
            text: RawText::new(row.text),
        });
        Ok(())
    }

    fn open(&mut self, row: &Row) -> usize {
        let place = self.cases.len();
        self.places.insert(row.case.clone(), place);
        self.cases.push(Case {
            key: row.case.clone(),
            buyer: row.buyer.clone(),
            platform: row.platform,
            order: row.order.clone(),
            last: None,
            waiting: Vec::new(),
        });
        place
    }

    /// Gives out everything held.
    pub(super) fn give(
        &mut self,
        take: &mut dyn FnMut(Piece) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.held = 0;
        self.bytes = 0;
        for place in std::mem::take(&mut self.waiting) {
            let Some(case) = self.cases.get_mut(place) else { continue };
            let mut messages = std::mem::take(&mut case.waiting);
            untimed::settle(&mut messages, case.last, self.options.now);
            case.last = messages.last().map(|message| message.at).or(case.last);
            take(Piece::Conversation(Conversation {
                key: Some(case.key.clone()),
                platform: case.platform.unwrap_or(self.options.platform),
                buyer: BuyerName::new(&case.buyer),
                order: case.order.clone(),
                messages,
            }))?;
        }
        ControlFlow::Continue(())
    }
}

/// Keeps the first value a file gives; another one later is a contradiction.
fn differs<T: PartialEq>(
    known: &mut Option<T>,
    new: Option<T>,
    key: &'static str,
) -> Result<(), BadReason> {
    match (known.as_ref(), new) {
        (_, None) => Ok(()),
        (Some(known), Some(new)) if *known == new => Ok(()),
        (Some(_), Some(_)) => Err(BadReason::Differs { key }),
        (None, new) => {
            *known = new;
            Ok(())
        }
    }
}
