//! Small closed lists of words, each with the name it has in files, conditions and on the command line.

/// Declares such a list: its values, in order, with their names.
macro_rules! named {
    ($(#[$doc:meta])* $list:ident { $($(#[$about:meta])* $value:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize,
            serde::Deserialize,
        )]
        pub enum $list {
            $($(#[$about])* #[serde(rename = $name)] $value,)+
        }

        impl $list {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The name in files, in conditions and on the command line.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $name,)+
                }
            }

            /// The value of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

pub(super) use named;

named! {
    /// Who answers for what went wrong. For ourselves only; it is never said to a buyer.
    Verdict {
        /// The shop.
        Seller = "seller",
        /// The carrier.
        Logistics = "logistics",
        /// The buyer.
        Buyer = "buyer",
        /// The platform.
        Platform = "platform",
        /// Nobody: weather, closures, orders from above.
        ForceMajeure = "force-majeure",
        /// It could not be cleared up.
        Unclear = "unclear",
    }
}

named! {
    /// What the buyer wants, in their own view.
    Wish {
        /// An apology, and no more.
        Apology = "apology",
        /// An explanation, and no more.
        Explanation = "explanation",
        /// That it is done better from now on.
        Improve = "improve",
        /// Money back, the goods kept or never received.
        Refund = "refund",
        /// To send it back for the money.
        Return = "return",
        /// Another one for it.
        Exchange = "exchange",
        /// What is missing, or the whole again.
        Resend = "resend",
        /// Some money, the goods kept.
        Compensate = "compensate",
        /// The buyer does not know yet.
        Unsure = "unsure",
    }
}

named! {
    /// What an option comes to.
    Remedy {
        /// An apology.
        Apology = "apology",
        /// An explanation.
        Explanation = "explanation",
        /// Something is done better from now on.
        Improve = "improve",
        /// Money back without a return.
        Refund = "refund",
        /// Return and refund.
        Return = "return",
        /// Return and another one.
        Exchange = "exchange",
        /// It, or what is missing, is sent again.
        Resend = "resend",
        /// It is repaired.
        Repair = "repair",
        /// Some money, the goods kept.
        Compensate = "compensate",
        /// A coupon.
        Coupon = "coupon",
    }
}

impl Remedy {
    /// Whether it is what the buyer wishes.
    #[must_use]
    pub fn grants(self, wish: Wish) -> bool {
        self.name() == wish.name()
    }

    /// Whether goods come back, so that they are to be looked at first.
    #[must_use]
    pub const fn takes_goods_back(self) -> bool {
        matches!(self, Self::Return | Self::Exchange)
    }

    /// Whether it is money the buyer gets, so that it has to say how much.
    #[must_use]
    pub const fn gives_money(self) -> bool {
        matches!(self, Self::Refund | Self::Return | Self::Compensate | Self::Coupon)
    }

    /// Whether something is done or given besides words, so that somebody answers for it.
    #[must_use]
    pub const fn is_more_than_words(self) -> bool {
        !matches!(self, Self::Apology | Self::Explanation | Self::Improve)
    }

    /// Whether its money is goodwill or amends, which never shrinks once offered.
    #[must_use]
    pub const fn is_offer(self) -> bool {
        matches!(self, Self::Compensate | Self::Coupon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for verdict in Verdict::ALL {
            assert_eq!(Verdict::from_name(verdict.name()), Some(*verdict));
        }
        for remedy in Remedy::ALL {
            assert_eq!(Remedy::from_name(remedy.name()), Some(*remedy));
        }
        assert_eq!(Wish::from_name("money"), None);
    }

    #[test]
    fn every_wish_but_not_knowing_has_its_remedy() {
        for wish in Wish::ALL.iter().filter(|wish| **wish != Wish::Unsure) {
            assert_eq!(Remedy::ALL.iter().filter(|one| one.grants(*wish)).count(), 1, "{wish:?}");
        }
        assert!(!Remedy::ALL.iter().any(|one| one.grants(Wish::Unsure)));
    }
}
