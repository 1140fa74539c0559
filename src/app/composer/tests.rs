//! The composer against plain cases, and against a model of graphemes under random edits.

use super::*;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

const WIDE: u16 = 80;

fn typed(text: &str) -> Composer {
    let mut composer = Composer::default();
    for grapheme in text.graphemes(true) {
        composer.insert(grapheme);
    }
    composer
}

fn go(composer: &mut Composer, motion: Motion, times: usize) {
    for _ in 0..times {
        composer.go(motion, false, WIDE);
    }
}

#[test]
fn deleting_takes_whole_characters() {
    let mut composer = Composer::new("好👨‍👩‍👧");
    composer.backspace();
    assert_eq!(composer.text(), "好");
    composer.go(Motion::Start, false, WIDE);
    composer.delete();
    assert_eq!((composer.text(), composer.caret()), ("", 0));
    composer.backspace();
    composer.delete();
    assert_eq!(composer.text(), "");
}

#[test]
fn what_may_not_stand_on_a_screen_is_left_out() {
    let mut composer = Composer::default();
    composer.insert("退\u{1b}[31m款\u{202e}\r\n到账");
    assert_eq!(composer.text(), "退款\n到账");
}

#[test]
fn an_adopted_reply_stands_on_lines_of_its_own() {
    let mut composer = Composer::new("");
    composer.adopt("非常抱歉。");
    assert_eq!(composer.text(), "非常抱歉。");
    composer.adopt("请补拍面单。");
    assert_eq!(composer.text(), "非常抱歉。\n请补拍面单。");
    let mut composer = Composer::new("前后");
    composer.go(Motion::Left, false, WIDE);
    composer.adopt("回复");
    assert_eq!(composer.text(), "前\n回复\n后");
    assert_eq!(composer.caret(), "前\n回复".len());
    composer.undo();
    assert_eq!(composer.text(), "前后");
}

#[test]
fn an_adopted_reply_does_not_replace_a_selection() {
    let mut composer = Composer::new("已写");
    composer.select_all();
    composer.adopt("回复");
    assert_eq!(composer.text(), "已写\n回复");
}

#[test]
fn typing_is_taken_back_in_bursts() {
    let mut composer = typed("您好，已看到照片");
    assert!(composer.undo());
    assert_eq!(composer.text(), "您好，");
    assert!(composer.undo());
    assert_eq!(composer.text(), "");
    assert!(!composer.undo());
    assert!(composer.redo() && composer.redo());
    assert_eq!(composer.text(), "您好，已看到照片");
    assert!(!composer.redo());
}

#[test]
fn a_moved_caret_ends_the_burst() {
    let mut composer = typed("ab");
    go(&mut composer, Motion::Left, 1);
    go(&mut composer, Motion::Right, 1);
    composer.insert("c");
    composer.undo();
    assert_eq!(composer.text(), "ab");
}

#[test]
fn deleting_back_is_taken_back_at_once() {
    let mut composer = Composer::new("退款到账");
    for _ in 0..3 {
        composer.backspace();
    }
    assert_eq!(composer.text(), "退");
    composer.undo();
    assert_eq!((composer.text(), composer.caret()), ("退款到账", "退款到账".len()));
}

#[test]
fn words_are_steps_and_chinese_goes_character_by_character() {
    let mut composer = Composer::new("order 退款 now");
    go(&mut composer, Motion::WordLeft, 1);
    assert_eq!(composer.caret(), "order 退款 ".len());
    go(&mut composer, Motion::WordLeft, 1);
    assert_eq!(composer.caret(), "order 退".len());
    go(&mut composer, Motion::Start, 1);
    go(&mut composer, Motion::WordRight, 2);
    assert_eq!(composer.caret(), "order 退".len());
    composer.delete_word_left();
    assert_eq!(composer.text(), "order 款 now");
    composer.delete_word_right();
    assert_eq!(composer.text(), "order  now");
}

#[test]
fn line_keys_go_by_written_lines() {
    let mut composer = Composer::new("一二\n三四\n五六");
    composer.go(Motion::Up, false, WIDE);
    composer.go(Motion::LineStart, false, WIDE);
    assert_eq!(composer.caret(), "一二\n".len());
    composer.delete_to_line_end();
    assert_eq!(composer.text(), "一二\n\n五六");
    composer.delete_to_line_end();
    assert_eq!(composer.text(), "一二\n五六");
    composer.delete_to_line_start();
    assert_eq!(composer.text(), "一二五六");
}

#[test]
fn up_and_down_go_by_the_rows_of_the_pane_and_keep_the_column() {
    // Seven cells hold three wide characters and the caret's own cell.
    let mut composer = Composer::new("一二三四五六七\na\n一二三");
    composer.go(Motion::Up, false, 7);
    assert_eq!(composer.layout(7).caret, (1, 3));
    composer.go(Motion::Up, false, 7);
    assert_eq!(composer.layout(7).caret, (2, 2));
    composer.go(Motion::Up, false, 7);
    assert_eq!(composer.layout(7).caret, (4, 1));
    composer.go(Motion::Down, false, 7);
    composer.go(Motion::Down, false, 7);
    composer.go(Motion::Down, false, 7);
    assert_eq!(composer.layout(7).caret, (6, 4));
    assert!(!composer.go(Motion::Down, false, 7));
}

#[test]
fn a_selection_is_replaced_taken_and_left() {
    let mut composer = Composer::new("退款到账");
    composer.go(Motion::Left, true, WIDE);
    composer.go(Motion::Left, true, WIDE);
    assert_eq!(composer.selected(), Some("到账"));
    composer.insert("成功");
    assert_eq!(composer.text(), "退款成功");
    composer.undo();
    assert_eq!(composer.selected(), Some("到账"));
    assert_eq!(composer.take_selected().map(CleanText::into_string).as_deref(), Some("到账"));
    composer.select_all();
    composer.go(Motion::Left, false, WIDE);
    assert_eq!((composer.caret(), composer.selection()), (0, None));
}

#[test]
fn a_combining_mark_joins_and_the_caret_stays_outside() {
    let mut composer = Composer::new("eb");
    composer.go(Motion::Left, false, WIDE);
    composer.insert("\u{301}");
    assert_eq!(composer.caret(), "e\u{301}".len());
    composer.backspace();
    assert_eq!(composer.text(), "b");
}

#[test]
fn a_click_puts_the_caret_on_the_character() {
    let mut composer = Composer::new("一二三\n四五");
    composer.click(3, 0, WIDE);
    assert_eq!(composer.caret(), "一".len());
    composer.click(70, 9, WIDE);
    assert_eq!(composer.caret(), composer.text().len());
}

/// One random act.
#[derive(Debug, Clone)]
enum Act {
    Insert(String),
    Newline,
    Backspace,
    Delete,
    Go(Motion),
    WordBack,
    LineEnd,
    ReplaceAll(String),
    Undo,
    Redo,
}

fn fragment() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "退",
        "款",
        "，",
        "a",
        "word ",
        "👨‍👩‍👧",
        "❤️",
        "🇨🇳",
        "🇨",
        "e\u{301}",
        "\u{301}",
        "各",
        "\u{1100}",
        "\u{1161}",
        "👍",
        "🏽",
        " ",
        "x\ny",
        "1",
    ])
    .prop_map(str::to_owned)
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => fragment().prop_map(Act::Insert),
        1 => Just(Act::Newline),
        2 => Just(Act::Backspace),
        2 => Just(Act::Delete),
        4 => proptest::sample::select(vec![
            Motion::Left, Motion::Right, Motion::WordLeft, Motion::WordRight, Motion::LineStart,
            Motion::LineEnd, Motion::Up, Motion::Down, Motion::Start, Motion::End,
        ]).prop_map(Act::Go),
        1 => Just(Act::WordBack),
        1 => Just(Act::LineEnd),
        1 => fragment().prop_map(Act::ReplaceAll),
        1 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

fn perform(composer: &mut Composer, act: &Act, cells: u16) {
    match act {
        Act::Insert(text) => composer.insert(text),
        Act::Newline => composer.newline(),
        Act::Backspace => composer.backspace(),
        Act::Delete => composer.delete(),
        Act::Go(motion) => {
            composer.go(*motion, false, cells);
        }
        Act::WordBack => composer.delete_word_left(),
        Act::LineEnd => composer.delete_to_line_end(),
        Act::ReplaceAll(text) => composer.replace_all(text),
        Act::Undo => {
            composer.undo();
        }
        Act::Redo => {
            composer.redo();
        }
    }
}

/// The plainest editor there is: a list of graphemes and how many stand before the caret.
#[derive(Debug, Default)]
struct Model {
    graphemes: Vec<String>,
    caret: usize,
}

impl Model {
    fn text(&self) -> String {
        self.graphemes.concat()
    }

    /// Sets the text anew; the caret goes to the first boundary at or after `byte`.
    fn reset(&mut self, text: &str, byte: usize) {
        self.graphemes = text.graphemes(true).map(str::to_owned).collect();
        let mut at = 0;
        self.caret = 0;
        for grapheme in &self.graphemes {
            if at >= byte {
                break;
            }
            at += grapheme.len();
            self.caret += 1;
        }
    }

    /// Does the acts a list of graphemes can do by itself; tells whether it could.
    fn perform(&mut self, act: &Act) -> bool {
        let (before, after) = self.graphemes.split_at(self.caret);
        let (before, after) = (before.to_vec(), after.to_vec());
        let put = |text: &str| {
            (
                format!("{}{text}{}", before.concat(), after.concat()),
                before.concat().len() + text.len(),
            )
        };
        let (text, byte) = match act {
            Act::Insert(text) => put(CleanText::new(text).as_str()),
            Act::Newline => put("\n"),
            Act::Backspace => {
                let kept = before[..before.len().saturating_sub(1)].concat();
                (format!("{kept}{}", after.concat()), kept.len())
            }
            Act::Delete => (
                format!("{}{}", before.concat(), after.iter().skip(1).cloned().collect::<String>()),
                before.concat().len(),
            ),
            Act::Go(Motion::Left) => {
                self.caret = self.caret.saturating_sub(1);
                return true;
            }
            Act::Go(Motion::Right) => {
                self.caret = (self.caret + 1).min(self.graphemes.len());
                return true;
            }
            Act::Go(Motion::Start) => {
                self.caret = 0;
                return true;
            }
            Act::Go(Motion::End) => {
                self.caret = self.graphemes.len();
                return true;
            }
            Act::ReplaceAll(text) if *CleanText::new(text).as_str() != self.text() => {
                let text = CleanText::new(text).into_string();
                let end = text.len();
                (text, end)
            }
            Act::ReplaceAll(_) => return true,
            Act::Go(_) | Act::WordBack | Act::LineEnd | Act::Undo | Act::Redo => return false,
        };
        self.reset(&text, byte);
        true
    }
}

proptest! {
    #[test]
    fn random_edits_agree_with_a_list_of_graphemes(acts in proptest::collection::vec(act(), 0..60)) {
        let mut composer = Composer::default();
        let mut model = Model::default();
        for act in &acts {
            perform(&mut composer, act, 20);
            if !model.perform(act) {
                model.reset(composer.text(), composer.caret());
            }
            prop_assert_eq!(composer.text(), model.text(), "{:?}", act);
            prop_assert_eq!(composer.caret(), model.graphemes[..model.caret].concat().len(), "{:?}", act);
        }
    }

    #[test]
    fn the_caret_stands_between_characters_and_inside_the_pane(
        acts in proptest::collection::vec(act(), 0..60), cells in 0u16..12,
    ) {
        let mut composer = Composer::default();
        for act in &acts {
            perform(&mut composer, act, cells);
            prop_assert_eq!(floor_boundary(composer.text(), composer.caret()), composer.caret());
            let layout = composer.layout(cells);
            let (col, row) = layout.caret;
            prop_assert!(row < layout.rows.len());
            prop_assert!(col < cells.max(1));
            let row = layout.rows[row];
            prop_assert!(row.start <= composer.caret() && composer.caret() <= row.last);
            let rows: String = layout.rows.iter().map(|row| composer.text().get(row.start..row.end).unwrap()).collect();
            prop_assert_eq!(rows, composer.text());
        }
    }

    #[test]
    fn undoing_all_gives_the_first_text_and_redoing_all_the_last(
        first in fragment(), acts in proptest::collection::vec(act(), 0..60),
    ) {
        let mut composer = Composer::new(&first);
        let begin = composer.text().to_owned();
        for act in acts.iter().filter(|act| !matches!(act, Act::Undo | Act::Redo)) {
            perform(&mut composer, act, 20);
        }
        let end = composer.text().to_owned();
        let mut steps = 0;
        while composer.undo() {
            steps += 1;
        }
        prop_assert_eq!(composer.text(), begin);
        for _ in 0..steps {
            prop_assert!(composer.redo());
        }
        prop_assert!(!composer.redo());
        prop_assert_eq!(composer.text(), end);
    }

    #[test]
    fn every_character_can_be_reached(pieces in proptest::collection::vec(fragment(), 0..30), cells in 2u16..12) {
        let mut composer = Composer::new(&pieces.concat());
        let wanted: Vec<usize> = composer.text().grapheme_indices(true).map(|(at, _)| at).collect();
        composer.go(Motion::Start, false, cells);
        let mut met = vec![composer.caret()];
        while composer.go(Motion::Right, false, cells) {
            met.push(composer.caret());
        }
        prop_assert_eq!(met.pop(), Some(composer.text().len()));
        prop_assert_eq!(met, wanted);
        // Going up from the end always arrives at the beginning.
        let mut steps = 0;
        while composer.go(Motion::Up, false, cells) {
            steps += 1;
            prop_assert!(steps < 500);
        }
        prop_assert_eq!(composer.caret(), 0);
    }
}
