use super::counter::{Counter, SHIPPED, morning, opening, playbook, said};
use crate::desk::{Desk, Policy, Refusal, open};
use crate::domain::{AgentName, Author, BuyerName, Event, Fen, Lang, Order, OrderNo, Span};

fn opened(opening: crate::desk::Opening) -> Result<Vec<Event>, Refusal> {
    let (playbook, policy, agent) = (playbook("core"), Policy::default(), AgentName::new("小林"));
    let desk = Desk {
        playbook: &playbook,
        policy: &policy,
        agent: &agent,
        lang: Lang::Zh,
        now: morning(),
        library: None,
        earlier_cases: 0,
        paid_elsewhere: &[],
        shelf: None,
        guard: None,
    };
    open(opening, &desk)
}

#[test]
fn a_case_begins_at_the_first_step_of_its_playbook() {
    for id in SHIPPED {
        let counter = Counter::open(id);
        assert_eq!(counter.case.step, *counter.playbook.first_step(), "{id}");
        assert_eq!(counter.case.playbook, counter.playbook.reference, "{id}");
        assert!(counter.case.is_open());
    }
}

#[test]
fn the_waiting_buyer_starts_the_answer_clock() {
    let counter = Counter::open("core");
    assert_eq!(counter.case.tally.waiting_since, Some(morning()));
    assert_eq!(counter.answer_due(), Some(morning().plus(Span::minutes(3))));
}

#[test]
fn an_order_and_a_log_that_ends_with_us_leave_nobody_waiting() {
    let order = Order {
        no: OrderNo::new("3301-8842"),
        title: Some("玻璃杯".into()),
        amount: Some(Fen(5_900)),
    };
    let at = morning();
    let log = vec![said(Author::Buyer, at, "碎了"), said(Author::Agent, at, "抱歉，马上看")];
    let events =
        opened(crate::desk::Opening { order: Some(order), ..opening(log) }).expect("opens");
    let kinds: Vec<&str> = events.iter().map(Event::kind).collect();
    // The plan is owed the same day, whoever spoke last.
    assert_eq!(kinds, ["case-opened", "order-noted", "messages-received", "timer-started"]);
}

#[test]
fn a_buyer_without_a_name_opens_nothing() {
    let nobody = crate::desk::Opening { buyer: BuyerName::new("  "), ..opening(Vec::new()) };
    assert_eq!(opened(nobody), Err(Refusal::Empty));
}

#[test]
fn a_case_may_begin_without_a_word_said() {
    let events = opened(opening(Vec::new())).expect("opens");
    let kinds: Vec<&str> = events.iter().map(Event::kind).collect();
    assert_eq!(kinds, ["case-opened", "timer-started"]);
}
