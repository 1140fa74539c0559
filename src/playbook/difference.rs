//! What differs between two playbooks, or two versions of one, as those who work with them see it:
//! steps, facts, replies, endings, conditions added, removed or changed.
//!
//! Owns the comparison; finds no words: what is said of a change is worded above.

mod leaves;

use super::book::Playbook;
use crate::domain::Words;
use leaves::{Leaf, leaves};
use serde::Serialize;
use std::collections::BTreeMap;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of part it is about.
    pub part: Part,
    /// Its name: `verify`, or `verify/photos` for what stands in a step.
    pub id: String,
    /// Its title where it has one, as it is now or was last.
    pub title: Words,
    /// What became of it.
    pub kind: ChangeKind,
}

/// What became of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands at another place among its like; behind which one, if not the first.
    Moved {
        /// What it stands behind now.
        behind: Option<String>,
    },
    /// Something in it is different.
    Changed {
        /// The key of the file that says it.
        key: &'static str,
        /// What it said; empty when it said nothing.
        before: Words,
        /// What it says; empty when it says nothing.
        after: Words,
    },
}

/// A part of a playbook that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The playbook itself.
    Playbook,
    /// A fact.
    Fact,
    /// A step.
    Step,
    /// A group of steps.
    Group,
    /// An ending.
    Ending,
    /// A check of a step.
    Check,
    /// A reply of a step.
    Reply,
    /// A clock of the case.
    Timer,
    /// An overlay, by its place from 1.
    Overlay,
}

impl Part {
    /// The name in `--json`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Playbook => "playbook",
            Self::Fact => "fact",
            Self::Step => "step",
            Self::Group => "group",
            Self::Ending => "ending",
            Self::Check => "check",
            Self::Reply => "reply",
            Self::Timer => "timer",
            Self::Overlay => "overlay",
        }
    }
}

/// What differs from `before` to `after`: what is gone, then what is new, moved or changed in the
/// order it now has. Two playbooks that compile alike have no difference, however they are written.
#[must_use]
pub fn difference(before: &Playbook, after: &Playbook) -> Vec<Change> {
    let (old, new) = (leaves(before), leaves(after));
    let mut changes = Vec::new();
    let gone = |leaf: &&Leaf| !new.iter().any(|other| other.is_same_part(leaf));
    changes.extend(old.iter().filter(gone).map(|leaf| leaf.change(ChangeKind::Removed)));
    let kept = kept_in_order(&old, &new);
    let mut last: BTreeMap<Part, &Leaf> = BTreeMap::new();
    for leaf in &new {
        match old.iter().find(|other| other.is_same_part(leaf)) {
            None => changes.push(leaf.change(ChangeKind::Added)),
            Some(was) => {
                if !kept.iter().any(|stays| stays.is_same_part(leaf)) {
                    let behind = last.get(&leaf.part).map(|leaf| leaf.id.clone());
                    changes.push(leaf.change(ChangeKind::Moved { behind }));
                }
                changes.extend(leaf.changes_since(was));
            }
        }
        last.insert(leaf.part, leaf);
    }
    changes
}

/// The parts that keep their order among their like: all but as few as possible. Only the order of
/// steps, and of replies within a step, means something.
fn kept_in_order<'a>(old: &[Leaf], new: &'a [Leaf]) -> Vec<&'a Leaf> {
    let mut kept = Vec::new();
    let mut rows: BTreeMap<(Part, &str), Vec<(usize, &Leaf)>> = BTreeMap::new();
    for leaf in new {
        let Some(place) = old.iter().position(|other| other.is_same_part(leaf)) else { continue };
        match leaf.part {
            Part::Step | Part::Reply => {
                let row = rows.entry((leaf.part, leaf.home())).or_default();
                row.push((place, leaf));
            }
            Part::Playbook
            | Part::Fact
            | Part::Group
            | Part::Ending
            | Part::Check
            | Part::Timer
            | Part::Overlay => kept.push(leaf),
        }
    }
    for row in rows.into_values() {
        kept.extend(longest_rising(&row));
    }
    kept
}

/// The longest run of a row whose old places rise.
fn longest_rising<'a>(row: &[(usize, &'a Leaf)]) -> Vec<&'a Leaf> {
    let mut best: Vec<Vec<(usize, &Leaf)>> = Vec::new();
    for (place, leaf) in row {
        let before = best
            .iter()
            .filter(|run| run.last().is_some_and(|(last, _)| last < place))
            .max_by_key(|run| run.len());
        let mut run = before.cloned().unwrap_or_default();
        run.push((*place, leaf));
        best.push(run);
    }
    let longest = best.into_iter().reduce(|a, b| if b.len() > a.len() { b } else { a });
    longest.into_iter().flatten().map(|(_, leaf)| leaf).collect()
}
