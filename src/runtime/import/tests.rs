use super::*;
use crate::desk::{Command, Desk, Policy, decide};
use crate::domain::{
    AgentName, Author, BuyerName, CaseId, CloseResult, Lang, NewMessage, OrderNo, Platform,
    RawText, Version,
};
use crate::playbook::Library;
use crate::standard::Standards;
use crate::store::{Act, Outcome};

struct Place {
    _folder: tempfile::TempDir,
    file: CaseFile,
    library: Library,
    policy: Policy,
    shelf: Standards,
    agent: AgentName,
}

static SIGNALS: std::sync::LazyLock<crate::guide::Signals> =
    std::sync::LazyLock::new(crate::guide::Signals::shipped);

fn now() -> Stamp {
    Stamp::parse("2026-11-22T10:00:00+08:00").unwrap()
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            file: CaseFile::open(&folder.path().join("f"), Access::Write).unwrap(),
            _folder: folder,
            library: Library::new(Library::shipped()),
            policy: Policy::default(),
            shelf: Standards::shipped(),
            agent: AgentName::new("Lin"),
        }
    }

    fn take(&mut self, pieces: Vec<Conversation>) -> Taken {
        let intake = Intake::new(
            &self.library,
            (&self.policy, &self.shelf),
            &self.agent,
            &SIGNALS,
            (Lang::Zh, now()),
        );
        conversations(&mut self.file, pieces, intake).unwrap()
    }

    fn act(&mut self, case: CaseId, command: Command) {
        let state = self.file.load(case).unwrap().unwrap();
        let playbook = self.library.get(&state.playbook.id).unwrap();
        let (policy, agent) = (&self.policy, &self.agent);
        let desk = Desk {
            playbook: &playbook,
            policy,
            agent,
            lang: Lang::Zh,
            now: now(),
            library: None,
            earlier_cases: 0,
            paid_elsewhere: &[],
            shelf: None,
            guard: None,
        };
        let events = decide(&state, command, &desk).unwrap();
        let act = Act {
            case: Some(case),
            expected: state.version,
            events,
            agent: self.agent.clone(),
            at: now(),
            clear_draft: None,
            pin: None,
        };
        assert!(matches!(self.file.append(act).unwrap(), Outcome::Appended { .. }));
    }
}

fn said(second: i64, text: &str) -> NewMessage {
    NewMessage {
        author: Author::Buyer,
        speaker: None,
        at: Stamp::from_millis(second * 1_000),
        timed: true,
        text: RawText::new(text),
    }
}

fn log(key: Option<&str>, order: Option<&str>, messages: Vec<NewMessage>) -> Conversation {
    Conversation {
        key: key.map(str::to_owned),
        platform: Platform::Taobao,
        buyer: BuyerName::new("小北"),
        order: order.map(OrderNo::new),
        messages,
    }
}

#[test]
fn equal_lines_in_two_pieces_of_one_import_stay_two() {
    let mut place = Place::new();
    let piece = || log(Some("k"), None, vec![said(1, "催")]);
    let taken = place.take(vec![piece(), piece()]);
    assert_eq!((taken.opened, taken.grown, taken.fresh, taken.known), (1, 0, 2, 0));
    let again = place.take(vec![piece(), piece(), piece()]);
    assert_eq!((again.grown, again.fresh, again.known), (1, 1, 2));
}

#[test]
fn a_conversation_with_a_new_order_is_a_new_case_and_one_without_joins() {
    let mut place = Place::new();
    place.take(vec![log(None, None, vec![said(1, "杯子碎了")])]);
    let taken = place.take(vec![log(None, Some("8842"), vec![said(2, "在吗")])]);
    assert_eq!((taken.opened, taken.grown), (0, 1));
    let state = place.file.load(CaseId(1)).unwrap().unwrap();
    assert_eq!(state.order.map(|order| order.no), Some(OrderNo::new("8842")));
    let taken = place.take(vec![log(None, Some("9911"), vec![said(3, "发票")])]);
    assert_eq!((taken.opened, taken.last), (1, Some(CaseId(2))));
}

#[test]
fn a_closed_case_is_taken_up_by_its_own_log_only() {
    let mut place = Place::new();
    place.take(vec![log(None, None, vec![said(1, "杯子碎了")])]);
    let close = Command::Close { result: CloseResult::Void, words: "误开".into(), despite: None };
    place.act(CaseId(1), close);
    let other = place.take(vec![log(None, None, vec![said(500, "想问下发票")])]);
    assert_eq!((other.opened, other.last), (1, Some(CaseId(2))));
    let close = Command::Close { result: CloseResult::Void, words: "误开".into(), despite: None };
    place.act(CaseId(2), close);
    let longer = vec![said(500, "想问下发票"), said(900, "在吗")];
    let taken = place.take(vec![log(None, None, longer)]);
    assert_eq!((taken.opened, taken.grown, taken.fresh), (0, 1, 1));
    assert!(place.file.load(CaseId(2)).unwrap().unwrap().is_open(), "the buyer wrote again");
}

#[test]
fn a_conversation_without_a_buyer_gives_the_whole_import_up() {
    let mut place = Place::new();
    let nobody = Conversation { buyer: BuyerName::new(" "), ..log(None, None, vec![said(2, "x")]) };
    let intake = Intake::new(
        &place.library,
        (&place.policy, &place.shelf),
        &place.agent,
        &SIGNALS,
        (Lang::Zh, now()),
    );
    let all = vec![log(Some("a"), None, vec![said(1, "x")]), nobody];
    let refused = conversations(&mut place.file, all, intake);
    assert!(matches!(refused, Err(ImportError::Refused { .. })), "{refused:?}");
    assert_eq!(place.file.load(CaseId(1)), Ok(None));
}

#[test]
fn a_case_keeps_the_playbook_it_began_with() {
    let mut place = Place::new();
    place.take(vec![log(None, None, vec![said(1, "你们答应退运费的")])]);
    let state = place.file.load(CaseId(1)).unwrap().unwrap();
    assert_eq!(state.issue.as_str(), "promise");
    assert_eq!(state.version, Version(4));
    let pinned = place.file.pinned(&state.playbook).unwrap().unwrap();
    assert!(pinned.contains(&state.playbook.version));
}
