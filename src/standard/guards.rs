//! The guards a playbook can name: what each stops or warns of, and why.

use super::entries::{Named, entries, sound};
use super::evidence::one_language;
use super::{StandardFault, StandardId};
use crate::domain::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a guard does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GuardEffect {
    /// It stops the act.
    Block,
    /// It asks once more.
    Warn,
}

/// One guard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guard {
    /// Its id, such as `G-PII`.
    pub id: String,
    /// What it watches, in a few words.
    pub title: Words,
    /// What it stops or warns of.
    pub text: Words,
    /// Which of the two.
    pub effect: GuardEffect,
    /// The rules it rests on.
    #[serde(default)]
    pub basis: Vec<StandardId>,
}

impl Named for Guard {
    fn id(&self) -> &str {
        &self.id
    }
}

/// All guards at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guards {
    by_id: BTreeMap<String, Guard>,
    faults: Vec<StandardFault>,
}

impl Guards {
    /// Those that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let mut all = Self::default();
        all.add("guards.toml", include_str!("../../playbooks/standards/guards.toml"));
        all
    }

    /// Adds a file's entries; a later one replaces an earlier one with its id.
    pub fn add(&mut self, name: &str, text: &str) {
        match entries(name, text, ["guard"]) {
            Err(fault) => self.faults.push(fault),
            Ok([entries]) => {
                for (place, guard) in sound::<Guard>(entries, &mut self.faults) {
                    for (key, words) in [("title", &guard.title), ("text", &guard.text)] {
                        one_language(&mut self.faults, &place, &guard.id, key, Some(words));
                    }
                    self.by_id.insert(guard.id.clone(), guard);
                }
            }
        }
    }

    /// What was wrong in the files, in the order read.
    #[must_use]
    pub fn faults(&self) -> &[StandardFault] {
        &self.faults
    }

    /// A guard by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Guard> {
        self.by_id.get(id)
    }

    /// Every guard, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Guard> {
        self.by_id.values()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Standards;
    use super::*;

    #[test]
    fn the_shipped_guards_are_sound_and_rest_on_known_rules() {
        let (guards, shelf) = (Guards::shipped(), Standards::shipped());
        assert_eq!(guards.faults(), []);
        assert_eq!(guards.iter().count(), 20);
        for guard in guards.iter() {
            for id in &guard.basis {
                assert!(shelf.get(id.as_str()).is_some(), "{} rests on {id}", guard.id);
            }
        }
        assert_eq!(guards.get("G-PII").unwrap().effect, GuardEffect::Block);
    }

    #[test]
    fn a_bad_guard_is_named_and_the_others_stay() {
        let mut guards = Guards::shipped();
        guards.add("shop.toml", "[[guard]]\nid = 'G-X'\n");
        assert_eq!(guards.iter().count(), 20);
        assert!(matches!(guards.faults(), [StandardFault::Entry { place, .. }] if place.line == 1));
    }
}
