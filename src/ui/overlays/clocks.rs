//! The clocks of the case: what each is about, when it runs out, and how much of it is used.

use crate::app::words::Clock;
use crate::app::{Action, Clocks};
use crate::domain::Level;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::panes::step::around;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, clocks: &Clocks, body: Rect) -> Sheet {
    let texts = &canvas.strings().clocks;
    let model = canvas.model;
    let time = Clock::of(model);
    let all = model.clocks();
    let mut rows = Vec::new();
    for (place, clock) in all.iter().enumerate() {
        let Some(open) = &model.open else { break };
        let (sign, word, look) = around::standing(model, clock);
        let mut spans = vec![
            canvas.span(format!("{sign} "), look),
            canvas.span(around::name(model, open, &clock.name), Meaning::Title),
        ];
        if clock.hint {
            spans.push(canvas.span(format!(" · {}", texts.hint), Meaning::Held));
        }
        let point = (!clock.paused).then(|| time.point(clock.due));
        let left = around::left_of(model, clock);
        let early = clock.level == Level::Early && !clock.paused;
        let word = if early { texts.early.to_owned() } else { word };
        let parts = [point.unwrap_or_default(), left, word];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        rows.push(
            Row::of(Line::from(spans)).with_right(canvas.line(parts.join(" · "), look)).at(place),
        );
        let room = Sheet::room(body).min(60).saturating_sub(2);
        for rule in &clock.basis {
            let text = fill(texts.basis, &[("rule", rule)]);
            let lines = wrapped(&text, room, 2, canvas.style(Meaning::Muted));
            rows.extend(lines.into_iter().map(|line| Row::of(line).indented(2).at(place)));
        }
    }
    if rows.is_empty() {
        rows.push(Row::of(canvas.line(texts.none.to_owned(), Meaning::Muted)));
    }
    let mut foot = vec![Row::blank()];
    if all.iter().any(|clock| clock.hint) {
        let room = Sheet::room(body).min(60);
        let lines = wrapped(texts.hint_why, room, 2, canvas.style(Meaning::Held));
        foot.extend(lines.into_iter().map(Row::of));
    }
    let room = Sheet::room(body).min(72);
    let hours = wrapped(&model.working_hours(), room, 2, canvas.style(Meaning::Muted));
    foot.extend(hours.into_iter().map(Row::of));
    let calendar = &model.policy.calendar;
    if let Some(day) = calendar.known_through.filter(|_| model.holidays_run_out()) {
        let text = format!("! {}", fill(texts.holidays, &[("day", &day)]));
        let lines = wrapped(&text, room, 2, canvas.style(Meaning::DueSoon));
        foot.extend(lines.into_iter().map(Row::of));
    }
    let keys = fill(texts.tab, &[("key", &canvas.key(Action::Toggle))]);
    foot.push(Row::of(canvas.line(keys, Meaning::Muted)));
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        rows,
        foot,
        selected: Some(clocks.selected),
        least: 60,
        ..Sheet::default()
    }
}
