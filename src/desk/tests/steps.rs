use super::counter::{Counter, choice, playbook, text};
use crate::desk::{Command, Named, Refusal};
use crate::domain::{FactValue, Mood, Span, StepReason, TimerEnd};
use crate::playbook::Missing;

fn missing(counter: &mut Counter) -> Vec<Missing> {
    match counter.refused(Command::Advance) {
        Refusal::Missing(missing) => missing,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_step_is_left_when_it_lacks_nothing() {
    let mut counter = Counter::open("core");
    assert!(matches!(missing(&mut counter).as_slice(), [Missing::Check { .. }]));
    counter.ticks("answered");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "vent");
    assert_eq!(counter.case.visits.last().and_then(|v| v.reason), Some(StepReason::Forward));
}

#[test]
fn everything_that_is_missing_is_told_at_once() {
    let mut counter = Counter::open("core");
    counter.stands_at("triage");
    counter.knows("safety", FactValue::Bool(true));
    let missing = missing(&mut counter);
    assert!(
        missing.iter().any(|m| matches!(m, Missing::Check { id, .. } if id.as_str() == "safe"))
    );
    assert!(
        missing.iter().any(|m| matches!(m, Missing::Fact { id, .. } if id.as_str() == "cause"))
    );
    assert!(missing.iter().any(|m| matches!(m, Missing::Need { .. })));
}

#[test]
fn an_angry_buyer_is_heard_out_first() {
    let mut counter = Counter::open("core");
    counter.stands_at("vent");
    counter.ticks("heard-out");
    counter.does(Command::Mood(Mood::Angry));
    assert!(matches!(missing(&mut counter).as_slice(), [Missing::Need { .. }]));
    counter.ticks("go-on");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "records");
}

#[test]
fn the_clock_of_a_step_runs_while_the_case_stands_there() {
    let mut counter = Counter::open("core");
    counter.stands_at("ask");
    counter.does(Command::Skip);
    assert_eq!(counter.clocks(), ["answer", "facts", "t-plan"]);
    counter.ticks("sourced");
    counter.knows("finding", text("仓库漏垫泡沫"));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "triage");
    assert_eq!(counter.case.timers["facts"].ended, Some(TimerEnd::Done));
    counter.does(Command::Back(None));
    assert_eq!(counter.case.timers["facts"].ended, None, "back is back");
    counter.does(Command::Calm);
    assert_eq!(counter.case.timers["facts"].ended, Some(TimerEnd::Dropped));
}

#[test]
fn only_an_optional_step_is_passed_over() {
    let mut counter = Counter::open("core");
    assert_eq!(counter.refused(Command::Skip), Refusal::NotOptional);
    counter.stands_at("review");
    assert_eq!(counter.refused(Command::Skip), Refusal::AtEnd);
}

#[test]
fn at_the_end_there_is_no_further_step() {
    let mut counter = Counter::open("core");
    counter.stands_at("review");
    assert_eq!(counter.refused(Command::Advance), Refusal::AtEnd);
}

#[test]
fn back_twice_is_two_steps_back_with_every_answer_kept() {
    let mut counter = Counter::open("core");
    assert_eq!(counter.refused(Command::Back(None)), Refusal::AtStart);
    counter.ticks("answered");
    counter.does(Command::Advance);
    counter.ticks("heard-out");
    counter.knows("feeling", choice("let_down"));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "records");
    let (facts, checks) = (counter.case.facts.clone(), counter.case.checks.clone());
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "vent");
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "ack");
    assert_eq!(counter.refused(Command::Back(None)), Refusal::AtStart);
    assert_eq!((&counter.case.facts, &counter.case.checks), (&facts, &checks));
}

#[test]
fn back_to_a_named_step_forgets_the_way_from_there() {
    let mut counter = Counter::open("core");
    for step in ["vent", "records", "restate"] {
        counter.stands_at(step);
    }
    counter.does(Command::Back(Some("vent".into())));
    assert_eq!(counter.step(), "vent");
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "ack");
}

#[test]
fn back_to_a_step_never_seen_is_refused_with_the_nearest_seen() {
    let mut counter = Counter::open("core");
    counter.stands_at("vent");
    counter.stands_at("records");
    let why = counter.refused(Command::Back(Some("vnt".into())));
    let Refusal::Unknown { what: Named::Step, nearest, .. } = why else { panic!("{why:?}") };
    assert_eq!(nearest.as_deref(), Some("vent"));
    assert!(matches!(
        counter.refused(Command::Back(Some("options".into()))),
        Refusal::Unknown { .. }
    ));
    assert!(matches!(
        counter.refused(Command::Back(Some("records".into()))),
        Refusal::Unknown { .. }
    ));
}

/// A case at `restate`, everything before it answered.
fn at_restate() -> Counter {
    let mut counter = Counter::open("core");
    counter.ticks("answered");
    counter.does(Command::Advance);
    counter.ticks("heard-out");
    counter.does(Command::Advance);
    counter.ticks("read-thread");
    counter.does(Command::Advance);
    counter.knows("problem", text("杯子碎了"));
    assert_eq!(counter.step(), "restate");
    counter
}

#[test]
fn from_calming_the_way_leads_to_where_one_was_with_every_answer_kept() {
    let mut counter = at_restate();
    let (facts, checks) = (counter.case.facts.clone(), counter.case.checks.clone());
    counter.does(Command::Calm);
    assert_eq!(counter.step(), "vent");
    assert_eq!(counter.refused(Command::Calm), Refusal::AlreadyCalming);
    assert_eq!((&counter.case.facts, &counter.case.checks), (&facts, &checks));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "restate", "no step is walked twice");
}

#[test]
fn calming_cannot_be_left_before_the_buyer_is_calmer() {
    let mut counter = at_restate();
    counter.does(Command::Mood(Mood::Angry));
    counter.does(Command::Calm);
    assert!(matches!(missing(&mut counter).as_slice(), [Missing::Need { .. }]));
    counter.does(Command::Mood(Mood::Uneasy));
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "restate");
}

#[test]
fn one_step_back_from_calming_is_where_one_was() {
    let mut counter = at_restate();
    counter.does(Command::Calm);
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "restate");
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "records");
}

#[test]
fn a_turn_to_calming_leaves_the_way_back_as_it_was() {
    let mut counter = at_restate();
    let path: Vec<_> = counter.case.path().into_iter().cloned().collect();
    counter.does(Command::Calm);
    counter.does(Command::Advance);
    assert_eq!(counter.case.path().into_iter().cloned().collect::<Vec<_>>(), path);
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "records");
    counter.does(Command::Calm);
    counter.does(Command::Back(None));
    assert_eq!(counter.step(), "records");
}

#[test]
fn another_playbook_keeps_the_step_of_the_same_name_and_all_answers() {
    let mut counter = at_restate();
    let facts = counter.case.facts.clone();
    assert_eq!(counter.refused(Command::Choose(playbook("core"))), Refusal::NothingNew);
    counter.does(Command::Choose(playbook("pre-escalation")));
    assert_eq!(counter.step(), "restate");
    assert_eq!(counter.case.playbook, playbook("pre-escalation").reference);
    assert_eq!(counter.case.facts, facts);
    assert_eq!(counter.case.visits.last().and_then(|v| v.reason), Some(StepReason::Moved));
}

#[test]
fn another_playbook_begins_where_it_has_no_such_step() {
    let mut counter = at_restate();
    counter.does(Command::Choose(playbook("platform-complaint")));
    assert_eq!(counter.case.step, *playbook("platform-complaint").first_step());
    let clocks = counter.clocks();
    assert!(!clocks.contains(&"facts"), "{clocks:?}");
}

#[test]
fn another_playbook_stops_the_clock_of_the_step_left() {
    let mut counter = Counter::open("core");
    counter.stands_at("ask");
    counter.does(Command::Skip);
    assert!(counter.clocks().contains(&"facts"));
    counter.wait(Span::minutes(5));
    counter.does(Command::Choose(playbook("platform-complaint")));
    assert_eq!(counter.case.timers["facts"].ended, Some(TimerEnd::Dropped));
}

#[test]
fn back_leads_only_to_steps_the_playbook_has() {
    let mut counter = Counter::open("platform-complaint");
    assert_eq!(counter.step(), "notice");
    counter.does(Command::Choose(playbook("core")));
    assert_eq!(counter.step(), "ack");
    assert_eq!(counter.refused(Command::Back(None)), Refusal::AtStart);
    assert!(matches!(
        counter.refused(Command::Back(Some("notice".into()))),
        Refusal::Unknown { .. }
    ));
}
