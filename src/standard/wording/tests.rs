use super::super::{Guards, Standards};
use super::*;
use proptest::prelude::*;
use std::sync::LazyLock;

const ZH: Lang = Lang::Zh;
const EN: Lang = Lang::En;
static SHIPPED: LazyLock<Wording> = LazyLock::new(Wording::shipped);

fn ids(text: &str, lang: Lang) -> Vec<(String, String, Option<Doubt>)> {
    let hit = |hit: Hit<'_>| {
        (hit.rule.id.clone(), text.get(hit.span.clone()).unwrap().to_owned(), hit.doubt)
    };
    SHIPPED.find(text, lang).into_iter().map(hit).collect()
}

fn found(text: &str, lang: Lang) -> Vec<String> {
    ids(text, lang).into_iter().map(|(id, _, _)| id).collect()
}

#[test]
fn the_shipped_file_has_no_fault_and_names_only_what_is_there() {
    let (wording, guards, shelf) = (Wording::shipped(), Guards::shipped(), Standards::shipped());
    assert_eq!(wording.faults(), []);
    assert_eq!(wording.iter().filter(|rule| rule.lang == ZH).count(), 119);
    assert_eq!(wording.iter().filter(|rule| rule.lang == EN).count(), 28);
    for rule in wording.iter() {
        let guard = rule.guard.as_deref();
        assert!(guard.is_none_or(|id| guards.get(id).is_some()), "{}: {guard:?}", rule.id);
        for id in &rule.basis {
            assert!(shelf.get(id.as_str()).is_some(), "{}: {id}", rule.id);
        }
    }
}

#[test]
fn every_phrase_is_found_by_its_own_rule() {
    let wording = Wording::shipped();
    for rule in wording.iter() {
        for phrase in &rule.find {
            let hits = wording.find(phrase, rule.lang);
            let by = hits.iter().find(|hit| hit.rule.id == rule.id);
            assert!(by.is_some_and(|hit| hit.span == (0..phrase.len())), "{}: {phrase}", rule.id);
        }
    }
}

#[test]
fn the_better_wording_is_better() {
    let wording = Wording::shipped();
    for rule in wording.iter() {
        let better = rule.better.as_deref().unwrap_or_default();
        for hit in wording.find(better, rule.lang) {
            // 'Combine, do not cancel' is said about a word, so the word stands in quotes there.
            assert!(hit.doubt.is_some(), "{} says {}: {better}", rule.id, hit.rule.id);
        }
    }
}

#[test]
fn width_case_spaces_and_the_unseen_do_not_hide_a_phrase() {
    for text in ["加ＶＸ聊", "加 微\u{200b}信 聊", "加·微-信", "您加我 QQ12345 吧"]
    {
        assert!(
            found(text, ZH).iter().any(|id| ["w.070", "w.071", "w.114"].contains(&id.as_str())),
            "{text}"
        );
    }
    assert_eq!(found("You  MUST send it back", EN), ["w.218"]);
}

#[test]
fn a_find_is_shown_where_it_stands() {
    assert_eq!(
        ids("亲，加Ｖ\u{200b}Ｘ 说", ZH),
        [("w.070".to_owned(), "Ｖ\u{200b}Ｘ".to_owned(), None)]
    );
}

#[test]
fn part_of_a_word_is_not_the_word() {
    for text in ["The button is on the left", "Asparagus", "relaxed fit", "sooner or later today"] {
        assert!(found(text, EN).is_empty(), "{text}: {:?}", found(text, EN));
    }
    for text in ["行不行都听您的", "滚筒洗衣机", "第一时间看到了", "取件二维码在短信里"]
    {
        assert!(found(text, ZH).is_empty(), "{text}: {:?}", found(text, ZH));
    }
}

#[test]
fn a_promise_with_a_time_is_no_empty_promise() {
    assert_eq!(found("我尽快处理", ZH), ["w.041"]);
    for text in ["我尽快处理，今天18点前回您", "马上看，10 分钟内回您", "尽快，{时间}前回您"]
    {
        assert!(found(text, ZH).is_empty(), "{text}");
    }
    assert_eq!(found("今天收到了。我们尽快处理", ZH), ["w.041"], "the time is in another sentence");
    assert_eq!(found("I'll write soon", EN), ["w.207"]);
    assert!(found("I'll write soon, by 6 pm", EN).is_empty());
}

#[test]
fn some_phrases_count_only_alone() {
    assert_eq!(found("哦。", ZH), ["w.033"]);
    assert!(found("哦，我看一下物流", ZH).is_empty());
    assert_eq!(found("请您放心！", ZH), ["w.043"]);
    assert!(found("您放心，我盯着这单", ZH).is_empty());
}

#[test]
fn what_is_denied_or_quoted_does_not_block() {
    let wording = Wording::shipped();
    for (text, doubt) in [
        ("退款不需要扫码", Doubt::Denied),
        ("我们不会把您拉黑", Doubt::Denied),
        ("请不要把验证码告诉任何人", Doubt::Denied),
        ("您说的“好评返现”我们没有", Doubt::Quoted),
        ("页面写着「全网最低」", Doubt::Quoted),
    ] {
        let hits = wording.find(text, ZH);
        assert!(!hits.is_empty(), "{text}");
        for hit in hits {
            assert_eq!((hit.doubt, hit.level()), (Some(doubt), WordingLevel::Warn), "{text}");
        }
    }
    let hits = wording.find("We never ask for your card number", EN);
    assert_eq!(hits.first().and_then(|hit| hit.doubt), Some(Doubt::Denied));
    let hits = wording.find("这款特别便宜，全网最低", ZH);
    assert_eq!(hits.first().map(Hit::level), Some(WordingLevel::Block));
}

#[test]
fn plain_good_replies_pass() {
    for (text, lang) in [
        ("亲，给您添麻烦了，对不起。这单由我来跟，今天18:00前回您结果。", ZH),
        ("已看到照片，杯口裂了。补发或退款都可以，您选哪个？运费店铺付。", ZH),
        ("I'm sorry for the trouble. I'll write to you by 6 pm today with what we can do.", EN),
    ] {
        assert!(found(text, lang).is_empty(), "{text}: {:?}", found(text, lang));
    }
}

#[test]
fn a_rule_without_phrases_is_named_and_left_out() {
    let rule = "[[rule]]\nid = 'w.x'\nlang = 'zh'\nlevel = 'tone'\ncategory = 'cold'\nfind = ['\u{200b}']\n\
                why = { zh = '冷', en = 'cold' }\n";
    let mut wording = Wording::default();
    wording.add("shop.toml", rule);
    assert!(wording.get("w.x").is_none());
    assert!(
        matches!(wording.faults(), [StandardFault::Empty { key: "find", place, .. }] if place.line == 1),
        "{:?}",
        wording.faults()
    );
}

#[test]
fn a_shop_can_replace_a_rule() {
    let mut wording = Wording::shipped();
    wording.add(
        "shop.toml",
        "[[rule]]\nid = 'w.102'\nlang = 'zh'\nlevel = 'warn'\ncategory = 'dismiss'\nfind = ['可是']\n\
         why = { zh = '抵消歉意', en = 'it takes back the apology' }\n",
    );
    assert!(wording.find("抱歉，但是", ZH).is_empty());
    assert_eq!(wording.find("抱歉，可是", ZH).len(), 1);
}

proptest! {
    #[test]
    fn any_text_is_searched_and_every_find_is_a_piece_of_it(text in any::<String>()) {
        for lang in [ZH, EN] {
            for hit in SHIPPED.find(&text, lang) {
                prop_assert!(text.get(hit.span.clone()).is_some_and(|piece| !piece.is_empty()));
            }
        }
    }

    #[test]
    fn a_phrase_is_found_whatever_stands_around_it(
        before in "[\\u{4e00}-\\u{4e20}，。]{0,8}", after in "[\\u{4e00}-\\u{4e20}，。]{0,8}",
    ) {
        let text = format!("{before}好评返现{after}");
        prop_assert!(!SHIPPED.find(&text, ZH).is_empty());
    }
}
