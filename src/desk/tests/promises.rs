use super::counter::{Counter, send};
use crate::desk::{Command, Refusal, Reply, counted_from, look_again};
use crate::domain::{After, FactValue, PromiseNo, PromiseStatus, Span, Stamp};

const FIRST: PromiseNo = PromiseNo(1);

fn promise(what: &str, due: Stamp) -> Command {
    Command::Promise { what: what.into(), due, after: None }
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

fn hung(what: &str, rule: &str, fact: &str, now: Stamp) -> Command {
    let after = Some(After { fact: fact.into(), rule: rule.into() });
    Command::Promise { what: what.into(), due: look_again(now), after }
}

#[test]
fn a_promise_can_hang_on_an_event_and_is_dated_when_that_is_known() {
    let mut counter = Counter::open("damaged");
    let now = counter.now;
    let Refusal::Unknown { name, nearest, .. } =
        counter.refused(hung("退款", "3wd", "goods_bak_on", now))
    else {
        panic!("there is no such date")
    };
    assert_eq!((name.as_str(), nearest.as_deref()), ("goods_bak_on", Some("goods_back_on")));
    counter.does(hung("退款", "3wd", "goods_back_on", now));
    assert!(counter.case.promises[0].pending, "nobody knows when it will be back");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    counter.knows("goods_back_on", FactValue::Date(day));
    let promise = &counter.case.promises[0];
    let calendar = &counter.policy.calendar;
    let due = calendar.close_of_day(calendar.start_of(day), 3);
    assert_eq!((promise.pending, promise.due), (false, due));
}

#[test]
fn what_is_typed_of_an_event_hangs_on_it_where_the_playbook_knows_it() {
    let (back, signed) = ("收到退件后三天内给您退款。", "您签收后三天内给您退款。");
    for (book, text, hangs) in
        [("damaged", back, true), ("core", back, true), ("core", signed, false)]
    {
        let mut counter = Counter::open(book);
        let reply = send(text, &[]);
        let Command::Send(asked) = reply else { panic!("a reply") };
        let asked = Reply { pledges: None, ..asked };
        let Refusal::Pledges(found) = counter.refused(Command::Send(asked.clone())) else {
            panic!("asked first")
        };
        assert_eq!(found[0].after.is_some(), hangs, "{book}");
        counter.does(Command::Send(Reply { pledges: Some(found), ..asked }));
        let promise = &counter.case.promises[0];
        assert_eq!((promise.pending, promise.after.is_some()), (hangs, hangs), "{book}");
    }
}

#[test]
fn a_date_is_read_by_its_name_or_by_what_it_is_called() {
    let counter = Counter::open("damaged");
    let read = |text: &str| counted_from(text, &counter.playbook);
    for text in ["3wd after goods_back_on", "3wd after 收到退货", "3wd after The goods are back"]
    {
        let after = read(text).unwrap().unwrap();
        assert_eq!((after.fact.as_str(), after.rule.as_str()), ("goods_back_on", "3wd"), "{text}");
    }
    assert!(read("3wd").is_none() && read("soon after goods_back_on").is_none());
    assert!(read("3wd after photos").unwrap().is_err(), "no date");
}
