//! A yes-or-no question: yes does it, anything else leaves.

use crate::app::jobs::After;
use crate::app::update::commit;
use crate::app::{Action, Confirm, Effect, Model, Overlay};
use crate::desk::Command;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    if action != Action::Accept {
        return;
    }
    let Some(Overlay::Confirm(question)) = model.overlays.pop() else { return };
    match question {
        Confirm::Skip => commit::ask(model, Command::Skip, After::Moved, out),
        Confirm::BreakPromise(no) => commit::ask(model, Command::Break(no), After::Broken, out),
        Confirm::Playbook(id) => {
            model.overlays.retain(|overlay| !matches!(overlay, Overlay::Playbooks(_)));
            out.push(Effect::CompileNewest(id));
        }
    }
}
