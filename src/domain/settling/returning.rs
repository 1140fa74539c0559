//! What is looked at before goods may come back.

use super::named::named;
use super::proposal::FreightPayer;
use serde::{Deserialize, Serialize};

named! {
    /// Why the buyer sends it back.
    ReturnReason {
        /// It is defective, or damaged on arrival.
        Defect = "defect",
        /// It is another thing than ordered or shown.
        NotAsShown = "not-as-shown",
        /// No reason is given, or needed.
        NoReason = "no-reason",
        /// Size or colour do not suit.
        DoesNotSuit = "does-not-suit",
    }
}

named! {
    /// The tags.
    Tags {
        /// Still on.
        On = "on",
        /// Cut off.
        Cut = "cut",
        /// It has none.
        None = "none",
    }
}

named! {
    /// How much it was used.
    Worn {
        /// Never opened.
        Unopened = "unopened",
        /// Opened and looked at or tried on, as one must to judge it.
        Inspected = "inspected",
        /// Worn, washed, used.
        Used = "used",
    }
}

named! {
    /// The packing.
    Packing {
        /// Whole.
        Whole = "whole",
        /// Opened, as one must.
        Opened = "opened",
        /// Damaged.
        Damaged = "damaged",
        /// Gone.
        Gone = "gone",
    }
}

named! {
    /// What came free with it.
    Gift {
        /// Comes back too.
        Back = "back",
        /// Is kept or used up.
        Kept = "kept",
        /// There was none.
        None = "none",
    }
}

named! {
    /// Cables, manuals, spare parts.
    Accessories {
        /// All there.
        Complete = "complete",
        /// Something is missing.
        Missing = "missing",
        /// There are none.
        None = "none",
    }
}

named! {
    /// Whether it can be sold again.
    Resale {
        /// As new.
        AsNew = "as-new",
        /// For less.
        ForLess = "for-less",
        /// Not at all.
        No = "no",
    }
}

/// What is known of a return; a piece nobody asked about is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReturnCheck {
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<ReturnReason>,
    /// The tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Tags>,
    /// The use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worn: Option<Worn>,
    /// The packing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub packing: Option<Packing>,
    /// The gift.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gift: Option<Gift>,
    /// The accessories.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessories: Option<Accessories>,
    /// The resale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resale: Option<Resale>,
    /// Who pays the freight back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freight: Option<FreightPayer>,
}

impl ReturnCheck {
    /// The names of the pieces, in order.
    pub const PIECES: [&'static str; 8] =
        ["reason", "tags", "worn", "packing", "gift", "accessories", "resale", "freight"];

    /// The pieces nobody has asked about yet.
    #[must_use]
    pub fn open(&self) -> Vec<&'static str> {
        let known = [
            self.reason.is_some(),
            self.tags.is_some(),
            self.worn.is_some(),
            self.packing.is_some(),
            self.gift.is_some(),
            self.accessories.is_some(),
            self.resale.is_some(),
            self.freight.is_some(),
        ];
        Self::PIECES
            .into_iter()
            .zip(known)
            .filter(|(_, known)| !known)
            .map(|(name, _)| name)
            .collect()
    }

    /// Whether every piece is known.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.open().is_empty()
    }

    /// The same with what is newly known.
    #[must_use]
    pub fn with(self, more: Self) -> Self {
        Self {
            reason: more.reason.or(self.reason),
            tags: more.tags.or(self.tags),
            worn: more.worn.or(self.worn),
            packing: more.packing.or(self.packing),
            gift: more.gift.or(self.gift),
            accessories: more.accessories.or(self.accessories),
            resale: more.resale.or(self.resale),
            freight: more.freight.or(self.freight),
        }
    }

    /// What is known of a piece, by name.
    #[must_use]
    pub fn piece(&self, name: &str) -> Option<&'static str> {
        match name {
            "reason" => self.reason.map(ReturnReason::name),
            "tags" => self.tags.map(Tags::name),
            "worn" => self.worn.map(Worn::name),
            "packing" => self.packing.map(Packing::name),
            "gift" => self.gift.map(Gift::name),
            "accessories" => self.accessories.map(Accessories::name),
            "resale" => self.resale.map(Resale::name),
            "freight" => self.freight.map(FreightPayer::name),
            _no_piece => None,
        }
    }

    /// The names a piece may have.
    #[must_use]
    pub fn names(piece: &str) -> Vec<&'static str> {
        fn all<T: Copy>(list: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
            list.iter().copied().map(name).collect()
        }
        match piece {
            "reason" => all(ReturnReason::ALL, ReturnReason::name),
            "tags" => all(Tags::ALL, Tags::name),
            "worn" => all(Worn::ALL, Worn::name),
            "packing" => all(Packing::ALL, Packing::name),
            "gift" => all(Gift::ALL, Gift::name),
            "accessories" => all(Accessories::ALL, Accessories::name),
            "resale" => all(Resale::ALL, Resale::name),
            "freight" => all(FreightPayer::ALL, FreightPayer::name),
            _no_piece => Vec::new(),
        }
    }

    /// A single piece, read by name; nothing when there is no such piece or value.
    #[must_use]
    pub fn of(piece: &str, value: &str) -> Option<Self> {
        let empty = Self::default();
        Some(match piece {
            "reason" => Self { reason: Some(ReturnReason::from_name(value)?), ..empty },
            "tags" => Self { tags: Some(Tags::from_name(value)?), ..empty },
            "worn" => Self { worn: Some(Worn::from_name(value)?), ..empty },
            "packing" => Self { packing: Some(Packing::from_name(value)?), ..empty },
            "gift" => Self { gift: Some(Gift::from_name(value)?), ..empty },
            "accessories" => Self { accessories: Some(Accessories::from_name(value)?), ..empty },
            "resale" => Self { resale: Some(Resale::from_name(value)?), ..empty },
            "freight" => Self { freight: Some(FreightPayer::from_name(value)?), ..empty },
            _no_piece => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_read_and_named_alike() {
        for piece in ReturnCheck::PIECES {
            assert!(!ReturnCheck::names(piece).is_empty(), "{piece}");
            for name in ReturnCheck::names(piece) {
                let check = ReturnCheck::of(piece, name).unwrap();
                assert_eq!(check.piece(piece), Some(name));
                assert_eq!(check.open().len(), 7);
                assert!(!check.open().contains(&piece));
            }
        }
        assert_eq!(ReturnCheck::of("tags", "maybe"), None);
        assert_eq!(ReturnCheck::of("colour", "on"), None);
    }

    #[test]
    fn what_is_newly_known_is_added_and_nothing_is_lost() {
        let all = ReturnCheck::PIECES.iter().fold(ReturnCheck::default(), |check, piece| {
            check.with(ReturnCheck::of(piece, ReturnCheck::names(piece)[0]).unwrap())
        });
        assert!(all.is_complete());
        let cut = all.with(ReturnCheck::of("tags", "cut").unwrap());
        assert_eq!((cut.tags, cut.worn), (Some(Tags::Cut), all.worn));
    }
}
