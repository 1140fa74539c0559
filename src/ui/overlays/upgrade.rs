//! What moving the case to the newer version of its playbook would change.

use crate::app::{Action, Upgrade};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;

pub(super) fn sheet(canvas: &Canvas<'_>, report: &Upgrade, body: Rect) -> Sheet {
    let texts = &canvas.strings().upgrade;
    let room = Sheet::room(body).min(86);
    let lines = |text: &str, meaning| -> Vec<Row> {
        wrapped(text, room, 4, canvas.style(meaning)).into_iter().map(Row::of).collect()
    };
    let open = canvas.model.open.as_ref();
    let newer = open.and_then(|open| open.newer.as_ref());
    let mut head = Vec::new();
    if let Some((open, newer)) = open.zip(newer) {
        let name = newer.title.get(canvas.model.lang);
        let values: [(&str, &dyn std::fmt::Display); 3] = [
            ("name", &name),
            ("from", &open.state.playbook.version),
            ("to", &newer.reference.version),
        ];
        head.extend(lines(&fill(texts.head, &values), Meaning::Title));
    }
    head.extend(lines(texts.keep, Meaning::Muted));
    head.push(Row::blank());
    let rows = report.lines.iter().flat_map(|line| lines(line, Meaning::Text)).collect();
    let keys = fill(
        texts.keys,
        &[("yes", &canvas.key(Action::Accept)), ("no", &canvas.key(Action::Cancel))],
    );
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        head,
        rows,
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))],
        scroll: Some(report.scroll),
        least: 64,
        ..Sheet::default()
    }
}
