//! What a pair of hands does over and over: a tick, a fact, a reply.

use super::window::Window;
use vt100::Screen;

/// The rows of the step pane, while it has the focus, and whether the cursor is on them.
fn step_rows(screen: &Screen) -> Vec<(String, bool)> {
    let contents = screen.contents();
    let rows = contents.lines().filter_map(|line| line.split_once('┃')?.1.split('┃').next());
    rows.filter_map(|row| {
        let cursor = row.starts_with('▸');
        let row = row.strip_prefix(['▸', ' '])?;
        row.starts_with(['☐', '☑', '?', '✓']).then(|| (row.trim().to_owned(), cursor))
    })
    .collect()
}

/// Puts the cursor of the step pane on the row with a text.
#[track_caller]
pub(crate) fn step_row(window: &mut Window, text: &str) {
    window.key("ctrl-t");
    window.until("the step's rows in focus", |screen| !step_rows(screen).is_empty());
    window.key("home");
    for place in 0..12 {
        window.until("the cursor on the next row", |screen| {
            step_rows(screen).get(place).is_some_and(|(_, cursor)| *cursor)
        });
        if window.look(step_rows)[place].0.contains(text) {
            return;
        }
        window.key("down");
    }
    panic!("no row {text:?}:\n{}", window.screen());
}

/// Ticks a check of the step.
#[track_caller]
pub(crate) fn tick(window: &mut Window, check: &str) {
    step_row(window, check);
    window.press("space", &format!("☑ {check}"));
}

/// Answers a question of the step by typing.
#[track_caller]
pub(crate) fn write_down(window: &mut Window, ask: &str, value: &str, recorded: &str) {
    step_row(window, ask);
    window.press("enter", "Tab ");
    window.types(value);
    window.press("enter", recorded);
}

/// Answers a question of the step by choosing.
#[track_caller]
pub(crate) fn choose(window: &mut Window, ask: &str, digit: &str, recorded: &str) {
    step_row(window, ask);
    window.press("enter", "Tab ");
    window.press(digit, recorded);
}
