//! What was collected, and what is wanted: one is chosen to be noted, or to be dropped.

use super::{exhibit_form, open};
use crate::app::palette::has_in_order;
use crate::app::update::moves::moved;
use crate::app::{Action, Confirm, ExhibitRow, Model, Overlay, words};
use crate::domain::ExhibitKind;

impl Model {
    /// The rows of the exhibits for what is typed: those collected, those the step wants, those that
    /// prove the matter, then every other kind.
    #[must_use]
    pub fn exhibit_rows(&self) -> Vec<ExhibitRow> {
        let Some(Overlay::Exhibits(list)) = self.overlays.last() else { return Vec::new() };
        let typed = list.filter.input.text().trim().to_lowercase();
        let mut rows = self.all_exhibit_rows();
        rows.retain(|row| has_in_order(&self.exhibit_row_words(row).to_lowercase(), &typed));
        rows
    }

    fn all_exhibit_rows(&self) -> Vec<ExhibitRow> {
        let Some(open) = &self.open else { return Vec::new() };
        let held = open.state.held_exhibits().map(|exhibit| ExhibitRow::Held(exhibit.no));
        let mut rows: Vec<ExhibitRow> = held.collect();
        let mut named: Vec<ExhibitKind> = Vec::new();
        let missing = open.step.iter().flat_map(|step| &step.exhibits);
        for want in missing.filter(|want| !want.collected) {
            named.extend(want.any.iter().cloned());
            rows.push(ExhibitRow::Wanted(want.any.clone()));
        }
        if let Some(playbook) = &open.playbook {
            let proof = &playbook.evidence;
            let must = proof.must.iter().map(|want| (want, true));
            for (want, must) in must.chain(proof.nice.iter().map(|want| (want, false))) {
                let has = want.any.iter().any(|kind| open.state.has_exhibit(kind.as_str()));
                if !has && want.any.iter().any(|kind| !named.contains(kind)) {
                    named.extend(want.any.iter().cloned());
                    rows.push(ExhibitRow::Proves { any: want.any.clone(), must });
                }
            }
        }
        let others = self.evidence.iter().flat_map(|evidence| evidence.kinds());
        let others = others.map(|kind| ExhibitKind::from(kind.id.as_str()));
        rows.extend(others.filter(|kind| !named.contains(kind)).map(ExhibitRow::Other));
        rows
    }

    /// What a row of the exhibits says.
    #[must_use]
    pub fn exhibit_row_words(&self, row: &ExhibitRow) -> String {
        let (evidence, lang) = (self.evidence.as_deref(), self.lang);
        match row {
            ExhibitRow::Held(no) => {
                let held = self.open.as_ref().and_then(|open| open.state.exhibit(*no));
                held.map_or_else(String::new, |held| {
                    let name = words::exhibit(evidence, lang, &held.kind);
                    let what = held.what.replace('\n', " ");
                    if what.is_empty() { name.to_owned() } else { format!("{name} · {what}") }
                })
            }
            ExhibitRow::Wanted(any) | ExhibitRow::Proves { any, .. } => {
                words::wanted(self.strings, evidence, lang, any)
            }
            ExhibitRow::Other(kind) => words::exhibit(evidence, lang, kind).to_owned(),
        }
    }
}

pub(super) fn act(model: &mut Model, action: Action) {
    let rows = model.exhibit_rows();
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Exhibits(list)) = model.overlays.last_mut() else { return };
    let from = list.from;
    match action {
        Action::Accept => match rows.get(list.selected) {
            None => {}
            Some(ExhibitRow::Held(no)) => {
                open(model, Overlay::Confirm(Confirm::DropExhibit(*no)));
            }
            Some(ExhibitRow::Wanted(any) | ExhibitRow::Proves { any, .. }) => {
                exhibit_form(model, any.clone(), from);
            }
            Some(ExhibitRow::Other(kind)) => exhibit_form(model, vec![kind.clone()], from),
        },
        Action::Toggle => {
            super::instead(model, model.fact_list(from));
        }
        action => list.selected = moved(list.selected, action, rows.len(), page),
    }
}
