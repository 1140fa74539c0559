//! Everything the language of playbooks can do, by keys.

use super::console::{Console, one_case};
use crate::app::{ExhibitRow, Leads, Overlay, StepRow, StepStanding};
use crate::domain::{BuyerType, CloseResult, Mood};
use crate::playbook::{Library, Origin, Source};

/// Every construct once.
const LANGUAGE: &str = include_str!("../../../desk/tests/language.toml");

fn library(language: String) -> Library {
    let mut sources = Library::shipped();
    let name = "shop/language.toml".to_owned();
    sources.push(Source { name, origin: Origin::Shop, text: language.into() });
    Library::new(sources)
}

/// A case on the shop's own playbook, chosen in the browser.
fn on_language() -> Console {
    let mut console = one_case();
    console.library = Some(library(LANGUAGE.to_owned()));
    console.press("f9");
    console.types("language");
    console.press("enter enter enter");
    assert_eq!(step(&console), "calm");
    console
}

fn step(console: &Console) -> &str {
    console.open().state.step.as_str()
}

/// Puts the cursor of the step pane on a row and presses space.
fn tick(console: &mut Console, wanted: impl Fn(&StepRow) -> bool) {
    console.press("ctrl-t home");
    for _ in 0..12 {
        if console.open().step_row().as_ref().is_some_and(&wanted) {
            return console.press("space");
        }
        console.press("down");
    }
    panic!("no such row");
}

fn answer(console: &mut Console, fact: &str, keys: &str, text: &str) {
    tick(console, |row| matches!(row, StepRow::Fact(id) if id.as_str() == fact));
    console.types(text);
    if text.is_empty() { console.press(keys) } else { console.press("enter") }
}

fn in_group() -> Console {
    let mut console = on_language();
    tick(&mut console, |row| matches!(row, StepRow::Check { .. }));
    console.press("ctrl-n");
    assert_eq!(step(&console), "money");
    console
}

/// At the offers, the buyer uneasy.
fn at_offers() -> Console {
    let mut console = in_group();
    answer(&mut console, "price", "", "100");
    answer(&mut console, "paid", "", "40");
    console.press("ctrl-n");
    tick(&mut console, |row| matches!(row, StepRow::Exhibit { .. }));
    console.press("enter ctrl-n");
    answer(&mut console, "signed_on", "", "2026-11-01");
    console.press("ctrl-n");
    assert_eq!(step(&console), "rule");
    answer(&mut console, "eligible", "1", "");
    tick(&mut console, |row| matches!(row, StepRow::Check { .. }));
    console.press("ctrl-n f5 2");
    assert_eq!((step(&console), console.open().state.mood), ("offer", Mood::Uneasy));
    console
}

#[test]
fn the_kind_of_buyer_is_chosen_beside_the_mood_and_taken_back() {
    let mut console = one_case();
    console.press("f5 tab");
    assert!(matches!(console.model.overlays.last(), Some(Overlay::BuyerType(_))));
    console.press("tab esc shift-f5 2");
    assert_eq!(console.open().state.buyer_type, Some(BuyerType::Justice));
    assert!(console.told().contains("公道"), "{}", console.told());
    console.press("alt-b end enter");
    assert_eq!(console.open().state.buyer_type, None);
}

#[test]
fn what_an_overlay_has_adjusted_is_told() {
    let mut console = one_case();
    assert!(console.open().adjusted.is_empty());
    console.press("shift-f5 2");
    assert_eq!(console.open().adjusted.len(), 1, "core speaks otherwise to such a buyer");
}

#[test]
fn a_wanted_exhibit_is_ticked_like_a_check_and_dropped_again() {
    let mut console = in_group();
    console.press("ctrl-o");
    console.press("2");
    assert_eq!(step(&console), "proof");
    tick(&mut console, |row| matches!(row, StepRow::Exhibit { collected: false, .. }));
    let Some(Overlay::ExhibitForm(form)) = console.model.overlays.last() else { panic!("a form") };
    assert_eq!(form.kinds.len(), 2, "either will do");
    console.press("down");
    console.types("在驿站拍的");
    console.press("enter");
    let held: Vec<_> = console.open().state.held_exhibits().collect();
    assert_eq!((held[0].kind.as_str(), held[0].what.as_str()), ("ev.auth-pod", "在驿站拍的"));
    assert!(console.told().contains("代收"), "{}", console.told());
    tick(&mut console, |row| matches!(row, StepRow::Exhibit { collected: true, .. }));
    assert!(matches!(console.model.overlays.last(), Some(Overlay::Confirm(_))));
    console.press("enter");
    assert_eq!(console.open().state.held_exhibits().count(), 0);
}

#[test]
fn any_exhibit_is_found_by_typing_and_noted_from_a_message() {
    let mut console = one_case();
    console.press("ctrl-d up enter tab");
    assert!(matches!(console.model.overlays.last(), Some(Overlay::Exhibits(_))));
    console.types("照片");
    let rows = console.model.exhibit_rows();
    assert!(!rows.is_empty() && rows.iter().all(|row| !matches!(row, ExhibitRow::Held(_))));
    console.press("enter enter");
    let held: Vec<_> = console.open().state.held_exhibits().collect();
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].source, Some(crate::domain::MessageNo(1)));
}

#[test]
fn another_step_of_the_group_is_taken_up_and_a_lone_step_says_so() {
    let mut console = one_case();
    console.press("ctrl-o");
    assert!(console.model.overlays.is_empty());
    assert_eq!(console.told(), console.model.strings.notice.no_other_step);
    let mut console = in_group();
    console.press("ctrl-o");
    let standings: Vec<_> =
        console.model.other_steps().into_iter().map(|step| step.standing).collect();
    assert_eq!(standings, [StepStanding::Here, StepStanding::Open, StepStanding::Open]);
    console.press("3");
    assert_eq!(step(&console), "day");
    assert!(console.told().contains("日期"), "{}", console.told());
}

#[test]
fn a_changed_fact_says_which_steps_are_open_again_and_next_leads_there() {
    let mut console = at_offers();
    console.press("f2 down enter");
    console.press("backspace backspace backspace");
    console.types("120");
    console.press("enter esc");
    assert!(console.told().contains("要重看：规则"), "{}", console.told());
    assert_eq!(console.open().reopened(), ["规则"]);
    assert_eq!(console.open().leads, Some(Leads::Again("规则".into())));
    console.press("ctrl-n");
    assert_eq!(step(&console), "rule");
    tick(&mut console, |row| matches!(row, StepRow::Check { done: false, .. }));
    console.press("ctrl-n");
    assert_eq!(step(&console), "offer", "back to where it stood");
}

#[test]
fn a_later_offer_waits_for_the_one_before() {
    let mut console = at_offers();
    assert_eq!(console.open().locked.len(), 1);
    assert_eq!(console.open().locked[0].before, "方案一");
    console.press("1 ctrl-s");
    assert!(console.open().locked.is_empty());
    console.press("1 ctrl-s");
    let promise = &console.open().state.promises[0];
    assert!(promise.pending);
    console.press("f5 1");
    assert!(console.open().locked[0].enough, "a calm buyer needs no more");
}

#[test]
fn an_ending_presets_the_result_and_offers_what_must_be_said() {
    let mut console = at_offers();
    tick(&mut console, |row| matches!(row, StepRow::Check { .. }));
    console.press("f2");
    let facts = console.model.declared_facts();
    let place = facts.iter().position(|fact| fact.as_str() == "eligible").expect("declared");
    for _ in 0..place {
        console.press("down");
    }
    console.press("enter 2 esc ctrl-n");
    assert_eq!(step(&console), "day");
    let Some(Leads::Ending { result, wants, .. }) = &console.open().leads else {
        panic!("an ending: {:?}", console.open().leads)
    };
    assert_eq!((*result, wants.as_deref()), (CloseResult::Refused, Some("不符合")));
    let wanted = console.open().suggestions.iter().position(|one| one.reply.id.as_str() == "no");
    let digit = wanted.expect("offered though it stands with another step") + 1;
    console.press("f8");
    let Some(Overlay::Close(form)) = console.model.overlays.last() else { panic!("the form") };
    assert_eq!(form.selected, CloseResult::Refused);
    console.press("enter");
    let Some(Overlay::Close(form)) = console.model.overlays.last() else { panic!("refused") };
    assert!(form.words.complaint.as_deref().is_some_and(|why| why.contains("不符合")));
    console.press(&format!("esc ctrl-f {digit} ctrl-s f8 enter"));
    assert!(!console.open().state.is_open(), "{}", console.told());
}

#[test]
fn a_hand_over_is_named_before_it_happens() {
    let mut console = at_offers();
    console.press("ctrl-b ctrl-b");
    assert_eq!(step(&console), "day");
    answer(&mut console, "threat", "1", "");
    while console.open().leads.as_ref().is_some_and(|leads| matches!(leads, Leads::Again(_))) {
        console.press("ctrl-n");
    }
    if step(&console) != "day" {
        console.press("ctrl-b");
    }
    assert_eq!(console.open().leads, Some(Leads::Playbook("core".into())), "{}", step(&console));
    let title = console.model.titles.get("core").cloned().flatten();
    assert!(title.is_some_and(|title| !title.is_empty()), "asked for and told");
    console.press("ctrl-n");
    assert_eq!(console.open().state.playbook.id.as_str(), "core");
}

#[test]
fn a_promise_is_made_by_hand() {
    let mut console = one_case();
    console.press("f7 ctrl-n");
    console.types("店长回电");
    console.press("enter");
    console.types("nonsense");
    console.press("enter");
    let Some(Overlay::PromiseForm(form)) = console.model.overlays.last() else { panic!("open") };
    assert!(form.due.complaint.is_some());
    for _ in 0..8 {
        console.press("backspace");
    }
    console.types("18:00");
    console.press("enter");
    assert_eq!(console.open().state.promises[0].what, "店长回电");
    assert_eq!(console.told(), console.model.strings.notice.promise_made);
}

#[test]
fn playbooks_are_read_anew_and_the_case_is_moved_when_asked() {
    let mut console = on_language();
    let before = console.open().state.playbook.clone();
    console.press("shift-f9");
    assert_eq!(console.told(), console.model.strings.notice.newest);
    let changed = LANGUAGE.replace("先听。", "先听完。");
    console.library = Some(library(changed));
    console.press("alt-r");
    assert!(console.told().contains("本店 1 个"), "{}", console.told());
    assert_eq!(console.open().state.playbook, before, "cases keep their version");
    assert!(console.open().newer.is_some());
    console.press("shift-f9");
    let Some(Overlay::Upgrade(report)) = console.model.overlays.last() else { panic!("report") };
    assert!(report.lines.iter().any(|line| line.contains("先听完")), "{:?}", report.lines);
    console.press("esc");
    assert_eq!(console.open().state.playbook, before);
    console.press("shift-f9 enter");
    assert_ne!(console.open().state.playbook, before);
    assert!(console.open().newer.is_none(), "{}", console.told());
    let broken = LANGUAGE.replace("goto = \"done\"", "goto = \"dnoe\"");
    console.library = Some(library(broken));
    console.press("f9 ctrl-r");
    assert!(console.told().contains("language.toml:"), "{}", console.told());
    let Some(Overlay::Playbooks(choice)) = console.model.overlays.last() else { panic!("open") };
    assert!(choice.found().iter().any(|row| !row.usable && !row.faults.is_empty()));
}

#[test]
fn what_stands_still_is_told_after_what_runs() {
    let mut console = in_group();
    console.press("ctrl-f");
    console.types("在查了");
    console.press("ctrl-s");
    let clocks = console.model.clocks();
    assert!(clocks.iter().any(|clock| clock.paused), "{clocks:?}");
    assert!(clocks.is_sorted_by_key(|clock| clock.paused));
    console.press("shift-f7 tab tab esc");
    assert!(console.model.overlays.is_empty());
}
