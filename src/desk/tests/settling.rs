use super::counter::{Counter, playbook, send, text};
use crate::desk::{
    Command, PaidElsewhere, Refusal, Settle, SettlingRefusal, carried_text, decide, figures,
    ladder, sorted,
};
use crate::domain::{
    CaseId, Event, FactStatus, FactValue, Fen, FreightPayer, Issue, Mood, Order, OrderNo, PaidWhat,
    PointAnswer, Proposal, ProposalNo, Reckoning, Remedy, ReturnCheck, Span, Verdict, Wish,
};
use crate::playbook::Library;
use proptest::prelude::*;

pub(super) fn ask(settle: Settle) -> Command {
    Command::Settle(settle)
}

pub(super) fn why(refusal: Refusal) -> SettlingRefusal {
    match refusal {
        Refusal::Settling(why) => why,
        other => panic!("{other:?}"),
    }
}

pub(super) fn verdict(verdict: Verdict, own_faults: &str) -> Command {
    let (reason, own_faults) = ("查过了".to_owned(), own_faults.to_owned());
    ask(Settle::Verdict { verdict: Some(verdict), reason, own_faults })
}

pub(super) fn wish(wish: Wish, amount: Option<i64>) -> Command {
    let quote = "补我二十块就算了".to_owned();
    ask(Settle::Wish { wish, amount: amount.map(Fen), quote, source: None })
}

pub(super) fn option(remedy: Remedy, give: i64, freight: i64) -> Proposal {
    Proposal {
        no: ProposalNo(0),
        remedy,
        give: Fen(give),
        cost: Fen(0),
        freight: Fen(freight),
        payer: if freight > 0 { FreightPayer::Shop } else { FreightPayer::None },
        steps: String::new(),
        due: "1wd".into(),
        condition: String::new(),
        text: String::new(),
        obstacle: String::new(),
        dropped: false,
    }
}

pub(super) fn put(option: Proposal) -> Command {
    ask(Settle::Put(option))
}

pub(super) fn looked_at() -> ReturnCheck {
    ReturnCheck::PIECES.iter().fold(ReturnCheck::default(), |all, piece| {
        all.with(ReturnCheck::of(piece, ReturnCheck::names(piece)[0]).unwrap())
    })
}

/// A case with an order, calm, its photos confirmed, the shop answering for it.
pub(super) fn ours() -> Counter {
    let mut counter = with_order();
    counter.does(verdict(Verdict::Seller, ""));
    counter
}

pub(super) fn with_order() -> Counter {
    let mut counter = Counter::open("core");
    let (title, amount) = (Some("卫衣".to_owned()), Some(Fen(10_000)));
    counter.does(Command::Order(Order { no: OrderNo::new("8842"), title, amount }));
    counter.does(Command::Record {
        fact: "photos".into(),
        value: FactValue::Bool(true),
        status: FactStatus::Confirmed,
        source: None,
    });
    counter
}

pub(super) fn chosen(counter: &mut Counter, no: u32) -> Vec<Event> {
    let quote = "就第一个吧".to_owned();
    counter.does(ask(Settle::Choose { no: ProposalNo(no), quote, source: None }))
}

#[test]
fn a_verdict_needs_something_confirmed_but_not_knowing_needs_nothing() {
    let mut counter = Counter::open("core");
    assert_eq!(why(counter.refused(verdict(Verdict::Seller, ""))), SettlingRefusal::FactFirst);
    counter.knows("photos", FactValue::Bool(true));
    let claimed = why(counter.refused(verdict(Verdict::Logistics, "")));
    assert_eq!(claimed, SettlingRefusal::FactFirst, "a claim is not enough");
    counter.does(verdict(Verdict::Unclear, ""));
    assert_eq!(with_order().does(verdict(Verdict::Logistics, "")).len(), 1);
}

#[test]
fn before_it_is_the_buyer_our_own_faults_are_looked_for() {
    let mut counter = with_order();
    let refused = why(counter.refused(verdict(Verdict::Buyer, " ")));
    assert_eq!(refused, SettlingRefusal::OwnFaultsFirst);
    counter.does(verdict(Verdict::Buyer, "页面、包装、聊天都看过，没有"));
}

#[test]
fn a_verdict_never_goes_out() {
    let mut counter = ours();
    for words in ["经核实，责任在您", "责任判定：买家", "This was your fault"] {
        let refused = why(counter.refused(send(words, &[])));
        assert!(matches!(refused, SettlingRefusal::Blames(_)), "{words}");
    }
    counter.sends("这不是您的责任，我们来处理", &[]);
}

#[test]
fn no_shipped_reply_says_who_is_to_blame_or_claims_a_request() {
    let library = Library::new(Library::shipped());
    let counter = with_order();
    for id in super::counter::ALL.iter().filter(|id| *id != "language") {
        let Ok(book) = library.get(&id.as_str().into()) else { continue };
        let replies: Vec<_> = book.steps.iter().flat_map(|step| &step.replies).collect();
        for reply in replies {
            let desk = crate::desk::Desk { playbook: &book, ..counter.desk() };
            let Some(said) = book.render(&reply.id, &desk.situation(&counter.case)) else {
                continue;
            };
            let gaps = said.text.replace(['【', '】'], "");
            let refused = decide(&counter.case, send(&gaps, &[]), &desk).err();
            let blamed = matches!(refused, Some(Refusal::Settling(SettlingRefusal::Blames(_))));
            assert!(!blamed, "{id}/{}: {}", reply.id, said.text);
        }
    }
}

#[test]
fn another_verdict_opens_what_rests_on_it() {
    let text = include_str!("settling.toml");
    let mut sources = Library::shipped();
    let name = "settling.toml".into();
    let origin = crate::playbook::Origin::Shop;
    sources.push(crate::playbook::Source { name, origin, text: text.into() });
    let book = Library::new(sources).get(&"settling".into()).unwrap();
    let mut counter = with_order();
    counter.does(Command::Choose(book));
    counter.does(Command::Record {
        fact: "looked_at".into(),
        value: FactValue::Bool(true),
        status: FactStatus::Confirmed,
        source: None,
    });
    counter.does(verdict(Verdict::Seller, ""));
    counter.does(Command::Advance);
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "ours");
    let events = counter.does(verdict(Verdict::Buyer, "都看过"));
    let reopened = events.iter().any(|event| {
        matches!(event, Event::StepsReopened { fact, steps, .. }
            if fact.as_str() == "verdict" && steps.iter().any(|step| step.as_str() == "judge"))
    });
    assert!(reopened, "{events:?}");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "judge");
    counter.does(Command::Advance);
    assert_eq!(counter.step(), "theirs", "the way is another one now");
}

#[test]
fn the_wish_comes_before_options_and_in_the_buyers_words() {
    let mut counter = ours();
    let early = why(counter.refused(put(option(Remedy::Refund, 10_000, 0))));
    assert_eq!(early, SettlingRefusal::WishFirst);
    let silent = Settle::Wish { wish: Wish::Refund, amount: None, quote: " ".into(), source: None };
    assert_eq!(why(counter.refused(ask(silent))), SettlingRefusal::QuoteWanted);
    counter.does(wish(Wish::Apology, None));
    // The playbook's own fact is recorded with it: one answer, not two.
    assert_eq!(counter.case.facts["wish"].value, FactValue::Enum("apology".into()));
    assert_eq!(counter.case.facts["wish_words"].value, text("补我二十块就算了"));
}

#[test]
fn the_cheapest_that_grants_the_wish_stands_first() {
    let mut counter = ours();
    counter.does(wish(Wish::Apology, None));
    counter.does(put(option(Remedy::Compensate, 1_000, 0)));
    counter.does(put(option(Remedy::Refund, 10_000, 0)));
    counter.does(put(option(Remedy::Apology, 0, 0)));
    let first: Vec<Remedy> = sorted(&counter.case).iter().map(|option| option.remedy).collect();
    assert_eq!(first, [Remedy::Apology, Remedy::Compensate, Remedy::Refund]);
    assert_eq!(sorted(&counter.case)[0].shop_cost(), Fen(0));
}

#[test]
fn two_options_or_a_reason_and_only_what_was_told_can_be_chosen() {
    let mut counter = ours();
    counter.does(wish(Wish::Refund, None));
    counter.does(put(option(Remedy::Refund, 10_000, 0)));
    let said =
        |counter: &Counter| carried_text(&"desk.options".into(), &counter.case, &counter.desk());
    let words = said(&counter).unwrap();
    let one = why(counter.refused(send(&words, &["desk.options"])));
    assert_eq!(one, SettlingRefusal::TwoWanted(1));
    let mut alone = counter.clone();
    alone.does(ask(Settle::Only("停产了，没有可换可补的".into())));
    alone.sends(&words, &["desk.options"]);
    assert_eq!(alone.case.settling.offered[0].reason, "停产了，没有可换可补的");
    counter.does(put(option(Remedy::Resend, 0, 800)));
    let picked = Settle::Choose { no: ProposalNo(1), quote: "退吧".into(), source: None };
    let early = why(counter.refused(ask(picked)));
    assert_eq!(early, SettlingRefusal::NotOffered(ProposalNo(1)));
    let words = said(&counter).unwrap();
    assert!(
        words.contains("1. 退您100.00元") && words.contains("2. 给您补发；运费我们付"),
        "{words}"
    );
    counter.sends(&words, &["desk.options"]);
    chosen(&mut counter, 1);
    assert_eq!(counter.case.settling.agreed().map(|option| option.remedy), Some(Remedy::Refund));
}

#[test]
fn one_text_says_what_was_agreed_and_promises_it() {
    let mut counter = ours();
    counter.does(wish(Wish::Refund, None));
    let early = why(counter.refused(send("", &["desk.settlement"])));
    assert_eq!(early, SettlingRefusal::ChooseFirst);
    counter.does(put(option(Remedy::Refund, 10_000, 0)));
    counter.does(put(option(Remedy::Resend, 0, 800)));
    counter.sends("两种办法", &["desk.options"]);
    chosen(&mut counter, 2);
    let words = carried_text(&"desk.settlement".into(), &counter.case, &counter.desk()).unwrap();
    for part in ["补发", "运费我们付", "前办好"] {
        assert!(words.contains(part), "{words}");
    }
    counter.sends(&words, &["desk.settlement"]);
    let promise = counter.case.promises.last().unwrap();
    assert_eq!(promise.what, "给您补发");
    // Taken back within the undo window, it was never said.
    counter.does(Command::Retract(None));
    assert!(counter.case.settling.said.is_empty());
    assert_eq!(counter.case.open_promises().count(), 0);
}

#[test]
fn hot_buyers_are_not_offered_anything() {
    let mut counter = ours();
    counter.does(wish(Wish::Compensate, Some(2_000)));
    counter.does(Command::Mood(Mood::Angry));
    assert!(matches!(counter.refused(send("补您 10 元", &["desk.offer.1000"])), Refusal::Held(_)));
}

#[test]
fn offers_rise_to_a_real_limit_and_above_it_an_approval_is_waited_for() {
    let mut counter = ours();
    counter.does(wish(Wish::Compensate, Some(8_000)));
    counter.sends("补您 10 元", &["desk.offer.1000"]);
    let down = why(counter.refused(send("补您 5 元", &["desk.offer.500"])));
    assert_eq!(down, SettlingRefusal::OfferDown { last: Fen(1_000) });
    let above = why(counter.refused(send("补您 60 元", &["desk.offer.6000"])));
    let role = "lead".to_owned();
    assert_eq!(above, SettlingRefusal::AboveLimit { limit: Fen(5_000), role });
    let applied = why(counter.refused(send("帮您申请了 60 元", &[])));
    assert_eq!(applied, SettlingRefusal::NoApproval);
    counter.does(ask(Settle::Ask { amount: Fen(6_000), reason: "整件报废".into() }));
    let waiting = why(counter.refused(send("补您 60 元", &["desk.offer.6000"])));
    assert_eq!(waiting, SettlingRefusal::ApprovalWaits(Fen(6_000)));
    let ruling = |granted: i64| {
        let (by, words) = ("王店长".to_owned(), String::new());
        ask(Settle::Rule { granted: Some(Fen(granted)), by, role: None, words })
    };
    let too_much = why(counter.refused(ruling(20_001)));
    assert_eq!(too_much, SettlingRefusal::MayNot { role: "lead".into(), up_to: Fen(20_000) });
    counter.does(ruling(6_000));
    counter.sends("帮您申请了 60 元，批了", &["desk.offer.6000"]);
    assert_eq!(counter.case.settling.last_offer(), Some(Fen(6_000)));
}

#[test]
fn without_our_fault_goodwill_is_the_limit() {
    let mut counter = with_order();
    counter.does(wish(Wish::Compensate, None));
    counter.does(ask(Settle::Verdict {
        verdict: Some(Verdict::Unclear),
        reason: "查不出".into(),
        own_faults: String::new(),
    }));
    let above = why(counter.refused(send("补您 30 元", &["desk.offer.3000"])));
    assert!(matches!(above, SettlingRefusal::AboveLimit { limit: Fen(2_000), .. }));
}

#[test]
fn the_ladder_opens_with_the_band_and_ends_at_the_cap() {
    let mut counter = ours();
    counter.does(wish(Wish::Compensate, Some(2_000)));
    counter.does(ask(Settle::Reckon(Reckoning {
        cost: Some(Fen(4_500)),
        resale: Some(Fen(4_000)),
        freight_back: Some(Fen(800)),
        defect: Some(Fen(1_000)),
        ..Reckoning::default()
    })));
    let band = figures(&counter.case, &counter.desk(), None).band.unwrap();
    assert_eq!((band.return_cost, band.cap, band.opening), (Fen(6_800), Fen(5_000), Fen(1_000)));
    let next = |counter: &Counter| ladder(&counter.case, &counter.desk()).unwrap().next;
    assert_eq!(next(&counter), Some(Fen(1_000)));
    counter.sends("补您 10 元", &["desk.offer"]);
    assert_eq!(next(&counter), Some(Fen(2_000)), "the buyer's own sum, and no more");
    counter.sends("补您 20 元", &["desk.offer"]);
    assert_eq!(next(&counter), None);
}

#[test]
fn nothing_is_paid_twice_on_an_order_and_no_more_than_was_paid() {
    let mut counter = ours();
    let pay = |amount: i64, proof: &str, again: &str| {
        let (what, amount) = (PaidWhat::Refund, Fen(amount));
        let (proof, again) = (proof.to_owned(), again.to_owned());
        ask(Settle::Pay { what, amount, proof, order: None, again })
    };
    counter.does(pay(4_000, "T1", ""));
    let same = why(counter.refused(pay(4_000, "T2", "")));
    assert_eq!(same, SettlingRefusal::PaidAlready { amount: Fen(4_000), case: None });
    assert!(matches!(
        why(counter.refused(pay(3_000, "T1", ""))),
        SettlingRefusal::PaidAlready { .. }
    ));
    let above = why(counter.refused(pay(6_001, "T3", "")));
    assert_eq!(above, SettlingRefusal::AboveOrder(Fen(10_000)));
    counter.does(pay(4_000, "T4", "另一件的"));
    assert_eq!(counter.case.settling.paid_sum(), Fen(8_000));
    // Another case has paid on the order as well.
    let (case, order) = (CaseId(7), OrderNo::new("8842"));
    let paid = [PaidElsewhere { case, order, what: PaidWhat::Refund, amount: Fen(1_000) }];
    let desk = crate::desk::Desk { paid_elsewhere: &paid, ..counter.desk() };
    let there = why(decide(&counter.case, pay(1_000, "T5", ""), &desk).unwrap_err());
    assert_eq!(there, SettlingRefusal::PaidAlready { amount: Fen(1_000), case: Some(7) });
    let void = Settle::Void { no: crate::domain::PaymentNo(2), reason: "记错了".into() };
    counter.does(ask(void));
    assert_eq!(counter.case.settling.paid_sum(), Fen(4_000));
}

#[test]
fn a_return_is_not_agreed_to_before_it_was_looked_at() {
    let mut counter = ours();
    counter.does(wish(Wish::Exchange, None));
    counter.does(put(option(Remedy::Exchange, 0, 1_600)));
    counter.does(put(option(Remedy::Compensate, 1_000, 0)));
    let open = why(counter.refused(send("两种办法", &["desk.options"])));
    assert_eq!(open, SettlingRefusal::ReturnUnchecked(ReturnCheck::PIECES.to_vec()));
    counter.does(ask(Settle::Return(ReturnCheck::of("tags", "cut").unwrap())));
    let open = why(counter.refused(send("两种办法", &["desk.options"])));
    assert!(matches!(open, SettlingRefusal::ReturnUnchecked(left) if !left.contains(&"tags")));
    counter.does(ask(Settle::Return(looked_at())));
    counter.sends("两种办法", &["desk.options"]);
}

#[test]
fn points_are_said_back_and_a_correction_keeps_the_history() {
    let mut counter = with_order();
    let nothing = why(Counter::open("core").refused(send("", &["desk.restate"])));
    assert_eq!(nothing, SettlingRefusal::NothingToSay);
    counter.knows("problem", text("袖口开线"));
    counter.does(wish(Wish::Compensate, None));
    let words = carried_text(&"desk.restate".into(), &counter.case, &counter.desk()).unwrap();
    assert!(words.contains("卫衣") && words.contains("袖口开线"), "{words}");
    assert!(words.contains("这样对吗") && !words.contains("照片"), "ours stays with us: {words}");
    counter.sends(&words, &["desk.restate"]);
    let told = counter.case.settling.restated[0].points.len();
    assert_eq!(told, 3);
    counter.wait(Span::minutes(1));
    counter.buyer_says("不是袖口，是领口");
    let answer = |point, answer, value: Option<&str>| {
        let value = value.map(text);
        ask(Settle::Answer { point, answer, value })
    };
    counter.does(answer(1, PointAnswer::Confirmed, None));
    counter.does(answer(2, PointAnswer::Corrected, Some("领口开线")));
    assert_eq!(counter.case.facts["problem"].value, text("领口开线"));
    let before: Vec<_> = counter.case.superseded.iter().map(|(fact, _)| fact.as_str()).collect();
    assert_eq!(before, ["problem"]);
    assert_eq!(
        why(counter.refused(answer(9, PointAnswer::Confirmed, None))),
        SettlingRefusal::NoSuchPoint(9)
    );
}

#[test]
fn many_points_are_numbered_up_to_nine() {
    let mut counter = with_order();
    for fact in [
        "problem",
        "missing_point",
        "finding",
        "how_to",
        "rule",
        "offer_a",
        "offer_b",
        "settlement",
        "delay_reason",
        "lesson",
    ] {
        counter.knows(fact, text("这一条写得长一些，免得一句话就说完了"));
    }
    let words = carried_text(&"desk.restate".into(), &counter.case, &counter.desk()).unwrap();
    assert!(
        words.contains("这九点") && words.contains("\n9. ") && !words.contains("\n10."),
        "{words}"
    );
}

#[test]
fn conditions_see_what_was_settled() {
    let counter = ours();
    let book = playbook("core");
    assert!(book.fact(&"verdict".into()).is_none());
    assert_eq!(counter.case.settling.verdict.as_ref().unwrap().verdict, Verdict::Seller);
    assert_eq!(counter.case.issue, Issue::new("damage"));
}

proptest! {
    #[test]
    fn whatever_is_tried_offers_never_go_down_and_stay_within_the_limit(
        tries in prop::collection::vec((0i64..9_000, any::<bool>()), 1..12)
    ) {
        let mut counter = ours();
        counter.does(wish(Wish::Compensate, None));
        for (amount, by_ladder) in tries {
            let id = if by_ladder { "desk.offer".to_owned() } else { format!("desk.offer.{amount}") };
            drop(counter.ask(send("补您一点", &[&id])));
        }
        let offers: Vec<Fen> = counter.case.settling.offers.iter().map(|one| one.amount).collect();
        prop_assert!(offers.windows(2).all(|pair| pair[0] <= pair[1]));
        prop_assert!(offers.iter().all(|offer| *offer <= Fen(5_000)));
    }

    #[test]
    fn what_is_recommended_exceeds_neither_the_cap_nor_the_cost_of_a_return(
        sums in (0i64..20_000, 0i64..20_000, 0i64..3_000, 0i64..20_000, 0i64..20_000),
        judged in 0..Verdict::ALL.len(),
        granted in prop::option::of(0i64..20_000),
        offers in prop::collection::vec(0i64..9_000, 0..4),
    ) {
        let (cost, resale, back, defect, asked) = sums;
        let mut counter = with_order();
        let _first = counter.ask(verdict(Verdict::ALL[judged], "都看过"));
        counter.does(wish(Wish::Compensate, Some(asked)));
        let known = Reckoning {
            cost: Some(Fen(cost)),
            resale: Some(Fen(resale)),
            freight_back: Some(Fen(back)),
            defect: Some(Fen(defect)),
            ..Reckoning::default()
        };
        let _nothing_new = counter.ask(ask(Settle::Reckon(known)));
        if let Some(sum) = granted {
            let reason = "买家坚持".to_owned();
            let _within = counter.ask(ask(Settle::Ask { amount: Fen(sum), reason }));
            let (by, words) = ("王店长".to_owned(), String::new());
            let granted = Some(Fen(sum));
            let _nobody_asked = counter.ask(ask(Settle::Rule { granted, by, role: None, words }));
        }
        for amount in offers {
            let _refused_or_not = counter.ask(send("补您一点", &[&format!("desk.offer.{amount}")]));
        }
        let desk = counter.desk();
        let band = figures(&counter.case, &desk, None).band.unwrap();
        let ladder = ladder(&counter.case, &desk).unwrap();
        prop_assert!(band.opening <= band.cap && band.cap <= band.return_cost);
        prop_assert_eq!(ladder.cap, Some(band.cap));
        prop_assert!(ladder.rungs.iter().all(|rung| *rung <= band.cap && *rung <= Fen(asked)));
        prop_assert!(ladder.rungs.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(ladder.next.is_none_or(|next| ladder.last.is_none_or(|last| next > last)));
    }
}
