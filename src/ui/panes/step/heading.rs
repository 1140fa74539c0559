//! The upper edge of the step: its title, and the clock that runs out first. Where there is no room
//! for both the title wins; the queue shows the clock, too.

use crate::app::OpenCase;
use crate::app::words::{Clock, Urgency};
use crate::domain::{DueKind, Level};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::cells_of;
use crate::ui::panel;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// What is said beside the title is left out where it would be cut to less than this.
const LEAST_BESIDE: usize = 8;

/// The title and the clock, as they fit.
pub(super) fn heading(
    canvas: &Canvas<'_>,
    open: &OpenCase,
    area: Rect,
) -> (Line<'static>, Line<'static>) {
    let (name, beside) = title(canvas, open);
    let bare = panel::titled(canvas, &name, &[]);
    let wanted = cells_of(&bare);
    let room = |clock: &Line<'static>| panel::title_room(area, clock);
    let clock = clocks(canvas, open).into_iter().find(|clock| wanted <= room(clock));
    let clock = clock.unwrap_or_default();
    let whole = panel::titled(canvas, &name, &beside);
    let left = room(&clock);
    let title =
        if cells_of(&whole) <= left || wanted + LEAST_BESIDE <= left { whole } else { bare };
    (title, clock)
}

/// The step's title, and what else is said about it.
fn title(canvas: &Canvas<'_>, open: &OpenCase) -> (String, Vec<String>) {
    let texts = &canvas.strings().step;
    let Some(step) = &open.step else {
        return (texts.title.to_owned(), vec![open.playbook_title.clone()]);
    };
    let (at, of) = step.position;
    let mut beside = Vec::new();
    if step.optional {
        beside.push(texts.optional.to_owned());
    }
    beside.push(open.playbook_title.clone());
    (format!("{at}/{of} {}", step.title), beside)
}

/// What is left of the clock that runs out first, from a few words down to a sign.
fn clocks(canvas: &Canvas<'_>, open: &OpenCase) -> Vec<Line<'static>> {
    let texts = &canvas.strings().step;
    let clock = Clock::of_panes(canvas.model);
    let Some(due) = open.state.next_due().filter(|due| due.kind != DueKind::Promise) else {
        return Vec::new();
    };
    let urgency = clock.urgency(due.at);
    let answer = due.kind == DueKind::Answer;
    let (template, length, short) = if urgency == Urgency::Overdue {
        let late = if answer { &texts.answer_over } else { &texts.over };
        let length = clock.late(due.at);
        let short = fill(canvas.strings().time.over, &[("time", &length)]);
        (late, length, short)
    } else {
        let left = if answer { &texts.answer_left } else { &texts.left };
        let length = clock.span(due.at.since(canvas.model.panes_at));
        (left, length.clone(), length)
    };
    let level = open.state.running_timers().filter(|timer| timer.ticks() && timer.due == due.at);
    let level = level.map(|timer| timer.level(canvas.model.panes_at)).max().unwrap_or(Level::Early);
    let (sign, meaning) = match (urgency, level) {
        (Urgency::Overdue, _) | (_, Level::Out) => ("‼ ", Meaning::Overdue),
        (Urgency::Now, _) | (_, Level::ThreeQuarters) => ("! ", Meaning::Alert),
        (Urgency::Soon | Urgency::Later, Level::Half) => ("~ ", Meaning::DueSoon),
        (Urgency::Soon, Level::Early) => ("", Meaning::DueSoon),
        (Urgency::Later, Level::Early) => ("", Meaning::Text),
    };
    let whole = fill(template, &[("time", &length)]);
    let line = |text: String| canvas.line(text, meaning);
    let mut told = vec![line(format!("{sign}{whole}")), line(format!("{sign}{short}"))];
    if level == Level::Half {
        // Half of the time is no alarm: how long is left says more than its sign.
        told.push(line(short));
    }
    told.push(line(sign.trim_end().to_owned()));
    told
}
