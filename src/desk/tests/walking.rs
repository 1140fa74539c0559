//! Walks through playbooks: any order within a group, back and forward, and a way out of every state
//! a person can get a case into.

use super::counter::{ALL, Counter, LANGUAGE, record_fact, send, tick};
use super::properties::{Dice, command, dice, pick};
use crate::desk::simulate::tool_acts;
use crate::desk::{Command, Refusal, carried_text};
use crate::domain::{
    CaseState, CloseResult, FactId, FactKind, FactStatus, FactValue, Fen, FreightPayer, Mood,
    PaidWhat, Remedy, ReturnCheck, Span, Wish,
};
use crate::playbook::{Condition, FactDecl, Missing, Next, StepView, ToolDeed};
use proptest::prelude::*;

fn view(counter: &Counter) -> StepView {
    let situation = counter.desk().situation(&counter.case);
    counter.playbook.survey(&counter.case.step, &situation).expect("a step of its playbook")
}

/// What of a case the order of acts must not change.
fn outcome(case: &CaseState) -> impl PartialEq + std::fmt::Debug + use<> {
    let facts: Vec<_> =
        case.facts.iter().map(|(id, fact)| (id.clone(), fact.value.clone())).collect();
    let exhibits = case.exhibits.iter().map(|exhibit| exhibit.kind.clone());
    let exhibits: std::collections::BTreeSet<_> = exhibits.collect();
    (case.step.clone(), facts, exhibits, case.checks.clone(), case.reopened.clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_group_ends_the_same_in_any_order(order in Just([0, 1, 2, 3, 4, 5]).prop_shuffle()) {
        let mut counter = Counter::open(LANGUAGE);
        counter.does(tick("heard", true));
        counter.does(Command::Advance);
        let go = |counter: &mut Counter, step: &str| {
            if counter.step() != step {
                counter.does(Command::Enter(step.into()));
            }
        };
        for what in order {
            match what {
                0 => counter.knows("price", FactValue::Money(Fen(5_900))),
                1 => counter.knows("paid", FactValue::Money(Fen(900))),
                2 => {
                    let kind = "ev.pod".into();
                    counter.does(Command::Exhibit { kind, what: String::new(), source: None });
                }
                3 => counter.knows("signed_on", FactValue::Date("2026-11-01".parse().unwrap())),
                4 => go(&mut counter, "day"),
                _five => go(&mut counter, "proof"),
            }
        }
        for _ in 0..4 {
            if counter.step() != "rule" {
                counter.does(Command::Advance);
            }
        }
        let mut straight = Counter::open(LANGUAGE);
        straight.does(tick("heard", true));
        straight.does(Command::Advance);
        straight.knows("price", FactValue::Money(Fen(5_900)));
        straight.knows("paid", FactValue::Money(Fen(900)));
        straight.does(Command::Advance);
        straight.does(Command::Exhibit { kind: "ev.pod".into(), what: String::new(), source: None });
        straight.does(Command::Advance);
        straight.knows("signed_on", FactValue::Date("2026-11-01".parse().unwrap()));
        straight.does(Command::Advance);
        prop_assert_eq!(outcome(&counter.case), outcome(&straight.case));
    }

    #[test]
    fn back_and_forward_again_loses_no_fact(
        book in 0..ALL.len(),
        acts in proptest::collection::vec((dice(), 0..400_i64), 0..40),
        steps in 1..6_usize,
    ) {
        let mut counter = Counter::open(&ALL[book]);
        wander(&mut counter, acts);
        let (facts, checks) = (counter.case.facts.clone(), counter.case.checks.clone());
        let promises = counter.case.promises.clone();
        let exhibits = counter.case.exhibits.clone();
        for _ in 0..steps {
            let _at_the_start = counter.ask(Command::Back(None));
        }
        prop_assert_eq!(&counter.case.checks, &checks);
        for _ in 0..steps {
            let _something_missing = counter.ask(Command::Advance);
        }
        prop_assert_eq!(&counter.case.facts, &facts);
        prop_assert_eq!(&counter.case.promises, &promises);
        prop_assert_eq!(&counter.case.exhibits, &exhibits);
    }

    #[test]
    fn moods_come_and_go_and_change_nothing_else(
        book in 0..ALL.len(),
        acts in proptest::collection::vec((dice(), 0..400_i64), 0..40),
        mood in 0..Mood::ALL.len(),
    ) {
        let mut counter = Counter::open(&ALL[book]);
        wander(&mut counter, acts);
        prop_assume!(counter.case.is_open());
        let before = super::taking_back::seen(&counter.case);
        let was = counter.case.mood;
        if counter.ask(Command::Mood(Mood::ALL[mood])).is_ok() && Mood::ALL[mood] != was {
            counter.does(Command::Mood(was));
        }
        prop_assert_eq!(super::taking_back::seen(&counter.case), before);
    }

    #[test]
    fn what_is_opened_again_speaks_of_the_fact(
        acts in proptest::collection::vec((dice(), 0..400_i64), 0..60),
        fact in 0..8_usize,
        value in any::<bool>(),
    ) {
        let mut counter = Counter::open(LANGUAGE);
        wander(&mut counter, acts);
        if !counter.case.is_open() || counter.case.playbook.id.as_str() != LANGUAGE {
            return Ok(());
        }
        let book = std::sync::Arc::clone(&counter.playbook);
        let asked: Vec<&FactDecl> = book.facts.iter().filter(|f| f.compute.is_none()).collect();
        let fact = asked[fact % asked.len()];
        let was = counter.case.facts.get(&fact.id).map(|known| known.value.clone());
        let behind: Vec<_> = counter.case.behind().into_iter().cloned().collect();
        let open = counter.case.reopened.clone();
        if counter.ask(record_fact(fact.id.as_str(), some(fact, usize::from(value)))).is_err() {
            return Ok(());
        }
        let is = counter.case.facts.get(&fact.id).map(|known| known.value.clone());
        let first = was.is_none();
        let was = was.or_else(|| fact.default.clone());
        let changed = was.is_some() && was != is;
        let computed = ["price", "paid"].contains(&fact.id.as_str());
        for step in &book.steps {
            let mut texts: Vec<&str> = step.needs.iter().map(|need| need.when.text()).collect();
            texts.extend(step.next.iter().filter_map(|way| way.when.as_ref()).map(Condition::text));
            texts.extend(step.when.iter().map(Condition::text));
            texts.extend(step.repeat.iter().map(|repeat| repeat.until.text()));
            texts.extend(step.ladder.iter().flat_map(|l| &l.still).map(Condition::text));
            let speaks = texts.iter().any(|text| {
                text.contains(fact.id.as_str()) || (computed && text.contains("unpaid"))
            });
            let applies = book.applies(step, &counter.desk().situation(&counter.case));
            let wanted = changed && speaks && applies && behind.contains(&step.id);
            let opened = counter.case.reopened.contains(&step.id);
            if first && !open.contains(&step.id) {
                // Only what it decides otherwise than its default did; never more than what rests on it.
                prop_assert!(wanted || !opened, "{}", &step.id);
                continue;
            }
            prop_assert_eq!(opened, wanted || open.contains(&step.id), "{}", &step.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_state_has_a_way_out(
        book in 0..ALL.len(),
        acts in proptest::collection::vec((dice(), 0..400_i64), 0..60),
        choices in proptest::collection::vec((0..64_usize, 0..64_usize), 600),
    ) {
        let mut counter = Counter::open(&ALL[book]);
        wander(&mut counter, acts);
        if !counter.case.is_open() {
            counter.does(Command::Reopen { reason: String::new() });
        }
        for choice in choices {
            if !counter.case.is_open() {
                return Ok(());
            }
            work(&mut counter, choice);
        }
        let here = view(&counter);
        prop_assert!(!counter.case.is_open(), "{} at {}: {:?}", ALL[book], here.id, here.missing);
    }
}

/// Random acts, as they come.
fn wander(counter: &mut Counter, acts: Vec<(Dice, i64)>) {
    for (dice, seconds) in acts {
        counter.wait(Span::seconds(seconds));
        let book = std::sync::Arc::clone(&counter.playbook);
        let command = command(&book, counter, dice);
        let _accepted_or_not = counter.ask(command);
    }
}

fn some(fact: &FactDecl, n: usize) -> FactValue {
    match fact.kind {
        FactKind::Bool => FactValue::Bool(n % 2 == 1),
        FactKind::Enum => {
            FactValue::Enum(pick(&fact.values, n).map_or_else(String::new, |value| value.id))
        }
        FactKind::Text => FactValue::Text("好".into()),
        FactKind::Number => FactValue::Number(i64::try_from(n % 5).unwrap_or_default()),
        FactKind::Money => FactValue::Money(Fen(i64::try_from(n).unwrap_or_default() * 100)),
        FactKind::Date => {
            FactValue::Date(chrono::NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day"))
        }
        FactKind::List => FactValue::List(["一", "二", "三"].map(str::to_owned).to_vec()),
    }
}

/// Does what the step wants, as a person would; some of it by chance.
fn work(counter: &mut Counter, (a, b): (usize, usize)) {
    let book = std::sync::Arc::clone(&counter.playbook);
    if let Some(no) = counter.case.open_tasks().first().map(|task| task.no) {
        counter.does(Command::FinishTask { no, result: String::new() });
    }
    let here = view(counter);
    let learn = |counter: &mut Counter, id: &FactId| {
        if let Some(fact) = book.fact(id).filter(|fact| fact.compute.is_none()) {
            let _nothing_new = counter.ask(record_fact(id.as_str(), some(fact, a ^ b)));
        }
    };
    for missing in &here.missing {
        match missing {
            Missing::Check { id, .. } => {
                let check = here.checks.iter().find(|check| check.id == *id).expect("a check");
                if check.by_hand {
                    counter.ticks(id.as_str());
                } else {
                    use_tools(counter);
                }
            }
            Missing::Fact { id, .. } => learn(counter, id),
            Missing::Exhibit { any, .. } => {
                let (kind, what) = (any[0].clone(), String::new());
                counter.does(Command::Exhibit { kind, what, source: None });
            }
            Missing::Callback { .. } => {
                let due = counter.now.plus(Span::days(1));
                counter.does(Command::Promise { what: "回电".into(), due, after: None });
            }
            Missing::Need { no, .. } => {
                let situation = counter.desk().situation(&counter.case);
                let present = book.present(&here.id, &situation).expect("a step");
                let need = present.needs().nth(no - 1).expect("a need");
                let tools =
                    ["approval", "paid_sum", "paid_for/refund", "return_checked", "open_tasks"];
                if need.when.uses().iter().any(|name| tools.contains(&name.as_str())) {
                    use_tools(counter);
                }
                heed(counter, need.when.uses(), (a, b));
                if let Some(fact) = pick(&here.facts, a) {
                    learn(counter, &fact.id);
                }
                if let Some(fact) = pick(&book.facts, b) {
                    learn(counter, &fact.id);
                }
                let _calm_already = counter.ask(Command::Mood(Mood::Calm));
            }
            // Where the way leads past it to an ending, only taking it up leads back to it.
            Missing::Reopened { step, .. } => {
                let _or_the_way_leads_there = counter.ask(Command::Enter(step.clone()));
                return;
            }
        }
    }
    let situation = counter.desk().situation(&counter.case);
    let offered = book.replies(&counter.case.step, &situation);
    if let Some(reply) = pick(&offered, b).filter(|_| a % 2 == 0) {
        let _held_or_not = counter.ask(send("好的", &[reply.id.as_str()]));
    }
    if counter.ask(Command::Advance) == Err(Refusal::AtEnd) {
        let open: Vec<_> = counter.case.open_promises().map(|promise| promise.no).collect();
        for no in open {
            counter.does(Command::Keep(no));
        }
        let tasks: Vec<_> = counter.case.open_tasks().iter().map(|task| task.no).collect();
        for no in tasks {
            counter.does(Command::FinishTask { no, result: "好了".into() });
        }
        let result = match view(counter).next {
            Next::Ending(id) => book.ending(&id).map_or(CloseResult::Settled, |end| end.result),
            Next::End | Next::Step(_) | Next::Playbook(_) => CloseResult::Settled,
        };
        let close = Command::Close { result, words: String::new(), despite: None };
        if let Err(Refusal::ReplyWanted(reply)) = counter.ask(close.clone()) {
            let _calm_already = counter.ask(Command::Mood(Mood::Calm));
            let _sent = counter.ask(send("好的", &[&reply]));
            let _promises = counter.ask(close);
        }
    }
}

/// Works with every tool of the desk, in an order that can come to an agreement.
fn use_tools(counter: &mut Counter) {
    let _calm_already = counter.ask(Command::Mood(Mood::Calm));
    let all = ReturnCheck::PIECES.iter().fold(ReturnCheck::default(), |all, piece| {
        all.with(ReturnCheck::of(piece, ReturnCheck::names(piece)[0]).expect("a piece"))
    });
    let (quote, proof) = ("好".to_owned(), "T1".to_owned());
    let settling = &counter.case.settling;
    let mut deeds = Vec::new();
    if !settling.returning.is_complete() {
        deeds.push(ToolDeed::ReturnCheck(all));
    }
    if settling.paid_sum() == Fen(0) {
        deeds.push(ToolDeed::Pay { what: PaidWhat::Refund, sum: Fen(1), proof });
    }
    if settling.approval() == "none" {
        deeds.push(ToolDeed::Approval(Fen(1_000_000)));
    }
    if settling.approval() != "refused" {
        deeds.push(ToolDeed::Ruling(None));
    }
    let open = counter.case.open_tasks().into_iter().map(|task| ToolDeed::TaskDone(task.no.0));
    deeds.extend(open);
    for deed in deeds {
        for act in tool_acts(&deed, &counter.case, &counter.desk()) {
            let _refused_or_not = counter.ask(act);
        }
    }
    if counter.case.settling.chosen.is_some() {
        return;
    }
    let wish = || ToolDeed::Wish { wish: Wish::Apology, sum: None, quote: quote.clone() };
    if counter.case.settling.wish.is_none() {
        for act in tool_acts(&wish(), &counter.case, &counter.desk()) {
            let _refused_or_not = counter.ask(act);
        }
    }
    let option = ToolDeed::Option {
        remedy: Remedy::Apology,
        sum: Fen(0),
        freight: Fen(0),
        payer: FreightPayer::None,
        due: "1wd".into(),
    };
    for act in [option, ToolDeed::Only("没有别的".into())] {
        for act in tool_acts(&act, &counter.case, &counter.desk()) {
            let _refused_or_not = counter.ask(act);
        }
    }
    let id = "desk.options".into();
    let text = carried_text(&id, &counter.case, &counter.desk());
    let _held_or_not = counter.ask(send(&text.unwrap_or_default(), &["desk.options"]));
    for act in tool_acts(&ToolDeed::Choose { no: 1, quote }, &counter.case, &counter.desk()) {
        let _refused_or_not = counter.ask(act);
    }
}

/// Does what a condition speaks of: collects, sends, ticks, records.
fn heed(counter: &mut Counter, uses: &[String], (a, b): (usize, usize)) {
    let book = std::sync::Arc::clone(&counter.playbook);
    for name in uses {
        let _refused_or_not = match name.split_once('/') {
            Some(("exhibit", kind)) => {
                let (kind, what) = (kind.into(), String::new());
                counter.ask(Command::Exhibit { kind, what, source: None })
            }
            Some(("sent", reply)) => counter.ask(send("好的", &[reply])),
            Some(("done", check)) => {
                let (step, check) = check.rsplit_once('/').expect("a step and a check");
                let (step, check) = (Some(step.into()), check.into());
                counter.ask(Command::Check { step, check, done: true })
            }
            Some(("confirmed", id)) => {
                match book.facts.iter().find(|fact| fact.id.as_str() == id) {
                    Some(fact) if a % 3 != 0 => counter.ask(Command::Record {
                        fact: fact.id.clone(),
                        value: some(fact, a + b),
                        status: FactStatus::Confirmed,
                        source: None,
                    }),
                    _not_now => Ok(Vec::new()),
                }
            }
            Some(("known" | "disputed", _)) | None => {
                let id = name.rsplit('/').next().unwrap_or(name);
                match book.facts.iter().find(|fact| fact.id.as_str() == id) {
                    Some(fact) if a % 3 != 0 => counter.ask(record_fact(id, some(fact, a + b))),
                    _not_now => Ok(Vec::new()),
                }
            }
            _other => Ok(Vec::new()),
        };
    }
}
