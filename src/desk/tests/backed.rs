//! What a claim in a draft rests on: a payment, or a deed that was noted; nothing else.

use super::counter::Counter;
use super::settling::{ask, ours};
use crate::desk::{Command, Settle, guarded};
use crate::domain::{
    CaseState, ExhibitKind, Fact, FactStatus, FactValue, Fen, Issue, Lang, PaidWhat, PaymentNo,
};
use crate::guide::{Guard, Record};
use std::sync::LazyLock;

static GUARD: LazyLock<Guard> = LazyLock::new(Guard::shipped);

/// What the record bears, in a case about a parcel that was not sent.
fn record(counter: &Counter) -> Record {
    guarded::known(&unsent(counter), Lang::Zh).record.unwrap()
}

fn unsent(counter: &Counter) -> CaseState {
    CaseState { issue: Issue::new("shipping"), ..counter.case.clone() }
}

/// Whether the guard asks after a claim of this draft.
fn is_asked(counter: &Counter, draft: &str) -> bool {
    let known = guarded::known(&unsent(counter), Lang::Zh);
    GUARD.read(draft, &known.context(&[])).iter().any(|finding| finding.rule == "g.claim")
}

fn did(what: &str) -> Command {
    Command::Did { what: what.into(), proof: "流水 8842".into(), exhibit: None }
}

#[test]
fn without_a_deed_every_claim_is_asked_after() {
    let counter = ours();
    assert_eq!(record(&counter), Record::default());
    for draft in ["已经给您退款了", "今天已补发", "您的货已经发出了"] {
        assert!(is_asked(&counter, draft), "{draft}");
    }
}

#[test]
fn a_payment_bears_the_refund_until_it_is_struck_out() {
    let mut counter = ours();
    let (what, amount, again) = (PaidWhat::Refund, Fen(5_900), String::new());
    counter.does(ask(Settle::Pay { what, amount, proof: "流水 1".into(), order: None, again }));
    assert!(record(&counter).refunded);
    assert!(!record(&counter).resent, "money sends nothing");
    assert!(!is_asked(&counter, "已经给您退款了"));
    let reason = "退错了".to_owned();
    counter.does(ask(Settle::Void { no: PaymentNo(1), reason }));
    assert!(!record(&counter).refunded);
    assert!(is_asked(&counter, "已经给您退款了"));
}

#[test]
fn a_deed_bears_what_it_says_and_no_more() {
    let mut counter = ours();
    counter.does(did("补发一件，单号 YT88"));
    let sent = Record { refunded: false, resent: true, shipped: true };
    assert_eq!(record(&counter), sent);
    assert!(is_asked(&counter, "已经给您退款了"));
    counter.does(did("退款申请驳回"));
    assert_eq!(record(&counter), sent, "refused is not done");
    counter.does(did("退款 59 元"));
    assert!(record(&counter).refunded);
}

#[test]
fn neither_facts_nor_exhibits_bear_a_claim() {
    let mut counter = ours();
    for kind in ["ev.pay", "ev.waybill", "ev.track"] {
        let (kind, what) = (ExhibitKind::new(kind), "图".into());
        counter.does(Command::Exhibit { kind, what, source: None });
    }
    let paid = Fact {
        value: FactValue::Money(Fen(5_900)),
        status: FactStatus::Confirmed,
        by: counter.agent.clone(),
        at: counter.now,
        source: None,
        times: 1,
    };
    for id in ["paid_part", "paid", "refunded"] {
        counter.case.facts.insert(id.into(), paid.clone());
    }
    assert_eq!(record(&counter), Record::default());
}
