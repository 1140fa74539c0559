//! The shop's own files of rules, kinds of exhibits, guards and wordings, over the shipped ones.

use super::{Evidence, Guards, StandardFault, Standards, Wording};

/// Which shelf a file lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// Rules.
    Standards,
    /// Kinds of exhibits, and packs of them.
    Evidence,
    /// Guards.
    Guards,
    /// What had better not be said.
    Wording,
}

/// A file of the shop that lies on a shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnShelf {
    /// Which.
    pub shelf: Shelf,
    /// The path shown in diagnostics.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 4] = [Self::Standards, Self::Evidence, Self::Guards, Self::Wording];

    /// The name a shop's file of it has.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Standards => "standards.toml",
            Self::Evidence => "evidence.toml",
            Self::Guards => "guards.toml",
            Self::Wording => "wording.toml",
        }
    }
}

/// The rules, the shop's own over the shipped.
#[must_use]
pub fn standards_with(own: &[OwnShelf]) -> Standards {
    let mut all = Standards::shipped();
    of(own, Shelf::Standards, |name, text| all.add(name, text));
    all
}

/// The kinds of exhibits, the shop's own over the shipped.
#[must_use]
pub fn evidence_with(own: &[OwnShelf]) -> Evidence {
    let mut all = Evidence::shipped();
    of(own, Shelf::Evidence, |name, text| all.add(name, text));
    all
}

/// The guards, the shop's own over the shipped.
#[must_use]
pub fn guards_with(own: &[OwnShelf]) -> Guards {
    let mut all = Guards::shipped();
    of(own, Shelf::Guards, |name, text| all.add(name, text));
    all
}

/// What had better not be said, the shop's own over the shipped.
#[must_use]
pub fn wording_with(own: &[OwnShelf]) -> Wording {
    let mut all = Wording::shipped();
    of(own, Shelf::Wording, |name, text| all.add(name, text));
    all
}

/// What is wrong in the shop's own files, in the order of the shelves. Only the shelves it has a file
/// for are read.
#[must_use]
pub fn own_faults(own: &[OwnShelf]) -> Vec<StandardFault> {
    let has = |shelf| own.iter().any(|file| file.shelf == shelf);
    let mut faults = Vec::new();
    if has(Shelf::Standards) {
        faults.extend(standards_with(own).faults());
    }
    if has(Shelf::Evidence) {
        faults.extend(evidence_with(own).faults().iter().cloned());
    }
    if has(Shelf::Guards) {
        faults.extend(guards_with(own).faults().iter().cloned());
    }
    if has(Shelf::Wording) {
        faults.extend(wording_with(own).faults().iter().cloned());
    }
    faults
}

fn of(own: &[OwnShelf], shelf: Shelf, mut add: impl FnMut(&str, &str)) {
    for file in own.iter().filter(|file| file.shelf == shelf) {
        add(&file.name, &file.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUARD: &str = "[[guard]]\nid = 'G-OWN'\ntitle = { zh = '本店的', en = 'Ours' }\n\
                         text = { zh = '看一眼', en = 'Look' }\neffect = 'warn'\n";

    fn own(shelf: Shelf, text: &str) -> Vec<OwnShelf> {
        vec![OwnShelf { shelf, name: format!("shop/{}", shelf.file()), text: text.to_owned() }]
    }

    #[test]
    fn a_file_counts_on_its_own_shelf_only() {
        let guards = own(Shelf::Guards, GUARD);
        assert!(guards_with(&guards).get("G-OWN").is_some());
        assert!(guards_with(&guards).get("G-PII").is_some(), "the shipped ones stay");
        assert_eq!(guards_with(&own(Shelf::Evidence, GUARD)), Guards::shipped());
        assert_eq!(own_faults(&guards), []);
    }

    #[test]
    fn a_broken_file_is_named_on_every_shelf() {
        for shelf in Shelf::ALL {
            let faults = own_faults(&own(shelf, "= broken"));
            assert_eq!(faults.len(), 1, "{shelf:?}");
            assert!(faults[0].to_string().starts_with("shop/"), "{}", faults[0]);
        }
    }
}
