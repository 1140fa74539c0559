//! Random acts of what goes on round a case: tasks, laying aside, closing, asking again, words owed.

use super::counter::Counter;
use super::properties::Dice;
use crate::desk::{AskAgain, Command, Handover, Reply};
use crate::domain::{
    Aggravator, Cause, Department, ExhibitNo, FollowUpResult, MessageNo, RawText, SendWay, Span,
    TaskNo,
};

/// An act for these dice; some that are refused are among them.
pub(super) fn command(counter: &Counter, (kind, a, b, flag): Dice) -> Command {
    let small = |n: usize| u32::try_from(n).unwrap_or_default();
    let minutes = Span::minutes(i64::try_from(a).unwrap_or_default() * 7 - 5);
    let later = counter.now.plus(minutes);
    let task = TaskNo(small(b % 4));
    let words = ["好了", "", "又坏了"][b % 3].to_owned();
    match kind % 12 {
        0 | 1 => Command::Task(Handover {
            department: Department::ALL[a % Department::ALL.len()],
            owner: if b == 7 { String::new() } else { "老周".into() },
            what: "查录像".into(),
            tried: if b == 9 { String::new() } else { "看过订单".into() },
            due: later,
        }),
        2 if flag => Command::MoveTask { no: task, due: later },
        2 => Command::FinishTask { no: task, result: words },
        3 if flag => Command::DropTask { no: task, reason: words },
        3 => Command::Wake,
        4 => Command::Snooze { until: (b % 3 > 0).then_some(later), on_reply: flag },
        5 => Command::Did {
            what: "退款".into(),
            proof: words,
            exhibit: (b % 5 == 0).then(|| ExhibitNo(small(a % 3))),
        },
        6 => Command::Confirm {
            satisfied: flag,
            words,
            message: (b % 4 == 0).then(|| MessageNo(small(a % 5))),
        },
        7 => Command::Cause {
            causes: Cause::KNOWN
                .iter()
                .skip(a % 20)
                .take(b % 3)
                .filter_map(|one| Cause::parse(one))
                .collect(),
            aggravators: Aggravator::ALL.iter().copied().take(b % 4).collect(),
        },
        8 => Command::Lesson { words, skipped: flag },
        9 if flag => Command::AskAgain(AskAgain::Plan { due: later, script: "还好吗".into() }),
        9 => Command::AskAgain(AskAgain::Skip { reason: words }),
        10 => Command::AskAgain(AskAgain::Done {
            result: FollowUpResult::ALL[a % FollowUpResult::ALL.len()],
            words,
        }),
        _eleven => {
            let owed = counter.case.owed(counter.now);
            let adopted = owed.get(a % owed.len().max(1)).map(|owed| owed.reply());
            Command::Send(Reply {
                text: RawText::new("跟您说一声，对不起。"),
                adopted: adopted.into_iter().collect(),
                way: SendWay::Recorded,
                written: None,
                pledges: Some(Vec::new()),
                overrule: None,
            })
        }
    }
}
