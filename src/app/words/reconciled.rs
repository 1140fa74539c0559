//! What explains a sum that does not agree with an order's lines.

use crate::domain::{Fen, OrderLine, Reconciled, Share};
use crate::i18n::{Strings, fill};

/// The difference, and the simplest things that explain it.
#[must_use]
pub fn reconciled(strings: &Strings, lines: &[OrderLine], found: &Reconciled) -> String {
    let texts = &strings.board;
    if found.lacking == Fen(0) {
        return fill(texts.sums_agree, &[("total", &found.total)]);
    }
    let way = |way: &Vec<Share>| {
        let parts = way.iter().filter_map(|share| {
            let line = lines.get(share.line)?;
            Some(format!("{} × {}", share.count, line.name))
        });
        parts.collect::<Vec<_>>().join(" + ")
    };
    let ways: Vec<String> = found.shares.iter().map(way).collect();
    let lacking = Fen(found.lacking.0.saturating_abs());
    let (short, over) = (&texts.sum_short, &texts.sum_over);
    let template = if found.lacking.0 > 0 { short } else { over };
    let ways =
        if ways.is_empty() { texts.sum_unknown.to_owned() } else { ways.join(strings.exhibits.or) };
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("total", &found.total), ("amount", &lacking), ("ways", &ways)];
    fill(template, &values)
}
