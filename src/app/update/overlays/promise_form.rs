//! A promise made by hand: what, and by when.

use crate::app::jobs::After;
use crate::app::update::commit;
use crate::app::{Action, Effect, Model, Overlay, read_due};
use crate::desk::Command;
use crate::domain::CleanText;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let (now, offset) = (model.now, model.offset);
    let policy = std::sync::Arc::clone(&model.policy);
    let strings = model.strings;
    let Some(Overlay::PromiseForm(form)) = model.overlays.last_mut() else { return };
    match action {
        Action::Toggle | Action::Up | Action::Down => form.at_due = !form.at_due,
        Action::Accept => {
            let what = CleanText::new(form.what.input.text()).one_line().trim().to_owned();
            if what.is_empty() {
                form.at_due = false;
                form.what.complaint = Some(strings.promise_form.what_wanted.to_owned());
                return;
            }
            let due = form.due.input.text().trim();
            if due.is_empty() && !form.at_due {
                form.at_due = true;
                return;
            }
            form.at_due = true;
            match read_due(due, now, offset, &policy.calendar) {
                None => form.due.complaint = Some(strings.promise_form.due_wanted.to_owned()),
                Some(due) if due <= now => {
                    form.due.complaint = Some(strings.refusal.past_due.to_owned());
                }
                Some(due) => {
                    model.overlays.pop();
                    commit::ask(model, Command::Promise { what, due }, After::Pledged, out);
                }
            }
        }
        _no_use_here => {}
    }
}
