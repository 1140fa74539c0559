//! A form of the desk: filled in, then decided. Refused, it stays as it is, with what stands in the way.

use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Effect, Model, Overlay, words};
use crate::desk::Command;
use crate::domain::{FactId, FactValue};

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    if matches!(action, Action::Accept | Action::Add) {
        return accept(model, out);
    }
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else { return };
    match action {
        Action::Toggle => {
            form.selected = if form.selected + 1 < form.rows.len() { form.selected + 1 } else { 0 };
        }
        Action::Right => form.turn(true),
        Action::Left => form.turn(false),
        action => form.selected = moved(form.selected, action, form.rows.len(), 5),
    }
    form.complaint = None;
}

fn accept(model: &mut Model, out: &mut Vec<Effect>) {
    let strings = model.strings;
    let Some(Overlay::Form(form)) = model.overlays.last() else { return };
    let made = form.act(|point, typed| value_of(model, point, typed));
    let kind = form.kind;
    let settle = match made {
        Ok(settle) => settle,
        Err(why) => {
            if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
                form.complain(why, strings);
            }
            return;
        }
    };
    let name = strings.settling.row.get(kind.name()).unwrap_or_default();
    let told = crate::i18n::fill(strings.settling.say.done, &[("what", &name)]);
    match commit::try_to(model, Command::Settle(settle), After::Settled(told), out) {
        Ok(()) => drop(model.overlays.pop()),
        Err(why) => {
            let text = words::notice(&why, model.strings, &model.keymap);
            if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
                form.complaint = Some(text);
            }
        }
    }
}

/// How a point really was, of the kind its fact has.
fn value_of(model: &Model, point: u32, typed: &str) -> Option<FactValue> {
    let open = model.open.as_ref()?;
    let place = usize::try_from(point.checked_sub(1)?).ok()?;
    let fact: &FactId = open.state.settling.restated.last()?.points.get(place)?.fact.as_ref()?;
    let declared = open.playbook.as_ref()?.fact(fact)?;
    FactValue::parse(declared.kind, typed).ok()
}
