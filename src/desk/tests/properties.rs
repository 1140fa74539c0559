use super::counter::{ALL, Counter, opening, playbook, said};
use super::taking_back::seen;
use crate::desk::simulate::tool_acts;
use crate::desk::{Command, Reply, TEXTS, decide};
use crate::domain::{
    Author, BuyerType, CheckId, CloseResult, Department, ExhibitNo, FactKind, FactStatus,
    FactValue, Fen, FreightPayer, Issue, MessageNo, Mood, Order, OrderNo, PaidWhat, PromiseNo,
    RawText, Remedy, ReplyId, ReturnCheck, SendWay, Span, StepId, Verdict, Wish,
};
use crate::playbook::{DueRule, Playbook, ToolDeed};
use proptest::prelude::*;

/// A random act: a number for the kind and some for the choices within it, so that every name the
/// playbook has is met, and some that it has not.
pub(super) type Dice = (u8, usize, usize, bool);

pub(super) fn dice() -> impl Strategy<Value = Dice> {
    (any::<u8>(), 0..64_usize, 0..64_usize, any::<bool>())
}

pub(super) fn pick<T: Clone>(all: &[T], n: usize) -> Option<T> {
    (!all.is_empty()).then(|| all[n % all.len()].clone())
}

#[expect(clippy::too_many_lines, reason = "one short arm for each command")]
pub(super) fn command(book: &Playbook, counter: &Counter, (kind, a, b, flag): Dice) -> Command {
    if kind >= 192 {
        return super::chores::command(counter, (kind, a, b, flag));
    }
    let promise = PromiseNo(u32::try_from(a % 4).unwrap_or_default());
    let later = counter.now.plus(Span::minutes(i64::try_from(a).unwrap_or_default() - 5));
    match kind % 40 {
        0 | 1 => {
            let author = Author::ALL[a % Author::ALL.len()];
            let texts = ["在吗", "气死我了！！", "{{ x }}", "\u{1b}[2J", ""];
            let one = |n: usize| said(author, counter.now, texts[n % texts.len()]);
            Command::Receive((0..b % 3).map(one).collect())
        }
        2..=6 => {
            let at = book.step(&counter.case.step);
            let here: Vec<ReplyId> = at
                .into_iter()
                .flat_map(|step| step.replies.iter().map(|reply| reply.id.clone()))
                .collect();
            let all: Vec<ReplyId> = book
                .steps
                .iter()
                .flat_map(|step| step.replies.iter().map(|reply| reply.id.clone()))
                .collect();
            let mut adopted: Vec<ReplyId> = pick(&here, a).into_iter().collect();
            adopted.extend(flag.then(|| pick(&all, b)).flatten());
            if a == 63 {
                adopted.push("no-such-reply".into());
            }
            if a % 5 == 0 {
                // A text of the desk's own, alone or with others.
                adopted.push(TEXTS[b % TEXTS.len()].into());
            }
            let text =
                ["好的，马上看", "【缺:订单】", " "][usize::from(b == 1) + usize::from(b == 2) * 2];
            Command::Send(Reply {
                text: RawText::new(text),
                adopted,
                way: SendWay::Recorded,
                written: None,
                pledges: Some(Vec::new()),
                overrule: None,
            })
        }
        7 | 8 => {
            let no = MessageNo(u32::try_from(b).unwrap_or_default());
            Command::Retract(flag.then_some(no))
        }
        9 => Command::Note(RawText::new(if flag { "记一笔" } else { "" })),
        10 | 11 => {
            let fact = pick(&book.facts, a).expect("playbooks declare facts");
            Command::Record {
                fact: if b == 9 { "no_such".into() } else { fact.id.clone() },
                value: match if b == 8 { FactKind::Number } else { fact.kind } {
                    FactKind::Bool => FactValue::Bool(flag),
                    FactKind::Enum => FactValue::Enum(
                        pick(&fact.values, b).map_or_else(String::new, |value| value.id),
                    ),
                    FactKind::Text => FactValue::Text("杯口裂".into()),
                    FactKind::Number => FactValue::Number(i64::MAX),
                    FactKind::Money => FactValue::Money(Fen(i64::MIN)),
                    FactKind::Date if flag => FactValue::Date(chrono::NaiveDate::MAX),
                    FactKind::Date => FactValue::Date(counter.policy.calendar.day_of(counter.now)),
                    FactKind::List => FactValue::List(vec!["一".into(), "{% if %}".into()]),
                },
                status: FactStatus::ALL[b % 3],
                source: flag.then_some(MessageNo(u32::try_from(a % 6).unwrap_or_default())),
            }
        }
        12 | 13 => {
            let step = pick(&book.steps.iter().map(|s| s.id.clone()).collect::<Vec<StepId>>(), a);
            let here = if flag { step.clone() } else { Some(counter.case.step.clone()) };
            let checks: Vec<CheckId> = here
                .and_then(|step| book.step(&step))
                .into_iter()
                .flat_map(|step| step.checks.iter().map(|check| check.id.clone()))
                .collect();
            let check = pick(&checks, b).unwrap_or_else(|| "no-such-check".into());
            Command::Check { step: if flag { step } else { None }, check, done: b % 4 != 0 }
        }
        14 => Command::Mood(Mood::ALL[a % Mood::ALL.len()]),
        15 if flag => Command::Issue(Issue::new(["damage", "refund", ""][a % 3])),
        15 => Command::Order(Order {
            no: OrderNo::new(["8842", "", "9"][a % 3]),
            title: None,
            amount: Some(Fen(1)),
        }),
        16 | 17 => Command::Advance,
        18 => Command::Skip,
        19 => {
            let step = pick(&book.steps.iter().map(|s| s.id.clone()).collect::<Vec<StepId>>(), a);
            Command::Back(if flag { step } else { None })
        }
        20 => Command::Calm,
        21 => match b % 4 {
            0 => Command::Promise { what: "回电".into(), due: later, after: None },
            1 => Command::Keep(promise),
            2 => Command::Break(promise),
            _three => Command::Move { no: promise, due: later },
        },
        22 => Command::Choose(playbook(&ALL[a % ALL.len()])),
        24 => {
            let kinds = ["ev.pod", "ev.photos", "ev.calls", ""];
            let source = flag.then_some(MessageNo(u32::try_from(b % 6).unwrap_or_default()));
            Command::Exhibit { kind: kinds[a % 4].into(), what: String::new(), source }
        }
        25 => Command::DropExhibit(ExhibitNo(u32::try_from(a % 4).unwrap_or_default())),
        26 => Command::BuyerType(flag.then(|| BuyerType::ALL[a % BuyerType::ALL.len()])),
        27 | 28 => {
            let here = book.step(&counter.case.step).and_then(|step| step.group.clone());
            let beside =
                |step: &&crate::playbook::Step| !flag || here.is_none() || step.group == here;
            let steps: Vec<StepId> =
                book.steps.iter().filter(beside).map(|step| step.id.clone()).collect();
            Command::Enter(pick(&steps, a).expect("playbooks have steps"))
        }
        29..=35 => {
            let deed = tool(counter, a, b, flag);
            let acts = tool_acts(&deed, &counter.case, &counter.desk());
            acts.into_iter().next().expect("a tool is an act at least")
        }
        36..=39 => Command::Settle(super::every_act::edit(counter, (kind, a, b, flag))),
        _twenty_three if flag => Command::Reopen { reason: String::new() },
        _twenty_three => Command::Close {
            result: CloseResult::ALL[a % CloseResult::ALL.len()],
            words: if b % 2 == 0 { "重复".into() } else { String::new() },
            despite: flag.then(|| "试".into()),
        },
    }
}

/// A tool of the desk, used somehow.
fn tool(counter: &Counter, a: usize, b: usize, flag: bool) -> ToolDeed {
    let sum = Fen(i64::try_from(a * b).unwrap_or_default());
    let quote = if b == 7 { String::new() } else { "就这样吧".to_owned() };
    let one = |n: usize| u32::try_from(n % 4).unwrap_or_default();
    match (a ^ b) % 16 {
        0 | 1 => ToolDeed::Verdict {
            verdict: flag.then(|| Verdict::ALL[a % Verdict::ALL.len()]),
            own_faults: if b.is_multiple_of(2) { "看过".into() } else { String::new() },
        },
        2 => {
            ToolDeed::Wish { wish: Wish::ALL[a % Wish::ALL.len()], sum: flag.then_some(sum), quote }
        }
        3 | 4 => ToolDeed::Option {
            remedy: Remedy::ALL[a % Remedy::ALL.len()],
            sum,
            freight: Fen(i64::from(one(b)) * 400),
            payer: FreightPayer::ALL[b % FreightPayer::ALL.len()],
            due: ["1wd", "today", "morgen"][b % 3].into(),
        },
        5 => ToolDeed::Only(quote),
        6 => ToolDeed::Offer(sum),
        7 => ToolDeed::Choose { no: one(a), quote },
        8 => ToolDeed::Resale {
            resale: sum,
            cost: flag.then_some(Fen(4_500)),
            freight: Some(Fen(800)),
            defect: None,
        },
        9 => ToolDeed::Approval(Fen(sum.0 * 10)),
        10 => ToolDeed::Ruling(flag.then_some(sum)),
        11 => ToolDeed::Pay {
            what: PaidWhat::ALL[a % PaidWhat::ALL.len()],
            sum,
            proof: if flag { "T1".into() } else { String::new() },
        },
        12 => {
            let piece = ReturnCheck::PIECES[a % ReturnCheck::PIECES.len()];
            let values = ReturnCheck::names(piece);
            let check = ReturnCheck::of(piece, values[b % values.len()]).expect("a piece");
            ToolDeed::ReturnCheck(check)
        }
        13 => ToolDeed::Points,
        14 if flag => ToolDeed::Task {
            department: Department::ALL[a % Department::ALL.len()],
            due: DueRule::parse("2h").expect("a rule"),
        },
        14 => ToolDeed::TaskDone(one(a)),
        _fifteen if counter.case.sheet.deeds.len() > 3 => ToolDeed::Satisfied(flag),
        _fifteen => ToolDeed::Did { what: "退款".into(), proof: quote },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// `Counter::ask` asserts that what is accepted applies and that the ledger folds to the case.
    #[test]
    fn any_sequence_of_acts_folds_and_is_decided_the_same_twice(
        book in 0..ALL.len(),
        acts in proptest::collection::vec((dice(), 0..400_i64), 1..60),
    ) {
        let mut counter = Counter::open(&ALL[book]);
        for (dice, seconds) in acts {
            counter.wait(Span::seconds(seconds));
            let book = std::sync::Arc::clone(&counter.playbook);
            let command = command(&book, &counter, dice);
            let first = decide(&counter.case, command.clone(), &counter.desk());
            let second = decide(&counter.case, command.clone(), &counter.desk());
            prop_assert_eq!(&first, &second);
            let done = counter.ask(command);
            prop_assert_eq!(done, first);
            let open: Vec<_> = counter.case.open_promises().collect();
            prop_assert!(counter.case.is_open() || open.is_empty(), "{:?}", open);
            prop_assert!(counter.playbook.step(&counter.case.step).is_some());
        }
    }

    #[test]
    fn a_reply_taken_back_at_once_leaves_no_trace_to_be_seen(
        book in 0..ALL.len(),
        acts in proptest::collection::vec((dice(), 1..400_i64), 0..40),
        sent in dice(),
    ) {
        let mut counter = Counter::open(&ALL[book]);
        for (dice, seconds) in acts {
            counter.wait(Span::seconds(seconds));
            let book = std::sync::Arc::clone(&counter.playbook);
            let command = command(&book, &counter, dice);
            let _accepted_or_not = counter.ask(command);
        }
        counter.wait(Span::seconds(1));
        let book = std::sync::Arc::clone(&counter.playbook);
        let send = command(&book, &counter, (2, sent.1, sent.2, sent.3));
        let before = seen(&counter.case);
        if counter.ask(send).is_ok() {
            counter.does(Command::Retract(None));
            prop_assert_eq!(seen(&counter.case), before);
        }
    }

    #[test]
    fn opening_with_any_words_folds(
        texts in proptest::collection::vec((0..Author::ALL.len(), any::<String>()), 0..12),
    ) {
        let counter = Counter::open("core");
        let messages = texts.iter().map(|(author, text)| said(Author::ALL[*author], counter.now, text));
        let events = crate::desk::open(opening(messages.collect()), &counter.desk());
        prop_assert!(events.is_ok());
    }
}
