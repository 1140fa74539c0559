//! The chat pane of 千牛 and 旺旺, all selected and copied.
//!
//! Every message begins with a line of name and time; the rest is its text. What the pane shows
//! besides messages (read marks, product cards, hand-over notices) is counted and left out.

mod blocks;
mod card;
mod name;
mod sides;

use super::{
    local_time,
    outcome::{BadReason, BadRow, Likeness, ReadOptions, ReadOutcome},
    reader::ChatReader,
    untimed,
};
use crate::domain::{Author, BuyerName, Conversation, NewMessage, RawText};
use blocks::{Block, Blocks, Said};
use sides::Cast;

/// Reads copied 千牛 chats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Qianniu;

/// A chat is recognised by its first lines; a long greeting may stand before them.
const LOOKED_AT: usize = 200;

impl ChatReader for Qianniu {
    fn name(&self) -> &'static str {
        "qianniu"
    }

    fn recognises(&self, text: &str) -> Likeness {
        let head: Vec<&str> = lines(text).take(LOOKED_AT).collect();
        let blocks = Blocks::of(&head, &[]);
        match (blocks.found.first(), blocks.bad.is_empty()) {
            (None, _) => Likeness::No,
            (Some(_), true) => Likeness::Yes,
            (Some(_), false) => Likeness::Maybe,
        }
    }

    fn read(&self, text: &str, options: &ReadOptions) -> ReadOutcome {
        let all: Vec<&str> = lines(text).collect();
        let blocks = Blocks::of(&all, &options.shop_names);
        let cast = Cast::of(&blocks.found, options);
        let mut outcome = ReadOutcome {
            reader: self.name(),
            sides: cast.sides(),
            bad: blocks.bad,
            skipped: blocks.skipped,
            ..ReadOutcome::default()
        };
        let Some(first) = blocks.found.first() else { return outcome };
        let Some(buyer) = cast.buyer.clone() else {
            let row = all.get(first.line.saturating_sub(1)).copied().unwrap_or_default();
            outcome.bad.push(BadRow::new(first.line, BadReason::NoBuyer, row));
            return outcome;
        };
        let mut messages = Vec::with_capacity(blocks.found.len());
        for block in &blocks.found {
            let (message, read_marks) = message_of(block, &cast, options);
            outcome.skipped += read_marks;
            messages.push(message);
        }
        untimed::settle(&mut messages, None, options.now);
        outcome.conversations.push(Conversation {
            key: None,
            platform: options.platform,
            buyer: BuyerName::new(&buyer),
            order: None,
            messages,
        });
        outcome
    }
}

/// Lines by any of the three line ends: a terminal's paste has bare carriage returns.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// A block's message, and how many read marks were left out.
fn message_of(block: &Block<'_>, cast: &Cast, options: &ReadOptions) -> (NewMessage, usize) {
    let (author, speaker, head) = match &block.said {
        Said::By(name) => (cast.author_of(name), name.clone(), None),
        Said::HandOver { from, to } => {
            (Author::System, from.clone(), Some(format!("{from} --> {to}")))
        }
        Said::Withdrawn { name, line } => (Author::System, name.clone(), Some(line.clone())),
    };
    let mut body: Vec<&str> = block.body.clone();
    let mut read_marks = 0;
    // A buyer who answers with nothing but 已读 has said so; under ours it is the pane's own mark.
    let only_word = body.len() == 1 && author == Author::Buyer;
    if body.last().is_some_and(|line| card::is_read_mark(line)) && !only_word {
        body.pop();
        read_marks = 1;
        while body.last().is_some_and(|line| line.trim().is_empty()) {
            body.pop();
        }
    }
    let text = head.as_deref().into_iter().chain(body).collect::<Vec<_>>().join("\n");
    let at = block.at.and_then(|at| local_time::to_stamp(at, options.offset));
    let message = NewMessage {
        author,
        speaker: Some(speaker),
        at: at.unwrap_or_default(),
        timed: at.is_some(),
        text: RawText::new(text),
    };
    (message, read_marks)
}

#[cfg(test)]
mod tests;
