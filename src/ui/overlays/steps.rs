//! Another step: those of the group, and those to be looked at again.

use crate::app::{Action, StepStanding, StepsChoice};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, choice: &StepsChoice) -> Sheet {
    let texts = &canvas.strings().steps;
    let mut rows = Vec::new();
    for (place, step) in canvas.model.other_steps().into_iter().enumerate() {
        let (sign, word, look) = match step.standing {
            StepStanding::Here => ("·", &texts.here, Meaning::Muted),
            StepStanding::Done => ("☑", &texts.done, Meaning::Good),
            StepStanding::Open => ("☐", &texts.open, Meaning::Text),
            StepStanding::Reopened => ("!", &texts.reopened, Meaning::DueSoon),
        };
        let spans = vec![
            canvas.span(format!("{} ", place + 1), Meaning::Key),
            canvas.span(format!("{sign} "), look),
            canvas.span(step.title, Meaning::Title),
        ];
        let word = canvas.line(*word, look);
        rows.push(Row::of(Line::from(spans)).with_right(word).at(place));
    }
    let keys = fill(texts.hint, &[("key", &canvas.key(Action::Accept))]);
    let group = canvas.model.open.as_ref().and_then(|open| open.step.as_ref()?.group.as_ref());
    let title = group.map_or(texts.title, |group| &group.title).to_owned();
    Sheet {
        title: canvas.line(title, Meaning::Title),
        rows,
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Some(choice.selected),
        least: 50,
        ..Sheet::default()
    }
}
