//! Work handed over, cases laid aside, the end and what it rests on, acts taken back.

use super::counter::{ALL, Counter, said};
use super::properties::{command, dice};
use crate::config::ClosingRules;
use crate::desk::ClosingWant::{Cause as Why, Confirmation, Deed, FollowUp, Lesson, Proof};
use crate::desk::{AskAgain, ClosingWant, Command, Handover, Pledge, Refusal, Reply, reminders};
use crate::domain::{
    Author, CaseId, Cause, CloseResult, Department, DueKind, Event, FollowUpResult, Mood,
    PromiseNo, RawText, SendWay, Span, Stamp, TaskNo, Version, fold,
};
use proptest::prelude::*;

fn handover(counter: &Counter) -> Handover {
    Handover {
        department: Department::Finance,
        owner: "老周".into(),
        what: "退 54 元".into(),
        tried: "对过明细，少了文件夹".into(),
        due: counter.now.plus(Span::hours(4)),
    }
}

#[test]
fn a_task_wants_an_owner_an_agreed_time_and_what_was_tried() {
    let mut counter = Counter::open("core");
    let whole = handover(&counter);
    let task = |change: &dyn Fn(&mut Handover)| {
        let mut one = whole.clone();
        change(&mut one);
        Command::Task(one)
    };
    assert_eq!(counter.refused(task(&|t| t.owner = " ".into())), Refusal::OwnerWanted);
    assert_eq!(counter.refused(task(&|t| t.what = String::new())), Refusal::OwnerWanted);
    assert_eq!(counter.refused(task(&|t| t.tried = String::new())), Refusal::TriedWanted);
    let now = counter.now;
    assert_eq!(counter.refused(task(&|t| t.due = now)), Refusal::PastDue(now));
    counter.does(task(&|_| {}));
    assert_eq!(counter.case.open_tasks()[0].department, Department::Finance);
    counter.does(Command::MoveTask { no: TaskNo(1), due: now.plus(Span::hours(8)) });
    counter.does(Command::FinishTask { no: TaskNo(1), result: "已退".into() });
    let again = Command::FinishTask { no: TaskNo(1), result: String::new() };
    assert_eq!(counter.refused(again), Refusal::NoSuchTask { no: TaskNo(1), open: Vec::new() });
}

#[test]
fn an_overdue_task_raises_its_case() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    counter.does(Command::Task(handover(&counter)));
    let due = counter.case.tasks[0].due;
    counter.does(Command::Snooze { until: Some(due.plus(Span::days(9))), on_reply: false });
    let next = counter.case.next_due().unwrap();
    assert_eq!((next.at, next.kind), (due, DueKind::Task), "nobody sleeps through a task");
}

#[test]
fn a_case_is_laid_aside_only_while_nobody_waits() {
    let mut counter = Counter::open("core");
    let tomorrow = counter.now.plus(Span::days(1));
    let both = Command::Snooze { until: Some(tomorrow), on_reply: true };
    assert_eq!(counter.refused(both.clone()), Refusal::BuyerWaits);
    counter.sends("马上看", &[]);
    let never = Command::Snooze { until: None, on_reply: false };
    assert_eq!(counter.refused(never), Refusal::WhenWanted);
    counter.does(both.clone());
    assert_eq!(counter.refused(both), Refusal::NothingNew);
    assert_eq!(counter.case.next_due().map(|due| due.kind), Some(DueKind::Snooze));
    counter.buyer_says("好了吗");
    assert_eq!(counter.case.snooze, None, "the buyer's word wakes it");
    assert_eq!(counter.case.next_due().map(|due| due.kind), Some(DueKind::Answer));
}

#[test]
fn until_a_time_means_until_then_whatever_is_said() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    let tomorrow = counter.now.plus(Span::days(1));
    counter.does(Command::Snooze { until: Some(tomorrow), on_reply: false });
    counter.buyer_says("不急");
    assert!(counter.case.snooze.is_some());
    counter.does(Command::Wake);
    assert_eq!(counter.refused(Command::Wake), Refusal::NothingNew);
}

fn strict() -> Counter {
    let mut counter = Counter::open("core");
    counter.policy.closing = ClosingRules::default();
    counter.stands_at("review");
    counter
}

fn close(result: CloseResult, despite: Option<&str>) -> Command {
    Command::Close { result, words: "好了".into(), despite: despite.map(Into::into) }
}

#[test]
fn settled_rests_on_proof_the_buyers_word_cause_lesson_and_a_plan() {
    let mut counter = strict();
    let wants = |counter: &mut Counter| match counter.refused(close(CloseResult::Settled, None)) {
        Refusal::NotClosable(wants) => wants,
        other => panic!("{other:?}"),
    };
    assert_eq!(wants(&mut counter), [Deed, Confirmation, Why, Lesson, FollowUp]);
    let did =
        |proof: &str| Command::Did { what: "退款".into(), proof: proof.into(), exhibit: None };
    counter.does(did(""));
    assert_eq!(wants(&mut counter), [Proof, Confirmation, Why, Lesson, FollowUp]);
    counter.does(did("流水号 8842"));
    let word =
        |yes, words: &str| Command::Confirm { satisfied: yes, words: words.into(), message: None };
    assert_eq!(counter.refused(word(true, "")), Refusal::Blank);
    counter.does(word(false, "还没到"));
    assert_eq!(wants(&mut counter), [Confirmation, Why, Lesson, FollowUp]);
    counter.does(word(true, "到了"));
    let causes = vec![Cause::parse("service/invoice").unwrap()];
    counter.does(Command::Cause { causes, aggravators: Vec::new() });
    counter.does(Command::Lesson { words: "一次性事件".into(), skipped: true });
    let due = counter.now.plus(Span::days(3));
    counter.does(Command::AskAgain(AskAgain::Plan { due, script: "还好用吗".into() }));
    counter.does(close(CloseResult::Settled, None));
    assert_eq!(counter.case.next_due().map(|due| due.kind), Some(DueKind::FollowUp));
    assert!(counter.case.is_queued() && !counter.case.is_open());
}

#[test]
fn a_case_is_closed_all_the_same_for_a_reason_and_the_ledger_says_so() {
    let mut counter = strict();
    assert_eq!(counter.refused(close(CloseResult::Settled, Some(" "))), Refusal::WordsWanted);
    let events = counter.does(close(CloseResult::Settled, Some("老板电话里定的")));
    let Event::GateOverridden { gate, missing, reason } = &events[0] else { panic!("{events:?}") };
    assert_eq!((gate.as_str(), reason.as_str()), ("close", "老板电话里定的"));
    assert_eq!(missing, &["deed", "confirmation", "cause", "lesson", "follow-up"]);
}

#[test]
fn an_unanswered_case_wants_reminders_far_enough_apart() {
    let mut counter = strict();
    counter.sends("退好了", &[]);
    for _ in 0..3 {
        counter.sends("您看到了吗", &[]);
    }
    let apart = counter.policy.closing.apart;
    assert_eq!(reminders(&counter.case, apart), 0, "said at once they are one message");
    for hours in [13, 13] {
        counter.wait(Span::hours(hours));
        counter.sends("您看到了吗", &[]);
    }
    assert_eq!(reminders(&counter.case, apart), 2);
    let why = counter.refused(close(CloseResult::Unanswered, None));
    assert!(
        matches!(why, Refusal::NotClosable(ref wants) if !wants.iter().any(|want| want.name() == "reminders"))
    );
    counter.buyer_says("看到了");
    counter.sends("好", &[]);
    assert_eq!(reminders(&counter.case, apart), 0, "the buyer has spoken");
}

#[test]
fn open_tasks_keep_any_case_from_closing() {
    let mut counter = Counter::open("core");
    counter.does(Command::Task(handover(&counter)));
    let why = counter.refused(close(CloseResult::Void, None));
    assert_eq!(why, Refusal::NotClosable(vec![ClosingWant::Tasks(vec!["退 54 元".into()])]));
    counter.does(Command::DropTask { no: TaskNo(1), reason: "不用了".into() });
    counter.does(close(CloseResult::Void, None));
}

#[test]
fn a_buyer_who_is_not_content_has_the_same_case_open_again() {
    let mut counter = Counter::open("core");
    let none = AskAgain::Done { result: FollowUpResult::Satisfied, words: String::new() };
    assert_eq!(counter.refused(Command::AskAgain(none)), Refusal::NoFollowUp);
    counter.stands_at("review");
    let due = counter.now.plus(Span::days(3));
    counter.does(Command::AskAgain(AskAgain::Plan { due, script: "还好用吗".into() }));
    counter.does(close(CloseResult::Settled, None));
    counter.now = due;
    let no = AskAgain::Done { result: FollowUpResult::Unsatisfied, words: "又坏了".into() };
    counter.does(Command::AskAgain(no));
    assert!(counter.case.is_open());
    assert_eq!(counter.case.next_due().map(|due| due.kind), Some(DueKind::Answer));
}

#[test]
fn a_broken_promise_is_owed_a_word() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    let due = counter.now.plus(Span::hours(1));
    counter.does(Command::Promise { what: "回电".into(), due, after: None });
    counter.wait(Span::hours(2));
    counter.does(Command::Break(PromiseNo(1)));
    assert_eq!(counter.case.breaches(), 1);
    let next = counter.case.next_due().unwrap();
    assert_eq!((next.at, next.kind), (counter.now, DueKind::Breach));
    counter.sends("没做到，对不起", &[]);
    assert_ne!(counter.case.next_due().map(|due| due.kind), Some(DueKind::Breach));
}

#[test]
fn promises_in_typed_words_are_asked_about_before_they_are_sent() {
    let mut counter = Counter::open("core");
    let reply = |pledges| {
        Command::Send(Reply {
            text: RawText::new("今天给您补发。运费三个工作日内退给您。"),
            adopted: Vec::new(),
            way: SendWay::Recorded,
            written: None,
            overrule: None,
            pledges,
        })
    };
    let Refusal::Pledges(found) = counter.refused(reply(None)) else { panic!("asked") };
    assert_eq!(found.len(), 2);
    counter.clone().does(reply(Some(Vec::new())));
    counter.does(reply(Some(found.clone())));
    let dues: Vec<Stamp> = counter.case.open_promises().map(|promise| promise.due).collect();
    assert_eq!(dues, found.iter().map(|one: &Pledge| one.due).collect::<Vec<_>>());
    counter.does(Command::Retract(None));
    assert_eq!(counter.case.open_promises().count(), 0, "they go with the reply");
}

/// The case as it stood after so many events.
fn at(counter: &Counter, version: Version) -> crate::domain::CaseState {
    let all = &counter.ledger[..version.0 as usize];
    fold(CaseId(1), all).expect("it folds")
}

pub(super) fn undo(counter: &Counter) -> Option<Command> {
    let first = counter.case.acts.to_undo()?.first;
    if first == Version(1) {
        return None;
    }
    Some(Command::Undo { to: Box::new(at(counter, Version(first.0 - 1))), redo: false })
}

pub(super) fn redo(counter: &Counter) -> Option<Command> {
    let last = counter.case.acts.to_redo()?.last;
    Some(Command::Undo { to: Box::new(at(counter, last)), redo: true })
}

#[test]
fn acts_are_taken_back_one_by_one_and_done_again() {
    let mut counter = Counter::open("core");
    for mood in [Mood::Angry, Mood::Uneasy] {
        counter.wait(Span::minutes(1));
        counter.does(Command::Mood(mood));
    }
    counter.wait(Span::minutes(1));
    counter.does(undo(&counter).unwrap());
    assert_eq!(counter.case.mood, Mood::Angry);
    counter.does(undo(&counter).unwrap());
    assert_eq!(counter.case.mood, Mood::Calm);
    counter.does(redo(&counter).unwrap());
    counter.does(redo(&counter).unwrap());
    assert_eq!(counter.case.mood, Mood::Uneasy);
    assert!(redo(&counter).is_none());
    counter.does(undo(&counter).unwrap());
    counter.does(Command::Note(RawText::new("记一笔")));
    assert!(redo(&counter).is_none(), "after something new nothing is done again");
}

#[test]
fn what_came_in_and_what_is_too_old_stands() {
    let mut counter = Counter::open("core");
    counter.wait(Span::minutes(1));
    counter.does(Command::Mood(Mood::Angry));
    let late = undo(&counter).unwrap();
    let mut later = counter.clone();
    later.wait(counter.policy.undo_acts.and(Span::millis(1)));
    assert!(matches!(later.refused(late), Refusal::ActTooOld(_)));
    counter.wait(Span::minutes(1));
    counter.does(Command::Receive(vec![said(Author::Buyer, counter.now, "在吗")]));
    let received = undo(&counter).unwrap();
    assert_eq!(counter.refused(received), Refusal::CannotUndo);
}

#[test]
fn a_closed_case_is_opened_by_taking_the_closing_back() {
    let mut counter = Counter::open("core");
    counter.wait(Span::minutes(1));
    let clocks = counter.case.timers.clone();
    counter.does(close(CloseResult::Void, None));
    counter.wait(Span::minutes(1));
    counter.does(undo(&counter).unwrap());
    assert!(counter.case.is_open());
    assert_eq!(counter.case.timers, clocks, "its clocks run to the same end");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undo_then_redo_is_the_identity(
        book in 0..ALL.len(),
        acts in prop::collection::vec((dice(), 1..400_i64), 0..40),
        last in dice(),
    ) {
        let mut counter = Counter::open(&ALL[book]);
        for (dice, seconds) in acts {
            counter.wait(Span::seconds(seconds));
            let book = std::sync::Arc::clone(&counter.playbook);
            let _accepted_or_not = counter.ask(command(&book, &counter, dice));
        }
        counter.wait(Span::seconds(1));
        let before = counter.case.clone();
        let book = std::sync::Arc::clone(&counter.playbook);
        let done = counter.ask(command(&book, &counter, last));
        let restorable = counter.case.acts.to_undo().is_some_and(|mark| mark.restorable);
        if done.is_ok() && restorable {
            let after = counter.case.clone();
            let nothing = serde_json::json!({});
            counter.does(undo(&counter).expect("an act"));
            prop_assert_eq!(counter.case.difference(&before).unwrap(), nothing.clone());
            counter.does(redo(&counter).expect("an act taken back"));
            prop_assert_eq!(counter.case.difference(&after).unwrap(), nothing);
            prop_assert_eq!(&counter.case.struck, &after.struck);
        }
    }
}
