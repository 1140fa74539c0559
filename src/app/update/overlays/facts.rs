//! The facts of the case: one is chosen to be recorded.

use super::fact_form::fact_form;
use crate::app::notice::Notice;
use crate::app::update::moves::moved;
use crate::app::{Action, Exhibits, Model, Overlay};
use crate::desk::Refusal;
use crate::domain::FactId;
use crate::playbook::FactDecl;

impl Model {
    fn is_computed(&self, fact: &FactId) -> bool {
        self.declared(fact).is_some_and(|declared| declared.compute.is_some())
    }

    fn fact_label(&self, fact: &FactId) -> String {
        let label = self.declared(fact).map(|declared| declared.label.get(self.lang).to_owned());
        label.unwrap_or_else(|| fact.to_string())
    }

    fn declared(&self, fact: &FactId) -> Option<&FactDecl> {
        self.open.as_ref()?.playbook.as_ref()?.fact(fact)
    }
}

pub(super) fn act(model: &mut Model, action: Action) {
    let facts = model.declared_facts();
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Facts(list)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        if let Some(fact) = facts.get(list.selected) {
            let from = list.from;
            if model.is_computed(fact) {
                return model.say(&Notice::Refused(Refusal::Computed(model.fact_label(fact))));
            }
            fact_form(model, fact, from);
        }
        return;
    }
    if action == Action::Add {
        if let Some(fact) = facts.get(list.selected).cloned() {
            super::open(model, Overlay::History(fact));
        }
        return;
    }
    if action == Action::Toggle {
        let from = list.from;
        return super::instead(model, Overlay::Exhibits(Exhibits { from, ..Exhibits::default() }));
    }
    list.selected = moved(list.selected, action, facts.len(), page);
}
