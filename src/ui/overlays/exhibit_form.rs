//! One exhibit being noted: which of the kinds it is, what makes it good, and where it lies.

use super::field;
use crate::app::ExhibitForm;
use crate::app::words::exhibit;
use crate::domain::Lang;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;

pub(super) fn sheet(canvas: &Canvas<'_>, form: &ExhibitForm, body: Rect) -> Sheet {
    let texts = &canvas.strings().exhibit_form;
    let (lang, evidence) = (canvas.model.lang, canvas.model.evidence.as_deref());
    let room = Sheet::room(body).min(60);
    let lines = |text: &str, most, meaning| -> Vec<Row> {
        wrapped(text, room, most, canvas.style(meaning)).into_iter().map(Row::of).collect()
    };
    let mut rows = Vec::new();
    let mut head = Vec::new();
    if form.kinds.len() > 1 {
        head.extend(lines(texts.which, 1, Meaning::Text));
        for (place, kind) in form.kinds.iter().enumerate() {
            let name = exhibit(evidence, lang, kind).to_owned();
            rows.push(Row::of(canvas.line(name, Meaning::Text)).at(place));
        }
    }
    let chosen = form.kinds.get(form.selected);
    let name = chosen.map_or("", |kind| exhibit(evidence, lang, kind)).to_owned();
    let mut foot = field::rows(canvas, &form.words, room, texts.words);
    let known = chosen.and_then(|kind| evidence.and_then(|all| all.kind(kind.as_str())));
    if let Some(known) = known {
        foot.extend(lines(known.good.get(lang), 3, Meaning::Muted));
    }
    if let Some(quote) = &form.quote {
        let word = &canvas.strings().fact_form.quote;
        let text = match lang {
            Lang::Zh => format!("{word}：{quote}"),
            Lang::En => format!("{word}: {quote}"),
        };
        foot.extend(lines(&text, 2, Meaning::Muted));
    }
    Sheet {
        title: canvas.line(fill(texts.title, &[("name", &name)]), Meaning::Title),
        head,
        rows,
        foot,
        selected: Some(form.selected),
        least: 56,
        ..Sheet::default()
    }
}
