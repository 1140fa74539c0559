use super::*;
use crate::domain::{
    AgentName, BuyerName, CaseId, Due, DueKind, Event, Issue, Mood, Order, OrderNo, Platform,
    PlaybookRef, Recorded, Stamp, Version, fold,
};
use crate::exchange::encoding::Encoding;
use crate::exchange::outcome::{BadReason, BadRow, Sides, Totals};

fn at(text: &str) -> Stamp {
    Stamp::parse(text).unwrap()
}

fn record(version: u32, event: Event) -> Recorded {
    Recorded {
        case: CaseId(7),
        version: Version(version),
        at: at("2026-11-22T10:00:00+08:00"),
        agent: AgentName::new("小林"),
        event,
    }
}

fn events() -> Vec<Recorded> {
    let playbook = PlaybookRef { id: "core".into(), version: "0123456789ab".into() };
    let opened = Event::CaseOpened {
        key: Some("ext-1".into()),
        platform: Platform::Taobao,
        buyer: BuyerName::new("青柠\u{1b}[31m\u{202e}不加冰"),
        issue: Issue::new("damage"),
        playbook,
        step: "ack".into(),
    };
    let order = Order { no: OrderNo::new("330188428842"), title: None, amount: None };
    vec![
        record(1, opened),
        record(2, Event::OrderNoted { order }),
        record(3, Event::MoodSet { mood: Mood::Angry }),
    ]
}

#[test]
fn the_shape_of_an_act_stands() {
    let all = events();
    let state = fold(CaseId(7), &all).unwrap();
    let document =
        ActDocument::new(&state, all.iter().map(|one| &one.event), at("2026-11-22T02:00:00Z"));
    assert_eq!(
        to_line(&document).unwrap(),
        r#"{"format":"redress.act/1","case":7,"version":3,"events":["case-opened","order-noted","mood-set"],"step":"ack","open":true,"due":null}"#
    );
}

#[test]
fn the_shape_of_a_case_stands_and_its_texts_are_clean() {
    let state = fold(CaseId(7), &events()).unwrap();
    let line = to_line(&CaseDocument::new(&state, at("2026-11-22T02:00:00Z"))).unwrap();
    assert_eq!(
        line,
        concat!(
            r#"{"format":"redress.case/1","now":"2026-11-22T02:00:00.000Z","case":{"id":7,"version":3,"#,
            r#""key":"ext-1","open":true,"closed":null,"platform":"taobao","buyer":"青柠不加冰","#,
            r#""order":{"no":"330188428842","title":null,"amount_fen":null},"issue":"damage","#,
            r#""mood":"angry","buyer_type":null,"playbook":{"id":"core","version":"0123456789ab"},"step":"ack","#,
            r#""visits":[{"step":"ack","reason":null,"at":"2026-11-22T02:00:00.000Z","passed":[]}],"reopened":[],"facts":{},"#,
            r#""checks":[],"exhibits":[],"promises":[],"settling":{"verdict":null,"wish":null,"options":[],"offered":[],"chosen":null,"#,
            r#""said":[],"figures":{},"offers":[],"approvals":[],"payments":[],"paid_fen":0,"return_check":{},"#,
            r#""marks":[],"points":[]},"timers":[],"sent":[],"due":null,"waiting_since":null,"#,
            r#""buyer_messages":0,"agent_messages":0,"opened_at":"2026-11-22T02:00:00.000Z","#,
            r#""changed_at":"2026-11-22T02:00:00.000Z"},"step":null,"money":null,"replies":[],"messages":[],"#,
            r#""more_messages":false}"#
        )
    );
}

#[test]
fn the_shape_of_the_queue_stands() {
    let now = at("2026-11-22T02:00:00Z");
    let due = Due { at: at("2026-11-22T01:57:30Z"), kind: DueKind::Answer };
    let row = QueueRecord {
        case: CaseId(7),
        buyer: Shown::new("青柠"),
        platform: Platform::Taobao,
        issue: Issue::new("damage"),
        mood: Mood::Angry,
        playbook: "core".into(),
        step: "ack".into(),
        order_tail: Some(Shown::new("8842")),
        due: Some(DueRecord::new(due, now)),
        exposure_fen: crate::domain::Fen(5_900),
        exposure_reckoned: true,
        opened_at: Stamp::from_millis(0),
        snoozed: false,
        waits_for: None,
        breaches: 0,
        open: true,
        waiting_since: None,
        last_at: None,
        snippet: Shown::new("碎了"),
    };
    assert_eq!(
        to_line(&QueueDocument::new(now, vec![row], false)).unwrap(),
        concat!(
            r#"{"format":"redress.queue/2","now":"2026-11-22T02:00:00.000Z","cases":[{"case":7,"#,
            r#""buyer":"青柠","platform":"taobao","issue":"damage","mood":"angry","playbook":"core","#,
            r#""step":"ack","order_tail":"8842","due":{"at":"2026-11-22T01:57:30.000Z","#,
            r#""kind":"answer","minutes_left":-2,"overdue":true},"exposure_fen":5900,"exposure_reckoned":true,"#,
            r#""opened_at":"1970-01-01T00:00:00.000Z","snoozed":false,"waits_for":null,"#,
            r#""breaches":0,"open":true,"waiting_since":null,"#,
            r#""last_at":null,"snippet":"碎了"}],"more":false}"#
        )
    );
}

#[test]
fn an_import_names_its_bad_rows() {
    let totals = Totals {
        reader: "jsonl",
        encoding: Encoding::Utf8Bom,
        sides: Sides::Known,
        messages: 3,
        bad: 1,
        skipped: 0,
        stopped: false,
    };
    let bad = [BadRow::new(4, BadReason::MissingKey { key: "text" }, "{\"case\":\u{1b}[2J1}")];
    let line = to_line(&ImportDocument::new("a.jsonl", &totals, &bad)).unwrap();
    assert_eq!(
        line,
        concat!(
            r#"{"format":"redress.import/1","file":"a.jsonl","reader":"jsonl","encoding":"UTF-8 BOM","#,
            r#""written":false,"cases_opened":0,"cases_grown":0,"messages_new":0,"messages_known":0,"#,
            r#""lines_skipped":0,"sides":null,"bad_rows":1,"bad":[{"line":4,"reason":"missing-key","#,
            r#""detail":"the key 'text' is missing","excerpt":"{\"case\":1}"}]}"#
        )
    );
}

#[test]
fn a_refusal_names_reason_and_way_out() {
    let mut document = RefusalDocument::new(Some(CaseId(7)), "missing", "还缺照片", "先记录");
    document.missing.push(MissingRecord {
        kind: "fact",
        id: Some(Shown::new("photos")),
        text: Shown::new("有照片吗？"),
    });
    assert_eq!(
        to_line(&document).unwrap(),
        concat!(
            r#"{"format":"redress.refusal/1","case":7,"refused":"missing","reason":"还缺照片","#,
            r#""way_out":"先记录","missing":[{"kind":"fact","id":"photos","text":"有照片吗？"}]}"#
        )
    );
}

#[test]
fn verify_and_playbooks_name_their_format() {
    let verify = to_line(&VerifyDocument::new("shop.redress")).unwrap();
    assert!(
        verify.starts_with(r#"{"format":"redress.verify/1","file":"shop.redress","holds":true"#)
    );
    let playbooks = to_line(&PlaybooksDocument::new(Vec::new(), Vec::new())).unwrap();
    assert_eq!(playbooks, r#"{"format":"redress.playbooks/1","playbooks":[],"shelves":[]}"#);
}
