//! Gives messages without a time their place: right after the one before them, never past the one
//! after, so that sorting by time keeps the source's order.

use crate::domain::{NewMessage, Span, Stamp};

/// Fills in the time of messages that have none of their own.
///
/// `before` is the last time already known in the same conversation, `now` the place of a
/// conversation without any time at all.
pub(super) fn settle(messages: &mut [NewMessage], before: Option<Stamp>, now: Stamp) {
    // From the end: what the next message with a time of its own says.
    let mut next = None;
    let mut ceilings = Vec::with_capacity(messages.len());
    for message in messages.iter().rev() {
        ceilings.push(next);
        if message.timed {
            next = Some(message.at);
        }
    }
    let leading = messages.iter().take_while(|message| !message.timed).count();
    let mut last = before.or_else(|| {
        let lead = i64::try_from(leading).unwrap_or(0).saturating_add(1);
        next.map(|first| first.plus(Span::millis(-lead)))
    });
    for (message, ceiling) in messages.iter_mut().zip(ceilings.into_iter().rev()) {
        if !message.timed {
            let follows = last.map_or(now, |last| last.plus(Span::millis(1)));
            let most = ceiling.map_or(follows, |next| next.max(last.unwrap_or(next)));
            message.at = follows.min(most);
        }
        last = Some(message.at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Author, RawText};
    use proptest::prelude::*;

    fn messages(times: &[Option<i64>]) -> Vec<NewMessage> {
        let one = |at: &Option<i64>| NewMessage {
            author: Author::Buyer,
            speaker: None,
            at: Stamp::from_millis(at.unwrap_or_default()),
            timed: at.is_some(),
            text: RawText::default(),
        };
        times.iter().map(one).collect()
    }

    fn settled(times: &[Option<i64>], before: Option<i64>) -> Vec<i64> {
        let mut all = messages(times);
        settle(&mut all, before.map(Stamp::from_millis), Stamp::from_millis(9_000));
        all.iter().map(|message| message.at.as_millis()).collect()
    }

    #[test]
    fn untimed_messages_follow_the_one_before() {
        assert_eq!(settled(&[Some(100), None, None, Some(200)], None), [100, 101, 102, 200]);
        assert_eq!(settled(&[Some(100), None, None, Some(101)], None), [100, 101, 101, 101]);
        assert_eq!(settled(&[None, None, Some(100)], None), [98, 99, 100]);
        assert_eq!(settled(&[None, None], Some(50)), [51, 52]);
        assert_eq!(settled(&[None, None], None), [9_000, 9_001]);
    }

    proptest! {
        #[test]
        fn rising_times_stay_rising(
            steps in proptest::collection::vec(proptest::option::of(0i64..5), 0..30),
            before in proptest::option::of(-10i64..0),
        ) {
            let mut clock = 0;
            let times: Vec<Option<i64>> =
                steps.iter().map(|step| step.map(|step| { clock += step; clock })).collect();
            let all = settled(&times, before);
            prop_assert!(all.is_sorted(), "{:?}", all);
        }

        #[test]
        fn more_messages_at_the_end_change_nothing_before(
            times in proptest::collection::vec(proptest::option::of(0i64..1_000_000), 1..20),
            more in 0i64..5,
        ) {
            let mut times = times;
            times[0] = Some(500_000);
            let mut longer = times.clone();
            longer.push(Some(2_000_000 + more));
            let short = settled(&times, None);
            prop_assert_eq!(&settled(&longer, None)[..short.len()], &short[..]);
        }
    }
}
