//! A promise made by hand: what, and by when.

use crate::app::jobs::After;
use crate::app::notice::Notice;
use crate::app::update::commit;
use crate::app::{Action, Effect, Model, Overlay, read_due, words};
use crate::desk::{Command, counted_from, look_again};
use crate::domain::CleanText;

impl Model {
    /// What a typed date is counted from, if it says so, or why there is no such thing.
    #[must_use]
    pub fn counted_from(&self, typed: &str) -> Option<Result<crate::domain::After, String>> {
        let playbook = self.open.as_ref()?.playbook.as_ref()?;
        let said = crate::app::as_counted(typed);
        let read = counted_from(said.as_deref().unwrap_or(typed).trim(), playbook)?;
        Some(read.map_err(|why| words::notice(&Notice::Refused(why), self.strings, &self.keymap)))
    }
}

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
            let due = due.to_owned();
            let counted = model.counted_from(&due);
            let Some(Overlay::PromiseForm(form)) = model.overlays.last_mut() else { return };
            match counted {
                Some(Ok(after)) => {
                    model.overlays.pop();
                    let (due, after) = (look_again(now), Some(after));
                    let promise = Command::Promise { what, due, after };
                    return commit::ask(model, promise, After::Pledged, out);
                }
                Some(Err(complaint)) => {
                    form.due.complaint = Some(complaint);
                    return;
                }
                None => {}
            }
            match read_due(&due, now, offset, &policy.calendar) {
                None => form.due.complaint = Some(strings.promise_form.due_wanted.to_owned()),
                Some(due) if due <= now => {
                    form.due.complaint = Some(strings.refusal.past_due.to_owned());
                }
                Some(due) => {
                    model.overlays.pop();
                    let promise = Command::Promise { what, due, after: None };
                    commit::ask(model, promise, After::Pledged, out);
                }
            }
        }
        _no_use_here => {}
    }
}
