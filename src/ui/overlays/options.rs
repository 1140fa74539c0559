//! The options of the case: what each is, what it costs the shop, and whether the buyer was told.

use crate::app::{Action, OptionsList, words};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, list: OptionsList) -> Sheet {
    let strings = canvas.strings();
    let say = &strings.settling.say;
    let mut rows = Vec::new();
    let settling = canvas.model.open.as_ref().map(|open| &open.state.settling);
    for (place, no) in canvas.model.option_rows().into_iter().enumerate() {
        let Some(option) = settling.and_then(|settling| settling.option(no)) else { continue };
        let told = settling.is_some_and(|one| one.offered.iter().any(|o| o.nos.contains(&no)));
        let chosen = settling.and_then(|one| one.chosen.as_ref()).is_some_and(|one| one.no == no);
        let feasible = option.is_feasible();
        let look = if feasible { Meaning::Title } else { Meaning::Muted };
        let mut spans =
            vec![canvas.span(format!("{no} {} ", words::remedy(strings, option.remedy)), look)];
        if option.give.0 > 0 {
            spans.push(canvas.span(format!("¥{} ", option.give), Meaning::Text));
        }
        let detail = if feasible {
            let freight = words::payer(strings, option.payer);
            format!(
                "{freight} · {} · {}",
                option.due,
                fill(say.shop_cost, &[("amount", &option.shop_cost())])
            )
        } else {
            option.obstacle.clone()
        };
        spans.push(canvas.span(detail, Meaning::Muted));
        let mut row = Row::of(Line::from(spans)).at(place);
        if chosen {
            row = row.with_right(canvas.line(format!("✓ {}", say.chosen_mark), Meaning::Good));
        } else if told {
            row = row.with_right(canvas.line(say.offered_mark, Meaning::Muted));
        }
        rows.push(row);
    }
    if rows.is_empty() {
        rows.push(Row::of(canvas.line(say.options_none, Meaning::Muted)));
    }
    let keys = fill(
        say.options_keys,
        &[
            ("add", &canvas.key(Action::Add)),
            ("draft", &canvas.key(Action::AsDraft)),
            ("drop", &canvas.key(Action::Break)),
            ("only", &canvas.key(Action::Toggle)),
        ],
    );
    Sheet {
        title: canvas.line(say.options_title, Meaning::Title),
        rows,
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Some(list.selected),
        least: 64,
        ..Sheet::default()
    }
}
