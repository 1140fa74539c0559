//! The money at stake, by which the queue is ordered: reckoned from the standards with whatever changes it.

use super::counter::{Counter, opening, said};
use crate::desk::{Command, Desk, Opening, Settle, decide, open};
use crate::domain::{
    Author, Event, Fen, Issue, Order, OrderNo, Reckoning, SettlingDeed, Span, Version, fold,
};

fn order(no: &str, amount: Option<i64>) -> Command {
    Command::Order(Order { no: OrderNo::new(no), title: None, amount: amount.map(Fen) })
}

fn reckoned(events: &[Event]) -> Vec<Option<Fen>> {
    let of = |event: &Event| match event {
        Event::Settling { deed: SettlingDeed::ExposureReckoned { worst } } => Some(*worst),
        _another => None,
    };
    events.iter().filter_map(of).collect()
}

#[test]
fn the_money_at_stake_follows_the_price_and_the_issue() {
    let mut counter = Counter::open("core");
    assert_eq!((counter.case.exposure(), counter.case.is_reckoned()), (Fen(0), false));
    assert_eq!(reckoned(&counter.does(order("8842", Some(5_900)))), [Some(Fen(5_900))]);
    // A claim of fraud is three times the price, and 500 at least.
    let fraud = counter.does(Command::Issue(Issue::new("counterfeit")));
    assert_eq!(reckoned(&fraud), [Some(Fen(50_000))]);
    let price = Reckoning { price: Some(Fen(30_000)), ..Reckoning::default() };
    let figures = counter.does(Command::Settle(Settle::Reckon(price)));
    assert_eq!(reckoned(&figures), [Some(Fen(90_000))]);
    assert_eq!((counter.case.exposure(), counter.case.is_reckoned()), (Fen(90_000), true));
    let word = counter.buyer_says("假货！");
    assert_eq!(reckoned(&word), [], "nothing it rests on has changed");
}

#[test]
fn without_a_price_nothing_is_reckoned() {
    let mut counter = Counter::open("core");
    counter.does(order("8842", Some(5_900)));
    assert_eq!(reckoned(&counter.does(order("9001", None))), [None]);
    assert_eq!((counter.case.exposure(), counter.case.is_reckoned()), (Fen(0), false));
}

#[test]
fn a_case_is_opened_with_its_money_at_stake() {
    let counter = Counter::open("core");
    let order = Order { no: OrderNo::new("8842"), title: None, amount: Some(Fen(5_900)) };
    let messages = vec![said(Author::Buyer, counter.now, "收到全碎了")];
    let opening = Opening { order: Some(order), ..opening(messages) };
    assert_eq!(reckoned(&open(opening.clone(), &counter.desk()).unwrap()), [Some(Fen(5_900))]);
    let bare = Desk { shelf: None, ..counter.desk() };
    assert_eq!(reckoned(&open(opening, &bare).unwrap()), [], "no standards at hand");
}

#[test]
fn a_case_of_an_older_file_is_reckoned_with_the_next_act_and_not_by_a_reply() {
    let mut counter = Counter::open("core");
    let Command::Order(noted) = order("8842", Some(5_900)) else { panic!("an order") };
    let bare = Desk { shelf: None, ..counter.desk() };
    let events = decide(&counter.case, Command::Order(noted), &bare).unwrap();
    assert_eq!(reckoned(&events), []);
    for event in events {
        let mut recorded = counter.ledger.last().unwrap().clone();
        (recorded.event, recorded.version) = (event, counter.case.version.next());
        counter.case.apply(&recorded).unwrap();
        counter.ledger.push(recorded);
    }
    assert_eq!((counter.case.exposure(), counter.case.is_reckoned()), (Fen(5_900), false));
    assert_eq!(reckoned(&counter.sends("马上看", &["ack-sorry"])), []);
    assert_eq!(reckoned(&counter.buyer_says("在吗")), [Some(Fen(5_900))]);
    assert!(counter.case.is_reckoned());
}

#[test]
fn taken_back_with_the_act_it_followed_from() {
    let mut counter = Counter::open("core");
    counter.does(order("8842", Some(5_900)));
    counter.wait(Span::seconds(1));
    counter.does(Command::Issue(Issue::new("counterfeit")));
    let first = counter.case.acts.to_undo().unwrap().first;
    let upto = usize::try_from(first.0).unwrap() - 1;
    let before = fold(counter.case.id, &counter.ledger[..upto]).unwrap();
    assert_eq!(before.version, Version(first.0 - 1));
    counter.does(Command::Undo { to: Box::new(before), redo: false });
    assert_eq!((counter.case.exposure(), counter.case.issue.as_str()), (Fen(5_900), "damage"));
}
