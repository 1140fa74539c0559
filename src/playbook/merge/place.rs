//! Finds the places of a child's new steps.

use super::super::diagnostic::{Code, Problem, Thing};
use super::super::schema::RawStep;
use super::Merged;

/// Puts steps behind or before others, which may themselves still wait for their place.
pub(super) fn place(out: &mut Merged, mut waiting: Vec<RawStep>, problems: &mut Vec<Problem>) {
    loop {
        let before = waiting.len();
        let mut placed_behind: Vec<(String, String)> = Vec::new();
        let mut left = Vec::new();
        for step in waiting {
            let position =
                |id: &str| out.book.steps.iter().position(|known| known.id.as_str() == id);
            let at = match (&step.after, &step.before) {
                (Some(anchor), _) => position(anchor.as_str()).map(|at| {
                    // Several behind one anchor keep the order they are written in.
                    let behind = out.book.steps.iter().skip(at + 1);
                    let others = behind.take_while(|known| {
                        placed_behind
                            .iter()
                            .any(|(id, after)| *id == known.id.value && after == anchor.as_str())
                    });
                    let others = others.count();
                    placed_behind.push((step.id.value.clone(), anchor.value.clone()));
                    at + 1 + others
                }),
                (None, Some(anchor)) => position(anchor.as_str()),
                (None, None) => Some(out.book.steps.len()),
            };
            match at {
                Some(at) => out.book.steps.insert(at, step),
                None => left.push(step),
            }
        }
        waiting = left;
        if waiting.is_empty() || waiting.len() == before {
            break;
        }
    }
    for step in &waiting {
        let Some(anchor) = step.after.as_ref().or(step.before.as_ref()) else { continue };
        let circle = waiting.iter().any(|other| other.id.value == anchor.value);
        let code = if circle {
            Code::AnchorCircle { step: step.id.value.clone() }
        } else {
            let all = out.book.steps.iter().chain(&waiting);
            let known = all.map(|step| step.id.as_str()).filter(|id| *id != step.id.as_str());
            Code::unknown(Thing::Step, anchor.as_str(), known)
        };
        problems.push(Problem { spot: anchor.spot.clone(), code });
    }
    // They are kept at the end, so that what refers to them is not called unknown as well.
    out.book.steps.extend(waiting);
}
