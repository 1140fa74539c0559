use super::console::{Console, one_case, said, started};
use crate::app::{Effect, Pane, Proposal};
use crate::desk::Command;
use crate::domain::{Author, CaseId, Event, Mood, Span};

/// A console with these words in the reply, read by the guide.
fn writing(words: &str) -> Console {
    let mut console = one_case();
    console.press("ctrl-e");
    console.types(words);
    console
}

fn rules(console: &Console) -> Vec<&str> {
    console.open().findings().map(|finding| finding.rule.as_str()).collect()
}

#[test]
fn what_must_not_be_sent_is_stopped_with_a_way_out_and_the_draft_stays() {
    let mut console = writing("加我微信处理");
    assert!(rules(&console).contains(&"g.contact"), "{:?}", rules(&console));
    console.press("ctrl-s");
    assert_eq!((console.sent(1), console.reply()), (0, "加我微信处理"));
    for part in ["加我微信", "Alt-w", "Alt-g"] {
        assert!(console.told().contains(part), "{part}: {}", console.told());
    }
}

#[test]
fn one_key_takes_the_rewrite_and_then_the_reply_goes_out() {
    let mut console = writing("加我微信处理");
    console.press("alt-w");
    assert!(!console.reply().contains("微信"), "{}", console.reply());
    assert_eq!(rules(&console), Vec::<&str>::new());
    console.press("ctrl-s");
    assert_eq!(console.sent(1), 1);
}

#[test]
fn a_gap_of_a_rewrite_is_selected_and_filled_by_typing() {
    let mut console = writing("我们会尽快处理的");
    console.press("alt-w");
    let selected = console.open().reply.selected().unwrap_or_default().to_owned();
    assert!(selected.starts_with('{') && selected.ends_with('}'), "{selected}");
    console.types("18点");
    assert!(console.reply().contains("18点") && !console.reply().contains(&selected));
}

#[test]
fn a_reason_sends_it_all_the_same_and_goes_on_record() {
    let mut console = writing("加我微信处理");
    console.press("alt-g tab enter");
    assert_eq!(console.sent(1), 0, "without a reason nothing goes out");
    console.types("买家要求");
    console.press("enter");
    assert_eq!(console.sent(1), 1);
    let all = console.other_window().timeline(CaseId(1), None, 20).unwrap();
    let overruled = all.iter().find_map(|recorded| match &recorded.event {
        Event::GuardOverruled { rules, reason, .. } => Some((rules.clone(), reason.clone())),
        _another => None,
    });
    assert_eq!(overruled, Some((vec!["g.contact".to_owned()], "买家要求".to_owned())));
}

#[test]
fn no_reason_sends_an_insult_or_what_is_not_filled_in() {
    for words in ["买不起就别买", "您好，{姓名}"] {
        let mut console = writing(words);
        console.press("alt-g tab");
        assert_eq!(console.told(), console.model.strings.notice.never_sent, "{words}");
        console.press("esc ctrl-s");
        assert_eq!(console.sent(1), 0, "{words}");
    }
}

#[test]
fn a_private_note_says_what_it_likes() {
    let mut console = one_case();
    console.press("f6");
    console.types("让他加我微信，{姓名}");
    console.press("ctrl-s");
    assert!(console.ledger(1).contains(&"note-written"));
}

#[test]
fn what_is_sent_before_the_guard_is_there_waits_for_it() {
    let mut console = one_case();
    console.model.wits = None;
    console.rush("1 ctrl-s");
    assert_eq!(console.sent(1), 0);
    console.settle();
    assert_eq!(console.sent(1), 1);
}

#[test]
fn a_mood_is_proposed_and_one_key_makes_it_the_agents_word() {
    let mut console = one_case();
    let state = &console.open().state;
    assert_eq!(state.mood, Mood::Calm, "nothing changes by itself");
    console.elsewhere(
        CaseId(1),
        Command::Receive(vec![said(
            Author::Buyer,
            console.model.now.plus(Span::seconds(1)),
            "骗子！你们太过分了！！再不处理我去投诉！",
        )]),
    );
    console.wait(Span::seconds(2));
    let proposed = console.open().proposals();
    let Some(Proposal::Mood(mood)) = proposed.first() else { panic!("{proposed:?}") };
    let mood = *mood;
    assert!(mood.is_hot());
    console.press("alt-a");
    assert_eq!(console.open().state.mood, mood);
    let moods = |console: &Console| {
        let all = console.open().proposals();
        all.iter().filter(|one| matches!(one, Proposal::Mood(_))).count()
    };
    assert_eq!(moods(&console), 0);
    // The agent's word wins, whatever is heard: until the buyer says more.
    console.press("f5");
    console.press("home enter");
    assert_eq!((console.open().state.mood, moods(&console)), (Mood::Calm, 0));
}

#[test]
fn the_words_that_told_something_lead_to_their_message() {
    let mut console = one_case();
    console.press("alt-h");
    let proposals = console.open().proposals().len();
    let heard = console.open().heard().expect("listened");
    assert!(!heard.reasons.is_empty());
    let no = console.open().message_of(&heard.reasons[0]);
    for _ in 0..proposals {
        console.press("down");
    }
    console.press("enter");
    assert_eq!((console.model.focus, console.open().thread.selected), (Pane::Conversation, no));
}

#[test]
fn only_what_changed_is_handed_to_the_guide() {
    let mut console = started(&["小鱼"]);
    console.press("enter");
    let guides = |effect: &Effect| matches!(effect, Effect::Listen(..) | Effect::Guard(..));
    console.rush("down up");
    assert!(!console.pending.iter().any(guides));
    console.rush("ctrl-e x");
    assert_eq!(console.pending.iter().filter(|effect| guides(effect)).count(), 1);
}

#[test]
fn any_reply_is_found_by_the_initials_of_its_title() {
    let mut console = one_case();
    console.press("alt-q");
    let Some(crate::app::Overlay::ReplySearch(search)) = console.model.overlays.last() else {
        panic!("no search")
    };
    let wanted = search.found().into_iter().rfind(|entry| !entry.held).expect("replies");
    let (title, letters) =
        (wanted.reply.title.clone(), crate::guide::initials(&wanted.reply.title));
    console.types(&letters);
    let Some(crate::app::Overlay::ReplySearch(search)) = console.model.overlays.last() else {
        panic!("no search")
    };
    let place = search.found().iter().position(|entry| entry.reply.title == title);
    let place = place.unwrap_or_else(|| panic!("{letters} does not find {title}"));
    for _ in 0..place {
        console.press("down");
    }
    console.press("enter");
    assert!(console.model.overlays.is_empty());
    assert_eq!(console.open().adopted.last().map(|one| one.title.clone()), Some(title));
}
