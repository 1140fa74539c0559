//! Words the buyer is owed: a promise about to lapse, a broken one, work that lies with others, asking
//! again. Each is suggested while it is owed, and sending it does what it says.

use super::counter::{Counter, send};
use crate::desk::{
    AskAgain, Command, Handover, Refusal, Reply, later_id, look_again, owed_replies,
};
use crate::domain::{
    After, CloseResult, Department, Event, FollowUpResult, Owed, PromiseNo, Span, TaskNo,
};
use proptest::prelude::*;

/// A case that was answered, with one promise due in so many minutes.
fn promised(minutes: i64) -> Counter {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    counter.wait(Span::seconds(30));
    let due = counter.now.plus(Span::minutes(minutes));
    counter.does(Command::Promise { what: "查到物流".into(), due, after: None });
    counter
}

fn says(counter: &Counter) -> Vec<(Owed, String, String)> {
    let all = owed_replies(&counter.case, &counter.desk()).into_iter();
    all.map(|(view, owed)| (owed, view.id.to_string(), view.rendered.text)).collect()
}

#[test]
fn a_promise_about_to_lapse_is_told_first_and_moves_when_it_is_said() {
    let mut counter = promised(120);
    assert_eq!(counter.case.owed(counter.now), []);
    counter.wait(Span::minutes(89));
    assert_eq!(counter.case.owed(counter.now), [], "three quarters are not used yet");
    counter.wait(Span::minutes(1));
    let (owed, id, text) = says(&counter).remove(0);
    assert_eq!(owed, Owed::Later(PromiseNo(1)));
    assert_eq!(
        text,
        "跟您说一声：说好的“查到物流”要晚一些，是我们没安排好，对不起。改到明天 22:00前，一定给您办好。"
    );
    let before = counter.case.promises[0].clone();
    counter.sends(&text, &[&id]);
    let promise = &counter.case.promises[0];
    assert_eq!(promise.due, counter.policy.calendar.close_of_day(counter.now, 1));
    assert_eq!((promise.moved, counter.case.promises.len()), (1, 1), "moved, not promised twice");
    assert_eq!(counter.case.owed(counter.now), []);
    // Taken back, the buyer was never told: it is due when it was due.
    counter.does(Command::Retract(None));
    assert_eq!(counter.case.promises[0], before);
    assert_eq!(counter.case.owed(counter.now), [Owed::Later(PromiseNo(1))]);
}

#[test]
fn the_day_that_is_said_is_the_day_it_moves_to() {
    let mut counter = promised(120);
    counter.wait(Span::minutes(100));
    let id = later_id(PromiseNo(1), counter.now.plus(Span::days(1)));
    counter.sends("要晚一些，对不起，改到后天18:00前给您办好。", &[id.as_str()]);
    let local = counter.case.promises[0].due.at_offset(counter.policy.calendar.offset);
    assert_eq!(local.format("%d %H:%M").to_string(), "04 18:00");
}

#[test]
fn a_date_that_is_over_or_a_promise_that_is_settled_moves_nothing() {
    let mut counter = promised(120);
    let past = counter.now.plus(Span::seconds(-1));
    let late = later_id(PromiseNo(1), past);
    let why = counter.refused(send("要晚一些，对不起。", &[late.as_str()]));
    assert_eq!(why, Refusal::PastDue(past));
    counter.does(Command::Keep(PromiseNo(1)));
    let id = Owed::Later(PromiseNo(1)).reply();
    let why = counter.refused(send("要晚一些，对不起。", &[id.as_str()]));
    assert!(matches!(why, Refusal::NoSuchPromise { .. }), "{why:?}");
    let why = counter.refused(send("要晚一些。", &["desk.later.x"]));
    assert!(matches!(why, Refusal::Unknown { .. }), "{why:?}");
}

#[test]
fn a_broken_promise_is_owned_up_to() {
    let mut counter = promised(60);
    counter.wait(Span::minutes(70));
    counter.does(Command::Break(PromiseNo(1)));
    let (owed, id, text) = says(&counter).remove(0);
    assert_eq!((owed, id.as_str()), (Owed::Broken(PromiseNo(1)), "desk.broken.1"));
    assert_eq!(
        text,
        "说好今天 11:00前的“查到物流”，我们没有做到，对不起。我在盯着，有结果第一时间告诉您。"
    );
    counter.sends(&text, &[&id]);
    assert_eq!(counter.case.owed(counter.now), []);
    assert_eq!(counter.case.breaches(), 1, "told or not, it counts");
}

#[test]
fn a_promise_given_up_before_its_time_is_not_told_as_one_that_passed() {
    let mut counter = promised(60);
    counter.wait(Span::minutes(10));
    counter.does(Command::Break(PromiseNo(1)));
    let (_, _, text) = says(&counter).remove(0);
    assert!(text.starts_with("说好今天 11:00前的“查到物流”，现在看是做不到了"), "{text}");
    assert!(!text.contains("没有做到"), "{text}");
    // What it names is not taken for another promise.
    let Command::Send(reply) = send(&text, &["desk.broken.1"]) else { panic!("a reply") };
    counter.clone().does(Command::Send(Reply { pledges: None, ..reply }));
    // Told only when the time is over, it is what it is.
    counter.wait(Span::minutes(90));
    let (_, _, text) = says(&counter).remove(0);
    assert!(text.contains("没有做到"), "{text}");
}

#[test]
fn a_promise_without_a_date_of_its_own_is_given_up_without_one() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    let after = Some(After { fact: "goods_back_on".into(), rule: "3wd".into() });
    let due = look_again(counter.now);
    counter.does(Command::Promise { what: "退款".into(), due, after });
    counter.wait(Span::minutes(1));
    counter.does(Command::Break(PromiseNo(1)));
    let (_, _, text) = says(&counter).remove(0);
    assert!(text.starts_with("说好的“退款”，现在看是做不到了"), "{text}");
}

#[test]
fn the_buyer_is_told_who_is_at_work_and_that_they_are_late() {
    let mut counter = Counter::open("core");
    counter.sends("马上看", &[]);
    counter.wait(Span::minutes(1));
    let due = counter.now.plus(Span::hours(2));
    counter.does(Command::Task(Handover {
        department: Department::Warehouse,
        owner: "老周".into(),
        what: "查打包录像".into(),
        tried: "看过订单".into(),
        due,
    }));
    let (owed, id, text) = says(&counter).remove(0);
    assert_eq!(owed, Owed::Handed(TaskNo(1)));
    assert_eq!(text, "您这边的事已经交给仓库办：查打包录像。今天 12:01前我来回您。");
    // Unasked: what the words promise is promised by them.
    let Command::Send(mut reply) = send(&text, &[&id]) else { unreachable!() };
    reply.pledges = None;
    counter.does(Command::Send(reply));
    let promise = counter.case.open_promises().next().expect("they are told when");
    assert_eq!((promise.what.as_str(), promise.due), ("回话：查打包录像", due));
    assert_eq!(counter.case.owed(counter.now), []);
    counter.does(Command::Keep(PromiseNo(1)));
    counter.now = due;
    let (owed, id, text) = says(&counter).remove(0);
    assert_eq!(owed, Owed::Late(TaskNo(1)));
    assert_eq!(text, "仓库那边“查打包录像”比说好的晚了，我在催，让您久等，对不起。");
    counter.sends(&text, &[&id]);
    assert_eq!(counter.case.owed(counter.now), []);
    counter.does(Command::FinishTask { no: TaskNo(1), result: "少装一件".into() });
    let why = counter.refused(send("仓库在办", &["desk.task.1"]));
    assert!(matches!(why, Refusal::NoSuchTask { .. }), "{why:?}");
}

/// A closed case whose buyer is asked again now.
fn asked_about() -> Counter {
    let mut counter = Counter::open("core");
    counter.stands_at("review");
    counter.sends("办好了", &[]);
    let due = counter.now.plus(Span::days(3));
    counter
        .does(Command::AskAgain(AskAgain::Plan { due, script: "杯子用着还好吗？".into() }));
    let words = "办好了".into();
    counter.does(Command::Close { result: CloseResult::Settled, words, despite: None });
    assert_eq!(counter.refused(send("杯子用着还好吗？", &[])), Refusal::CaseClosed);
    assert_eq!(counter.case.owed(counter.now), [], "not before its day");
    counter.now = due;
    counter
}

#[test]
fn a_closed_case_asks_again_on_its_day_and_the_answer_does_not_open_it() {
    let mut counter = asked_about();
    let (owed, id, text) = says(&counter).remove(0);
    assert_eq!((owed, text.as_str()), (Owed::Again, "杯子用着还好吗？"));
    counter.sends(&text, &[&id]);
    assert!(!counter.case.is_open());
    assert_eq!(counter.case.owed(counter.now), [], "asked once");
    counter.clone().does(Command::Retract(None));
    counter.buyer_says("都好，谢谢");
    assert!(!counter.case.is_open(), "it is the answer, no new complaint");
    assert!(counter.case.is_queued(), "what came of it is still to be noted");
    let words = "都好".to_owned();
    let well = AskAgain::Done { result: FollowUpResult::Satisfied, words };
    counter.does(Command::AskAgain(well));
    assert!(!counter.case.is_queued());
    counter.buyer_says("又坏了");
    assert!(counter.case.is_open(), "after that a word of theirs is a complaint again");
}

#[test]
fn an_answer_that_is_not_well_opens_the_same_case() {
    let mut counter = asked_about();
    counter.sends("杯子用着还好吗？", &["desk.again"]);
    counter.wait(Span::minutes(3));
    counter.buyer_says("又裂了");
    let bad = AskAgain::Done { result: FollowUpResult::Unsatisfied, words: "又裂了".into() };
    let events = counter.does(Command::AskAgain(bad));
    assert!(events.iter().any(|event| matches!(event, Event::CaseReopened { .. })));
    assert!(counter.answer_due().is_some(), "they wait for an answer");
}

#[test]
fn without_a_plan_nobody_is_asked_again() {
    let mut counter = Counter::open("core");
    assert_eq!(counter.refused(send("还好吗？", &["desk.again"])), Refusal::NoFollowUp);
}

#[test]
fn words_beside_an_adopted_promise_are_asked_about() {
    let mut counter = Counter::open("core");
    let reply = counter.playbook.steps.iter().flat_map(|step| &step.replies);
    let reply = reply.map(|reply| reply.id.clone()).collect::<Vec<_>>();
    let desk = counter.desk();
    let situation = desk.situation(&counter.case);
    let promising = reply.iter().find_map(|id| {
        let view = counter.playbook.reply_view_of(id, &situation)?;
        let fits = counter.playbook.unfit(id, &situation).is_none();
        let whole = view.rendered.gaps.is_empty() && !view.kind.waits_for_calm();
        let first = view.promises.first().filter(|one| !one.pending)?.due;
        (fits && whole).then_some((id.to_string(), view.rendered.text, first))
    });
    let (id, text, due) = promising.expect("core promises an answer");
    let asked = |own: &str| {
        let Command::Send(mut reply) = send(&format!("{text}\n{own}"), &[&id]) else {
            unreachable!()
        };
        reply.pledges = None;
        Command::Send(reply)
    };
    let Refusal::Pledges(found) = counter.refused(asked("运费五个工作日内退给您。"))
    else {
        panic!("the words of one's own promise something else")
    };
    assert_eq!(found.len(), 1);
    let local = due.at_offset(counter.policy.calendar.offset).format("%H:%M");
    counter.does(asked(&format!("{local}前一定回复您。")));
    assert_eq!(counter.case.open_promises().count(), 1, "the same said twice is one promise");
}

proptest! {
    #[test]
    fn a_promise_told_and_taken_back_stands_as_it_stood(
        minutes in 4i64..5_000, used in 75i64..300, later in 1i64..10_000,
    ) {
        let mut counter = promised(minutes);
        counter.wait(Span::seconds(minutes * 60 * used / 100 + 1));
        let before = counter.case.promises.clone();
        prop_assert_eq!(counter.case.owed(counter.now), [Owed::Later(PromiseNo(1))]);
        let due = counter.now.plus(Span::minutes(later));
        counter.sends("要晚一些，对不起。", &[later_id(PromiseNo(1), due).as_str()]);
        prop_assert_eq!(counter.case.promises[0].due, due);
        counter.does(Command::Retract(None));
        prop_assert_eq!(&counter.case.promises, &before);
    }
}
