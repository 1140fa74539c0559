//! Where each pane stands on a screen of that size.
//!
//! Owns the three shapes of the screen; draws nothing. At 80×24 every row counts: neighbours in a
//! column share the border between them.

use crate::app::{Model, Pane};
use ratatui::layout::Rect;

/// The smallest screen anything is drawn on: columns and rows.
pub(super) const LEAST: (u16, u16) = (40, 10);
/// From this many columns on there are three of them.
const WIDE: u16 = 110;
/// From this many columns on there are two.
const MEDIUM: u16 = 80;
/// From this many rows on the bottom has a row for the state of things besides the keys.
const TALL: u16 = 30;
/// Below this many rows a column shows one pane instead of two.
const SHORT: u16 = 11;

/// How many columns of panes there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Queue, conversation, step side by side.
    Wide,
    /// Conversation and step; the queue folds to the top line.
    Medium,
    /// One pane, or two that belong together.
    Narrow,
}

impl Shape {
    pub(super) const fn of(columns: u16) -> Self {
        if columns >= WIDE {
            Self::Wide
        } else if columns >= MEDIUM {
            Self::Medium
        } else {
            Self::Narrow
        }
    }
}

/// The places of everything on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Areas {
    pub(super) shape: Shape,
    pub(super) top: Rect,
    /// Everything between the top line and the bottom.
    pub(super) body: Rect,
    pub(super) bottom: Rect,
    /// Where it says how to begin while no case is open.
    pub(super) welcome: Option<Rect>,
    /// The rows the step would have liked, where that was asked.
    pub(super) step_rows: Option<u16>,
    panes: Vec<(Pane, Rect)>,
}

impl Areas {
    /// The places on a screen whose sentence at the bottom takes `toast` rows. `step_rows`: what
    /// the step would like, if that is known.
    pub(super) fn of(area: Rect, model: &Model, toast: u16, step_rows: Option<u16>) -> Self {
        let shape = Shape::of(area.width);
        let bottom_rows = if area.height >= TALL { 2.max(toast + 1) } else { toast.max(1) };
        let top = Rect { height: 1, ..area };
        let body =
            Rect { y: area.y + 1, height: area.height.saturating_sub(1 + bottom_rows), ..area };
        let bottom = Rect { y: body.bottom(), height: bottom_rows, ..area };
        let mut areas =
            Self { shape, top, body, bottom, welcome: None, step_rows, panes: Vec::new() };
        if model.open.is_none() && model.queue.loaded && model.queue.entries.is_empty() {
            areas.welcome = Some(body);
            return areas;
        }
        match shape {
            Shape::Wide => areas.wide(model),
            Shape::Medium => areas.medium(model),
            Shape::Narrow => areas.narrow(model),
        }
        areas
    }

    /// Where a pane stands, if it is on screen.
    pub(super) fn of_pane(&self, pane: Pane) -> Option<Rect> {
        self.panes.iter().find(|(known, _)| *known == pane).map(|(_, rect)| *rect)
    }

    /// Whether the pane's upper border is the lower one of its neighbour.
    pub(super) fn joined(&self, pane: Pane) -> bool {
        self.of_pane(pane).is_some_and(|rect| {
            self.panes.iter().any(|(other, above)| {
                *other != pane && above.x == rect.x && above.bottom() == rect.y + 1
            })
        })
    }

    fn wide(&mut self, model: &Model) {
        let columns = self.body.width;
        let queue = (columns / 5).clamp(26, 38);
        let right = (columns * 32 / 100).clamp(36, 62);
        let (left, rest) = split(self.body, queue);
        self.panes.push((Pane::Queue, left));
        if model.open.is_none() {
            self.welcome = Some(rest);
            return;
        }
        let (middle, right) = split(rest, rest.width.saturating_sub(right));
        self.talk(model, middle);
        self.guide(model, right);
    }

    fn medium(&mut self, model: &Model) {
        let right = (self.body.width * 45 / 100).clamp(36, 48);
        let (left, right) = split(self.body, self.body.width.saturating_sub(right));
        if model.open.is_none() {
            self.panes.push((Pane::Queue, left));
            self.welcome = Some(right);
            return;
        }
        if model.focus == Pane::Queue {
            self.panes.push((Pane::Queue, left));
        } else {
            self.talk(model, left);
        }
        self.guide(model, right);
    }

    fn narrow(&mut self, model: &Model) {
        if model.open.is_none() {
            self.panes.push((Pane::Queue, self.body));
            return;
        }
        match model.focus {
            Pane::Queue => self.panes.push((Pane::Queue, self.body)),
            Pane::Conversation | Pane::Composer => self.talk(model, self.body),
            Pane::Step | Pane::Replies => self.guide(model, self.body),
        }
    }

    /// Conversation over composer.
    fn talk(&mut self, model: &Model, area: Rect) {
        let writing = model.focus == Pane::Composer;
        if area.height < SHORT && !(writing && area.height >= 8) {
            let only = if writing { Pane::Composer } else { Pane::Conversation };
            self.panes.push((only, area));
            return;
        }
        let rows = model.open.as_ref().map_or(1, |open| {
            let width = area.width.saturating_sub(4);
            u16::try_from(open.draft().layout(width).rows.len()).unwrap_or(u16::MAX)
        });
        let (least, most) = match (area.height, writing) {
            (0..16, _) => (2, 3),
            (16..26, false) => (3, 5),
            (16..26, true) => (4, area.height / 2 - 2),
            (_tall, false) => (4, area.height / 4),
            (_tall, true) => (5, area.height / 2),
        };
        let composer = rows.clamp(least, most.max(least)) + 2;
        let (upper, lower) = stack(area, area.height.saturating_sub(composer));
        self.panes.push((Pane::Conversation, upper));
        self.panes.push((Pane::Composer, lower));
    }

    /// Step over replies.
    fn guide(&mut self, model: &Model, area: Rect) {
        if area.height < SHORT {
            let only = if model.focus == Pane::Replies { Pane::Replies } else { Pane::Step };
            self.panes.push((only, area));
            return;
        }
        let open = model.open.as_ref();
        let replies = open.map_or(0, |open| open.suggestions.len());
        let replies = u16::try_from(replies).unwrap_or(u16::MAX).clamp(1, 9);
        let waiting = open.map_or(0, |open| u16::try_from(open.locked.len()).unwrap_or(u16::MAX));
        // Two rows a reply are wanted, but the step keeps the larger half.
        let wanted_below = replies.saturating_mul(2).saturating_add(waiting).saturating_add(1);
        let cells = area.width.saturating_sub(2);
        let wanted_above =
            *self.step_rows.get_or_insert_with(|| super::panes::step::rows_wanted(model, cells));
        let room = area.height.saturating_sub(1);
        let above = if wanted_above + wanted_below <= room {
            // What is left over serves the replies: longer previews.
            wanted_above
        } else {
            let half = room.div_ceil(2);
            let spare = room.saturating_sub(wanted_below.min(room - half));
            wanted_above.min(spare.max(half))
        };
        let (upper, lower) = stack(area, above);
        self.panes.push((Pane::Step, upper));
        self.panes.push((Pane::Replies, lower));
    }
}

fn split(area: Rect, left: u16) -> (Rect, Rect) {
    let left = left.min(area.width);
    (Rect { width: left, ..area }, Rect { x: area.x + left, width: area.width - left, ..area })
}

/// Two panes on top of each other; the last row of the upper one is the first of the lower one.
fn stack(area: Rect, upper: u16) -> (Rect, Rect) {
    let upper = upper.min(area.height.saturating_sub(1));
    (
        Rect { height: upper + 1, ..area },
        Rect { y: area.y + upper, height: area.height - upper, ..area },
    )
}
