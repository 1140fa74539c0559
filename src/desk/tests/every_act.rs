//! Every act there is. Whoever adds one has to name it here before the tests compile, and has the dice
//! draw it before they pass: what can be done can be taken back, and done again.

use super::counter::{Counter, LANGUAGE, send};
use super::properties::{Dice, command};
use super::settling::{ask, option, put, wish};
use super::tools::{redo, undo};
use crate::desk::{AskAgain, Command, Settle};
use crate::domain::{
    FactStatus, FactValue, Fen, Mark, MessageNo, Order, OrderNo, PaymentNo, PointAnswer, Proposal,
    ProposalNo, Reckoning, Remedy, Span, Wish,
};
use std::collections::BTreeSet;

macro_rules! acts {
    ($($act:ident),+ $(,)?) => {
        /// An act without what it says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        enum Act { $($act,)+ }
        const ACTS: &[Act] = &[$(Act::$act),+];
    };
}

acts! {
    Receive, Send, Retract, Note, Record, Check, Exhibit, DropExhibit, Mood, BuyerType, Issue, Order,
    Advance, Enter, Skip, Back, Calm, Promise, Keep, Break, Move, Choose, Task, MoveTask, FinishTask,
    DropTask, Snooze, Wake, Did, Confirm, Cause, Lesson, Plan, NoPlan, Asked, Undo, Close, Reopen,
    Verdict, Wish, PutNew, PutAnew, DropOption, Only, ChooseOption, Reckon, Ask, Rule, Pay, Void, Return,
    Mark, Unmark, Answer,
}

const fn act(command: &Command) -> Act {
    match command {
        Command::Receive(_) => Act::Receive,
        Command::Send(_) => Act::Send,
        Command::Retract(_) => Act::Retract,
        Command::Note(_) => Act::Note,
        Command::Record { .. } => Act::Record,
        Command::Check { .. } => Act::Check,
        Command::Exhibit { .. } => Act::Exhibit,
        Command::DropExhibit(_) => Act::DropExhibit,
        Command::Mood(_) => Act::Mood,
        Command::BuyerType(_) => Act::BuyerType,
        Command::Issue(_) => Act::Issue,
        Command::Order(_) => Act::Order,
        Command::Advance => Act::Advance,
        Command::Enter(_) => Act::Enter,
        Command::Skip => Act::Skip,
        Command::Back(_) => Act::Back,
        Command::Calm => Act::Calm,
        Command::Promise { .. } => Act::Promise,
        Command::Keep(_) => Act::Keep,
        Command::Break(_) => Act::Break,
        Command::Move { .. } => Act::Move,
        Command::Settle(settle) => settling(settle),
        Command::Choose(_) => Act::Choose,
        Command::Task(_) => Act::Task,
        Command::MoveTask { .. } => Act::MoveTask,
        Command::FinishTask { .. } => Act::FinishTask,
        Command::DropTask { .. } => Act::DropTask,
        Command::Snooze { .. } => Act::Snooze,
        Command::Wake => Act::Wake,
        Command::Did { .. } => Act::Did,
        Command::Confirm { .. } => Act::Confirm,
        Command::Cause { .. } => Act::Cause,
        Command::Lesson { .. } => Act::Lesson,
        Command::AskAgain(AskAgain::Plan { .. }) => Act::Plan,
        Command::AskAgain(AskAgain::Skip { .. }) => Act::NoPlan,
        Command::AskAgain(AskAgain::Done { .. }) => Act::Asked,
        Command::Undo { .. } => Act::Undo,
        Command::Close { .. } => Act::Close,
        Command::Reopen { .. } => Act::Reopen,
    }
}

const fn settling(settle: &Settle) -> Act {
    match settle {
        Settle::Verdict { .. } => Act::Verdict,
        Settle::Wish { .. } => Act::Wish,
        Settle::Put(Proposal { no: ProposalNo(0), .. }) => Act::PutNew,
        Settle::Put(_) => Act::PutAnew,
        Settle::Drop(_) => Act::DropOption,
        Settle::Only(_) => Act::Only,
        Settle::Choose { .. } => Act::ChooseOption,
        Settle::Reckon(_) => Act::Reckon,
        Settle::Ask { .. } => Act::Ask,
        Settle::Rule { .. } => Act::Rule,
        Settle::Pay { .. } => Act::Pay,
        Settle::Void { .. } => Act::Void,
        Settle::Return(_) => Act::Return,
        Settle::Mark { on: true, .. } => Act::Mark,
        Settle::Mark { on: false, .. } => Act::Unmark,
        Settle::Answer { .. } => Act::Answer,
    }
}

/// Acts on what was worked out before: options changed and dropped, payments struck out, marks, the buyer's
/// answers to what was said back.
pub(super) fn edit(counter: &Counter, (_, a, b, flag): Dice) -> Settle {
    let settling = &counter.case.settling;
    let small = |n: usize| u32::try_from(n).unwrap_or_default();
    let no = settling.options.get(a % settling.options.len().max(1)).map(|one| one.no);
    let no = no.unwrap_or_else(|| ProposalNo(small(a % 4)));
    match (a + b) % 8 {
        0 | 1 => match settling.option(no) {
            Some(known) => Settle::Put(Proposal {
                give: Fen(i64::from(small(b)) * 100),
                obstacle: if flag { "断货".into() } else { String::new() },
                ..known.clone()
            }),
            None => Settle::Put(Proposal { no, ..option(Remedy::Coupon, 500, 0) }),
        },
        2 => Settle::Drop(no),
        3 => Settle::Void { no: PaymentNo(small(b % 4)), reason: "记错了".into() },
        4 if !settling.marks.is_empty() => {
            let marked = settling.marks.iter().nth(a % settling.marks.len());
            let (mark, no) = marked.copied().expect("a mark");
            Settle::Mark { mark, no, on: false }
        }
        4 | 5 => Settle::Mark {
            mark: Mark::ALL[a % Mark::ALL.len()],
            no: MessageNo(small(b % 3)),
            on: flag,
        },
        6 => Settle::Answer {
            point: small(b % 3),
            answer: PointAnswer::ALL[usize::from(flag)],
            value: flag.then(|| FactValue::Text("杯底裂".into())),
        },
        _seven => Settle::Reckon(Reckoning {
            price: Some(Fen(i64::from(small(a)) * 1_000)),
            ..Reckoning::default()
        }),
    }
}

/// A case on which much has been worked out, so that most acts are possible on it.
fn worked(book: &str) -> Counter {
    let mut counter = Counter::open(book);
    let no = OrderNo::new("8842");
    counter.does(Command::Order(Order { no, title: None, amount: Some(Fen(10_000)) }));
    let _known = counter.ask(Command::Record {
        fact: "problem".into(),
        value: FactValue::Text("杯口裂".into()),
        status: FactStatus::Claimed,
        source: Some(MessageNo(1)),
    });
    counter.does(wish(Wish::Compensate, Some(2_000)));
    counter.does(put(option(Remedy::Compensate, 500, 0)));
    counter.does(put(option(Remedy::Coupon, 800, 0)));
    let mark = Settle::Mark { mark: Mark::Complaint, no: MessageNo(1), on: true };
    counter.does(ask(mark));
    counter.does(Command::Settle(Settle::Only("试".into())));
    // What the playbook does not have is left out.
    let _said_back = counter.ask(send("跟您核对一下", &["desk.restate"]));
    let _offered = counter.ask(send("两种办法", &["desk.options"]));
    match book {
        // One that may be passed over, and one of three that are worked on in any order.
        "core" => counter.stands_at("ask"),
        "return-inspection" => counter.stands_at("weigh"),
        _another => {}
    }
    counter
}

#[test]
fn every_act_is_drawn_and_what_can_be_taken_back_is_as_it_was_and_done_again() {
    let mut rolled: u64 = 20_261_122;
    let mut roll = |below: u64| {
        // Numbers of a fixed row: the same acts each time.
        rolled =
            rolled.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (rolled >> 33) % below
    };
    let (mut drawn, mut accepted) = (BTreeSet::new(), BTreeSet::new());
    for history in 0..60 {
        let mut counter = worked(["core", "damaged", "return-inspection", LANGUAGE][history % 4]);
        for _act in 0..70 {
            let most = if roll(2) == 0 { 5 } else { 90 };
            counter.wait(Span::seconds(i64::try_from(roll(most)).unwrap() + 1));
            let dice: Dice = (
                u8::try_from(roll(256)).unwrap(),
                usize::try_from(roll(64)).unwrap(),
                usize::try_from(roll(64)).unwrap(),
                roll(2) == 0,
            );
            let book = std::sync::Arc::clone(&counter.playbook);
            let command = command(&book, &counter, dice);
            let act = act(&command);
            drawn.insert(act);
            let before = counter.case.clone();
            if counter.ask(command).is_err() {
                continue;
            }
            let restorable = counter.case.acts.to_undo().is_some_and(|mark| mark.restorable);
            if !restorable || accepted.contains(&act) && roll(6) > 0 {
                accepted.insert(act);
                continue;
            }
            accepted.insert(act);
            let after = counter.case.clone();
            let nothing = serde_json::json!({});
            counter.does(undo(&counter).expect("an act"));
            accepted.insert(Act::Undo);
            assert_eq!(counter.case.difference(&before).unwrap(), nothing, "{act:?} taken back");
            counter.does(redo(&counter).expect("an act taken back"));
            assert_eq!(counter.case.difference(&after).unwrap(), nothing, "{act:?} done again");
        }
    }
    drawn.insert(Act::Undo);
    let lacks = |seen: &BTreeSet<Act>| -> Vec<Act> {
        ACTS.iter().copied().filter(|act| !seen.contains(act)).collect()
    };
    assert_eq!((lacks(&drawn), lacks(&accepted)), (Vec::new(), Vec::new()), "drawn, accepted");
}
