//! What proves something: kinds of exhibits, and which of them a dispute of a kind calls for.

use super::entries::{Named, entries, sound};
use super::{StandardFault, StandardId, Status};
use crate::domain::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A kind of exhibit, such as `ev.pod`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceKind {
    /// Its id, as a playbook's `exhibits` name it.
    pub id: String,
    /// What it is.
    pub title: Words,
    /// What makes it good.
    pub good: Words,
    /// How well that was read.
    pub status: Status,
    /// Where it was read.
    pub source: Option<String>,
    /// The rules that ask for it.
    #[serde(default)]
    pub basis: Vec<StandardId>,
    /// Whether it holds what the law calls sensitive: kept apart, shorter, and only by consent.
    #[serde(default)]
    pub sensitive: bool,
}

/// Who has to show something first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prover {
    /// The shop.
    Seller,
    /// The buyer.
    Buyer,
    /// Whoever relies on a point, or denies it; `burden` says how.
    Either,
}

/// One or more kinds of which one is enough: `ev.pod|ev.auth-pod`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OneOf(String);

impl OneOf {
    /// The kinds.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.0.split('|').map(str::trim)
    }

    /// As it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a dispute of one type calls for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidencePack {
    /// Its id.
    pub id: String,
    /// The type of dispute.
    pub title: Words,
    /// Who has to show something first.
    pub first: Prover,
    /// How the burden moves, in words.
    pub burden: Words,
    /// What the shop must have.
    #[serde(default)]
    pub must: Vec<OneOf>,
    /// What helps the shop besides.
    #[serde(default)]
    pub nice: Vec<OneOf>,
    /// What the buyer is asked for.
    #[serde(default)]
    pub buyer: Vec<OneOf>,
    /// What belongs to it and is no exhibit of its own kind.
    pub also: Option<Words>,
    /// How it usually ends.
    pub ruling: Option<Words>,
    /// The rules it rests on.
    #[serde(default)]
    pub basis: Vec<StandardId>,
}

impl Named for EvidenceKind {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Named for EvidencePack {
    fn id(&self) -> &str {
        &self.id
    }
}

/// All kinds and packs at hand; a later file's entry replaces an earlier one with its id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    kinds: BTreeMap<String, EvidenceKind>,
    packs: Vec<EvidencePack>,
    faults: Vec<StandardFault>,
}

impl Evidence {
    /// What comes with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let mut all = Self::default();
        all.add("evidence.toml", include_str!("../../playbooks/evidence.toml"));
        all
    }

    /// Adds a file's entries; `name` is what diagnostics call it.
    pub fn add(&mut self, name: &str, text: &str) {
        let [kinds, packs] = match entries(name, text, ["kind", "pack"]) {
            Ok(read) => read,
            Err(fault) => {
                self.faults.push(fault);
                return;
            }
        };
        let faults = &mut self.faults;
        for (place, mut kind) in sound::<EvidenceKind>(kinds, faults) {
            for (key, words) in [("title", &kind.title), ("good", &kind.good)] {
                one_language(faults, &place, &kind.id, key, Some(words));
            }
            if kind.source.is_none() && kind.status != Status::U {
                faults.push(StandardFault::NoSource { place, id: kind.id.clone() });
                kind.status = Status::U;
            }
            self.kinds.insert(kind.id.clone(), kind);
        }
        for (place, pack) in sound::<EvidencePack>(packs, faults) {
            for (key, words) in [
                ("title", Some(&pack.title)),
                ("burden", Some(&pack.burden)),
                ("also", pack.also.as_ref()),
                ("ruling", pack.ruling.as_ref()),
            ] {
                one_language(faults, &place, &pack.id, key, words);
            }
            for (key, list) in [("must", &pack.must), ("nice", &pack.nice), ("buyer", &pack.buyer)]
            {
                for name in list.iter().flat_map(OneOf::kinds) {
                    if !self.kinds.contains_key(name) {
                        let (place, id, name) = (place.clone(), pack.id.clone(), name.to_owned());
                        faults.push(StandardFault::Unknown { place, id, key, name });
                    }
                }
            }
            match self.packs.iter_mut().find(|one| one.id == pack.id) {
                Some(earlier) => *earlier = pack,
                None => self.packs.push(pack),
            }
        }
    }

    /// What was wrong in the files, in the order read.
    #[must_use]
    pub fn faults(&self) -> &[StandardFault] {
        &self.faults
    }

    /// A kind by its id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&EvidenceKind> {
        self.kinds.get(id)
    }

    /// Every kind, by id.
    pub fn kinds(&self) -> impl Iterator<Item = &EvidenceKind> {
        self.kinds.values()
    }

    /// Every pack, as in the file.
    #[must_use]
    pub fn packs(&self) -> &[EvidencePack] {
        &self.packs
    }

    /// A pack by its id.
    #[must_use]
    pub fn pack(&self, id: &str) -> Option<&EvidencePack> {
        self.packs.iter().find(|pack| pack.id == id)
    }
}

/// Names a text that lacks one of the two languages.
pub(super) fn one_language(
    faults: &mut Vec<StandardFault>,
    place: &super::Place,
    id: &str,
    key: &'static str,
    words: Option<&Words>,
) {
    if words.is_some_and(|words| words.zh.is_none() || words.en.is_none()) {
        faults.push(StandardFault::OneLanguage { place: place.clone(), id: id.to_owned(), key });
    }
}

#[cfg(test)]
mod tests;
