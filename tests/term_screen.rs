//! The screen's bytes, read back by a terminal: every frame must show what was drawn, in whatever
//! order characters of different widths follow each other, and in few bytes.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panic, outside its test functions too"
)]

use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Block, Paragraph, Widget};
use redress::term::screen::Screen;
use std::num::NonZeroU16;

/// A terminal that believes the bytes it gets.
struct Glass {
    screen: Screen<Vec<u8>>,
    area: Rect,
    parser: vt100::Parser,
    read: usize,
}

impl Glass {
    fn new(cols: u16, rows: u16) -> Self {
        let parser = vt100::Parser::new(some(rows), some(cols), 0);
        let area = Rect::new(0, 0, cols, rows);
        Self { screen: Screen::new(Vec::new()), area, parser, read: 0 }
    }

    /// Draws a frame and lets the terminal read it; tells how many bytes it took.
    fn draw(&mut self, draw: impl Fn(&mut Buffer), caret: Option<(u16, u16)>) -> usize {
        let mut buffer = Buffer::empty(self.area);
        draw(&mut buffer);
        self.screen.draw(&buffer, caret.map(Into::into)).unwrap();
        let bytes = &self.screen.writer()[self.read..];
        self.parser.process(bytes);
        let len = bytes.len();
        self.read += len;
        len
    }

    /// What the terminal shows differently from what was drawn.
    fn difference(&self, drawn: &Buffer) -> Option<String> {
        for y in 0..drawn.area.height {
            let mut x = 0;
            while x < drawn.area.width {
                let cell = &drawn[(x, y)];
                let width = cell.cell_width().max(1);
                if x + width <= drawn.area.width && !quarrelled(cell.symbol()) {
                    let seen = self.parser.screen().cell(y, x).unwrap();
                    let text = if seen.contents().is_empty() { " " } else { seen.contents() };
                    if text != cell.symbol() || !looks_alike(seen, cell) {
                        return Some(format!("at {x},{y} drawn {cell:?}, seen {text:?} {seen:?}"));
                    }
                }
                x += width;
            }
        }
        None
    }
}

/// Whether terminals disagree on a symbol: the one here draws its parts side by side.
fn quarrelled(symbol: &str) -> bool {
    symbol.chars().any(|c| {
        matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{ff9e}')
    })
}

fn some(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::Blue => vt100::Color::Idx(4),
        Color::LightGreen => vt100::Color::Idx(10),
        Color::Indexed(n) => vt100::Color::Idx(n),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        other => panic!("not used here: {other:?}"),
    }
}

fn looks_alike(seen: &vt100::Cell, drawn: &Cell) -> bool {
    let blank = drawn.symbol() == " ";
    let has = |modifier| drawn.modifier.contains(modifier);
    seen.bgcolor() == colour(drawn.bg)
        && seen.inverse() == has(Modifier::REVERSED)
        && seen.underline() == has(Modifier::UNDERLINED)
        && (blank
            || (seen.fgcolor() == colour(drawn.fg)
                && seen.bold() == has(Modifier::BOLD)
                && seen.italic() == has(Modifier::ITALIC)))
}

fn styles() -> impl Strategy<Value = Style> {
    let colours = || {
        proptest::sample::select(vec![
            Color::Reset,
            Color::Reset,
            Color::Red,
            Color::Blue,
            Color::LightGreen,
            Color::Indexed(200),
            Color::Rgb(1, 2, 3),
        ])
    };
    let modifiers = proptest::sample::select(vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::REVERSED,
        Modifier::UNDERLINED | Modifier::ITALIC,
    ]);
    (colours(), colours(), modifiers)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

const TEXT: &str =
    "([\u{4e00}-\u{4e10}]{1,4}|[a-e]{1,5}| {1,14}|[，。…—]|👨‍👩‍👧|❤️|👍🏽|👍|🇨🇳|e\u{301}|─{1,5}|ｶﾞ){0,9}";

/// A frame: pieces of text with their places and styles.
type Pieces = Vec<(u16, u16, String, Style)>;

fn frames() -> impl Strategy<Value = Vec<Pieces>> {
    let piece = (0u16..24, 0u16..5, TEXT, styles());
    let pieces = proptest::collection::vec(piece, 0..6);
    proptest::collection::vec(pieces, 1..6)
}

fn lay(buffer: &mut Buffer, pieces: &Pieces) {
    for (x, y, text, style) in pieces {
        if *x < buffer.area.width && *y < buffer.area.height {
            // As the view does: half of a wide character is never left behind.
            for left in 1..=2 {
                if *x >= left && buffer[(*x - left, *y)].cell_width() > left {
                    buffer[(*x - left, *y)].reset();
                }
            }
            buffer.set_string(*x, *y, text, *style);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_terminal_shows_what_was_drawn(frames in frames(), cols in 2u16..26, ambiguous: bool) {
        let mut glass = Glass::new(cols, 4);
        glass.screen.doubt_ambiguous(ambiguous);
        let area = Rect::new(0, 0, cols, 4);
        for pieces in &frames {
            let mut drawn = Buffer::empty(area);
            lay(&mut drawn, pieces);
            glass.draw(|buffer| lay(buffer, pieces), None);
            prop_assert_eq!(glass.difference(&drawn), None, "{:?}", pieces);
        }
    }
}

fn say(text: &str) -> impl Fn(&mut Buffer) {
    move |buffer| {
        buffer.set_string(0, 1, text, Style::new().red());
    }
}

#[test]
fn the_real_cursor_stands_where_it_is_set() {
    let mut glass = Glass::new(20, 3);
    for (text, caret) in [("退款", (4, 1)), ("退款到", (6, 1)), ("退款到", (2, 1))] {
        glass.draw(say(text), Some(caret));
        assert_eq!(glass.parser.screen().cursor_position(), (caret.1, caret.0));
        assert!(!glass.parser.screen().hide_cursor());
    }
    glass.draw(|_| {}, None);
    assert!(glass.parser.screen().hide_cursor());
}

#[test]
fn an_unchanged_frame_writes_nothing() {
    let mut glass = Glass::new(20, 3);
    glass.draw(say("退款"), Some((4, 1)));
    assert_eq!(glass.draw(say("退款"), Some((4, 1))), 0);
}

#[test]
fn a_changed_size_is_drawn_whole() {
    let mut glass = Glass::new(20, 3);
    glass.draw(say("退款到账了"), None);
    glass.area = Rect::new(0, 0, 12, 4);
    glass.parser.set_size(some(4), some(12));
    glass.draw(say("退款到账了"), None);
    let mut drawn = Buffer::empty(Rect::new(0, 0, 12, 4));
    say("退款到账了")(&mut drawn);
    assert_eq!(glass.difference(&drawn), None);
}

#[test]
fn a_frame_is_bracketed_and_what_goes_between_frames_stands_outside() {
    let mut glass = Glass::new(20, 3);
    glass.screen.send_between_frames(b"\x1b]52;c;aGk=\x07");
    glass.draw(say("a"), None);
    let bytes = String::from_utf8(glass.screen.writer().clone()).unwrap();
    assert!(bytes.starts_with("\x1b]52;c;aGk=\x07\x1b[?2026h"), "{bytes:?}");
    assert!(bytes.ends_with("\x1b[?2026l"), "{bytes:?}");
    assert_eq!(bytes.matches("\x1b[?2026h").count(), 1);
}

#[test]
fn after_another_program_the_frame_is_drawn_whole() {
    let mut glass = Glass::new(20, 3);
    glass.draw(say("退款"), Some((4, 1)));
    glass.parser.process(b"\x1b[31;44m\x1b[2Jvim was here");
    glass.screen.forget();
    glass.draw(say("退款"), Some((4, 1)));
    let mut drawn = Buffer::empty(Rect::new(0, 0, 20, 3));
    say("退款")(&mut drawn);
    assert_eq!(glass.difference(&drawn), None);
}

/// One screen of a conversation as the console lays it out at 160×50, `first` lines into it.
fn conversation(buffer: &mut Buffer, first: usize) {
    let said = "收到的杯子全碎了我要退款你们客服怎么一直不理人照片已经发了三遍订单号也给了";
    let chars: Vec<char> = said.chars().collect();
    let [left, middle, right] =
        Layout::horizontal([Constraint::Length(28), Constraint::Min(0), Constraint::Length(36)])
            .areas(buffer.area);
    Block::bordered().title("待办").render(left, buffer);
    Block::bordered().title("破损").render(right, buffer);
    let lines: Vec<String> = (first..first + 48)
        .map(|no| {
            // Most lines are nearly full, as wrapped Chinese is; every fourth ends a message.
            let len = if no % 4 == 3 { 12 + no % 17 } else { 42 + no % 4 };
            (0..len).map(|i| chars[(i * 7 + no * 13 + i * i * no) % chars.len()]).collect()
        })
        .collect();
    Paragraph::new(lines.join("\n"))
        .block(Block::bordered().title("张** · 订单 …8842"))
        .render(middle, buffer);
}

#[test]
fn a_scrolled_frame_of_chinese_takes_a_third_of_the_bytes() {
    let area = Rect::new(0, 0, 160, 50);
    let screen = |first: Option<usize>| {
        let mut buffer = Buffer::empty(area);
        if let Some(first) = first {
            conversation(&mut buffer, first);
        }
        buffer
    };
    let stock = |before: Buffer, next: Buffer| {
        let mut sink = Vec::new();
        let changes = before.diff(&next);
        CrosstermBackend::new(&mut sink).draw(changes.into_iter()).unwrap();
        sink.len()
    };
    let mut glass = Glass::new(160, 50);
    let whole = glass.draw(|buffer| conversation(buffer, 0), None);
    println!(
        "bytes of the first frame: {whole}, stock backend {}",
        stock(screen(None), screen(Some(0)))
    );
    let (mut ours, mut theirs) = (0, 0);
    let frames = 20;
    for first in 1..=frames {
        ours += glass.draw(|buffer| conversation(buffer, first), None);
        theirs += stock(screen(Some(first - 1)), screen(Some(first)));
        assert_eq!(glass.difference(&screen(Some(first))), None);
    }
    let (ours, theirs) = (ours / frames, theirs / frames);
    println!("bytes of a scrolled frame at 160x50: {ours}, stock backend {theirs}");
    assert!(ours * 100 <= theirs * 35, "{ours} of {theirs}");
}
