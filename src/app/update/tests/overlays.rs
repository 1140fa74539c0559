use super::console::{Console, one_case};
use crate::app::{Action, Chord, Key, Msg, Overlay, Pane};
use crate::domain::{FactStatus, FactValue, MessageNo, Mood, PromiseStatus};

fn top(console: &Console) -> &Overlay {
    console.model.overlays.last().expect("an overlay is open")
}

fn closed(console: &Console) -> bool {
    console.model.overlays.is_empty()
}

#[test]
fn every_overlay_opens_and_is_left_by_escape() {
    type Is = fn(&Overlay) -> bool;
    let opened: [(&str, Is); 8] = [
        ("f1", |o| matches!(o, Overlay::Help { .. })),
        ("ctrl-p", |o| matches!(o, Overlay::Palette(_))),
        ("f2", |o| matches!(o, Overlay::Facts(_))),
        ("f3", |o| matches!(o, Overlay::Timeline(_))),
        ("f7", |o| matches!(o, Overlay::Promises(_))),
        ("f5", |o| matches!(o, Overlay::Mood(_))),
        ("f8", |o| matches!(o, Overlay::Close(_))),
        ("f9", |o| matches!(o, Overlay::Playbooks(_))),
    ];
    for (key, is) in opened {
        let mut console = one_case();
        let before = console.ledger(1);
        console.press(key);
        assert!(is(top(&console)), "{key}");
        for motion in ["down", "down", "up", "pagedown", "pageup", "end", "home"] {
            console.press(motion);
        }
        console.press("esc");
        assert!(closed(&console), "{key}");
        assert_eq!(console.model.focus, Pane::Replies, "{key}");
        assert_eq!(console.ledger(1), before, "{key}");
    }
}

#[test]
fn the_mood_is_chosen_by_digit_arrow_or_full_width_letter() {
    let mut console = one_case();
    console.press("f5 4");
    assert!(closed(&console));
    assert_eq!(console.open().state.mood, Mood::Angry);
    console.press("f5 home down enter");
    assert_eq!(console.open().state.mood, Mood::Uneasy);
    console.press("f5 home");
    console.hear(Msg::Text("ｊ".into()));
    console.hear(Msg::Key(Chord::plain(Key::Enter)));
    console.settle();
    assert_eq!(console.open().state.mood, Mood::Uneasy, "nothing new is nothing done");
    console.press("f5");
    console.hear(Msg::Text("１".into()));
    console.settle();
    assert_eq!(console.open().state.mood, Mood::Calm);
}

#[test]
fn the_palette_finds_by_chinese_and_latin_characters_and_does_it() {
    for typed in ["情绪", "mood"] {
        let mut console = one_case();
        console.press("ctrl-p");
        console.types(typed);
        assert!(console.model.palette_matches().contains(&Action::Mood), "{typed}");
        console.press("esc");
        assert!(closed(&console));
    }
    let mut console = one_case();
    console.press("ctrl-p");
    console.types("timeline");
    assert_eq!(console.model.palette_matches(), [Action::Timeline]);
    console.press("enter");
    assert!(matches!(top(&console), Overlay::Timeline(_)));
}

#[test]
fn the_palette_can_be_corrected_and_finds_nothing_for_nonsense() {
    let mut console = one_case();
    console.press("ctrl-p");
    let all = console.model.palette_matches().len();
    console.types("zzqx");
    assert!(console.model.palette_matches().is_empty());
    console.press("enter");
    assert!(closed(&console), "nothing found is nothing done");
    console.press("ctrl-p");
    console.types("z");
    console.press("backspace");
    assert_eq!(console.model.palette_matches().len(), all);
}

#[test]
fn a_fact_is_recorded_from_the_message_under_the_cursor() {
    let mut console = one_case();
    console.press("ctrl-d up enter");
    assert!(matches!(top(&console), Overlay::Facts(facts) if facts.from == Some(MessageNo(1))));
    let facts = console.model.declared_facts();
    let place = facts.iter().position(|fact| fact.as_str() == "problem").expect("declared");
    for _ in 0..place {
        console.press("down");
    }
    console.press("enter");
    let Overlay::FactForm(form) = top(&console) else { panic!("the form is open") };
    assert_eq!(form.source, Some(MessageNo(1)));
    assert_eq!(form.quote.as_deref(), Some("收到全碎了"));
    console.types("杯子碎了");
    console.press("tab enter");
    let fact = &console.open().state.facts["problem"];
    assert_eq!(fact.value, FactValue::Text("杯子碎了".into()));
    assert_eq!((fact.status, fact.source), (FactStatus::Disputed, Some(MessageNo(1))));
    assert!(console.told().contains("杯子碎了"), "{}", console.told());
}

#[test]
fn the_message_chosen_now_goes_before_the_one_of_old() {
    let mut console = one_case();
    console.press("1 ctrl-s ctrl-d home enter");
    console.press("3 enter");
    let known = console.open().state.facts.values().next().map(|fact| fact.source);
    if known != Some(Some(MessageNo(1))) {
        console.types("一");
        console.press("enter");
    }
    assert!(console.open().state.facts.values().all(|fact| fact.source == Some(MessageNo(1))));
    console.press("esc ctrl-d end enter 3");
    let Overlay::FactForm(form) = top(&console) else { panic!("the form is open") };
    assert_eq!(form.source, Some(MessageNo(2)));
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_in_the_form() {
    let mut console = one_case();
    console.press("f2");
    let facts = console.model.declared_facts();
    let place = facts.iter().position(|fact| fact.as_str() == "deed_day").expect("declared");
    for _ in 0..place {
        console.press("down");
    }
    console.press("enter");
    console.types("明天");
    console.press("enter");
    let Overlay::FactForm(form) = top(&console) else { panic!("still open") };
    assert!(form.value.complaint.is_some());
    assert_eq!(form.value.input.text(), "明天");
    console.press("backspace backspace");
    console.types("2026-11-05");
    let Overlay::FactForm(form) = top(&console) else { panic!("still open") };
    assert_eq!(form.value.input.text(), "2026-11-05");
    console.press("enter esc");
    assert!(console.open().state.facts.contains_key("deed_day"), "{}", console.told());
}

#[test]
fn a_fact_of_the_step_is_asked_for_where_it_stands() {
    let mut console = one_case();
    console.press("1 ctrl-s ctrl-t end enter");
    let Overlay::FactForm(form) = top(&console) else { panic!("the form is open") };
    assert_eq!(form.fact.as_str(), "feeling");
    assert_eq!(form.choices.len(), form.shown.len());
    console.press("2");
    assert!(closed(&console));
    assert_eq!(console.open().state.facts["feeling"].value, FactValue::Enum("annoyed".into()));
}

#[test]
fn promises_are_kept_with_a_key_and_broken_after_a_question() {
    let mut console = one_case();
    console.press("1 ctrl-s f7 ctrl-d");
    assert!(matches!(top(&console), Overlay::Confirm(_)));
    console.types("n");
    assert_eq!(console.open().state.promises[0].status, PromiseStatus::Open);
    console.press("enter");
    assert_eq!(console.open().state.promises[0].status, PromiseStatus::Kept);
    assert_eq!(console.told(), console.model.strings.notice.promise_kept);
    let mut console = one_case();
    console.press("1 ctrl-s f7 ctrl-d");
    console.types("y");
    assert_eq!(console.open().state.promises[0].status, PromiseStatus::Broken);
}

#[test]
fn the_timeline_has_what_happened_newest_first_once() {
    let mut console = one_case();
    console.press("1 ctrl-s");
    let all = console.ledger(1).len();
    console.rush("f3 esc f3");
    console.settle();
    let Overlay::Timeline(timeline) = top(&console) else { panic!("the timeline is open") };
    assert_eq!(timeline.events.len(), all);
    assert!(timeline.events.is_sorted_by(|a, b| a.version > b.version));
    console.press("enter");
    assert!(closed(&console));
}

#[test]
fn skipping_a_step_that_is_not_optional_asks_nothing() {
    let mut console = one_case();
    console.press("ctrl-k");
    assert!(closed(&console));
    assert_eq!(console.told(), console.model.strings.refusal.not_optional);
}

#[test]
fn an_overlay_takes_nothing_for_the_panes_below() {
    let mut console = one_case();
    console.press("f1 ctrl-n f4 1 alt-1 ctrl-b");
    assert_eq!(console.reply(), "");
    assert_eq!(console.open().state.step.as_str(), "ack");
    let mut console = one_case();
    console.press("f2");
    console.pastes("贴错地方");
    assert_eq!(console.reply(), "");
}

#[test]
fn text_pasted_into_a_form_stays_on_one_line() {
    let mut console = one_case();
    console.press("f8");
    console.pastes("第一行\r\n第二行");
    let Overlay::Close(form) = top(&console) else { panic!("open") };
    assert!(!form.words.input.text().contains('\n'));
    assert!(form.words.input.text().contains("第二行"));
}

#[test]
fn what_the_step_asks_for_comes_first_and_nothing_moves_under_the_cursor() {
    let mut console = one_case();
    let asked: Vec<_> =
        console.open().step.as_ref().unwrap().facts.iter().map(|fact| fact.id.clone()).collect();
    console.press("f2");
    let listed = console.model.declared_facts();
    assert!(listed.starts_with(&asked), "{listed:?}");
    // Recorded while the list is open, a fact stays where it stands; opened again, it is with the known.
    let last = listed.len() - 1;
    console.press("end");
    assert!(matches!(top(&console), Overlay::Facts(facts) if facts.selected == last));
    let fact = listed.iter().find(|id| id.as_str() == "problem").expect("declared").clone();
    let place = listed.iter().position(|id| *id == fact).unwrap();
    console.press("home");
    for _ in 0..place {
        console.press("down");
    }
    console.press("enter");
    console.types("杯子碎了");
    console.press("enter");
    assert_eq!(console.model.declared_facts(), listed);
    console.press("esc f2");
    let again = console.model.declared_facts();
    assert_eq!(again.get(asked.len()), Some(&fact), "{again:?}");
}

#[test]
fn what_is_held_back_goes_by_a_name_a_person_knows() {
    let mut console = one_case();
    console.press("f5 4 alt-f");
    let told = console.told();
    assert!(told.contains("报一个数") && !told.contains("desk."), "{told}");
}
