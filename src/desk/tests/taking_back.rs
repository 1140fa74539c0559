use super::counter::{Counter, LANGUAGE, choice, send, text, tick};
use crate::desk::{Command, Refusal};
use crate::domain::{
    CaseState, Event, FactStatus, FactValue, MessageNo, PromiseNo, PromiseStatus, Span,
};

const BACK: Command = Command::Retract(None);

/// What of a case a person can see, without counters and the history of how it came about.
pub(super) fn seen(case: &CaseState) -> impl PartialEq + std::fmt::Debug + use<> {
    let timers: Vec<_> = case.running_timers().cloned().collect();
    let facts: Vec<_> = case
        .facts
        .iter()
        .map(|(id, fact)| (id.clone(), fact.value.clone(), fact.status, fact.source))
        .collect();
    let promises: Vec<_> = case.open_promises().cloned().collect();
    let path: Vec<_> = case.path().into_iter().cloned().collect();
    let tally = (case.tally.buyer, case.tally.agent, case.tally.waiting_since);
    let about = (case.stage.clone(), case.order.clone(), case.issue.clone(), case.mood);
    let sent = case.sent.iter().filter(|sent| !sent.retracted).count();
    let checks = case.checks.clone();
    (about, case.step.clone(), path, facts, checks, promises, timers, tally, sent)
}

#[test]
fn everything_a_reply_did_is_undone() {
    let mut counter = Counter::open("core");
    counter.wait(Span::minutes(1));
    let before = seen(&counter.case);
    counter.sends("马上看", &["ack-sorry"]);
    assert_ne!(seen(&counter.case), before);
    counter.wait(Span::seconds(9));
    counter.does(BACK);
    assert_eq!(seen(&counter.case), before);
    assert_eq!(counter.case.promises[0].status, PromiseStatus::Withdrawn);
    assert_eq!(counter.step(), "ack");
}

#[test]
fn the_window_closes() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    let until = counter.case.sent[0].undo_until;
    counter.wait(Span::seconds(10));
    counter.clone().does(BACK);
    counter.wait(Span::millis(1));
    assert_eq!(counter.refused(BACK), Refusal::UndoOver { no: MessageNo(2), since: until });
}

#[test]
fn a_shop_without_an_undo_window_takes_nothing_back() {
    let mut counter = Counter::open("core");
    counter.policy.undo = Span::ZERO;
    counter.sends("马上看", &[]);
    assert!(matches!(counter.refused(BACK), Refusal::UndoOver { .. }));
}

#[test]
fn where_nothing_was_sent_nothing_is_taken_back() {
    let mut counter = Counter::open("core");
    assert_eq!(counter.refused(BACK), Refusal::NothingToRetract);
    counter.sends("马上看", &[]);
    assert_eq!(
        counter.refused(Command::Retract(Some(MessageNo(1)))),
        Refusal::NothingToRetract,
        "the buyer's own words are not ours to take back"
    );
    counter.does(BACK);
    assert_eq!(counter.refused(BACK), Refusal::NothingToRetract);
}

#[test]
fn an_earlier_reply_can_be_named() {
    let mut counter = Counter::open("core");
    counter.sends("第一句", &[]);
    counter.sends("第二句", &[]);
    counter.does(Command::Retract(Some(MessageNo(2))));
    assert!(counter.case.sent[0].retracted && !counter.case.sent[1].retracted);
    assert_eq!(counter.answer_due(), None, "the second one still answers the buyer");
}

#[test]
fn a_fact_recorded_for_the_first_time_goes_with_the_reply() {
    let mut counter = Counter::open(LANGUAGE);
    counter.stands_at("boss");
    counter.sends("记下了", &["threatened"]);
    counter.does(BACK);
    assert!(!counter.case.facts.contains_key("threat"));
}

#[test]
fn a_fact_the_reply_recorded_anew_is_what_it_was() {
    let mut counter = Counter::open(LANGUAGE);
    counter.stands_at("boss");
    counter.does(Command::Record {
        fact: "threat".into(),
        value: FactValue::Bool(false),
        status: FactStatus::Disputed,
        source: Some(MessageNo(1)),
    });
    let before = seen(&counter.case);
    counter.sends("记下了", &["threatened"]);
    assert_eq!(counter.case.facts["threat"].value, FactValue::Bool(true));
    counter.does(BACK);
    assert_eq!(seen(&counter.case), before);
}

#[test]
fn what_a_person_recorded_since_stays() {
    let mut counter = Counter::open(LANGUAGE);
    counter.stands_at("boss");
    counter.sends("记下了", &["threatened"]);
    counter.knows("threat", FactValue::Bool(false));
    counter.does(BACK);
    assert_eq!(counter.case.facts["threat"].value, FactValue::Bool(false));
}

#[test]
fn what_a_person_unticked_and_settled_since_stays() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &["ack-sorry"]);
    let untick = Command::Check { step: Some("ack".into()), check: "answered".into(), done: false };
    counter.does(untick);
    counter.does(Command::Keep(PromiseNo(1)));
    let events = counter.does(BACK);
    assert!(!events.iter().any(|event| matches!(event, Event::CheckSet { .. })));
    assert_eq!(counter.case.promises[0].status, PromiseStatus::Kept);
}

#[test]
fn the_answer_is_due_when_it_was_due() {
    let mut counter = Counter::open("core");
    let due = counter.answer_due();
    counter.wait(Span::minutes(2));
    counter.sends("马上看", &[]);
    counter.wait(Span::seconds(5));
    counter.does(BACK);
    assert_eq!(counter.answer_due(), due);
    assert_eq!(counter.case.timers["answer"].used_percent(counter.now), 69, "125 s of 180");
}

#[test]
fn what_the_buyer_wrote_since_does_not_put_the_answer_off() {
    let mut counter = Counter::open("core");
    let due = counter.answer_due();
    counter.wait(Span::minutes(1));
    counter.sends("马上看", &[]);
    counter.wait(Span::seconds(3));
    counter.buyer_says("喂？");
    counter.wait(Span::seconds(3));
    counter.does(BACK);
    assert_eq!(counter.answer_due(), due);
}

#[test]
fn a_clock_of_the_step_runs_on_to_the_same_end() {
    let mut counter = Counter::open("core");
    counter.stands_at("wish");
    counter.ticks("own-words");
    counter.knows("wish", choice("refund"));
    counter.does(Command::Advance);
    counter.knows("offer_a", text("退款"));
    counter.knows("freight", choice("shop"));
    counter.wait(Span::hours(1));
    let before = seen(&counter.case);
    counter.sends("这样办", &["options-one"]);
    assert_eq!(counter.step(), "agree");
    counter.wait(Span::seconds(1));
    counter.does(BACK);
    assert_eq!(seen(&counter.case), before);
}

#[test]
fn a_step_the_agent_took_since_is_not_taken_back() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &["ack-sorry"]);
    counter.wait(Span::seconds(2));
    counter.does(Command::Back(None));
    counter.does(BACK);
    assert_eq!(counter.step(), "ack");
    assert_eq!(counter.case.path().len(), 1);
}

#[test]
fn ticks_by_hand_are_not_the_replys() {
    let mut counter = Counter::open("core");
    counter.does(tick("answered", true));
    counter.does(send("马上看", &["ack-sorry"]));
    counter.does(BACK);
    assert!(counter.case.is_checked(&"ack".into(), &"answered".into()));
}
