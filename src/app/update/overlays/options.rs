//! The options: put on the list, changed, dropped, told, chosen.

use crate::app::jobs::After;
use crate::app::update::moves::moved;
use crate::app::update::{commit, settling};
use crate::app::{Action, Effect, FormKind, Model, Overlay};
use crate::desk::{Command, Settle, sorted};
use crate::domain::ProposalNo;

impl Model {
    /// The options as they are listed: those that can be offered in the order they are told, then those
    /// that cannot.
    #[must_use]
    pub fn option_rows(&self) -> Vec<ProposalNo> {
        let Some(open) = &self.open else { return Vec::new() };
        let all = &open.state.settling.options;
        let mut rows: Vec<ProposalNo> =
            sorted(&open.state).into_iter().map(|option| option.no).collect();
        rows.extend(all.iter().filter(|one| !one.is_feasible() && !one.dropped).map(|one| one.no));
        rows
    }
}

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let rows = model.option_rows();
    let Some(Overlay::Options(list)) = model.overlays.last_mut() else { return };
    let here = rows.get(list.selected).copied();
    match (action, here) {
        (Action::Add, _) | (Action::Accept, None) => {
            settling::fill_in(model, FormKind::Option(ProposalNo(0)));
        }
        (Action::AsDraft, _) => settling::say(model, &"desk.options".into(), out),
        (Action::Break, Some(no)) => {
            let told = model.strings.settling.say.dropped.to_owned();
            commit::ask(
                model,
                Command::Settle(Settle::Drop(no)),
                After::Settled(told.clone()),
                out,
            );
        }
        (Action::Accept, Some(no)) => {
            let told = model.open.as_ref().is_some_and(|open| open.state.settling.is_told(no));
            // Before the buyer was told, it is still being worked at; then it can be chosen.
            let kind = if told {
                FormKind::Choose(no, settling::meant(model))
            } else {
                FormKind::Option(no)
            };
            settling::fill_in(model, kind);
        }
        // Told or not, it can be put anew; as it is then, the buyer is yet to be told.
        (Action::Right, Some(no)) => settling::fill_in(model, FormKind::Option(no)),
        (Action::Toggle, _) => settling::fill_in(model, FormKind::Only),
        (action, _) => list.selected = moved(list.selected, action, rows.len(), 5),
    }
}
