use super::counter::Counter;
use crate::desk::{Command, Refusal};
use crate::domain::{PromiseNo, PromiseStatus, Span, Stamp};

const FIRST: PromiseNo = PromiseNo(1);

fn promise(what: &str, due: Stamp) -> Command {
    Command::Promise { what: what.into(), due }
}

fn with_one() -> Counter {
    let mut counter = Counter::open("core");
    let due = counter.now.plus(Span::hours(2));
    counter.does(promise("晚上回电", due));
    counter
}

#[test]
fn a_promise_has_words_and_a_date_to_come() {
    let mut counter = Counter::open("core");
    let (now, later) = (counter.now, counter.now.plus(Span::hours(2)));
    assert_eq!(counter.refused(promise("  ", later)), Refusal::Blank);
    assert_eq!(counter.refused(promise("回电", now)), Refusal::PastDue(now));
    counter.does(promise("回电", later));
    assert_eq!(counter.case.promises[0].due, later);
    assert_eq!(counter.case.promises[0].message, None);
}

#[test]
fn promises_are_numbered_on() {
    let mut counter = with_one();
    counter.sends("马上看", &["ack-sorry"]);
    let due = counter.now.plus(Span::hours(1));
    counter.does(promise("再来一次", due));
    let numbers: Vec<u32> = counter.case.promises.iter().map(|promise| promise.no.0).collect();
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn a_promise_is_kept_or_broken_once() {
    for (settle, status) in [
        (Command::Keep(FIRST), PromiseStatus::Kept),
        (Command::Break(FIRST), PromiseStatus::Broken),
    ] {
        let mut counter = with_one();
        counter.does(settle.clone());
        assert_eq!(counter.case.promises[0].status, status);
        assert_eq!(counter.refused(settle), Refusal::NoSuchPromise { no: FIRST, open: vec![] });
        assert_eq!(
            counter.refused(Command::Keep(FIRST)),
            Refusal::NoSuchPromise { no: FIRST, open: vec![] }
        );
    }
}

#[test]
fn another_date_lies_ahead_and_is_counted() {
    let mut counter = with_one();
    let (now, later) = (counter.now, counter.now.plus(Span::hours(5)));
    let to = |due| Command::Move { no: FIRST, due };
    assert_eq!(counter.refused(to(now)), Refusal::PastDue(now));
    counter.does(to(later));
    assert_eq!((counter.case.promises[0].due, counter.case.promises[0].moved), (later, 1));
    counter.does(Command::Keep(FIRST));
    assert_eq!(counter.refused(to(later)), Refusal::NoSuchPromise { no: FIRST, open: vec![] });
}

#[test]
fn a_promise_nobody_made_is_not_kept() {
    let mut counter = with_one();
    for command in [Command::Keep(PromiseNo(2)), Command::Break(PromiseNo(0))] {
        assert!(matches!(counter.refused(command), Refusal::NoSuchPromise { .. }));
    }
}

#[test]
fn the_nearest_promise_is_what_is_due_next() {
    let mut counter = with_one();
    counter.sends("马上看", &[]);
    let due = counter.case.next_due().expect("something is due");
    assert_eq!(due.at, counter.now.plus(Span::hours(2)));
}
