//! What was seen done, and whether the file has it.

use super::shop::Shop;
use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

/// What has been seen done, and must be in the file.
#[derive(Default)]
pub(crate) struct Witness {
    /// How many acts of each kind were seen.
    pub(crate) acts: BTreeMap<String, u32>,
    /// Words that were due in the file as a draft when their run was killed.
    pub(crate) due: u32,
    /// The end of the ledger before the run: its number and its hash.
    end: (i64, Vec<u8>),
    /// The acts of the run, by kind, with words that stand in their event or message.
    seen: Vec<(String, String)>,
    /// What was typed and seen, and when.
    typed: Vec<(Instant, String)>,
    /// Words that were in the file after a kill, and stay there.
    kept: Vec<String>,
}

impl Witness {
    /// Looks where the ledger ends before a run.
    pub(crate) fn looks(&mut self, shop: &Shop) {
        let last = shop.one::<i64>("SELECT max(seq) FROM event");
        self.end = (last, shop.one(&hash_of(last)));
        self.seen.clear();
        self.typed.clear();
    }

    /// An act was seen done.
    pub(crate) fn saw(&mut self, kind: &str, words: &str) {
        self.seen.push((kind.to_owned(), words.to_owned()));
    }

    /// Words of a draft were seen.
    pub(crate) fn read(&mut self, words: String) {
        self.typed.push((Instant::now(), words));
    }

    /// After a kill: nothing that was seen is missing, and everything fits together.
    pub(crate) fn holds(&mut self, shop: &Shop, run: u64, killed: Instant) {
        shop.holds();
        let (last, hash) = &self.end;
        // By the chain, every event before it is as it was, too.
        assert_eq!(&shop.one::<Vec<u8>>(&hash_of(*last)), hash, "run {run}: the ledger before it");
        let now = shop.ask::<String>(&format!(
            "SELECT kind || ' ' || body || ' ' || coalesce((SELECT m.body FROM message AS m
             WHERE m.case_id = event.case_id AND m.no = json_extract(event.body, '$.no')), '')
             FROM event WHERE seq > {last} ORDER BY seq"
        ));
        let mut events = now.iter();
        for (kind, words) in &self.seen {
            let found = events.any(|event| event.starts_with(kind) && event.contains(words));
            assert!(found, "run {run}: {kind} {words} of {:?} is gone from {now:#?}", self.seen);
            *self.acts.entry(kind.clone()).or_default() += 1;
        }
        self.drafts(shop, run, killed);
    }

    /// What was typed is in the draft, or was sent with it.
    fn drafts(&mut self, shop: &Shop, run: u64, killed: Instant) {
        let draft = shop.ask::<String>("SELECT body FROM draft WHERE kind = 'reply'").concat();
        let sent = shop.ask::<String>("SELECT body FROM message WHERE author = 'agent'").concat();
        let there = |words: &String| draft.contains(words) || sent.contains(words);
        for words in &self.kept {
            assert!(there(words), "run {run}: {words} is no longer in {draft}");
        }
        for (at, words) in self.typed.drain(..) {
            let due = killed.duration_since(at) >= Duration::from_secs(1);
            self.due += u32::from(due && draft.contains(&words));
            assert!(!due || there(&words), "run {run}: {words} is not in {draft}");
            if there(&words) {
                self.kept.push(words);
            }
        }
    }

    /// What two have seen together.
    pub(crate) fn and(mut self, other: Self) -> Self {
        for (kind, times) in other.acts {
            *self.acts.entry(kind).or_default() += times;
        }
        self.due += other.due;
        self
    }
}

fn hash_of(seq: i64) -> String {
    format!("SELECT hash FROM event WHERE seq = {seq}")
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, times) in &self.acts {
            write!(f, "{kind} {times}, ")?;
        }
        write!(f, "due drafts {}", self.due)
    }
}
