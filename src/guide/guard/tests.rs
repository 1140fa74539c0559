use super::*;
use crate::guide::{Side, Signals};
use proptest::prelude::*;
use std::sync::LazyLock;

static GUARD: LazyLock<Guard> = LazyLock::new(Guard::shipped);

fn rules(draft: &str) -> Vec<(String, WordingLevel)> {
    let found = GUARD.read(draft, &Context::default());
    found.into_iter().map(|finding| (finding.rule, finding.level)).collect()
}

fn blocked(draft: &str) -> bool {
    GUARD.worst(draft, &Context::default()) == Some(WordingLevel::Block)
}

#[test]
fn the_shipped_rules_hold_on_their_own_examples() {
    let mut faults: Vec<String> = GUARD.faults().iter().map(ToString::to_string).collect();
    faults.extend(GUARD.rehearse().iter().map(ToString::to_string));
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn disguises_are_seen_through() {
    for draft in [
        "加V聊",
        "薇❤详聊",
        "加一下威 信",
        "＋ｖ：abc",
        "加\u{200b}微\u{200b}信",
        "電話一三八〇〇一三八〇〇〇",
    ] {
        assert!(blocked(draft), "{draft} {:?}", rules(draft));
    }
}

#[test]
fn personal_numbers_block_and_other_numbers_do_not() {
    for (draft, block) in [
        ("电话13812345678", true),
        ("身份证11010519491231002X", true),
        ("卡号6222 0212 3456 7894 ", true),
        ("运单号13812345678901", false),
        ("订单号13812345678", false),
        ("手机号138****5678", false),
        ("放在3号楼2单元501了", true),
        ("a.b@qq.com", true),
    ] {
        assert_eq!(blocked(draft), block, "{draft} {:?}", rules(draft));
    }
}

#[test]
fn what_was_left_to_fill_in_is_never_sent() {
    for draft in ["{时间}前回您", "您好XX先生", "单号是____", "[姓名]您好", "今天【填写时间】前"]
    {
        let found = GUARD.read(draft, &Context::default());
        assert!(found.iter().any(|one| one.rule == "g.gap" && one.firm), "{draft}");
    }
    for draft in ["XXL码有货", "【发货时间】今天16点", "尺码M/XL"] {
        assert!(!blocked(draft), "{draft} {:?}", rules(draft));
    }
}

#[test]
fn claims_names_and_amounts_are_held_against_the_record() {
    let amounts = [Fen(5900)];
    let context = Context {
        buyer: Some("张三"),
        amounts: &amounts,
        record: Some(Record::default()),
        ..Context::default()
    };
    let rules = |draft: &str| -> Vec<String> {
        GUARD.read(draft, &context).into_iter().map(|finding| finding.rule).collect()
    };
    assert!(rules("已退款59元，请查收").contains(&"g.claim".to_owned()));
    assert!(!rules("退款后会通知您").contains(&"g.claim".to_owned()));
    assert!(rules("退您95元").contains(&"g.amount".to_owned()));
    assert!(!rules("退您59.00元").contains(&"g.amount".to_owned()));
    assert!(rules("王先生您好").contains(&"g.name".to_owned()));
    assert!(!rules("张先生您好").contains(&"g.name".to_owned()));
}

#[test]
fn a_question_that_was_answered_is_noticed() {
    let said = [Utterance { from: Some(Side::Buyer), text: "订单1234567890123", at: None }];
    let context = Context { said: &said, ..Context::default() };
    let found = GUARD.read("麻烦提供一下订单号", &context);
    assert!(found.iter().any(|finding| finding.rule == "g.answered"), "{found:?}");
}

#[test]
fn a_rewrite_is_one_replacement() {
    let draft = "你好，加V聊。明天见";
    let found = GUARD.read(draft, &Context::default());
    for finding in &found {
        let rewrite = finding.rewrite.as_ref().unwrap();
        assert!(draft.get(rewrite.span.clone()).is_some());
    }
    assert!(found.iter().any(|finding| finding.rule == "g.you"));
}

#[test]
fn a_huge_text_is_read_in_a_time_that_grows_no_faster_than_it() {
    let huge = "加V好评返现退款qq没到不退{x}".repeat(1_500);
    assert_eq!(GUARD.worst(&huge, &Context::default()), Some(WordingLevel::Block));
    assert!(!Signals::shipped().line(&huge).issues.is_empty());
}

proptest! {
    #[test]
    fn every_finding_points_to_the_draft_and_is_the_same_twice(
        draft in "[加微信vV薇❤好评返现退款已{}x你您1380-9@.元¥ 。！\n先生]{0,60}|\\PC{0,30}",
    ) {
        let amounts = [Fen(100)];
        let context = Context {
            buyer: Some("张三"),
            amounts: &amounts,
            record: Some(Record::default()),
            ..Context::default()
        };
        let found = GUARD.read(&draft, &context);
        for finding in &found {
            prop_assert!(draft.get(finding.span.clone()).is_some_and(|piece| !piece.is_empty()));
            if let Some(rewrite) = &finding.rewrite {
                prop_assert!(draft.get(rewrite.span.clone()).is_some());
            }
        }
        prop_assert_eq!(GUARD.read(&draft, &context), found);
    }
}
