use super::*;
use proptest::prelude::*;

fn now() -> Stamp {
    // A Sunday.
    Stamp::parse("2026-11-22T10:00:00+08:00").unwrap()
}

fn dues(text: &str) -> Vec<String> {
    let calendar = Calendar::default();
    let found = pledges(text, now(), &calendar);
    let local = |one: &PledgeFound| one.due.at_offset(calendar.offset).format("%d %H:%M");
    found.iter().map(|one| local(one).to_string()).collect()
}

#[test]
fn promises_are_found_with_their_dates() {
    for (text, due) in [
        ("亲，今天发货", "22 22:00"),
        ("我们三个工作日内退款给您", "25 22:00"),
        ("24小时内给您答复。", "23 10:00"),
        ("十五分钟内回您电话", "22 10:15"),
        ("明天中午前给您补发", "23 12:00"),
        ("下午五点前回复您", "22 17:00"),
        ("周五前给您寄出", "27 22:00"),
        ("下周一安排上门", "23 22:00"),
        ("后天18:30之前为您处理好", "24 18:30"),
        ("今天发出，三天内送到", "25 22:00"),
        ("两天后给您结果", "24 22:00"),
        ("We'll ship it today.", "22 22:00"),
        ("I will get back to you within 2 hours.", "22 12:00"),
        ("Your refund will reach you within 3 working days", "25 22:00"),
        ("We will call you by 5 pm tomorrow", "23 17:00"),
        ("The parcel will be sent by Friday", "27 22:00"),
    ] {
        assert_eq!(dues(text), [due], "{text}");
    }
}

#[test]
fn what_is_no_promise_of_ours_is_left_alone() {
    for text in [
        "",
        "您今天方便吗？",
        "请您三天内寄回",
        "亲，已经给您处理了",
        "尽快给您答复",
        "昨天已经为您安排了",
        "如果您今天下单，我们给您优惠",
        "保质期三天",
        "订单 330188428842 已发货",
        "Could you send it today?",
        "We shipped it yesterday and will look",
        "退款规则：七天无理由",
    ] {
        assert_eq!(dues(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_waits_for_an_event_says_so() {
    let calendar = Calendar::default();
    let after = |text: &str| pledges(text, now(), &calendar).pop().and_then(|one| one.after);
    for (text, event, rule) in [
        ("收到退件后三天内给您退款", Awaited::GoodsBack, "3d"),
        ("我们收到货后2个工作日内退款到账", Awaited::GoodsBack, "2wd"),
        ("退货到仓48小时内给您打款", Awaited::GoodsBack, "2d"),
        ("等您寄回来，收到后一周内换新的给您", Awaited::GoodsBack, "7d"),
        ("您签收后三天内，有问题我们给您换货", Awaited::Delivered, "3d"),
        ("We will refund you within 3 days of receiving it.", Awaited::GoodsBack, "3d"),
        (
            "You'll get it: we will pay within 2 working days after we receive the goods",
            Awaited::GoodsBack,
            "2wd",
        ),
        ("I'll call you within 24 hours of delivery", Awaited::Delivered, "1d"),
    ] {
        assert_eq!(after(text), Some((event, rule.to_owned())), "{text}");
    }
    for text in ["三个工作日内退款给您", "We will refund you within 3 days.", "明天收到后给您回复"]
    {
        assert_eq!(after(text), None, "{text}");
    }
}

#[test]
fn each_sentence_is_a_promise_of_its_own() {
    assert_eq!(dues("今天给您补发。运费三个工作日内退给您！"), ["22 22:00", "25 22:00"]);
}

proptest! {
    #[test]
    fn whatever_is_typed_nothing_past_is_promised(text in ".{0,200}") {
        for one in pledges(&text, now(), &Calendar::default()) {
            prop_assert!(one.due > now());
            prop_assert!(text.get(one.range).is_some());
        }
    }

    #[test]
    fn numbers_are_read_whole(n in 1u32..100) {
        let text = format!("{n}个工作日内退款");
        let found = pledges(&text, now(), &Calendar::default());
        prop_assert_eq!(found[0].due, Calendar::default().close_of_day(now(), n));
    }
}
