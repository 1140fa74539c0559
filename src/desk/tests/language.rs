//! Every construct of the language, through the gate.

use super::counter::{Counter, LANGUAGE, record_fact, send, tick};
use super::taking_back::seen;
use crate::desk::{Command, Refusal};
use crate::domain::{
    BuyerType, CaseState, CloseResult, Event, FactValue, Fen, Level, Mood, PromiseNo, Span, Stamp,
    StepReason, Tone,
};
use crate::playbook::{Next, StepView};

fn open() -> Counter {
    Counter::open(LANGUAGE)
}

fn day(text: &str) -> FactValue {
    FactValue::Date(text.parse().unwrap())
}

fn at(text: &str) -> Stamp {
    Stamp::parse(text).unwrap()
}

fn view(counter: &Counter) -> StepView {
    let situation = counter.desk().situation(&counter.case);
    counter.playbook.survey(&counter.case.step, &situation).unwrap()
}

fn missing(counter: &Counter) -> Vec<String> {
    view(counter).missing.iter().map(crate::playbook::Missing::name).collect()
}

fn offered(counter: &Counter) -> Vec<String> {
    let situation = counter.desk().situation(&counter.case);
    let replies = counter.playbook.replies(&counter.case.step, &situation);
    replies.into_iter().map(|reply| reply.id.to_string()).collect()
}

fn text(counter: &Counter, reply: &str) -> String {
    let situation = counter.desk().situation(&counter.case);
    counter.playbook.render(&reply.into(), &situation).unwrap().text
}

fn exhibit(kind: &str) -> Command {
    Command::Exhibit { kind: kind.into(), what: String::new(), source: None }
}

fn path(case: &CaseState) -> Vec<&str> {
    case.path().into_iter().map(crate::domain::StepId::as_str).collect()
}

/// Past calming, in the group.
fn in_group() -> Counter {
    let mut counter = open();
    counter.ticks("heard");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "money");
    counter
}

fn pays(counter: &mut Counter, price: i64, paid: i64) {
    counter.knows("price", FactValue::Money(Fen(price)));
    counter.knows("paid", FactValue::Money(Fen(paid)));
}

/// At the rule, the group walked in its order.
fn at_rule() -> Counter {
    let mut counter = in_group();
    pays(&mut counter, 5_900, 2_000);
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "proof");
    counter.does(exhibit("ev.auth-pod"));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "day");
    counter.knows("signed_on", day("2026-11-01"));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "rule");
    counter
}

/// At the offers.
fn at_offer() -> Counter {
    let mut counter = at_rule();
    counter.ticks("looked");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "offer");
    counter
}

#[test]
fn a_group_is_walked_in_its_order_or_any() {
    let mut counter = in_group();
    let group = view(&counter).group.unwrap();
    assert_eq!((group.steps.len(), group.enough, group.done), (3, 3, false));
    assert_eq!(missing(&counter), ["fact:price", "fact:paid"]);
    assert!(matches!(counter.refused(Command::Advance), Refusal::Missing(_)));
    counter.does(Command::Enter("day".into()));
    counter.knows("signed_on", day("2026-11-01"));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "money", "what is not done comes next, from the beginning again");
    pays(&mut counter, 5_900, 0);
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "proof");
    assert_eq!(missing(&counter), ["exhibit:ev.pod|ev.auth-pod"]);
    counter.does(exhibit("ev.pod"));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "rule");
    assert_eq!(
        counter.refused(Command::Enter("day".into())),
        Refusal::NotInGroup("day".to_owned())
    );
    assert!(matches!(counter.refused(Command::Enter("dey".into())), Refusal::Unknown { .. }));
}

#[test]
fn a_step_that_does_not_apply_is_passed_over() {
    let mut counter = in_group();
    pays(&mut counter, 5_900, 0);
    counter.knows("photos", FactValue::Bool(true));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "day");
    assert_eq!(view(&counter).group.unwrap().steps.len(), 2);
}

#[test]
fn a_computed_fact_is_known_when_what_it_rests_on_is() {
    let mut counter = in_group();
    let value = |counter: &Counter| {
        let situation = counter.desk().situation(&counter.case);
        counter.playbook.value(&"unpaid".into(), &situation)
    };
    counter.knows("price", FactValue::Money(Fen(5_900)));
    assert_eq!(value(&counter), None);
    counter.knows("paid", FactValue::Money(Fen(2_000)));
    assert_eq!(value(&counter), Some(FactValue::Money(Fen(3_900))));
    let record = record_fact("unpaid", FactValue::Money(Fen(1)));
    assert_eq!(counter.refused(record), Refusal::Computed("unpaid".into()));
}

#[test]
fn texts_take_turns_follow_the_tone_and_fall_back() {
    let mut counter = open();
    let first = text(&counter, "sorry");
    counter.sends(&first, &["sorry"]);
    let second = text(&counter, "sorry");
    assert_ne!(first, second);
    assert!(first.starts_with("亲，"), "{first}");
    counter.policy.shop.tone = Tone::Polite;
    assert!(text(&counter, "sorry").starts_with("您好，"));
    counter.policy.shop.tone = Tone::Plain;
    assert_eq!(text(&counter, "sorry"), "已看到。");
    assert_eq!(text(&counter, "no"), "不符合", "the fallback says what is known");
    pays(&mut counter, 5_900, 2_000);
    assert_eq!(text(&counter, "no"), "还差 39.00 元");
    counter.case.id = crate::domain::CaseId(2);
    assert_eq!(text(&counter, "no"), "差 3.00 元");
}

#[test]
fn a_changed_fact_opens_exactly_what_rests_on_it() {
    let mut counter = at_offer();
    let events = counter.does(record_fact("paid", FactValue::Money(Fen(9_900))));
    let reopened = events.iter().find_map(|event| match event {
        Event::StepsReopened { fact, steps, .. } => Some((fact.as_str(), steps.clone())),
        _other => None,
    });
    assert_eq!(reopened, Some(("paid", vec!["rule".into()])), "through the computed fact");
    assert_eq!(missing(&counter), ["reopened:rule", "check:asked"]);
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "rule");
    assert_eq!(
        missing(&counter),
        ["check:looked", "need:1"],
        "it begins afresh, and does not hold"
    );
    counter.knows("paid", FactValue::Money(Fen(900)));
    counter.ticks("looked");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "offer");
    assert_eq!(missing(&counter), ["check:asked"]);
    assert_eq!(path(&counter.case), ["calm", "money", "proof", "day", "rule", "offer"]);
}

#[test]
fn steps_that_still_hold_are_passed_over_on_the_way_back() {
    let mut counter = at_offer();
    counter.knows("signed_on", day("2026-10-20"));
    assert_eq!(missing(&counter)[0], "reopened:day");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "day");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "offer", "the rule does not rest on the day");
    assert_eq!(path(&counter.case), ["calm", "money", "proof", "day", "rule", "offer"]);
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "rule");
}

#[test]
fn a_changed_fact_may_lead_on_another_way() {
    let mut counter = at_rule();
    counter.knows("eligible", FactValue::Bool(true));
    counter.ticks("looked");
    counter.does(Command::Advance);
    counter.knows("eligible", FactValue::Bool(false));
    assert_eq!(missing(&counter)[0], "reopened:day");
    counter.does(Command::Advance);
    assert_eq!(view(&counter).next, Next::Ending("refused".into()));
    assert_eq!(counter.refused(Command::Advance), Refusal::AtEnd);
}

#[test]
fn another_value_before_anything_rests_on_it_opens_nothing() {
    let mut counter = at_rule();
    let events = counter.does(record_fact("photos", FactValue::Bool(true)));
    assert!(!events.iter().any(|event| matches!(event, Event::StepsReopened { .. })));
    let events = counter.does(record_fact("photos", FactValue::Bool(false)));
    // The proof does not apply while the photos are known, whatever they show.
    assert!(!events.iter().any(|event| matches!(event, Event::StepsReopened { .. })));
}

#[test]
fn a_step_opened_again_can_be_taken_up_by_hand() {
    let mut counter = at_offer();
    counter.knows("paid", FactValue::Money(Fen(100)));
    counter.does(Command::Enter("rule".into()));
    assert_eq!(counter.step(), "rule");
    assert!(counter.case.reopened.is_empty());
}

#[test]
fn an_ending_wants_its_words_and_gives_its_result() {
    let mut counter = at_rule();
    counter.does(Command::Back(None));
    counter.knows("eligible", FactValue::Bool(false));
    assert_eq!(view(&counter).next, Next::Ending("refused".into()));
    let close = |result| Command::Close { result, words: String::new(), despite: None };
    assert_eq!(
        counter.refused(close(CloseResult::Settled)),
        Refusal::EndsOtherwise(CloseResult::Refused)
    );
    assert_eq!(counter.refused(close(CloseResult::Refused)), Refusal::ReplyWanted("no".into()));
    counter.sends("不符合", &["no"]);
    let events = counter.does(close(CloseResult::Refused));
    assert!(events.iter().any(|event| {
        matches!(event, Event::CaseClosed { ending: Some(id), .. } if id.as_str() == "refused")
    }));
}

#[test]
fn a_case_is_handed_to_another_playbook() {
    let mut counter = at_rule();
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "day");
    counter.knows("threat", FactValue::Bool(true));
    assert_eq!(view(&counter).next, Next::Playbook("core".into()));
    let mut alone = counter.desk();
    alone.library = None;
    let refused = crate::desk::decide(&counter.case, Command::Advance, &alone);
    assert_eq!(refused, Err(Refusal::HandOver("core".into())));
    let events = counter.does(Command::Advance);
    assert!(counter.desk().handed(&events).is_some());
    assert_eq!(counter.case.playbook.id.as_str(), "core");
    assert_eq!(counter.step(), counter.playbook.first_step().as_str());
    assert!(counter.playbook.step(&counter.case.step).is_some());
}

#[test]
fn the_next_rung_waits_for_the_one_before_and_for_need() {
    let mut counter = at_offer();
    assert_eq!(offered(&counter), ["offer-1"]);
    let rung = Refusal::Rung { reply: "offer-2".into(), before: "offer-1".into() };
    counter.does(Command::Mood(Mood::Uneasy));
    assert_eq!(counter.refused(send("x", &["offer-2"])), rung);
    counter.sends("退 5 元", &["offer-1"]);
    assert_eq!(offered(&counter), ["offer-1", "offer-2"]);
    counter.does(Command::Mood(Mood::Calm));
    assert_eq!(counter.refused(send("x", &["offer-2"])), rung, "a calm buyer needs no more");
    counter.does(Command::Mood(Mood::Disappointed));
    let events = counter.sends("退货退款", &["offer-2"]);
    assert!(events.iter().any(|event| {
        matches!(event, Event::ReplySent { attached, .. } if attached == &["return-label.png"])
    }));
}

#[test]
fn rounds_end_when_it_holds_or_are_used_up() {
    let mut counter = at_offer();
    for round in 1..=2 {
        assert_eq!(view(&counter).round, Some((round, 3)));
        counter.ticks("asked");
        let events = counter.does(Command::Advance);
        let again = matches!(events[0], Event::StepEntered { reason: StepReason::Again, .. });
        assert!(again && counter.step() == "offer");
        assert_eq!(missing(&counter), ["check:asked"], "a new round begins without ticks");
    }
    let mut other = counter.clone();
    counter.ticks("asked");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "boss");
    assert_eq!(path(&counter.case), ["calm", "money", "proof", "day", "rule", "offer", "boss"]);
    other.ticks("asked");
    other.knows("accepted", FactValue::Bool(true));
    other.does(Command::Advance);
    assert_eq!(other.step(), "done");
}

#[test]
fn the_buyer_hears_when_to_be_called_back() {
    let mut counter = at_offer();
    counter.does(Command::Promise {
        what: "x".into(),
        due: counter.now.plus(Span::days(1)),
        after: None,
    });
    for _ in 0..3 {
        counter.ticks("asked");
        counter.does(Command::Advance);
    }
    assert_eq!(counter.step(), "boss");
    assert_eq!(missing(&counter), ["callback"], "what was promised before does not count");
    assert_eq!(view(&counter).escalated_to.as_deref(), Some("主管"));
    let clock = counter.playbook.step(&"boss".into()).unwrap().escalate.clone().unwrap().timer;
    assert!(counter.clocks().contains(&clock.as_str()));
    let events = counter.sends("主管明天给您回电", &["call-back"]);
    assert!(events.iter().any(|event| matches!(event, Event::StepEntered { .. })));
    assert_eq!(counter.step(), "done");
    assert!(!counter.clocks().contains(&clock.as_str()));
}

#[test]
fn a_promise_gets_its_date_when_the_fact_is_known() {
    let mut counter = at_offer();
    counter.does(Command::Mood(Mood::Uneasy));
    counter.sends("退 5 元", &["offer-1"]);
    assert!(text(&counter, "offer-2").contains("收到退货后 3 个工作日内"));
    counter.sends("退货退款", &["offer-2"]);
    let promise = counter.case.promises[0].clone();
    assert!(promise.pending);
    assert_eq!(promise.due, counter.now.plus(Span::days(15)));
    let events = counter.does(record_fact("back_on", day("2026-11-05")));
    let due = at("2026-11-08T22:00:00+08:00");
    let dated = Event::PromiseDated { no: PromiseNo(1), due, pending: false };
    assert!(events.contains(&dated), "{events:?}");
    counter.knows("back_on", day("2026-11-06"));
    assert_eq!(counter.case.promises[0].due, at("2026-11-09T22:00:00+08:00"));
    let agreed = counter.now.plus(Span::days(30));
    counter.does(Command::Move { no: PromiseNo(1), due: agreed });
    counter.knows("back_on", day("2026-11-04"));
    assert_eq!(counter.case.promises[0].due, agreed, "what was agreed stays");
}

#[test]
fn a_clock_of_the_case_stands_still_while_the_buyer_is_to_act() {
    let mut counter = open();
    assert!(counter.clocks().contains(&"plan"));
    let due = counter.case.timers["plan"].due;
    counter.wait(Span::hours(1));
    counter.sends("看到了", &["sorry"]);
    assert!(counter.case.timers["plan"].paused.is_some());
    counter.wait(Span::hours(2));
    assert_eq!(counter.case.timers["plan"].used_percent(counter.now), 25);
    counter.buyer_says("好");
    let plan = &counter.case.timers["plan"];
    assert_eq!((plan.paused, plan.due), (None, due.plus(Span::hours(2))));
    assert_eq!(plan.level(counter.now), Level::Early);
    counter.wait(Span::minutes(130));
    assert_eq!(counter.case.timers["plan"].level(counter.now), Level::Early, "it warns at 80");
}

#[test]
fn a_clock_stops_with_what_it_waits_for_and_runs_from_its_date() {
    let mut counter = at_offer();
    assert!(!counter.clocks().contains(&"plan"));
    let seven = counter.case.timers["seven"].clone();
    assert_eq!(seven.due, at("2026-11-08T00:00:00+08:00"));
    counter.knows("signed_on", day("2026-11-02"));
    assert_eq!(counter.case.timers["seven"].due, at("2026-11-09T00:00:00+08:00"));
}

#[test]
fn clocks_go_on_to_the_same_end_in_a_case_taken_up_again() {
    let mut counter = at_offer();
    let due = counter.case.timers["seven"].due;
    let close = Command::Close { result: CloseResult::Void, words: "重复".into(), despite: None };
    counter.does(close);
    assert!(counter.clocks().is_empty());
    counter.wait(Span::hours(5));
    counter.does(Command::Reopen { reason: String::new() });
    assert!(counter.clocks().contains(&"seven"));
    assert_eq!(counter.case.timers["seven"].due, due);
    assert!(!counter.clocks().contains(&"plan"), "it was met");
}

#[test]
fn taking_a_reply_back_undoes_what_it_did_to_the_clocks() {
    let mut counter = at_offer();
    counter.does(Command::Mood(Mood::Uneasy));
    counter.wait(Span::minutes(3));
    let before = seen(&counter.case);
    counter.sends("退 5 元", &["offer-1"]);
    assert_ne!(seen(&counter.case), before);
    counter.wait(Span::seconds(4));
    counter.does(Command::Retract(None));
    assert_eq!(seen(&counter.case), before);
}

#[test]
fn a_statement_answers_nobody() {
    let mut counter = open();
    counter.stands_at("done");
    let due = counter.answer_due();
    let events = counter.sends("情况说明", &["paper"]);
    assert!(matches!(&events[0], Event::ReplySent { statement: true, .. }));
    assert_eq!(counter.answer_due(), due);
    assert!(counter.case.tally.waiting_since.is_some());
    assert_eq!(counter.case.tally.agent, 0);
    counter.does(Command::Retract(None));
    assert_eq!(counter.answer_due(), due);
}

#[test]
fn an_overlay_comes_and_goes_and_loses_nothing() {
    let mut counter = at_offer();
    let calm = (view(&counter), counter.case.timers["talk"].due);
    counter.ticks("asked");
    counter.does(Command::Mood(Mood::Angry));
    let angry = view(&counter);
    assert_eq!(angry.why, "慢一点。");
    assert_eq!(angry.checks[0].text, "当面问过了");
    assert!(angry.checks[0].done, "a tick stays with its check");
    assert_eq!(missing(&counter), ["need:1"]);
    assert_eq!(offered(&counter), ["offer-1", "soft"]);
    assert_eq!(counter.case.timers["talk"].due, calm.1.plus(Span::hours(2)));
    counter.does(Command::Mood(Mood::Calm));
    assert_eq!(counter.case.timers["talk"].due, calm.1);
    counter.does(tick("asked", false));
    assert_eq!(view(&counter), calm.0);
}

#[test]
fn an_overlay_for_a_kind_of_buyer_passes_a_step_over() {
    let mut counter = at_rule();
    counter.does(Command::Back(None));
    counter.does(Command::BuyerType(Some(BuyerType::Vip)));
    assert_eq!(counter.refused(Command::BuyerType(Some(BuyerType::Vip))), Refusal::NothingNew);
    let events = counter.does(Command::Advance);
    assert_eq!(counter.step(), "offer");
    assert!(events.iter().any(|event| {
        matches!(event, Event::StepEntered { passed, .. } if passed == &["rule".into()])
    }));
}

#[test]
fn an_exhibit_is_noted_once_and_dropped_once() {
    let mut counter = open();
    counter.does(exhibit("ev.pod"));
    assert_eq!(counter.refused(exhibit("ev.pod")), Refusal::NothingNew);
    assert_eq!(counter.refused(exhibit(" ")), Refusal::Empty);
    let drop = Command::DropExhibit(crate::domain::ExhibitNo(1));
    counter.does(drop.clone());
    assert!(!counter.case.has_exhibit("ev.pod"));
    assert!(matches!(counter.refused(drop), Refusal::NoSuchExhibit(_)));
    counter.does(exhibit("ev.pod"));
    assert!(counter.case.has_exhibit("ev.pod"));
}

#[test]
fn calming_keeps_the_rounds() {
    let mut counter = at_offer();
    counter.ticks("asked");
    counter.does(Command::Advance);
    counter.does(Command::Calm);
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "offer");
    assert_eq!(view(&counter).round, Some((2, 3)));
}

#[test]
fn a_case_is_not_handed_back_with_nothing_learned() {
    let mut counter = Counter::open("seven-day");
    counter.does(Command::Choose(super::counter::playbook("quality")));
    let seven = crate::domain::PlaybookId::from("seven-day");
    assert!(counter.case.has_left(&seven));
    counter.does(Command::Mood(Mood::Uneasy));
    assert!(!counter.case.has_left(&seven));
}
