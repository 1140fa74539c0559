use super::counter::{Counter, choice, record_fact, text, tick};
use crate::desk::{Command, Desk, Named, Refusal};
use crate::domain::{
    Author, Event, FactKind, FactStatus, FactValue, Fen, Issue, Lang, MessageNo, Mood, Order,
    OrderNo, RawText, SendWay,
};

#[test]
fn a_note_is_private_and_takes_an_ordinal() {
    let mut counter = Counter::open("core");
    let events = counter.does(Command::Note(RawText::new("老客，上次也碎")));
    let (no, author, _) = events[0].written().expect("a written message");
    assert_eq!((no, author), (MessageNo(2), Author::Note));
    assert_eq!(counter.case.tally.agent, 0);
    assert!(counter.answer_due().is_some(), "a note answers nobody");
    assert_eq!(counter.refused(Command::Note(RawText::new(" \t"))), Refusal::Empty);
}

#[test]
fn facts_of_every_kind_are_recorded_as_declared() {
    let mut counter = Counter::open("promise-breach");
    let declared: Vec<_> =
        counter.playbook.facts.iter().map(|fact| (fact.id.clone(), fact.kind)).collect();
    for (fact, kind) in declared {
        let value = match kind {
            FactKind::Bool => FactValue::Bool(true),
            FactKind::Enum => {
                let declared = counter.playbook.fact(&fact).expect("declared");
                choice(&declared.values[0].id)
            }
            FactKind::Text => FactValue::Text("杯口裂".into()),
            FactKind::Number => FactValue::Number(2),
            FactKind::Money => FactValue::Money(Fen(1_000)),
            FactKind::Date => FactValue::parse(FactKind::Date, "2026-11-05").expect("a day"),
            FactKind::List => FactValue::List(vec!["退款".into()]),
        };
        counter.knows(fact.as_str(), value.clone());
        assert_eq!(counter.case.facts[&fact].value, value);
    }
}

#[test]
fn a_fact_of_another_kind_is_refused() {
    let mut counter = Counter::open("core");
    let why = counter.refused(record_fact("photos", FactValue::Text("有".into())));
    assert_eq!(why, Refusal::WrongKind { fact: "photos".into(), kind: FactKind::Bool });
}

#[test]
fn a_value_nobody_declared_is_refused_with_those_declared() {
    let mut counter = Counter::open("core");
    let Refusal::NoSuchValue { fact, values } =
        counter.refused(record_fact("severity", choice("huge")))
    else {
        panic!("an unknown value is refused")
    };
    assert_eq!(fact, "severity");
    assert_eq!(values, ["small", "middle", "grave"]);
}

#[test]
fn an_unknown_fact_is_told_with_the_nearest() {
    let mut counter = Counter::open("core");
    let why = counter.refused(record_fact("fotos", FactValue::Bool(true)));
    let Refusal::Unknown { what: Named::Fact, nearest, .. } = why else { panic!("{why:?}") };
    assert_eq!(nearest.as_deref(), Some("photos"));
}

#[test]
fn a_fact_comes_from_a_message_the_case_has() {
    let mut counter = Counter::open("core");
    let from = |no: u32| Command::Record {
        fact: "photos".into(),
        value: FactValue::Bool(true),
        status: FactStatus::Confirmed,
        source: Some(MessageNo(no)),
    };
    assert_eq!(counter.refused(from(0)), Refusal::NoSuchMessage(MessageNo(0)));
    assert_eq!(counter.refused(from(2)), Refusal::NoSuchMessage(MessageNo(2)));
    counter.does(from(1));
    assert_eq!(counter.refused(from(1)), Refusal::NothingNew);
}

#[test]
fn a_fact_recorded_anew_counts() {
    let mut counter = Counter::open("core");
    counter.knows("photos", FactValue::Bool(true));
    counter.knows("photos", FactValue::Bool(false));
    assert_eq!(counter.case.facts["photos"].times, 2);
}

#[test]
fn checks_are_ticked_and_unticked() {
    let mut counter = Counter::open("core");
    counter.does(tick("answered", true));
    assert_eq!(counter.refused(tick("answered", true)), Refusal::NothingNew);
    counter.does(tick("answered", false));
    assert_eq!(counter.refused(tick("answered", false)), Refusal::NothingNew);
}

#[test]
fn a_check_of_another_step_is_named_with_it() {
    let mut counter = Counter::open("core");
    let check = |step: &str, check: &str| Command::Check {
        step: Some(step.into()),
        check: check.into(),
        done: true,
    };
    counter.does(check("vent", "heard-out"));
    let why = counter.refused(check("vnt", "heard-out"));
    let Refusal::Unknown { what: Named::Step, nearest, .. } = why else { panic!("{why:?}") };
    assert_eq!(nearest.as_deref(), Some("vent"));
    let why = counter.refused(check("vent", "heardout"));
    let Refusal::Unknown { what: Named::Check, nearest, .. } = why else { panic!("{why:?}") };
    assert_eq!(nearest.as_deref(), Some("heard-out"));
}

#[test]
fn mood_issue_and_order_are_news_once() {
    let mut counter = Counter::open("core");
    counter.does(Command::Mood(Mood::Angry));
    assert_eq!(counter.refused(Command::Mood(Mood::Angry)), Refusal::NothingNew);
    counter.does(Command::Issue(Issue::new("refund")));
    assert_eq!(counter.refused(Command::Issue(Issue::new("refund"))), Refusal::NothingNew);
    assert_eq!(counter.refused(Command::Issue(Issue::new(" "))), Refusal::Empty);
    let order = |title: Option<&str>, amount| Order {
        no: OrderNo::new("8842"),
        title: title.map(str::to_owned),
        amount,
    };
    counter.does(Command::Order(order(Some("玻璃杯"), None)));
    counter.does(Command::Order(order(None, Some(Fen(5_900)))));
    assert_eq!(counter.case.order, Some(order(Some("玻璃杯"), Some(Fen(5_900)))));
    assert_eq!(counter.refused(Command::Order(order(None, None))), Refusal::NothingNew);
}

#[test]
fn the_way_a_reply_left_is_in_the_ledger() {
    let mut counter = Counter::open("core");
    let events = counter.sends("马上看", &[]);
    assert!(matches!(&events[0], Event::ReplySent { way: SendWay::Recorded, .. }));
}

#[test]
fn a_reply_tells_the_buyer_who_pays_as_you() {
    let mut counter = Counter::open("core");
    counter.knows("offer_a", text("换大一码"));
    counter.knows("freight", choice("buyer"));
    for (lang, said) in [(Lang::Zh, "运费：由您承担"), (Lang::En, "Freight: paid by you")] {
        let desk = Desk { lang, ..counter.desk() };
        let situation = desk.situation(&counter.case);
        let reply = counter.playbook.render(&"options-one".into(), &situation).unwrap();
        assert!(reply.text.contains(said), "{}", reply.text);
        // The agent reads who it is.
        let view = counter.playbook.survey(&"options".into(), &situation).unwrap();
        let freight = view.facts.iter().find(|fact| fact.id.as_str() == "freight").unwrap();
        let shown = freight.shown.as_deref().unwrap();
        assert!(["买家承担", "paid by the buyer"].contains(&shown), "{shown}");
    }
}
