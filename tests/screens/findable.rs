//! Whoever has never seen Redress finds each tool of the desk from the first screen in two keys: from
//! the help, and from the palette by the first character of what the tool is called.

use super::fixture::{self, Stage};
use super::picture::text;
use redress::app::{ACTIONS, Action, Chord, Group, Model, Msg, update};
use redress::domain::Lang;

/// The tools of issue 4, part by part.
const TOOLS: [Action; 31] = [
    // Facts and paraphrase.
    Action::Facts,
    Action::FactFromMessage,
    Action::Restate,
    Action::Mark,
    Action::Jump,
    Action::Exhibits,
    // Verdict, wish, options, agreement.
    Action::Verdict,
    Action::Wish,
    Action::Options,
    Action::Settlement,
    // Money and returns.
    Action::Money,
    Action::Offer,
    Action::Approval,
    Action::Pay,
    Action::ReturnCheck,
    Action::Desk,
    // Promises, clocks, queue, tasks.
    Action::Promises,
    Action::Clocks,
    Action::OpenNext,
    Action::Why,
    Action::Views,
    Action::Snooze,
    Action::Tasks,
    // Closing, asking again, taking back.
    Action::Wrap,
    Action::Close,
    Action::Reopen,
    Action::Retract,
    Action::Undo,
    Action::Redo,
    // The buyer, and where it is all written down.
    Action::Buyer,
    Action::Timeline,
];

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn press(model: &mut Model, keys: &[&str]) {
    for key in keys {
        let msg = match key.parse::<Chord>() {
            Ok(chord) => Msg::Key(chord),
            // What an input method sends.
            Err(_) => Msg::Text((*key).to_owned()),
        };
        let _effects = update(model, msg);
    }
}

/// The small screen after these keys, from the first screen.
fn after(lang: Lang, keys: &[&str]) -> String {
    let mut model = fixture::open(lang, Stage::Fresh);
    press(&mut model, keys);
    text(&model, 80, 24)
}

fn title(lang: Lang, action: Action) -> String {
    let model = fixture::empty(lang);
    model.strings.action_words(action.name()).unwrap().0.to_owned()
}

/// Whether a row of the window begins with that, a key before it or a cursor.
fn told(screen: &str, title: &str) -> bool {
    screen.lines().any(|line| {
        let Some((_, inside)) = line.split_once('┃') else { return false };
        let words: Vec<&str> = inside.split("  ").map(str::trim).collect();
        words.iter().any(|word| {
            let word = word.trim_start_matches('▸');
            word == title
                || word.starts_with(&format!("{title} "))
                || word.ends_with(&format!(" {title}"))
        })
    })
}

#[test]
fn each_tool_is_in_the_help_two_keys_from_the_first_screen() {
    for lang in LANGS {
        for tool in TOOLS {
            let place = Group::ALL.iter().position(|group| *group == tool.group()).unwrap();
            let digit = (place + 1).to_string();
            let screen = after(lang, &["F1", &digit]);
            let title = title(lang, tool);
            assert!(told(&screen, &title), "{lang} {title}: F1 {digit}\n{screen}");
        }
    }
}

#[test]
fn each_tool_is_in_the_palette_by_the_first_character_of_its_name() {
    for lang in LANGS {
        for tool in TOOLS {
            let title = title(lang, tool);
            let first: String = title.chars().take(1).collect();
            let screen = after(lang, &["ctrl-p", &first]);
            assert!(told(&screen, &title), "{lang} {title}: Ctrl-P {first}\n{screen}");
        }
    }
}

#[test]
fn without_the_input_method_the_initial_of_its_sound_does_as_well() {
    for tool in TOOLS {
        let title = title(Lang::Zh, tool);
        let initial: String = redress::guide::initials(&title).chars().take(1).collect();
        assert_eq!(initial.len(), 1, "{title} has an initial");
        let screen = after(Lang::Zh, &["ctrl-p", &initial]);
        assert!(told(&screen, &title), "{title}: Ctrl-P {initial}\n{screen}");
    }
}

#[test]
fn every_action_has_a_group_a_name_and_a_word_of_help_in_both_languages() {
    for lang in LANGS {
        let model = fixture::empty(lang);
        for row in ACTIONS {
            let (title, help) = model.strings.action_words(row.name).unwrap();
            assert!(!title.is_empty() && !help.is_empty(), "{lang} {}", row.name);
        }
        // Each group fits the small screen: nothing has to be scrolled for.
        for (place, group) in Group::ALL.iter().enumerate().take(7) {
            let of_group = ACTIONS.iter().filter(|row| row.action.group() == *group);
            let digit = (place + 1).to_string();
            let screen = after(lang, &["F1", &digit]);
            for row in of_group {
                let title = model.strings.action_words(row.name).unwrap().0;
                assert!(told(&screen, title), "{lang} {title}: F1 {digit}\n{screen}");
            }
        }
    }
}

#[test]
fn the_hint_bar_of_the_first_screen_names_the_help() {
    for lang in LANGS {
        let screen = after(lang, &[]);
        let last = screen.lines().rev().find(|line| !line.trim().is_empty()).unwrap();
        let help = title(lang, Action::Help);
        let palette = title(lang, Action::Palette);
        assert!(last.contains(&help) || last.contains(&palette), "{lang}\n{screen}");
    }
}
