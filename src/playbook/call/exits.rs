//! Where called steps lead: to one another, or back to the caller.

use super::super::merge::{Merged, Target};
use super::super::schema::{RawBranch, RawStep, RawWay};
use super::super::spot::At;
use super::ask::Renaming;

/// The ways out of a call.
#[derive(Debug)]
pub(super) struct Exits<'a> {
    /// The calling step.
    call: &'a RawStep,
    /// The step behind the calling one.
    behind: Option<&'a str>,
    callee: &'a Merged,
    chosen: &'a [&'a RawStep],
}

/// Whether a called step leads out of the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Leaves {
    Never,
    Always,
    /// When this holds.
    When(String),
}

/// Where a way of the called playbook leads here.
enum Way {
    Inside(String),
    Out,
}

impl<'a> Exits<'a> {
    pub(super) const fn new(
        call: &'a RawStep,
        behind: Option<&'a str>,
        callee: &'a Merged,
        chosen: &'a [&'a RawStep],
    ) -> Self {
        Self { call, behind, callee, chosen }
    }

    /// Turns the ways of the `n`-th called step into ways here.
    pub(super) fn lead_on(&self, step: &mut RawStep, n: usize, renaming: &Renaming<'_>) {
        let written = step.next.take().unwrap_or_default();
        let mut ways: Vec<RawBranch> = Vec::new();
        let mut closed = false;
        for mut branch in written {
            closed |= branch.when.is_none();
            if let Some(when) = &mut branch.when {
                when.value = renaming.condition(when.as_str());
            }
            match self.way(&branch) {
                None => ways.push(branch),
                Some(Way::Inside(id)) => {
                    let name = At::new(renaming.step(&id), branch.way.name().spot.clone());
                    ways.push(RawBranch { way: RawWay::Goto(name), ..branch });
                }
                Some(Way::Out) => self.go_out(&branch, &mut ways),
            }
        }
        if !closed && n + 1 == self.chosen.len() {
            ways.extend(self.call.next.iter().flatten().cloned());
        }
        step.next = (!ways.is_empty()).then_some(ways);
        if let Some(repeat) = &mut step.repeat {
            repeat.then.value = match self.goto(repeat.then.as_str()) {
                Some(Way::Inside(id)) => renaming.step(&id),
                // Of several ways out none can be chosen here: it is the one behind the call.
                Some(Way::Out) | None => self.outside(),
            };
        }
    }

    /// When the `n`-th called step, its ways turned already, leads out.
    pub(super) fn leaves_when(&self, step: &RawStep, n: usize) -> Leaves {
        let prefix = format!("{}/", self.call.id.value);
        let is_out = |branch: &RawBranch| match &branch.way {
            RawWay::Goto(name) => !name.as_str().starts_with(&prefix),
            RawWay::Playbook(_) => false,
        };
        let ways: Vec<&RawBranch> = step.next.iter().flatten().collect();
        let closed = ways.iter().any(|way| way.when.is_none());
        let falls_out = !closed && n + 1 == self.chosen.len();
        let inside = ways.iter().any(|way| !is_out(way));
        if !inside && (closed || falls_out) {
            return Leaves::Always;
        }
        // Ways are taken in order: those before must not hold.
        let mut before: Vec<String> = Vec::new();
        let mut out: Vec<String> = Vec::new();
        for way in &ways {
            let when = way.when.as_ref().map_or("true", |when| when.as_str());
            if is_out(way) {
                let mut all = before.clone();
                all.push(format!("({when})"));
                out.push(all.join(" && "));
            } else {
                before.push(format!("!({when})"));
            }
        }
        if falls_out {
            out.push(if before.is_empty() { "true".to_owned() } else { before.join(" && ") });
        }
        if out.is_empty() { Leaves::Never } else { Leaves::When(out.join(" || ")) }
    }

    /// `None` for a way to yet another playbook, which stays as it is.
    fn way(&self, branch: &RawBranch) -> Option<Way> {
        match &branch.way {
            RawWay::Playbook(_) => None,
            RawWay::Goto(name) => Some(self.goto(name.as_str()).unwrap_or(Way::Out)),
        }
    }

    fn goto(&self, name: &str) -> Option<Way> {
        let Target::Step(id) = self.callee.target(name)? else { return Some(Way::Out) };
        if self.is_chosen(id) {
            return Some(Way::Inside(id.to_owned()));
        }
        if !self.callee.own.contains(id) {
            return Some(Way::Out);
        }
        // A step of its own that does not run here is passed over.
        let behind = self.callee.steps().skip_while(|step| step.id.as_str() != id);
        let next = behind.map(|step| step.id.as_str()).find(|id| self.is_chosen(id));
        Some(next.map_or(Way::Out, |id| Way::Inside(id.to_owned())))
    }

    fn is_chosen(&self, id: &str) -> bool {
        self.chosen.iter().any(|step| step.id.as_str() == id)
    }

    /// A way out is the call's own ways, each under the condition of the way out.
    fn go_out(&self, branch: &RawBranch, ways: &mut Vec<RawBranch>) {
        let mut closed = false;
        for next in self.call.next.iter().flatten() {
            let when = match (&branch.when, &next.when) {
                (None, when) | (when, None) => when.clone(),
                (Some(way), Some(next)) => {
                    let both = format!("({}) && ({})", way.value, next.value);
                    Some(At::new(both, next.spot.clone()))
                }
            };
            closed |= next.when.is_none();
            ways.push(RawBranch { spot: next.spot.clone(), when, way: next.way.clone() });
        }
        if !closed {
            let spot = branch.way.name().spot.clone();
            let way = RawWay::Goto(At::new(self.outside(), spot));
            ways.push(RawBranch { spot: branch.spot.clone(), when: branch.when.clone(), way });
        }
    }

    fn outside(&self) -> String {
        self.behind.unwrap_or(super::super::merge::END).to_owned()
    }
}
