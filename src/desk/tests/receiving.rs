use super::counter::{Counter, said};
use crate::desk::{Command, Refusal};
use crate::domain::{Author, CloseResult, Event, Span, TimerEnd};

fn closed(counter: &mut Counter) {
    counter
        .does(Command::Close { result: CloseResult::Void, words: "重复".into(), despite: None });
}

#[test]
fn the_clock_runs_from_the_first_unanswered_word() {
    let mut counter = Counter::open("core");
    let due = counter.answer_due();
    counter.wait(Span::minutes(2));
    let events = counter.buyer_says("在吗");
    assert_eq!(events.len(), 1, "the clock that runs goes on: {events:?}");
    assert_eq!(counter.answer_due(), due);
}

#[test]
fn an_answer_from_outside_stops_the_clock() {
    let mut counter = Counter::open("core");
    counter.wait(Span::minutes(1));
    counter.does(Command::Receive(vec![said(Author::Agent, counter.now, "在的")]));
    assert_eq!(counter.answer_due(), None);
    assert_eq!(counter.case.tally.waiting_since, None);
    assert_eq!(counter.case.timers["answer"].ended, Some(TimerEnd::Done));
}

#[test]
fn answered_and_asked_again_in_one_log_starts_the_clock_anew() {
    let mut counter = Counter::open("core");
    counter.wait(Span::minutes(1));
    let answered = said(Author::Agent, counter.now, "在的");
    counter.wait(Span::minutes(1));
    let asked = said(Author::Buyer, counter.now, "那怎么办");
    counter.does(Command::Receive(vec![answered, asked]));
    assert_eq!(counter.case.tally.waiting_since, Some(counter.now));
    assert_eq!(counter.answer_due(), Some(counter.now.plus(Span::minutes(3))));
}

#[test]
fn a_platform_notice_neither_asks_nor_answers() {
    let mut counter = Counter::open("core");
    let due = counter.answer_due();
    counter.does(Command::Receive(vec![said(Author::Platform, counter.now, "平台已介入")]));
    assert_eq!(counter.answer_due(), due);
    assert_eq!(counter.case.tally.buyer, 1);
}

#[test]
fn nothing_received_is_nothing_new() {
    let mut counter = Counter::open("core");
    assert_eq!(counter.refused(Command::Receive(Vec::new())), Refusal::NothingNew);
}

#[test]
fn a_closed_case_is_taken_up_when_the_buyer_writes_again() {
    let mut counter = Counter::open("core");
    counter.stands_at("verify");
    closed(&mut counter);
    assert_eq!(counter.clocks(), Vec::<&str>::new());
    counter.wait(Span::hours(1));
    let events = counter.buyer_says("又碎了一个");
    assert!(counter.case.is_open());
    assert!(events.iter().any(|event| matches!(event, Event::CaseReopened { .. })));
    assert_eq!(counter.clocks(), ["answer", "facts", "t-plan"], "the step's clock runs again too");
}

#[test]
fn a_closed_case_stays_closed_for_anybody_elses_words() {
    let mut counter = Counter::open("core");
    counter.sends("好的", &[]);
    closed(&mut counter);
    counter.does(Command::Receive(vec![said(Author::Platform, counter.now, "评价提醒")]));
    assert!(!counter.case.is_open());
    assert_eq!(counter.clocks(), Vec::<&str>::new());
}

#[test]
fn at_night_the_clock_waits_for_the_morning() {
    let mut counter = Counter::open("core");
    counter.sends("好的", &[]);
    counter.wait(Span::hours(14));
    counter.buyer_says("睡不着");
    let nine_next_day = super::counter::morning().plus(Span::hours(23));
    assert_eq!(counter.answer_due(), Some(nine_next_day.plus(Span::minutes(3))));
}
