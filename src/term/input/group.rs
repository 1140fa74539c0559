//! Many events that came at once, made into what was meant.
//!
//! Owns the rules: more characters at once than a hand types are a paste (on some systems a paste
//! comes as keys, and its line feeds as Enter), an input method's commit is one text. Pure.

use super::{Input, key};
use crate::app::{Chord, Key};
use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};

/// More typed characters at once than this are a paste.
const TYPED_AT_ONCE: usize = 8;
/// How far one notch of the wheel goes.
const NOTCH: i16 = 3;

/// What a burst of events means.
pub(super) fn group(events: impl IntoIterator<Item = Event>) -> Vec<Input> {
    let mut out = Vec::new();
    let mut typed = Vec::new();
    for event in events {
        let event = match event {
            Event::Key(event) => match key::chord(event) {
                Some(chord) if writes(chord).is_some() => {
                    typed.push(chord);
                    continue;
                }
                Some(chord) => Some(Input::Chord(chord.folded())),
                // A release between two keys of a paste does not part them.
                None => continue,
            },
            Event::Paste(text) => Some(Input::Paste(text)),
            Event::Resize(cols, rows) => Some(Input::Resize(cols, rows)),
            Event::FocusGained => Some(Input::Focus(true)),
            Event::FocusLost => Some(Input::Focus(false)),
            Event::Mouse(event) => mouse(event),
        };
        end_typing(&mut typed, &mut out);
        if let Some(input) = event {
            join(&mut out, input);
        }
    }
    end_typing(&mut typed, &mut out);
    out
}

/// The character a key writes into a text, line feeds and tabs of a paste with it.
const fn writes(chord: Chord) -> Option<char> {
    match chord {
        Chord { key: Key::Enter, ctrl: false, alt: false, shift: false } => Some('\n'),
        Chord { key: Key::Tab, ctrl: false, alt: false, shift: false } => Some('\t'),
        other => other.typed(),
    }
}

fn end_typing(typed: &mut Vec<Chord>, out: &mut Vec<Input>) {
    if typed.len() > TYPED_AT_ONCE {
        out.push(Input::Paste(typed.drain(..).filter_map(writes).collect()));
        return;
    }
    let mut text = String::new();
    for chord in typed.drain(..) {
        if let Some(c) = chord.typed() {
            text.push(c);
        } else {
            end_text(&mut text, out);
            out.push(Input::Chord(chord.folded()));
        }
    }
    end_text(&mut text, out);
}

fn end_text(text: &mut String, out: &mut Vec<Input>) {
    if text.is_ascii() {
        out.extend(text.drain(..).map(|c| Input::Chord(Chord::plain(Key::Char(c)))));
    } else {
        out.push(Input::Text(std::mem::take(text)));
    }
}

fn mouse(event: MouseEvent) -> Option<Input> {
    let MouseEvent { kind, column: col, row, .. } = event;
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Input::Click { col, row }),
        MouseEventKind::ScrollUp => Some(Input::Scroll { col, row, lines: -NOTCH }),
        MouseEventKind::ScrollDown => Some(Input::Scroll { col, row, lines: NOTCH }),
        MouseEventKind::Down(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => None,
    }
}

/// Adds an input; of several sizes the last counts, notches of the wheel add up.
fn join(out: &mut Vec<Input>, input: Input) {
    match (out.last_mut(), &input) {
        (Some(Input::Resize(cols, rows)), Input::Resize(new_cols, new_rows)) => {
            (*cols, *rows) = (*new_cols, *new_rows);
        }
        (
            Some(Input::Scroll { col, row, lines }),
            Input::Scroll { col: new_col, row: new_row, lines: more },
        ) if (*col, *row) == (*new_col, *new_row) => *lines = lines.saturating_add(*more),
        (Some(_) | None, _) => out.push(input),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn keys(text: &str) -> Vec<Event> {
        text.chars()
            .map(|c| match c {
                '\n' => press(KeyCode::Enter, KeyModifiers::NONE),
                c => press(KeyCode::Char(c), KeyModifiers::NONE),
            })
            .collect()
    }

    fn chord(name: &str) -> Input {
        Input::Chord(name.parse().unwrap())
    }

    #[test]
    fn single_keys_are_chords() {
        assert_eq!(group(keys("1")), [chord("1")]);
        assert_eq!(group(keys("jk")), [chord("j"), chord("k")]);
        assert_eq!(group([press(KeyCode::Char('s'), KeyModifiers::CONTROL)]), [chord("ctrl-s")]);
        assert_eq!(group([press(KeyCode::Char('A'), KeyModifiers::SHIFT)]), [chord("A")]);
        assert_eq!(group([press(KeyCode::BackTab, KeyModifiers::SHIFT)]), [chord("shift-tab")]);
        assert_eq!(group([press(KeyCode::Null, KeyModifiers::NONE)]), [chord("ctrl-space")]);
    }

    #[test]
    fn an_input_methods_commit_is_one_text_and_keeps_its_width() {
        assert_eq!(group(keys("退款")), [Input::Text("退款".into())]);
        assert_eq!(group(keys("，")), [Input::Text("，".into())]);
        assert_eq!(group(keys("OK了")), [Input::Text("OK了".into())]);
        assert_eq!(group(keys("好\n")), [Input::Text("好".into()), chord("enter")]);
    }

    #[test]
    fn more_than_a_hand_types_is_a_paste() {
        let log = "张三 10:02\n退款！\nab";
        assert_eq!(group(keys(log)), [Input::Paste(log.into())]);
        assert_eq!(group(keys("12345678")).len(), 8);
    }

    #[test]
    fn releases_are_dropped_even_inside_a_paste() {
        let mut events = Vec::new();
        for event in keys("123456789") {
            events.push(event.clone());
            if let Event::Key(mut key) = event {
                key.kind = KeyEventKind::Release;
                events.push(Event::Key(key));
            }
        }
        assert_eq!(group(events), [Input::Paste("123456789".into())]);
    }

    #[test]
    fn a_key_that_types_nothing_parts_what_is_typed() {
        let mut events = keys("ab");
        events.push(press(KeyCode::Up, KeyModifiers::NONE));
        events.extend(keys("c"));
        assert_eq!(group(events), [chord("a"), chord("b"), chord("up"), chord("c")]);
    }

    #[test]
    fn sizes_and_notches_are_joined() {
        let wheel = |kind| {
            Event::Mouse(MouseEvent { kind, column: 4, row: 5, modifiers: KeyModifiers::NONE })
        };
        assert_eq!(
            group([Event::Resize(80, 24), Event::Resize(120, 40)]),
            [Input::Resize(120, 40)]
        );
        assert_eq!(
            group([wheel(MouseEventKind::ScrollDown), wheel(MouseEventKind::ScrollDown)]),
            [Input::Scroll { col: 4, row: 5, lines: 6 }]
        );
        assert_eq!(
            group([wheel(MouseEventKind::Down(MouseButton::Left)), wheel(MouseEventKind::Moved)]),
            [Input::Click { col: 4, row: 5 }]
        );
    }
}
