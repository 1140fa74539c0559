//! What was paid on the case, and what of it was struck out.

use super::{BoardLook, BoardRow, BoardView};
use crate::app::words::{self, Clock};
use crate::app::{Action, Model};
use crate::i18n::fill;

pub(super) fn view(model: &Model) -> BoardView {
    let texts = &model.strings.board;
    let clock = Clock::of(model);
    let Some(open) = &model.open else { return BoardView::default() };
    let settling = &open.state.settling;
    let rows = settling.payments.iter().map(|paid| {
        let what = words::paid_what(model.strings, paid.what);
        let (sign, look) = match paid.void {
            None => ("✓", BoardLook::Good),
            Some(_) => ("-", BoardLook::Muted),
        };
        let mut text = format!("{sign} {what} ¥{}", paid.amount);
        for more in [&paid.proof, paid.void.as_ref().unwrap_or(&String::new())] {
            if !more.is_empty() {
                text = format!("{text} · {}", more.replace('\n', " "));
            }
        }
        BoardRow::of(text).with_right(format!("{} {}", clock.point(paid.at), paid.by)).looking(look)
    });
    let rows = rows.collect();
    let sum: [(&str, &dyn std::fmt::Display); 1] = [("amount", &settling.paid_sum())];
    let keys: [(&str, &dyn std::fmt::Display); 2] =
        [("add", &model.key_of(Action::Add)), ("void", &model.key_of(Action::Break))];
    BoardView {
        title: texts.payments_title.to_owned(),
        head: vec![BoardRow::only(fill(texts.buyer_paid, &sum), BoardLook::Plain)],
        rows,
        foot: vec![fill(texts.payments_keys, &keys)],
    }
}
