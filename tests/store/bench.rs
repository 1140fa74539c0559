//! A case file on the bench: acts in a few words, and one case that was worked on.

use redress::domain::*;
use redress::store::{Access, Act, CaseFile, Outcome};
use std::path::{Path, PathBuf};

pub(crate) fn at(seconds: i64) -> Stamp {
    Stamp::from_millis(1_700_000_000_000).plus(Span::seconds(seconds))
}

pub(crate) fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    (folder, path)
}

pub(crate) fn playbook() -> PlaybookRef {
    PlaybookRef { id: PlaybookId::from("core"), version: "0123456789ab".into() }
}

pub(crate) fn opened(buyer: &str, key: Option<&str>) -> Event {
    Event::CaseOpened {
        key: key.map(str::to_owned),
        platform: Platform::Taobao,
        buyer: BuyerName::new(buyer),
        issue: Issue::new("damage"),
        playbook: playbook(),
        step: StepId::from("calm"),
    }
}

pub(crate) fn said(first: u32, texts: &[(Author, i64, &str)]) -> Event {
    let messages = texts.iter().map(|(author, seconds, text)| NewMessage {
        author: *author,
        speaker: None,
        at: at(*seconds),
        timed: true,
        text: RawText::new(*text),
    });
    Event::MessagesReceived { stretch: Stretch::new(MessageNo(first), messages.collect()).unwrap() }
}

pub(crate) fn act(case: Option<CaseId>, expected: u32, events: Vec<Event>) -> Act {
    Act {
        case,
        expected: Version(expected),
        events,
        agent: AgentName::new("小林"),
        at: at(100),
        clear_draft: None,
        pin: None,
    }
}

pub(crate) fn append(file: &mut CaseFile, act: Act) -> (CaseId, Vec<Recorded>) {
    match file.append(act).unwrap() {
        Outcome::Appended { case, records } => (case, records),
        Outcome::Conflict { .. } => panic!("a conflict"),
    }
}

/// A file with one case: two messages, a reply with its promise and timer, a fact, a tick, an order.
pub(crate) fn worked(path: &Path) -> (CaseFile, CaseId) {
    let mut file = CaseFile::open(path, Access::Write).unwrap();
    let received = said(1, &[(Author::Buyer, 0, "杯子碎了"), (Author::System, 1, "退款发起")]);
    let (case, _) = append(&mut file, act(None, 0, vec![opened("张三", None), received]));
    let no = MessageNo(3);
    let events = vec![
        Event::ReplySent {
            no,
            body: Body::new(RawText::new("马上为您处理")),
            replies: vec![ReplyId::from("sorry")],
            ticks: Vec::new(),
            sets: Vec::new(),
            attached: Vec::new(),
            statement: false,
            way: SendWay::Osc52,
            undo_until: at(110),
        },
        Event::PromiseMade {
            no: PromiseNo(1),
            what: "今天答复".into(),
            due: at(3_600),
            message: Some(no),
            after: None,
        },
        Event::TimerStarted {
            timer: TimerId::from("answer"),
            due: at(1_800),
            warn: Vec::new(),
            scope: redress::domain::TimerScope::Shop,
        },
        Event::FactRecorded {
            fact: FactId::from("photos"),
            value: FactValue::Bool(true),
            status: FactStatus::Confirmed,
            source: Some(MessageNo(1)),
        },
        Event::CheckSet { step: StepId::from("calm"), check: CheckId::from("seen"), done: true },
        Event::OrderNoted {
            order: Order {
                no: OrderNo::new("88421234"),
                title: Some("玻璃杯".into()),
                amount: Some(Fen(5_900)),
            },
        },
    ];
    append(&mut file, act(Some(case), 2, events));
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
    (file, case)
}
