use super::*;
use proptest::prelude::*;

fn folded(text: &str) -> String {
    Folded::new(text).text()
}

#[test]
fn tricks_and_spellings_fold_to_the_plain_text() {
    for (text, plain) in [
        ("加ＶＸ", "加vx"),
        ("加\u{200b}微\u{feff}信", "加微信"),
        ("加 微 信", "加微信"),
        ("退貨退款還沒到賬", "退货退款还没到账"),
        ("ѵх", "vx"),
        ("薇💗", "薇❤"),
        ("Ⅴ①③", "v13"),
        ("You  MUST", "you must"),
        ("退款，好！", "退款,好!"),
        ("[怒]什么店", "😡什么店"),
        ("/:066好的", "☺好的"),
        ("好的#E-s[数字x]", "好的☺"),
        ("订单[订单x]和[数字x]个", "订单№和0个"),
        ("[ORDERID_10002026]", "№"),
        ("a&nbsp;b<br>c", "a b\nc"),
        ("ab\ncd", "ab\ncd"),
        ("[不是代码", "[不是代码"),
    ] {
        assert_eq!(folded(text), plain, "{text:?}");
    }
}

#[test]
fn what_stands_between_hidden_letters_is_left_out_and_nothing_else() {
    for (text, plain) in [
        ("n m s l", "nmsl"),
        ("w e c h a t me", "wechat me"),
        ("微.信", "微信"),
        ("加🌸薇-芯", "加薇芯"),
        ("黑/白", "黑白"),
        ("what I do", "what i do"),
        ("3.5折", "3.5折"),
        ("今天18:00前", "今天18:00前"),
        ("ab-cd ef.gh", "ab-cd ef.gh"),
    ] {
        assert_eq!(Folded::tight(text).text(), plain, "{text:?}");
    }
}

#[test]
fn a_script_leaves_a_gap_where_a_log_hides_words_or_has_a_picture() {
    for (text, gap, masked) in [
        ("[姓名]", false, false),
        ("[姓名x]", true, true),
        ("[订单号]", true, false),
        ("[图片]", false, false),
    ] {
        let folded = Folded::new(text);
        assert_eq!((folded.is_placeholder(0), folded.is_masked(0)), (gap, masked), "{text}");
    }
}

#[test]
fn placeholders_of_a_log_are_known_from_signs_a_buyer_wrote() {
    let folded = Folded::new("¥[金额x]");
    assert!(!folded.is_placeholder(0));
    assert!(folded.is_placeholder(1));
}

#[test]
fn a_find_is_shown_in_the_text_as_written() {
    let text = "您好，加 Ｖ\u{200b}Ｘ 吧";
    let folded = Folded::new(text);
    let at = folded.chars().iter().position(|c| *c == 'v').unwrap();
    assert_eq!(text.get(folded.span(at..at + 2)), Some("Ｖ\u{200b}Ｘ"));
}

#[test]
fn the_table_has_no_chain() {
    let table = include_str!("../../../assets/fold/simplified.txt");
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        for c in line.chars().skip(1).step_by(2) {
            assert_eq!(simplified::of(c), Some(c), "{c}");
        }
    }
}

proptest! {
    #[test]
    fn every_span_is_a_piece_of_the_text_and_they_stand_in_order(
        text in prop_oneof![any::<String>(), "[\\[\\]订单x/:#E0-9ＡⅤ❤退貨\\n -]{0,40}"],
    ) {
        for folded in [Folded::new(&text), Folded::tight(&text)] {
            let mut last = 0;
            for at in 0..folded.len() {
                let span = folded.span(at..at + 1);
                prop_assert!(text.get(span.clone()).is_some_and(|piece| !piece.is_empty()));
                prop_assert!(span.start >= last);
                last = span.start;
            }
            prop_assert!(text.get(folded.span(0..folded.len())).is_some());
        }
    }

    #[test]
    fn what_is_no_trick_is_untouched(text in "[a-z的一是不了人我在有他这中大来上个国，。]{0,60}") {
        prop_assert_eq!(folded(&text).replace(',', "，"), text);
    }

    #[test]
    fn folding_twice_changes_nothing(text in "[a-zA-Z\\u{4e00}-\\u{9fa5}，。ＡｂＣ \\-\\n]{0,60}") {
        let once = folded(&text);
        prop_assert_eq!(folded(&once), once.clone());
    }
}
