use super::counter::{Counter, LANGUAGE, choice, record_fact, send, text};
use crate::desk::{Command, Named, Refusal};
use crate::domain::{
    BuyerType, Event, FactStatus, FactValue, Fen, MessageNo, Mood, Span, StepReason,
};

#[test]
fn nothing_is_not_sent() {
    let mut counter = Counter::open("core");
    assert_eq!(counter.refused(send("  \n", &[])), Refusal::Empty);
    // Characters nobody can see are nothing, too.
    assert_eq!(counter.refused(send("\u{200b}\u{202e}", &[])), Refusal::Empty);
}

#[test]
fn gaps_are_not_sent() {
    let mut counter = Counter::open("core");
    let Refusal::Gaps(gaps) = counter.refused(send("订单【缺:订单】的事", &[])) else {
        panic!("gaps are refused")
    };
    assert_eq!(gaps[0].label, "订单");
    assert!(matches!(counter.refused(send("{{ order.tail }}", &[])), Refusal::Gaps(_)));
}

#[test]
fn sending_answers_the_buyer() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    assert_eq!(counter.answer_due(), None);
    assert_eq!(counter.case.tally.waiting_since, None);
    assert_eq!(counter.case.tally.agent, 1);
    assert_eq!(counter.case.tally.last_no, MessageNo(2));
}

#[test]
fn own_words_complete_nothing() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    assert_eq!(counter.step(), "ack");
    assert!(counter.case.checks.is_empty() && counter.case.promises.is_empty());
}

#[test]
fn an_adopted_reply_ticks_promises_and_moves_on() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &["ack-sorry"]);
    assert!(counter.case.is_checked(&"ack".into(), &"answered".into()));
    let promise = &counter.case.promises[0];
    assert_eq!(promise.due, counter.now.plus(Span::minutes(30)));
    assert_eq!(promise.message, Some(MessageNo(2)));
    assert_eq!(counter.step(), "vent", "the step lacked nothing but this");
    assert!(counter.case.was_sent(&"ack-sorry".into()));
}

#[test]
fn an_adopted_reply_that_completes_nothing_does_not_move_on() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &["ack-sorry"]);
    counter.does(Command::Back(None));
    counter.buyer_says("人呢");
    counter.sends("让您等久了", &["ack-wait"]);
    assert_eq!(counter.step(), "ack", "nothing was missing before");
    let mut counter = Counter::open("core");
    counter.stands_at("restate");
    counter.sends("您说的是碎了", &["restate-problem"]);
    assert_eq!(counter.step(), "restate", "the buyer's nod is still missing");
}

#[test]
fn calming_is_left_by_the_agent_only() {
    let mut counter = Counter::open("core");
    counter.stands_at("vent");
    counter.ticks("heard-out");
    counter.does(Command::Mood(Mood::Angry));
    counter.sends("您慢慢说", &["vent-hot"]);
    assert_eq!(counter.step(), "vent");
}

#[test]
fn a_reply_adopted_twice_promises_once() {
    let mut counter = Counter::open("core");
    let events = counter.sends("马上看，马上看", &["ack-sorry", "ack-sorry"]);
    assert_eq!(counter.case.promises.len(), 1);
    assert_eq!(counter.case.sent[0].replies.len(), 1);
    let ticks = events.iter().filter(|event| matches!(event, Event::CheckSet { .. })).count();
    assert_eq!(ticks, 1);
}

#[test]
fn two_replies_that_tick_the_same_tick_it_once() {
    let mut counter = Counter::open("core");
    counter.stands_at("restate");
    counter.knows("points", FactValue::List(vec!["碎了".into()]));
    counter.sends("对吗", &["restate-problem", "restate-points"]);
    assert_eq!(counter.case.sent[0].ticks.len(), 1);
}

#[test]
fn a_fact_a_reply_sets_is_recorded_once_with_the_reply_as_its_source() {
    let mut counter = Counter::open(LANGUAGE);
    counter.stands_at("boss");
    counter.sends("记下了", &["threatened", "threatened"]);
    let fact = &counter.case.facts["threat"];
    assert_eq!(fact.value, FactValue::Bool(true));
    assert_eq!(fact.status, FactStatus::Confirmed);
    assert_eq!(fact.source, Some(MessageNo(2)));
    assert_eq!(fact.times, 1);
}

#[test]
fn what_is_known_already_keeps_its_source() {
    let mut counter = Counter::open(LANGUAGE);
    counter.stands_at("boss");
    counter.does(Command::Record {
        fact: "threat".into(),
        value: FactValue::Bool(true),
        status: FactStatus::Confirmed,
        source: Some(MessageNo(1)),
    });
    counter.sends("记下了", &["threatened"]);
    assert_eq!(counter.case.facts["threat"].source, Some(MessageNo(1)));
}

#[test]
fn reasons_and_offers_are_held_while_the_buyer_is_angry() {
    let mut counter = Counter::open("core");
    counter.stands_at("options");
    counter.knows("offer_a", text("全额退款"));
    counter.does(Command::Mood(Mood::Angry));
    let why = counter.refused(send("这样办", &["options-one"]));
    assert_eq!(why, Refusal::Held(vec!["options-one".into()]));
    counter.does(Command::Mood(Mood::Uneasy));
    counter.sends("这样办", &["options-one"]);
}

#[test]
fn soothing_words_are_never_held() {
    let mut counter = Counter::open("core");
    counter.does(Command::Mood(Mood::Abusive));
    counter.sends("对不起", &["ack-hot"]);
}

#[test]
fn a_reply_the_playbook_does_not_have_is_told_with_the_nearest() {
    let mut counter = Counter::open("core");
    let why = counter.refused(send("马上看", &["ack-sory"]));
    let Refusal::Unknown { what: Named::Reply, name, nearest } = why else { panic!("{why:?}") };
    assert_eq!((name.as_str(), nearest.as_deref()), ("ack-sory", Some("ack-sorry")));
}

#[test]
fn the_undo_window_is_the_shops() {
    let mut counter = Counter::open("core");
    counter.policy.undo = Span::seconds(30);
    counter.sends("马上看", &[]);
    assert_eq!(counter.case.sent[0].undo_until, counter.now.plus(Span::seconds(30)));
}

#[test]
fn moving_on_by_a_reply_follows_the_conditions() {
    let mut counter = Counter::open("core");
    counter.stands_at("wish");
    counter.knows("wish", choice("apology"));
    counter.knows("problem", text("杯子碎了"));
    let events = counter.sends("对不起", &["wish-apology"]);
    assert_eq!(counter.step(), "confirm", "an apology wants no options");
    let moved = events
        .iter()
        .any(|event| matches!(event, Event::StepEntered { reason: StepReason::Forward, .. }));
    assert!(moved);
}

#[test]
fn a_closed_case_sends_nothing() {
    let mut counter = Counter::open("core");
    counter.does(super::closing::void());
    assert_eq!(counter.refused(send("还有", &[])), Refusal::CaseClosed);
    assert_eq!(counter.refused(record_fact("photos", FactValue::Bool(true))), Refusal::CaseClosed);
}

#[test]
fn a_promise_is_due_when_the_words_say_it_is() {
    let mut counter = Counter::open("core");
    let written = counter.now;
    let late = |counter: &mut Counter, minutes: i64| {
        counter.wait(Span::minutes(minutes));
        let Command::Send(reply) = send("10:30前回您", &["ack-sorry"]) else { unreachable!() };
        counter.does(Command::Send(crate::desk::Reply { written: Some(written), ..reply }));
        counter.case.promises.last().expect("promised").due
    };
    assert_eq!(late(&mut counter, 20), written.plus(Span::minutes(30)));
    // That time has passed: it is reckoned from now.
    assert_eq!(late(&mut counter, 20), counter.now.plus(Span::minutes(30)));
}

#[test]
fn words_whose_condition_does_not_hold_are_refused_with_what_is_known_of_it() {
    let mut counter = Counter::open("core");
    counter.stands_at("triage");
    let Refusal::Unfit { reply, why } = counter.refused(send("先顾人", &["triage-safety"]))
    else {
        panic!("the condition was not looked at")
    };
    assert_eq!((reply.as_str(), why.condition.as_str()), ("triage-safety", "safety"));
    assert_eq!(why.facts, [("人身安全".to_owned(), None)]);
    counter.knows("safety", FactValue::Bool(false));
    let Refusal::Unfit { why, .. } = counter.refused(send("先顾人", &["triage-safety"])) else {
        panic!("the condition was not looked at")
    };
    assert_eq!(why.facts, [("人身安全".to_owned(), Some("否".to_owned()))]);
    counter.knows("safety", FactValue::Bool(true));
    counter.sends("先顾人", &["triage-safety"]);
}

#[test]
fn a_condition_that_held_when_the_words_were_adopted_is_asked_again() {
    let mut counter = Counter::open("core");
    counter.stands_at("vent");
    counter.does(Command::Mood(Mood::Angry));
    let adopted = send("您慢慢说", &["vent-hot"]);
    counter.does(Command::Mood(Mood::Calm));
    assert_eq!(counter.refused(adopted).name(), "unfit");
    counter.sends("您慢慢说", &[]);
}

#[test]
fn an_overlays_words_promise_what_they_say() {
    let mut counter = Counter::open(LANGUAGE);
    counter.stands_at("offer");
    counter.does(Command::Mood(Mood::Uneasy));
    counter.does(Command::BuyerType(Some(BuyerType::Suspect)));
    let offer = || send("照规则退", &["offer-1"]);
    assert_eq!(counter.refused(offer()).name(), "unfit", "the condition is the overlay's");
    counter.knows("price", FactValue::Money(Fen(5_900)));
    let desk = counter.desk();
    let text = desk.playbook.render(&"offer-1".into(), &desk.situation(&counter.case));
    assert!(text.is_some_and(|text| text.text.starts_with("照规则退 59.00")));
    counter.does(offer());
    assert_eq!(counter.case.promises[0].what, "照规则退");
}
