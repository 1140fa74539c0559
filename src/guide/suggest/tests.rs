use super::*;
use crate::domain::Stamp;
use crate::playbook::{Meant, Next};

fn reply(id: &str, kind: ReplyKind) -> ReplyView {
    let text = id.to_owned();
    ReplyView { own: false, ..ReplyView::of_desk(ReplyId::from(id), kind, text.clone(), text) }
}

fn step() -> StepView {
    StepView {
        id: "calm".into(),
        title: String::new(),
        why: String::new(),
        feel: None,
        calming: false,
        position: (1, 1),
        optional: false,
        checks: Vec::new(),
        facts: Vec::new(),
        exhibits: Vec::new(),
        missing: Vec::new(),
        next: Next::End,
        group: None,
        round: None,
        within: None,
        standards: Vec::new(),
        escalated_to: None,
    }
}

fn order(replies: Vec<ReplyView>, moment: &Moment<'_>) -> Vec<String> {
    let all = suggest(replies, &step(), moment);
    all.into_iter().map(|one| one.reply.id.to_string()).collect()
}

const ANGRY: Moment<'static> = Moment {
    mood: Mood::Angry,
    unanswered: false,
    tried: Vec::new(),
    wish: None,
    buyer: None,
    platform: Platform::Shop,
    closed: false,
    waited: 0,
    habits: &[],
};

#[test]
fn while_the_buyer_is_hot_the_ladder_is_climbed_rung_by_rung() {
    let all = || {
        vec![
            reply("money", ReplyKind::Offer),
            reply("points", ReplyKind::Restate),
            reply("sorry", ReplyKind::Calm),
            reply("listen", ReplyKind::Listen),
            reply("go on", ReplyKind::Listen),
        ]
    };
    assert_eq!(order(all(), &ANGRY), ["listen", "sorry", "go on", "points", "money"]);
    let listened = Moment { tried: vec![Technique::Listen], ..ANGRY };
    assert_eq!(order(all(), &listened), ["sorry", "listen", "go on", "points", "money"]);
    let both = Moment { tried: vec![Technique::Listen, Technique::Label], ..ANGRY };
    assert_eq!(order(all(), &both)[0], "points");
    let first = suggest(all(), &step(), &both).remove(0);
    assert_eq!(first.because[0], Because::Untried(Technique::Restate));
}

#[test]
fn of_replies_wanted_alike_the_one_the_shop_uses_comes_first() {
    let habits = [Habit { reply: "b".into(), times: 4, last: Stamp::from_millis(1) }];
    let calm = Moment { mood: Mood::Calm, habits: &habits, ..ANGRY };
    let two = || vec![reply("a", ReplyKind::Inform), reply("b", ReplyKind::Inform)];
    let all = suggest(two(), &step(), &calm);
    assert_eq!(all[0].reply.id.as_str(), "b");
    assert_eq!(all[0].because, [Because::Habit(4)]);
    // What the step wants goes before what is usual.
    let mut wanted = two();
    wanted[0].conditional = Some("known('photos')".to_owned());
    assert_eq!(order(wanted, &calm), ["a", "b"]);
}

#[test]
fn what_the_buyer_wants_is_spoken_of_first_and_said_once() {
    let calm = Moment { mood: Mood::Calm, wish: Some(Wish::Resend), ..ANGRY };
    let two = || vec![reply("退款给您", ReplyKind::Inform), reply("给您补发", ReplyKind::Inform)];
    assert_eq!(order(two(), &calm), ["给您补发", "退款给您"]);
    let mut sent = two();
    sent[1].sent_before = true;
    assert_eq!(order(sent, &calm), ["退款给您", "给您补发"]);
}

#[test]
fn a_condition_tells_what_it_hangs_on() {
    for (condition, hinge) in [
        ("wish == 'refund' && !known('x')", Hinge::Wish),
        ("hot", Hinge::Mood),
        ("platform == 'jd'", Hinge::Platform),
        ("hours_waiting > 24", Hinge::Time),
        ("sent('ack')", Hinge::Said),
        ("known('photos')", Hinge::Facts),
    ] {
        assert_eq!(Hinge::of(condition), hinge, "{condition}");
    }
}

#[test]
fn what_was_written_for_this_kind_of_buyer_comes_first_and_says_so() {
    let calm = Moment { mood: Mood::Calm, buyer: Some(BuyerType::Vip), ..ANGRY };
    let mut two = vec![reply("any", ReplyKind::Inform), reply("for them", ReplyKind::Inform)];
    two[1].meant = Some(Meant::Buyer);
    let all = suggest(two.clone(), &step(), &calm);
    assert_eq!(all[0].reply.id.as_str(), "for them");
    assert_eq!(all[0].because, [Because::Buyer(BuyerType::Vip)]);
    // Without a kind of buyer nothing is said of one.
    let nobody = Moment { buyer: None, ..calm };
    assert_eq!(suggest(two, &step(), &nobody)[0].because, [Because::Step]);
}

#[test]
fn each_kind_of_buyer_has_a_kind_of_reply_that_reaches_them() {
    for buyer in BuyerType::ALL {
        let moment = Moment { mood: Mood::Calm, buyer: Some(buyer), ..ANGRY };
        let reached = ReplyKind::ALL.into_iter().filter(|kind| {
            let all = suggest(vec![reply("one", *kind)], &step(), &moment);
            all[0].because.contains(&Because::Buyer(buyer))
        });
        assert!((1..4).contains(&reached.count()), "{buyer:?}");
    }
}

#[test]
fn a_reply_of_this_platform_comes_first_and_one_of_another_last() {
    let replies = || {
        vec![
            reply("京东价保", ReplyKind::Inform),
            reply("看订单页", ReplyKind::Inform),
            reply("在旺旺上说", ReplyKind::Inform),
        ]
    };
    let at = |platform| order(replies(), &Moment { mood: Mood::Calm, platform, ..ANGRY });
    assert_eq!(at(Platform::Tmall), ["在旺旺上说", "看订单页", "京东价保"]);
    assert_eq!(at(Platform::Jd), ["京东价保", "看订单页", "在旺旺上说"]);
    assert_eq!(at(Platform::Shop), ["京东价保", "看订单页", "在旺旺上说"]);
    let all =
        suggest(replies(), &step(), &Moment { platform: Platform::Jd, mood: Mood::Calm, ..ANGRY });
    assert_eq!(all[0].because, [Because::Platform(Platform::Jd)]);
}

#[test]
fn out_of_hours_a_reply_that_says_when_comes_first_and_after_a_wait_one_that_owns_up() {
    let mut promise = reply("明早回您", ReplyKind::Inform);
    promise.promises.push(crate::playbook::PromiseView {
        what: "回".to_owned(),
        due: Stamp::from_millis(1),
        after: None,
        pending: false,
    });
    let replies =
        vec![reply("您好", ReplyKind::Inform), promise, reply("让您久等了", ReplyKind::Inform)];
    let calm = Moment { mood: Mood::Calm, ..ANGRY };
    let night = Moment { closed: true, ..calm.clone() };
    let all = suggest(replies.clone(), &step(), &night);
    assert_eq!(all[0].reply.id.as_str(), "明早回您");
    assert!(all[0].because.contains(&Because::Closed));
    let late = Moment { waited: 5, ..calm.clone() };
    let all = suggest(replies.clone(), &step(), &late);
    assert!(all.iter().any(|one| one.because == [Because::Waited(5)]));
    let soon = suggest(replies, &step(), &Moment { waited: 1, ..calm });
    assert!(soon.iter().all(|one| !one.because.contains(&Because::Waited(1))));
}
