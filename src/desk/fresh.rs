//! What of a pasted or imported conversation is new. Pasting the same log again, or a longer copy
//! of it, adds only what the file has not got.

use crate::domain::{Author, CleanText, MessageNo, NewMessage, Span, Stamp};
use std::collections::HashMap;

/// A message the file has, as far as it matters for telling what is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its ordinal.
    pub no: MessageNo,
    /// Who said it.
    pub author: Author,
    /// When.
    pub at: Stamp,
    /// Its text.
    pub text: CleanText,
    /// Whether it was sent from this file: then the platform's copy has a slightly other time.
    pub ours: bool,
}

/// How far the platform's time of a reply may be from ours: it is pasted by hand, later.
const OURS_WITHIN: Span = Span::minutes(30);

/// The incoming messages that are not among the known ones, in their order.
///
/// A message is known when its author, time and text are; one without a time of its own when author
/// and text are; one sent from this file when author and text are and the times are within half an
/// hour. Each known message answers for one incoming message only, so that two equal lines stay two.
#[must_use]
pub fn fresh(known: &[Known], incoming: Vec<NewMessage>) -> Vec<NewMessage> {
    sift(known, incoming).fresh
}

/// Incoming messages told apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sifted {
    /// Those that are new, in their order.
    pub fresh: Vec<NewMessage>,
    /// The known messages that answered for the others.
    pub answered: Vec<MessageNo>,
}

/// Like [`fresh`], and tells which known messages answered: a log that comes in pieces must not
/// have the same one answer twice.
#[must_use]
pub fn sift(known: &[Known], incoming: Vec<NewMessage>) -> Sifted {
    let mut left = Left::new(known);
    let mut sifted = Sifted::default();
    for message in incoming {
        match left.take(&message) {
            Some(no) => sifted.answered.push(no),
            None => sifted.fresh.push(message),
        }
    }
    sifted
}

type Words = (Author, String);

struct Left {
    by_words: HashMap<Words, Vec<(Stamp, bool, MessageNo)>>,
}

impl Left {
    fn new(known: &[Known]) -> Self {
        let mut by_words: HashMap<Words, Vec<(Stamp, bool, MessageNo)>> = HashMap::new();
        for message in known {
            let words = (message.author, folded(&message.text));
            by_words.entry(words).or_default().push((message.at, message.ours, message.no));
        }
        Self { by_words }
    }

    /// Takes the known message that answers for this one, if there is one.
    fn take(&mut self, message: &NewMessage) -> Option<MessageNo> {
        let words = (message.author, folded(&message.text.clean()));
        let times = self.by_words.get_mut(&words)?;
        let place = times
            .iter()
            .position(|(at, _, _)| *at == message.at)
            .or_else(|| times.iter().position(|(at, ours, _)| *ours && near(*at, message.at)))
            .or_else(|| if message.timed { None } else { (!times.is_empty()).then_some(0) });
        place.map(|place| times.remove(place).2)
    }
}

fn near(one: Stamp, other: Stamp) -> bool {
    one.since(other).as_millis().abs() <= OURS_WITHIN.as_millis()
}

/// Copies differ in blanks and line ends; words count.
fn folded(text: &CleanText) -> String {
    text.one_line()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RawText;

    fn new(author: Author, second: i64, text: &str) -> NewMessage {
        NewMessage {
            author,
            speaker: None,
            at: Stamp::from_millis(second * 1_000),
            timed: true,
            text: RawText::new(text),
        }
    }

    fn known(messages: &[NewMessage]) -> Vec<Known> {
        (1..)
            .zip(messages)
            .map(|(no, m)| Known {
                no: MessageNo(no),
                author: m.author,
                at: m.at,
                text: m.text.clean(),
                ours: false,
            })
            .collect()
    }

    #[test]
    fn the_same_log_again_adds_nothing_and_a_longer_one_its_end() {
        let log = vec![
            new(Author::Buyer, 1, "在吗"),
            new(Author::Buyer, 1, "在吗"),
            new(Author::Agent, 9, "在的"),
        ];
        assert_eq!(fresh(&known(&log), log.clone()), []);
        let mut longer = log.clone();
        longer.push(new(Author::Buyer, 20, "在吗"));
        assert_eq!(fresh(&known(&log), longer.clone()), longer[3..]);
    }

    #[test]
    fn the_known_messages_that_answered_are_named() {
        let log = vec![new(Author::Buyer, 1, "在吗"), new(Author::Buyer, 5, "在吗")];
        let sifted = sift(&known(&log), vec![log[1].clone(), new(Author::Buyer, 9, "在吗")]);
        assert_eq!(sifted.answered, [MessageNo(2)]);
        assert_eq!(sifted.fresh.len(), 1);
    }

    #[test]
    fn two_equal_lines_stay_two() {
        let one = vec![new(Author::Buyer, 1, "在吗")];
        let two = vec![one[0].clone(), one[0].clone()];
        assert_eq!(fresh(&known(&one), two).len(), 1);
    }

    #[test]
    fn our_own_reply_is_known_under_the_platforms_time() {
        let mut sent = known(&[new(Author::Agent, 100, "您好，\n已退款")]);
        sent[0].ours = true;
        assert_eq!(fresh(&sent, vec![new(Author::Agent, 190, "您好， 已退款")]), []);
        assert_eq!(fresh(&sent, vec![new(Author::Agent, 100_000, "您好， 已退款")]).len(), 1);
    }

    #[test]
    fn without_times_words_and_count_decide() {
        let file = known(&[new(Author::Buyer, 1, "催"), new(Author::Buyer, 2, "催")]);
        let untimed = |n: i64| NewMessage { timed: false, ..new(Author::Buyer, n, "催") };
        let log: Vec<NewMessage> = (50..53).map(untimed).collect();
        assert_eq!(fresh(&file, log).len(), 1);
    }
}
