//! Why something is offered, and why something cannot be done.

use super::mood;
use crate::app::Standing;
use crate::domain::Owed;
use crate::guide::{Because, Hinge};
use crate::i18n::{Strings, fill};
use crate::playbook::StepView;

/// Why a reply is offered, in a few words.
#[must_use]
pub fn because(strings: &Strings, because: &Because, step: Option<&StepView>) -> String {
    let words = &strings.because;
    match because {
        Because::FirstAnswer => words.first_answer.to_owned(),
        Because::Mood(felt) => fill(words.mood, &[("mood", &mood(strings, *felt))]),
        Because::Missing(facts) => {
            let label = |id: &crate::domain::FactId| {
                let known = step.and_then(|step| step.facts.iter().find(|fact| fact.id == *id));
                known.map_or_else(|| id.to_string(), |fact| fact.label.clone())
            };
            let list: Vec<String> = facts.iter().map(label).collect();
            fill(words.missing, &[("list", &list.join(strings.refusal.list_mark))])
        }
        Because::Completes(n) => fill(words.completes, &[("n", n)]),
        Because::Promises(_) => words.promises.to_owned(),
        Because::Ready => words.ready.to_owned(),
        Because::Untried(technique) => {
            let name = strings.sign.get(technique.name());
            let name = name.unwrap_or_else(|| technique.name());
            fill(words.untried, &[("technique", &name)])
        }
        Because::Wish(wish) => fill(words.wish, &[("wish", &super::wish(strings, *wish))]),
        Because::Condition(hinge) => match hinge {
            Hinge::Wish => words.by_wish.to_owned(),
            Hinge::Mood => words.by_mood.to_owned(),
            Hinge::Platform => words.by_platform.to_owned(),
            Hinge::Time => words.by_time.to_owned(),
            Hinge::Said => words.by_said.to_owned(),
            Hinge::Facts => words.condition.to_owned(),
        },
        Because::Buyer(kind) => fill(words.buyer, &[("type", &super::buyer_type(strings, *kind))]),
        Because::Platform(place) => {
            fill(words.platform, &[("platform", &super::platform(strings, *place))])
        }
        Because::Closed => words.closed.to_owned(),
        Because::Waited(hours) => fill(words.waited, &[("n", hours)]),
        Because::Habit(times) => fill(words.habit, &[("n", times)]),
        Because::Step => words.step.to_owned(),
        Because::Owed(Owed::Later(_)) => words.owed_later.to_owned(),
        Because::Owed(Owed::Broken(_)) => words.owed_broken.to_owned(),
        Because::Owed(Owed::Handed(_)) => words.owed_handed.to_owned(),
        Because::Owed(Owed::Late(_)) => words.owed_late.to_owned(),
        Because::Owed(Owed::Again) => words.owed_again.to_owned(),
    }
}

/// Why an action cannot be done; empty when it can.
#[must_use]
pub fn standing(strings: &Strings, standing: Standing) -> &str {
    let words = &strings.standing;
    match standing {
        Standing::Ready => "",
        Standing::NoCase => words.no_case,
        Standing::Closed => words.closed,
        Standing::NotClosed => words.not_closed,
        Standing::NoDraft => words.no_draft,
        Standing::NothingToRetract => words.nothing_to_retract,
        Standing::ReadOnly => words.read_only,
        Standing::NoOtherStep => words.no_other_step,
        Standing::Newest => words.newest,
    }
}
