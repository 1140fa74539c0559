use super::*;
use crate::domain::Stamp;
use crate::playbook::{Next, Rendered};

fn reply(id: &str, kind: ReplyKind) -> ReplyView {
    ReplyView {
        id: ReplyId::from(id),
        kind,
        title: id.to_owned(),
        rendered: Rendered { text: id.to_owned(), gaps: Vec::new() },
        fallback: false,
        sent_before: false,
        promises: Vec::new(),
        done: Vec::new(),
        sets: Vec::new(),
        attach: Vec::new(),
        conditional: None,
        fills: Vec::new(),
        own: false,
    }
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

const ANGRY: Moment<'static> =
    Moment { mood: Mood::Angry, unanswered: false, tried: Vec::new(), wish: None, habits: &[] };

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
