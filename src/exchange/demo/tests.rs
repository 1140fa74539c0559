use super::*;
use std::collections::BTreeSet;

fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3_600).unwrap()
}

#[test]
fn the_shipped_cases_are_read() {
    let cases = demo_cases().unwrap();
    assert!((14..=20).contains(&cases.len()), "{}", cases.len());
    let keys: BTreeSet<&str> = cases.iter().map(|case| case.key.as_str()).collect();
    assert_eq!(keys.len(), cases.len(), "keys are unique");
    let platforms: BTreeSet<Platform> = cases.iter().map(|case| case.platform).collect();
    assert!(platforms.len() >= 3);
    let closed =
        |case: &&DemoCase| case.script.iter().any(|act| matches!(act.deed, DemoDeed::Close { .. }));
    assert_eq!(cases.iter().filter(closed).count(), 2);
    for mood in Mood::ALL {
        let has = |case: &DemoCase| case.script.iter().any(|act| act.deed == DemoDeed::Mood(mood));
        assert!(mood == Mood::Calm || cases.iter().any(has), "nobody is {mood:?}");
    }
}

#[test]
fn everything_is_in_both_languages() {
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for case in demo_cases().unwrap() {
        let mut words = vec![case.buyer.clone(), case.order.title.clone()];
        words.extend(case.messages.iter().map(|message| message.text.clone()));
        for act in &case.script {
            match &act.deed {
                DemoDeed::Exhibit { what: text, .. }
                | DemoDeed::Note(text)
                | DemoDeed::Promise { what: text, .. }
                | DemoDeed::Close { words: text, .. } => words.push(text.clone()),
                DemoDeed::Tool { quote, .. } => {
                    words.extend(quote.zh.is_some().then(|| quote.clone()));
                }
                DemoDeed::Record { .. }
                | DemoDeed::Reply(_)
                | DemoDeed::Check(..)
                | DemoDeed::Mood(_)
                | DemoDeed::BuyerType(_)
                | DemoDeed::Enter(_)
                | DemoDeed::Advance
                | DemoDeed::KeepAll => {}
            }
        }
        for text in words {
            let (zh, en) = (text.zh.unwrap(), text.en.unwrap());
            assert!(!zh.is_empty() && !en.is_empty() && !chinese(&en), "{}: {en}", case.key);
        }
        assert!((4..=14).contains(&case.messages.len()), "{}", case.key);
    }
}

/// Whenever the demo is started, nobody answers before they were asked.
#[test]
fn times_rise_and_lie_in_the_past_at_every_hour_of_the_day() {
    for hour in 0..24 {
        let now = Stamp::parse(&format!("2026-11-22T{hour:02}:07:00+08:00")).unwrap();
        for case in demo_cases().unwrap() {
            let said: Vec<Stamp> =
                case.messages.iter().map(|message| message.at.resolve(now, zone())).collect();
            let done: Vec<Stamp> =
                case.script.iter().map(|act| act.at.resolve(now, zone())).collect();
            assert!(said.is_sorted(), "{} at {hour}", case.key);
            assert!(done.is_sorted(), "{} at {hour}", case.key);
            assert!(said.iter().chain(&done).all(|at| *at <= now), "{} at {hour}", case.key);
            assert!(said.first() <= done.first() || done.is_empty(), "{} at {hour}", case.key);
        }
    }
}

#[test]
fn the_order_of_moments_is_the_same_at_every_hour() {
    let order = |hour: u32| -> Vec<String> {
        let now = Stamp::parse(&format!("2026-11-22T{hour:02}:07:00+08:00")).unwrap();
        let cases = demo_cases().unwrap();
        let all = cases.iter().flat_map(|case| case.moments(now, zone()));
        all.map(|(_, moment)| format!("{moment:?}")).collect()
    };
    let noon = order(12);
    for hour in 0..24 {
        assert!(order(hour) == noon, "another order at {hour}");
    }
}

#[test]
fn a_wrong_file_is_named() {
    assert!(matches!(read_demo("case = 1"), Err(DemoError::Format(_))));
    let shipped = include_str!("../../../assets/demo/cases.toml");
    let check = shipped.replacen("check = \"vent/", "check = \"vent-", 1);
    assert!(matches!(read_demo(&check), Err(DemoError::Check { .. })));
    let amount = shipped.replacen("amount = \"", "amount = \"about ", 1);
    assert!(matches!(read_demo(&amount), Err(DemoError::Amount { .. })));
    let time = shipped.replacen(", at = \"-", ", at = \"", 1);
    assert!(matches!(read_demo(&time), Err(DemoError::Format(_))));
}
