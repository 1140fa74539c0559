//! The bottom: keys for what can be done here, what is due, and the sentence after an act.

use super::Meaning;
use super::canvas::Canvas;
use super::lines::{cells_of, ends, wrapped};
use crate::app::words::{Clock, promise_due};
use crate::app::{ACTIONS, Action, ActionRow, Context, Pane, Standing, Tone};
use crate::domain::Span as Length;
use crate::domain::cells::width;
use crate::i18n::fill;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A sentence never takes more rows than this.
const MOST_TOAST_ROWS: usize = 3;

/// The rows the sentence at the bottom takes; 0 when there is none.
pub(super) fn toast_rows(canvas: &Canvas<'_>, area: Rect) -> u16 {
    u16::try_from(toast(canvas, area.width).len()).unwrap_or(0)
}

pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, screen: Rect) {
    let room = area.width.saturating_sub(2);
    let toast = toast(canvas, screen.width);
    let said = !toast.is_empty();
    let mut y = area.y;
    for line in toast {
        canvas.put(area.x + 1, y, room, line);
        y += 1;
    }
    if y >= area.bottom() {
        // The sentence has the only row; what can be taken back is worth its end.
        let right = retract(canvas);
        let cells = u16::try_from(cells_of(&right)).unwrap_or(0);
        if cells > 0 && cells < room {
            let x = area.right().saturating_sub(cells + 1);
            canvas.put(x.saturating_sub(2), area.bottom() - 1, 2, Line::from("  "));
            canvas.put(x, area.bottom() - 1, cells, right);
        }
        return;
    }
    let state = state(canvas);
    if y + 1 < area.bottom() && !said {
        canvas.put(area.x + 1, y, room, ends(Line::default(), state, usize::from(room)));
        y += 1;
        let keys = hints(canvas, usize::from(room));
        canvas.put(area.x + 1, y, room, keys);
        return;
    }
    let taken = cells_of(&state);
    let least = usize::from(room) * 3 / 5;
    let state = if usize::from(room).saturating_sub(taken + 2) < least && !is_urgent(canvas) {
        Line::default()
    } else {
        state
    };
    let left = usize::from(room).saturating_sub(cells_of(&state) + 2);
    let keys = hints(canvas, left);
    canvas.put(area.x + 1, y, room, ends(keys, state, usize::from(room)));
}

fn toast(canvas: &Canvas<'_>, columns: u16) -> Vec<Line<'static>> {
    let now = canvas.model.now;
    let Some(toast) = canvas.model.toast.as_ref().filter(|toast| now < toast.until) else {
        return Vec::new();
    };
    let (sign, meaning) = match toast.tone {
        Tone::Good => ("✓", Meaning::Good),
        Tone::Plain => ("·", Meaning::Text),
        Tone::Warning => ("!", Meaning::DueSoon),
        Tone::Bad => ("✗", Meaning::Bad),
    };
    let room = usize::from(columns).saturating_sub(4);
    let style = canvas.style(meaning);
    let mut lines = wrapped(&toast.text, room, MOST_TOAST_ROWS, style);
    for (no, line) in lines.iter_mut().enumerate() {
        let lead = if no == 0 { sign } else { " " };
        line.spans.insert(0, Span::styled(format!("{lead} "), style));
    }
    lines
}

fn is_urgent(canvas: &Canvas<'_>) -> bool {
    let now = canvas.model.now;
    canvas.model.open.as_ref().is_some_and(|open| open.state.retractable(now).is_some())
}

/// Where there is less room the keys of the pane go before the help.
const LEAST_WITH_HELP: usize = 30;

/// What can be taken back, else the next promise.
fn state(canvas: &Canvas<'_>) -> Line<'static> {
    if is_urgent(canvas) {
        return retract(canvas);
    }
    let Some(open) = &canvas.model.open else { return Line::default() };
    let mut promises: Vec<_> = open.state.open_promises().collect();
    promises.sort_by_key(|promise| promise.due);
    let Some(first) = promises.first() else { return Line::default() };
    let clock = Clock::of(canvas.model);
    let texts = &canvas.strings().hint;
    let text = if first.pending { &texts.promise_after } else { &texts.promise };
    let due = promise_due(first, open.playbook.as_deref(), canvas.model.lang, clock);
    let text = fill(text, &[("n", &promises.len()), ("time", &due)]);
    let meaning = super::panes::queue::meaning(clock.urgency(first.due));
    canvas.line(text, meaning)
}

fn retract(canvas: &Canvas<'_>) -> Line<'static> {
    let now = canvas.model.now;
    let Some(open) = &canvas.model.open else { return Line::default() };
    let Some(sent) = open.state.retractable(now) else { return Line::default() };
    let left = sent.undo_until.since(now).max(Length::ZERO).as_millis();
    let seconds = (left + 999) / 1_000;
    let text = fill(
        canvas.strings().hint.retract,
        &[("n", &seconds), ("key", &canvas.key(Action::Retract))],
    );
    canvas.line(text, Meaning::DueSoon)
}

/// The keys of the focused pane, the most useful first, as many as fit; the help always: whoever knows
/// nothing else finds everything from there.
fn hints(canvas: &Canvas<'_>, room: usize) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut taken = 0;
    let help = key_in(canvas, Action::Help, Context::Global).unwrap_or_default();
    let help = Some((help, title(canvas, Action::Help), true))
        .filter(|_| canvas.model.overlays.is_empty() && room >= LEAST_WITH_HELP);
    let kept = help.as_ref().map_or(0, |(key, title, _)| width(key) + width(title) + 3);
    let named = help.as_ref().map(|(_, title, _)| title.clone());
    let others = entries(canvas).into_iter().filter(|(_, title, _)| Some(title) != named.as_ref());
    let others: Vec<_> = others.map(|entry| (entry, room.saturating_sub(kept))).collect();
    for ((key, title, ready), room) in others.into_iter().chain(help.map(|help| (help, room))) {
        let (key_look, title_look) =
            if ready { (Meaning::Key, Meaning::Text) } else { (Meaning::Muted, Meaning::Muted) };
        let piece = Line::from(vec![
            canvas.span(key, key_look),
            Span::raw(" "),
            canvas.span(title, title_look),
        ]);
        let cells = cells_of(&piece);
        let gap = if taken == 0 { 0 } else { 2 };
        if taken + gap + cells > room {
            continue;
        }
        if gap > 0 {
            spans.push(Span::raw("  "));
        }
        taken += gap + cells;
        spans.extend(piece.spans);
    }
    Line::from(spans)
}

/// Key, title and whether it can be done.
fn entries(canvas: &Canvas<'_>) -> Vec<(String, String, bool)> {
    let model = canvas.model;
    let in_overlay = !model.overlays.is_empty();
    let pane = if in_overlay { Context::Overlay } else { context(model.focus) };
    let mut rows: Vec<&ActionRow> = ACTIONS
        .iter()
        .filter(|row| row.hint > 0)
        .filter(|row| row.context == pane || (!in_overlay && row.context == Context::Global))
        .filter(|row| shown(canvas, row.action))
        .filter(|row| in_overlay || model.standing(row.action) != Standing::NoCase)
        .collect();
    rows.sort_by_key(|row| {
        // What cannot be done stands behind, but stays.
        (model.standing(row.action) != Standing::Ready, row.hint, row.context == Context::Global)
    });
    let mut out = Vec::new();
    if !in_overlay
        && let Some(open) = &model.open
        && !open.suggestions.is_empty()
        && open.state.is_open()
    {
        let n = open.suggestions.len().min(9);
        // Digits are letters while one writes; the chord with Alt works everywhere.
        let first = if model.focus == Pane::Composer { alt_key(canvas) } else { "1".to_owned() };
        let dash = if first.len() > 1 { "…" } else { "-" };
        let keys = if n == 1 { first } else { format!("{first}{dash}{n}") };
        out.push((keys, canvas.strings().hint.adopt.to_owned(), true));
    }
    if !in_overlay && nothing_yet(canvas) {
        out.extend(beginnings(canvas));
    }
    for row in rows {
        let Some(key) = key_in(canvas, row.action, pane) else { continue };
        out.push((key, title(canvas, row.action), model.standing(row.action) == Standing::Ready));
    }
    if in_overlay && let Some(key) = key_in(canvas, Action::Cancel, Context::Global) {
        out.push((key, title(canvas, Action::Cancel), true));
    }
    out
}

/// Nothing is to do and nothing is open: the file is empty, or everything in it is done.
fn nothing_yet(canvas: &Canvas<'_>) -> bool {
    let model = canvas.model;
    model.queue.loaded && model.queue.entries.is_empty() && model.open.is_none()
}

/// How to begin: what stands for the key, and what it brings.
fn beginnings(canvas: &Canvas<'_>) -> Vec<(String, String, bool)> {
    let texts = &canvas.strings().hint;
    let writable = !canvas.model.file.read_only;
    [
        (&texts.paste, &texts.paste_brings, writable),
        (&texts.import, &texts.import_brings, writable),
        (&texts.demo, &texts.demo_brings, true),
    ]
    .into_iter()
    .filter(|(_, _, ready)| *ready)
    .map(|(key, brings, ready)| ((*key).to_owned(), (*brings).to_owned(), ready))
    .collect()
}

/// Not every window has a use for every key.
fn shown(canvas: &Canvas<'_>, action: Action) -> bool {
    use crate::app::Overlay;
    match action {
        Action::Retract => is_urgent(canvas),
        Action::Reopen => canvas.model.open.as_ref().is_some_and(|open| !open.state.is_open()),
        Action::Steps => !canvas.model.other_steps().is_empty(),
        Action::Upgrade => canvas.model.open.as_ref().is_some_and(|open| open.newer.is_some()),
        Action::OpenCase | Action::OpenNext | Action::FocusNext => !nothing_yet(canvas),
        // The other windows say themselves what their keys do.
        Action::Accept => matches!(
            canvas.model.overlays.last(),
            Some(
                Overlay::Palette(_)
                    | Overlay::ReplySearch(_)
                    | Overlay::Paste(_)
                    | Overlay::Mood(_)
                    | Overlay::BuyerType(_)
                    | Overlay::FactForm(_)
                    | Overlay::ExhibitForm(_)
                    | Overlay::Close(_)
            )
        ),
        _always => true,
    }
}

/// The first key of an action that works in a context: its own keys before the global ones.
fn key_in(canvas: &Canvas<'_>, action: Action, pane: Context) -> Option<String> {
    let bindings = canvas.model.keymap.bindings();
    let of = |context: Context| {
        let mut keys = bindings.iter().filter(|(c, _, a)| *c == context && *a == action);
        keys.next().map(|(_, chord, _)| chord.short())
    };
    of(pane).or_else(|| of(Context::Global))
}

fn alt_key(canvas: &Canvas<'_>) -> String {
    let chords = canvas.model.keymap.chords(Action::Adopt1);
    let with_alt = chords.iter().map(|chord| chord.short()).find(|short| short.len() > 1);
    with_alt.unwrap_or_else(|| "1".to_owned())
}

fn title(canvas: &Canvas<'_>, action: Action) -> String {
    canvas
        .strings()
        .action
        .get(action.name())
        .map_or_else(|| action.name().to_owned(), |words| words.title.to_owned())
}

/// The context of a pane's own keys.
pub(super) const fn context(pane: Pane) -> Context {
    match pane {
        Pane::Queue => Context::Queue,
        Pane::Conversation => Context::Conversation,
        Pane::Step => Context::Step,
        Pane::Replies => Context::Replies,
        Pane::Composer => Context::Composer,
    }
}
