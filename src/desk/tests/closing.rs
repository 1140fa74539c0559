use super::counter::{Counter, choice};
use crate::desk::{Command, Refusal};
use crate::domain::{CloseResult, PromiseNo, RawText, Span, Stage};
use crate::playbook::Missing;

pub(super) fn void() -> Command {
    close(CloseResult::Void, "重复")
}

fn close(result: CloseResult, words: &str) -> Command {
    Command::Close { result, words: words.into(), despite: None }
}

#[test]
fn settled_is_for_the_end_of_the_way() {
    let mut counter = Counter::open("core");
    assert_eq!(counter.refused(close(CloseResult::Settled, "")), Refusal::NotAtEnd);
    counter.stands_at("review");
    counter.does(close(CloseResult::Settled, ""));
    let Stage::Closed(closing) = &counter.case.stage else { panic!("closed") };
    assert_eq!(closing.result, CloseResult::Settled);
    assert_eq!(counter.case.next_due(), None);
}

#[test]
fn settled_wants_what_the_last_step_wants() {
    let mut counter = Counter::open("promise-breach");
    let last = counter.playbook.steps.last().expect("steps").id.clone();
    counter.stands_at(last.as_str());
    if let Err(why) = counter.ask(close(CloseResult::Settled, "")) {
        assert!(matches!(why, Refusal::Missing(ref missing) if !missing.is_empty()), "{why:?}");
    }
    let mut counter = Counter::open("core");
    counter.stands_at("followup");
    counter.knows("follow_result", choice("well"));
    assert_eq!(counter.refused(close(CloseResult::Settled, "")), Refusal::NotAtEnd);
    let missing = counter.refused(Command::Advance);
    assert!(matches!(missing, Refusal::Missing(ref m) if matches!(m[0], Missing::Check { .. })));
}

#[test]
fn any_other_result_wants_a_word_on_why() {
    for result in CloseResult::ALL.into_iter().filter(|result| *result != CloseResult::Settled) {
        let mut counter = Counter::open("core");
        assert_eq!(counter.refused(close(result, " \n")), Refusal::WordsWanted);
        counter.does(close(result, "买家三天没回"));
    }
}

#[test]
fn no_promise_is_left_open() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &["ack-sorry"]);
    let Refusal::OpenPromises(open) = counter.refused(void()) else { panic!("promises are open") };
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].0, PromiseNo(1));
    counter.does(Command::Keep(PromiseNo(1)));
    counter.does(void());
}

#[test]
fn closing_stops_every_clock_and_nearly_every_act() {
    let mut counter = Counter::open("core");
    counter.stands_at("ask");
    counter.does(Command::Skip);
    counter.does(void());
    assert!(counter.clocks().is_empty());
    for command in [void(), Command::Advance, Command::Calm, Command::Retract(None)] {
        assert_eq!(counter.refused(command), Refusal::CaseClosed);
    }
    counter.does(Command::Note(RawText::new("电话里又提过")));
}

#[test]
fn reopened_the_case_stands_where_it_stood_with_its_clocks() {
    let mut counter = Counter::open("core");
    let reopen = || Command::Reopen { reason: "买家来电".into() };
    assert_eq!(counter.refused(reopen()), Refusal::CaseOpen);
    counter.stands_at("ask");
    counter.does(Command::Skip);
    counter.does(void());
    counter.wait(Span::minutes(1));
    counter.does(reopen());
    assert!(counter.case.is_open());
    assert_eq!(counter.step(), "verify");
    assert_eq!(counter.clocks(), ["answer", "facts", "t-plan"]);
}
