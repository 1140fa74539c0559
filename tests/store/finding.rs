//! Cases and messages are found again: by buyer and order, page by page, in the queue.

use super::bench::{act, append, at, folder, opened, said};
use redress::domain::*;
use redress::store::{Access, CaseFile, OpenCount, QueuePage, Window};

#[test]
fn conversations_find_their_case() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    let (keyed, _) = append(&mut file, act(None, 0, vec![opened("张三", Some("ext-1"))]));
    let noted = |no: &str| Event::OrderNoted {
        order: Order { no: OrderNo::new(no), title: None, amount: None },
    };
    let (pasted, _) = append(&mut file, act(None, 0, vec![opened("张三", None), noted("1001")]));
    let (newest, _) = append(&mut file, act(None, 0, vec![opened("张三", None), noted("1002")]));
    let closed =
        Event::CaseClosed { result: CloseResult::Settled, words: String::new(), ending: None };
    append(&mut file, act(Some(keyed), 1, vec![closed]));
    let find = |key, buyer, order: Option<&str>| {
        let order = order.map(OrderNo::new);
        file.find_case(key, Platform::Taobao, &BuyerName::new(buyer), order.as_ref()).unwrap()
    };
    assert_eq!(find(Some("ext-1"), "别人", None), Some(keyed), "by key, even when closed");
    assert_eq!(find(None, "张三", Some("1001")), Some(pasted));
    assert_eq!(find(None, "张三", None), Some(newest));
    assert_eq!(find(None, "张三", Some("1003")), None, "another order is another complaint");
    assert_eq!(find(Some("ext-2"), "张三", None), None, "another key is another complaint");
    assert_eq!(find(Some("ext-2"), "张三", Some("1002")), Some(newest));
    assert_eq!(find(None, "李四", None), None);
    let history =
        file.buyer_history(Platform::Taobao, &BuyerName::new("张三"), Some(newest), 9).unwrap();
    assert_eq!(history.iter().map(|case| case.id).collect::<Vec<_>>(), [pasted, keyed]);
    assert_eq!(history[1].result, Some(CloseResult::Settled));
}

#[test]
fn windows_visit_every_message_once_in_order() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    // Many at the same second, and a later stretch with earlier times.
    let later: Vec<_> = (0..157).map(|i| (Author::Buyer, 50 + i / 10, "晚")).collect();
    let earlier: Vec<_> = (0..44).map(|i| (Author::Agent, 40 + i / 3, "早")).collect();
    let events = vec![opened("张三", None), said(1, &later), said(158, &earlier)];
    let (case, _) = append(&mut file, act(None, 0, events));

    let mut back = Vec::new();
    let mut window = Window::Newest;
    loop {
        let page = file.messages(case, window, 17, 100).unwrap();
        assert_eq!(page.more_after, window != Window::Newest);
        let first = &page.messages[0];
        window = Window::Before(first.at, first.no);
        let mut places: Vec<_> = page.messages.iter().map(|m| (m.at, m.no)).collect();
        places.append(&mut back);
        back = places;
        if !page.more_before {
            break;
        }
    }
    assert_eq!(back.len(), 201);
    assert!(back.is_sorted() && back.windows(2).all(|two| two[0] != two[1]));

    let mut forth = vec![back[0]];
    loop {
        let (at, no) = forth[forth.len() - 1];
        let page = file.messages(case, Window::After(at, no), 17, 100).unwrap();
        assert!(page.more_before);
        forth.extend(page.messages.iter().map(|m| (m.at, m.no)));
        if !page.more_after {
            break;
        }
    }
    assert_eq!(forth, back);
}

#[test]
fn the_queue_pages_through_every_open_case_by_due_date_and_heat() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    file.batch(|batch| {
        for i in 0..90_u32 {
            let mut events = vec![opened(&format!("买家{i}"), None)];
            if i % 3 != 0 {
                let due = at(i64::from(i % 7) * 60);
                events.push(Event::TimerStarted {
                    timer: TimerId::from("answer"),
                    due,
                    warn: Vec::new(),
                    scope: redress::domain::TimerScope::Shop,
                });
            }
            events.push(Event::MoodSet { mood: Mood::ALL[i as usize % 5] });
            if i % 10 == 0 {
                let result = CloseResult::Void;
                events.push(Event::CaseClosed { result, words: String::new(), ending: None });
            }
            batch.append(act(None, 0, events))?;
        }
        Ok(())
    })
    .unwrap();
    let mut rows = Vec::new();
    loop {
        let after = rows.last().map(|row: &redress::store::QueueRow| row.key);
        let page = file.queue(QueuePage { limit: 8, after }).unwrap();
        if page.is_empty() {
            break;
        }
        rows.extend(page);
    }
    let order: Vec<_> = rows
        .iter()
        .map(|row| {
            (row.due.map_or(i64::MAX, |due| due.at.as_millis()), 4 - row.mood as i64, row.id)
        })
        .collect();
    assert_eq!(order.len(), 81);
    assert!(order.is_sorted());
    assert_eq!(file.open_count(500).unwrap(), OpenCount::Exactly(81));
    assert_eq!(file.open_count(80).unwrap(), OpenCount::MoreThan(80));
    assert_eq!(file.open_count(81).unwrap(), OpenCount::Exactly(81));
}

/// A closed case of somebody who said this; its end in the agent's words.
fn closed(file: &mut CaseFile, buyer: &str, text: &str, words: &str, reply: &str) -> CaseId {
    let sent = Event::ReplySent {
        no: MessageNo(2),
        body: Body::new(RawText::new("好的")),
        replies: vec![ReplyId::from(reply)],
        ticks: Vec::new(),
        sets: Vec::new(),
        attached: Vec::new(),
        statement: false,
        way: SendWay::Recorded,
        undo_until: at(100),
    };
    let result = CloseResult::Settled;
    let closed = Event::CaseClosed { result, words: words.to_owned(), ending: None };
    let events = vec![opened(buyer, None), said(1, &[(Author::Buyer, 0, text)]), sent, closed];
    append(file, act(None, 0, events)).0
}

#[test]
fn like_cases_are_found_by_what_was_said_once_the_wish_is_known_and_name_nobody() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    let cup = closed(&mut file, "张三", "杯子收到就碎成两半", "给张三补发，电话13812345678", "a");
    let bill = closed(&mut file, "李四", "发票抬头开错了", "重开发票", "b");
    let own = closed(&mut file, "王五", "杯子碎了", "自己的", "a");
    let begun = vec![opened("王五", None), said(1, &[(Author::Buyer, 0, "收到杯子碎了，补一个")])];
    let (case, records) = append(&mut file, act(None, 0, begun));
    let state = file.load(case).unwrap().unwrap();
    assert!(file.glance(&state).unwrap().similar.is_empty(), "the wish is not known");
    let wish = Event::FactRecorded {
        fact: FactId::from("wish"),
        value: FactValue::Text("补发".into()),
        status: FactStatus::Claimed,
        source: Some(MessageNo(1)),
    };
    append(&mut file, act(Some(case), u32::try_from(records.len()).unwrap(), vec![wish]));
    let state = file.load(case).unwrap().unwrap();
    let glance = file.glance(&state).unwrap();
    let found: Vec<CaseId> = glance.similar.iter().map(|one| one.id).collect();
    assert_eq!(found.first(), Some(&cup));
    assert!(!found.contains(&own), "the buyer's own cases stand elsewhere");
    let first = &glance.similar[0];
    assert_eq!(first.words.as_str(), "给…补发，电话…");
    assert_eq!(first.replies, [ReplyId::from("a")]);
    let likes = |id| glance.similar.iter().find(|one| one.id == id).map_or(0, |one| one.like);
    assert!(likes(cup) > likes(bill), "{found:?}");
}

#[test]
fn what_the_shop_sends_is_counted_and_what_was_taken_back_is_not() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    for buyer in ["甲", "乙"] {
        closed(&mut file, buyer, "碎了", "", "often");
    }
    let case = closed(&mut file, "丙", "碎了", "", "once");
    let times = |file: &CaseFile, reply: &str| {
        let habits = file.habits().unwrap();
        habits.iter().find(|habit| habit.reply.as_str() == reply).map_or(0, |habit| habit.times)
    };
    assert_eq!((times(&file, "often"), times(&file, "once")), (2, 1));
    let version = file.load(case).unwrap().unwrap().version.0;
    let back = Event::ReplyRetracted { no: MessageNo(2), waiting_since: None };
    append(&mut file, act(Some(case), version, vec![back]));
    assert_eq!(times(&file, "once"), 0);
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
}

#[test]
fn a_filter_looks_a_stretch_at_a_time_and_finds_the_same() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    for n in 0..23 {
        let (case, _) = append(&mut file, act(None, 0, vec![opened(&format!("买家{n}"), None)]));
        if n % 4 == 0 {
            append(&mut file, act(Some(case), 1, vec![Event::MoodSet { mood: Mood::Angry }]));
        }
    }
    let (filter, now) = (Filter::parse("mood>=angry").unwrap(), at(500));
    let whole = QueuePage { limit: 50, after: None };
    let all = file.queue_of(&filter, now, whole, u32::MAX).unwrap();
    assert_eq!((all.rows.len(), all.looked, all.more), (6, 23, false));
    for look in [1, 2, 5, 23] {
        let (mut rows, mut looked, mut after) = (Vec::new(), 0, None);
        loop {
            let found = file.queue_of(&filter, now, QueuePage { limit: 50, after }, look).unwrap();
            assert!(found.looked <= look, "{look}");
            rows.extend(found.rows);
            (looked, after) = (looked + found.looked, found.last);
            if !found.more {
                break;
            }
        }
        assert_eq!((&rows, looked), (&all.rows, 23), "{look} at a time");
    }
}
