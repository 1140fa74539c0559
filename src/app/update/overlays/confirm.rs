//! A yes-or-no question: yes does it, anything else leaves.

use crate::app::jobs::After;
use crate::app::update::commit;
use crate::app::{Action, Confirm, Effect, Model, Overlay, words};
use crate::desk::Command;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    if action != Action::Accept {
        return;
    }
    let Some(Overlay::Confirm(question)) = model.overlays.pop() else { return };
    match question {
        Confirm::Skip => commit::ask(model, Command::Skip, After::Moved, out),
        Confirm::BreakPromise(no) => commit::ask(model, Command::Break(no), After::Broken, out),
        Confirm::DropExhibit(no) => {
            let held = model.open.as_ref().and_then(|open| open.state.exhibit(no));
            let name = held.map_or_else(String::new, |held| {
                words::exhibit(model.evidence.as_deref(), model.lang, &held.kind).to_owned()
            });
            commit::ask(model, Command::DropExhibit(no), After::Dropped(name), out);
        }
        Confirm::Playbook(id) => {
            let of_it =
                |overlay: &Overlay| matches!(overlay, Overlay::Playbooks(_) | Overlay::Page(_));
            model.overlays.retain(|overlay| !of_it(overlay));
            model.jobs.choosing = model.case();
            out.push(Effect::CompileNewest(id));
        }
    }
}
