use super::console::{Console, one_case, said, started};
use crate::app::{Confirm, Effect, Msg, Overlay, Reloaded, update};
use crate::desk::Command;
use crate::domain::{Author, CaseId, FactStatus, FactValue, Filter, Mood, Span};
use crate::playbook::{Library, Origin, Source};
use crate::store::{Answer, DraftKind as Kept, Found, Job};

const FIRST: CaseId = CaseId(1);

fn buyer_writes(console: &Console, case: CaseId) {
    let message = said(Author::Buyer, console.model.now, "在吗");
    console.elsewhere(case, Command::Receive(vec![message]));
}

#[test]
fn a_conflict_keeps_the_draft_and_tells() {
    let mut console = one_case();
    console.press("1");
    let draft = console.reply().to_owned();
    console.elsewhere(FIRST, Command::Mood(Mood::Uneasy));
    console.press("ctrl-s");
    assert_eq!(console.reply(), draft);
    assert!(console.told().contains("阿杰"), "{}", console.told());
    assert!(console.clipboard.is_empty());
    assert_eq!(console.sent(1), 0);
    assert_eq!(console.open().state.mood, Mood::Uneasy, "what happened is on screen");
    console.wait(Span::seconds(1));
    assert_eq!(console.kept(1, Kept::Reply), draft);
    // Having seen it, the person decides anew.
    console.press("ctrl-s");
    assert_eq!(console.sent(1), 1);
}

#[test]
fn words_that_no_longer_fit_are_not_sent_and_own_words_are() {
    let mut console = one_case();
    console.press("1");
    console.elsewhere(FIRST, Command::Mood(Mood::Angry));
    // The first is told of the other window; the second looks at the case as it is now.
    console.press("ctrl-s ctrl-s");
    assert_eq!(console.sent(1), 0);
    assert!(console.told().contains("现在不适用"), "{}", console.told());
    assert!(!console.reply().is_empty(), "what was written is still there");
    while !console.reply().is_empty() {
        console.press("ctrl-e backspace");
    }
    console.types("我在，您慢慢说");
    console.press("ctrl-s");
    assert_eq!(console.sent(1), 1);
}

#[test]
fn acts_behind_a_conflict_are_not_done() {
    let mut console = one_case();
    console.press("1");
    console.elsewhere(FIRST, Command::Mood(Mood::Angry));
    console.rush("ctrl-s f4");
    console.settle();
    assert_eq!(console.open().state.step.as_str(), "ack");
}

#[test]
fn what_another_window_does_shows_after_the_look() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter");
    console.types("写到一半");
    buyer_writes(&console, FIRST);
    console.elsewhere(CaseId(2), Command::Mood(Mood::Angry));
    console.wait(Span::seconds(2));
    assert_eq!(console.open().thread.messages.len(), 2);
    assert_eq!(console.reply(), "写到一半");
    let other = console.model.queue.entries.iter().find(|entry| entry.case == CaseId(2));
    assert_eq!(other.map(|entry| entry.mood), Some(Mood::Angry));
}

#[test]
fn the_file_is_looked_at_once_a_second() {
    let mut console = one_case();
    console.wait(Span::seconds(2));
    console.asked();
    console.wait(Span::millis(500));
    assert_eq!(console.asked(), Vec::<&str>::new());
    console.wait(Span::millis(500));
    assert_eq!(console.asked(), ["look"]);
}

#[test]
fn a_look_does_not_call_the_person_back_from_the_case_that_is_coming() {
    let mut console = started(&["小鱼", "阿水"]);
    buyer_writes(&console, FIRST);
    console.hear(Msg::Tick(console.model.now.plus(Span::seconds(2))));
    let looked = console.performs("look");
    console.rush("down");
    console.hear(looked);
    console.settle();
    assert_eq!(console.buyer(), "阿水");
}

#[test]
fn a_playbook_chosen_elsewhere_is_the_one_that_counts_here() {
    let mut console = one_case();
    console.elsewhere(FIRST, Command::Choose(super::console::playbook("pre-escalation")));
    console.press("f5 down enter");
    assert!(console.told().contains("阿杰"), "{}", console.told());
    let book = console.open().playbook.as_ref().expect("compiled");
    assert_eq!(book.reference.id.as_str(), "pre-escalation");
    console.press("1 ctrl-s");
    assert_eq!(console.sent(1), 1);
}

#[test]
fn a_playbook_chosen_here_counts_at_once() {
    let mut console = one_case();
    console.press("f9");
    let Some(Overlay::Playbooks(choice)) = console.model.overlays.last() else { panic!("open") };
    let found = choice.found();
    assert_eq!(found[choice.selected].id.as_str(), "core", "the cursor is on the one in force");
    assert!(found.len() > 20 && found.iter().filter(|row| row.spine).count() >= 5);
    console.types("promise-breach");
    console.press("enter");
    let Some(Overlay::Page(page)) = console.model.overlays.last() else { panic!("its page") };
    assert!(page.book.is_some(), "its steps are there to be read");
    console.press("enter");
    assert!(matches!(
        console.model.overlays.last(),
        Some(Overlay::Confirm(Confirm::Playbook(id))) if id.as_str() == "promise-breach"
    ));
    console.press("enter");
    assert!(console.model.overlays.is_empty());
    assert_eq!(console.open().state.playbook.id.as_str(), "promise-breach");
    let book = console.open().playbook.as_ref().expect("compiled");
    assert_eq!(book.reference, console.open().state.playbook);
    let title = book.title.get(console.model.lang).to_owned();
    assert!(console.told().contains(&title), "{}", console.told());
    assert_eq!(console.open().playbook_title, title);
}

#[test]
fn a_playbook_is_for_the_case_it_was_chosen_for() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter f9");
    console.types("pre-escalation");
    console.press("enter enter");
    console.rush("enter");
    let compiled = console.performs("compile-newest");
    console.press("ctrl-g down");
    console.hear(compiled);
    console.settle();
    assert_eq!(console.buyer(), "阿水");
    assert_eq!(console.open().state.playbook.id.as_str(), "core");
}

#[test]
fn a_fact_recorded_elsewhere_changes_what_is_missing_here() {
    let mut console = one_case();
    let record = Command::Record {
        fact: "problem".into(),
        value: FactValue::Text("碎了".into()),
        status: FactStatus::Claimed,
        source: None,
    };
    console.elsewhere(FIRST, record);
    console.wait(Span::seconds(2));
    assert!(console.open().state.facts.contains_key("problem"));
}

#[test]
fn a_read_only_file_refuses_and_loses_nothing() {
    let mut console = one_case();
    console.model.file.read_only = true;
    console.asked();
    for keys in ["1 ctrl-s", "ctrl-n", "f4", "ctrl-g ctrl-b", "f8"] {
        console.model.toast = None;
        console.press(keys);
        assert_eq!(console.told(), console.model.strings.notice.read_only, "{keys}");
    }
    console.wait(Span::millis(700));
    assert!(!console.asked().iter().any(|name| ["append", "draft"].contains(name)));
    assert!(console.reply().contains("小林"), "the words can still be copied by hand");
}

#[test]
fn a_file_that_says_no_keeps_the_draft() {
    let mut console = one_case();
    console.press("1");
    let draft = console.reply().to_owned();
    console.rush("ctrl-s ctrl-n");
    let Some(crate::app::Effect::Store(id, _)) = console.pending.pop_front() else {
        panic!("an act")
    };
    console.hear(Msg::Answered(id, Box::new(Err(crate::store::StoreError::Stopped))));
    console.settle();
    assert_eq!(console.reply(), draft);
    assert!(console.clipboard.is_empty());
    console.wait(Span::seconds(1));
    assert_eq!(console.kept(1, Kept::Reply), draft);
    console.press("ctrl-s");
    assert_eq!(console.sent(1), 1);
}

#[test]
fn a_filter_that_finds_nothing_looks_stretch_by_stretch_and_stops() {
    let mut console = one_case();
    console.model.queue.filter = Filter::parse("mood>=abusive").unwrap();
    let mut out = Vec::new();
    super::super::cases::load_queue(&mut console.model, &mut out);
    let mut looked = 0;
    while let Some(Effect::Store(id, Job::QueueOf { page, look, .. })) = out.pop() {
        assert_eq!((page.limit, look), (50, 1_000), "a short stretch, whatever is wanted");
        looked += look;
        let nothing = Found { rows: Vec::new(), looked: look, last: None, more: true };
        let answer = Box::new(Ok(Answer::Found(nothing)));
        out = update(&mut console.model, Msg::Answered(id, answer));
        out.retain(|effect| matches!(effect, Effect::Store(_, Job::QueueOf { .. })));
    }
    assert_eq!(looked, 5_000, "then it waits to be asked for more");
    assert!(console.model.queue.entries.is_empty() && console.model.queue.more);
}

#[test]
fn a_shipped_playbook_the_shop_replaces_is_counted_once() {
    let mut console = one_case();
    let shipped = Library::shipped();
    let all = shipped.len();
    let core = shipped.iter().find(|source| source.text.contains("\nid = \"core\"\n")).unwrap();
    let own = Source { origin: Origin::Shop, name: "own.toml".into(), text: core.text.clone() };
    let library = Library::new(shipped.iter().cloned().chain([own]).collect());
    let (entries, newest) = (library.list(), None);
    assert_eq!(entries.len(), all + 1);
    console.hear(Msg::Reloaded(Box::new(Reloaded { entries, newest })));
    let said = console.model.toast.as_ref().map(|toast| toast.text.clone()).unwrap();
    assert!(
        said.contains(&format!(" {all} ")) && !said.contains(&format!(" {} ", all + 1)),
        "{said}"
    );
}
