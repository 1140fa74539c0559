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
