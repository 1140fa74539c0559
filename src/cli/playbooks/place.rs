//! The names of places.

use crate::playbook::Next;

/// A place as a `goto` names it.
pub(super) fn place(next: &Next) -> String {
    match next {
        Next::Step(step) => step.to_string(),
        Next::End => "end".to_owned(),
        Next::Ending(ending) => ending.to_string(),
        Next::Playbook(playbook) => playbook.to_string(),
    }
}
