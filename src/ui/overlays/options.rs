//! The options of the case: what each is, what it costs the shop, and whether the buyer was told.

use crate::app::words::{self, Clock};
use crate::app::{Action, OptionsList};
use crate::desk::counted_words;
use crate::domain::FreightPayer;
use crate::i18n::fill;
use crate::playbook::DueRule;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, list: OptionsList) -> Sheet {
    let strings = canvas.strings();
    let say = &strings.settling.say;
    let clock = Clock::of(canvas.model);
    let mut rows = Vec::new();
    let settling = canvas.model.open.as_ref().map(|open| &open.state.settling);
    let playbook = canvas.model.open.as_ref().and_then(|open| open.playbook.as_deref());
    for (place, no) in canvas.model.option_rows().into_iter().enumerate() {
        let Some(option) = settling.and_then(|settling| settling.option(no)) else { continue };
        let told = settling.is_some_and(|one| one.is_told(no));
        let changed = !told && settling.is_some_and(|one| one.was_offered(no));
        let chosen = settling.and_then(|one| one.chosen.as_ref()).is_some_and(|one| one.no == no);
        let feasible = option.is_feasible();
        let look = if feasible { Meaning::Title } else { Meaning::Muted };
        let mut spans =
            vec![canvas.span(format!("{no} {} ", words::remedy(strings, option.remedy)), look)];
        if option.give.0 > 0 {
            spans.push(canvas.span(format!("¥{} ", option.give), Meaning::Text));
        }
        let detail = if feasible {
            let cost = fill(say.shop_cost, &[("amount", &option.shop_cost())]);
            let freight = (option.payer != FreightPayer::None)
                .then(|| words::payer(strings, option.payer).to_owned());
            let due = DueRule::parse(&option.due)
                .map(|rule| rule.from(canvas.model.panes_at, &canvas.model.policy.calendar));
            let counted =
                playbook.and_then(|book| counted_words(&option.due, book, canvas.model.lang));
            let due = due.map(|due| clock.point(due)).or(counted);
            let due = due.unwrap_or_else(|| option.due.clone());
            freight.into_iter().chain([due, cost]).collect::<Vec<_>>().join(" · ")
        } else {
            option.obstacle.clone()
        };
        spans.push(canvas.span(detail, Meaning::Muted));
        let mut row = Row::of(Line::from(spans)).at(place);
        if chosen {
            row = row.with_right(canvas.line(format!("✓ {}", say.chosen_mark), Meaning::Good));
        } else if told {
            let as_said = settling.and_then(|one| one.told_as(no)).unwrap_or_default();
            let mark = fill(say.offered_mark, &[("n", &as_said)]);
            row = row.with_right(canvas.line(mark, Meaning::Muted));
        } else if changed {
            row = row.with_right(canvas.line(say.changed_mark, Meaning::DueSoon));
        }
        rows.push(row);
    }
    let none = rows.is_empty();
    if none {
        rows.push(Row::of(canvas.line(say.options_none, Meaning::Muted)));
    }
    let keys = fill(
        if none { say.options_keys_none } else { say.options_keys },
        &[
            ("add", &canvas.key(Action::Add)),
            ("change", &canvas.key(Action::Right)),
            ("drop", &canvas.key(Action::Break)),
            ("only", &canvas.key(Action::Toggle)),
        ],
    );
    let told = fill(
        say.options_told,
        &[("draft", &canvas.key(Action::AsDraft)), ("accept", &canvas.key(Action::Accept))],
    );
    let mut foot = vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))];
    if !none {
        foot.push(Row::of(canvas.line(told, Meaning::Muted)));
    }
    Sheet {
        title: canvas.line(say.options_title, Meaning::Title),
        rows,
        foot,
        selected: Some(list.selected),
        least: 64,
        ..Sheet::default()
    }
}
