use super::*;
use proptest::prelude::*;
use std::sync::LazyLock;

static SHIPPED: LazyLock<Signals> = LazyLock::new(Signals::shipped);

fn topic(text: &str) -> String {
    SHIPPED.line(text).issues.first().map_or_else(String::new, |likely| likely.topic.id.clone())
}

fn chat(lines: &[(&str, &str)]) -> f32 {
    let side = |from| if from == "b" { Side::Buyer } else { Side::Agent };
    let said: Vec<Utterance<'_>> = lines
        .iter()
        .map(|(from, text)| Utterance { from: Some(side(*from)), text, at: None })
        .collect();
    SHIPPED.listen(&said).unhappiness
}

#[test]
fn issues_are_heard_in_the_words_of_buyers() {
    for (text, issue) in [
        ("收到全碎了！！我要退款", "damage"),
        ("快递到哪了", "logistics"),
        ("退款三天了還沒到賬", "refund"),
        ("发错颜色了", "wrong_item"),
        ("少发了一件", "missing_item"),
        ("发票抬头开错了", "invoice"),
        ("刚买就降价", "price_protect"),
        ("Where is my order?", "logistics"),
        ("你好", "other"),
        ("", "other"),
    ] {
        assert_eq!(topic(text), issue, "{text}");
    }
}

#[test]
fn moods_differ_by_what_is_said_and_how() {
    for (text, mood) in [
        ("请问什么时候发货", Mood::Calm),
        ("太好了！！谢谢", Mood::Calm),
        ("收到全碎了！！我要退款", Mood::Angry),
        ("怎么还不发货啊", Mood::Uneasy),
        ("太失望了", Mood::Disappointed),
        ("骗子", Mood::Abusive),
        ("麻烦您了", Mood::Calm),
        ("This is unacceptable", Mood::Angry),
    ] {
        assert_eq!(SHIPPED.line(text).mood, mood, "{text}");
    }
}

#[test]
fn threats_are_heard_and_their_look_alikes_are_not() {
    for (text, threats) in [
        ("再不处理我就投诉你们", vec![Threat::Platform]),
        ("我打12315", vec![Threat::Regulator]),
        ("曝光补偿怎么调", vec![]),
        ("不会给你差评的放心", vec![]),
        ("警察玩具有货吗", vec![]),
    ] {
        assert_eq!(SHIPPED.line(text).threats, threats, "{text}");
    }
}

#[test]
fn what_might_happen_is_told_from_what_has() {
    for (text, hypothetical) in [
        ("这个会不会容易碎啊", true),
        ("坏了能退吗", true),
        ("如果不合适可以换吗", true),
        ("收到就坏了能退吗", false),
        ("已经坏了，可以退吗", false),
        ("快递到哪了", false),
    ] {
        assert_eq!(SHIPPED.line(text).hypothetical, hypothetical, "{text}");
    }
}

#[test]
fn a_question_asked_again_is_noticed_and_weighs() {
    let once = [("b", "我的退款什么时候到账"), ("a", "请稍等"), ("b", "好的谢谢")];
    let again = [("b", "我的退款什么时候到账"), ("a", "请稍等"), ("b", "我退款到底什么时候到账")];
    assert!(chat(&again) > chat(&once) + 0.2, "{} {}", chat(&again), chat(&once));
}

#[test]
fn a_solved_conversation_is_happier_than_a_refused_one() {
    let solved = [("b", "杯子碎了"), ("a", "非常抱歉，已经给您退款了"), ("b", "好的，谢谢")];
    let refused = [
        ("b", "杯子碎了"),
        ("a", "抱歉，这个我们无法处理"),
        ("b", "那你们到底能不能解决"),
        ("b", "算了"),
    ];
    assert!(chat(&solved) < 0.3 && chat(&refused) > 0.6, "{} {}", chat(&solved), chat(&refused));
}

proptest! {
    #[test]
    fn every_reason_points_to_text_and_the_same_is_told_twice(
        lines in proptest::collection::vec(
            ("[ab]", "[收到碎了破损退款没到差评投诉算谢！？!?，。三天😡 a-z]{0,24}|\\PC{0,12}"), 0..8),
    ) {
        let said: Vec<Utterance<'_>> = lines.iter().map(|(from, text)| Utterance {
            from: Some(if from == "b" { Side::Buyer } else { Side::Agent }),
            text,
            at: None,
        }).collect();
        let reading = SHIPPED.listen(&said);
        for reason in &reading.reasons {
            let text = said[reason.message].text;
            prop_assert!(text.get(reason.span.clone()).is_some_and(|piece| !piece.is_empty()));
        }
        prop_assert!(!reading.issues.is_empty());
        prop_assert!((0.0..=1.0).contains(&reading.unhappiness));
        prop_assert_eq!(SHIPPED.listen(&said), reading);
    }
}
