//! What the desk's tools note: checks that tick themselves from it, and questions it answers.

use super::counter::Counter;
use super::settling::{ask, ours, wish};
use crate::desk::{Command, Refusal, Settle, goods_known};
use crate::domain::{FactValue, Fen, PaidWhat, ReturnCheck, Wish};

#[test]
fn a_check_that_holds_is_ticked_by_the_record_and_by_no_hand() {
    let mut counter = ours();
    let tick = || {
        let (step, check) = (Some("options".into()), "offered".into());
        Command::Check { step, check, done: true }
    };
    let offered = |counter: &Counter| {
        let situation = counter.desk().situation(&counter.case);
        let view = counter.playbook.survey(&"options".into(), &situation).unwrap();
        view.checks.iter().find(|check| check.id == "offered".into()).unwrap().done
    };
    assert!(matches!(counter.refused(tick()), Refusal::TicksItself(_)));
    counter.does(wish(Wish::Compensate, Some(2_000)));
    assert!(!offered(&counter));
    counter.sends("补您 10 元", &["desk.offer.1000"]);
    assert!(offered(&counter));
    counter.does(Command::Retract(None));
    assert!(!offered(&counter), "the buyer never saw it");
}

#[test]
fn what_a_tool_has_noted_is_not_asked_for_again() {
    let mut counter = ours();
    let known = |counter: &Counter, fact: &str| {
        counter.case.facts.get(fact).map(|known| known.value.clone())
    };
    let (what, amount, proof) = (PaidWhat::Refund, Fen(2_000), "T1".to_owned());
    counter.does(ask(Settle::Pay { what, amount, proof, order: None, again: String::new() }));
    assert_eq!(known(&counter, "proof"), Some(FactValue::Text("T1".into())));
    counter.does(ask(Settle::Ask { amount: Fen(9_000), reason: "买家坚持".into() }));
    let (by, words) = ("王店长".to_owned(), "超过货值".to_owned());
    counter.does(ask(Settle::Rule { granted: None, by, role: None, words }));
    assert_eq!(known(&counter, "approved"), Some(FactValue::Bool(false)));
    assert_eq!(known(&counter, "refusal_reason"), Some(FactValue::Text("超过货值".into())));
    assert_eq!(known(&counter, "approved_sum"), None, "core does not ask for it");
}

#[test]
fn the_goods_are_looked_at_once_for_the_check_and_for_the_playbook() {
    let look = |counter: &mut Counter, pieces: &[(&str, &str)]| {
        let known = counter.case.settling.returning;
        let all = pieces
            .iter()
            .fold(known, |all, (piece, value)| all.with(ReturnCheck::of(piece, value).unwrap()));
        counter.does(ask(Settle::Return(all)));
    };
    for book in ["seven-day", "exchange-resend"] {
        let mut counter = Counter::open(book);
        let known = |counter: &Counter, fact: &str| {
            counter.case.facts.get(fact).map(|known| known.value.clone())
        };
        look(&mut counter, &[("tags", "cut"), ("worn", "inspected")]);
        assert_eq!(known(&counter, "tag"), Some(FactValue::Enum("cut".into())), "{book}");
        assert_eq!(known(&counter, "worn"), Some(FactValue::Bool(false)), "{book}");
        // Looked at again, it is otherwise; and what was not looked at anew stays.
        look(&mut counter, &[("worn", "used")]);
        assert_eq!(known(&counter, "worn"), Some(FactValue::Bool(true)), "{book}");
        assert_eq!(known(&counter, "tag"), Some(FactValue::Enum("cut".into())), "{book}");
    }
    // The other way round the form has it in already.
    let mut counter = Counter::open("seven-day");
    counter.knows("tag", FactValue::Enum("none".into()));
    counter.knows("gift_back", FactValue::Enum("lost".into()));
    counter.knows("worn", FactValue::Bool(false));
    let filled = |piece: &str| goods_known(&counter.case, piece);
    assert_eq!(
        (filled("tags"), filled("gift"), filled("worn")),
        (Some("none"), Some("kept"), None)
    );
}
