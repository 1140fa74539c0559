//! Who pays the freight of a return: cause, agreement, promise.

use super::function::{Argument, Function, Kind, Parameter};
use crate::domain::Fen;
use serde::Serialize;

pub(super) const FUNCTION: Function = Function {
    name: "return_freight",
    parameters: &[
        Parameter::one_of("cause", &["seller", "no-reason", "unclear"]),
        Parameter::new("free_shipping", Kind::Bool),
        Parameter::one_of("agreed", &["none", "silent", "promised", "seller", "buyer"]),
    ],
    result: Kind::Text,
    basis: &["cn.cpl.24", "cn.cplr.12", "cn.cpl.25", "tb.disp.7", "tb.disp.49"],
    call: |arguments| {
        let [Argument::Text(cause), Argument::Bool(free_shipping), Argument::Text(agreed)] =
            arguments
        else {
            return None;
        };
        let cause = match cause.as_str() {
            "seller" => ReturnCause::Shop,
            "no-reason" => ReturnCause::NoReason,
            "unclear" => ReturnCause::Unclear,
            _unknown => return None,
        };
        let (agreement, promised) = match agreed.as_str() {
            "none" => (Agreement::None, false),
            "silent" => (Agreement::Silent, false),
            "promised" => (Agreement::None, true),
            "seller" => (Agreement::Says(Payer::Shop), false),
            "buyer" => (Agreement::Says(Payer::Buyer), false),
            _unknown => return None,
        };
        let case = Returned { cause, agreement, promised, free_shipping: *free_shipping };
        Some(Argument::Text(return_freight(&case).back.as_said().to_owned()))
    },
};

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payer {
    /// The shop.
    Shop,
    /// The buyer.
    Buyer,
}

impl Payer {
    /// As conditions and replies have it.
    const fn as_said(self) -> &'static str {
        match self {
            Self::Shop => "seller",
            Self::Buyer => "buyer",
        }
    }
}

/// Why goods go back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnCause {
    /// The shop answers for it: defect, wrong item, not as described.
    Shop,
    /// The buyer's free right within seven days.
    NoReason,
    /// It could not be cleared up.
    Unclear,
}

/// What the two agreed about this return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// No agreement.
    None,
    /// A return was agreed without a word on freight.
    Silent,
    /// Agreed who pays the way back.
    Says(Payer),
}

/// A return as far as its freight goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Returned {
    /// Why.
    pub cause: ReturnCause,
    /// What was agreed.
    pub agreement: Agreement,
    /// Whether the shop promised to bear the return freight; unclear words count as a promise.
    pub promised: bool,
    /// Whether the order was sent without a freight charge.
    pub free_shipping: bool,
}

/// Who pays which way, and by which rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Freight {
    /// The way to the buyer.
    pub outward: Payer,
    /// The way back.
    pub back: Payer,
    /// The rule that decides the way back.
    pub basis: &'static str,
}

/// Who pays. Law first: goods the shop answers for travel at its cost, whatever was agreed. Then the
/// shop's own promise, then the agreement, then the platform's default.
#[must_use]
pub fn return_freight(case: &Returned) -> Freight {
    let outward = match case.cause {
        ReturnCause::Shop | ReturnCause::Unclear => Payer::Shop,
        ReturnCause::NoReason if case.free_shipping => Payer::Shop,
        ReturnCause::NoReason => Payer::Buyer,
    };
    let decided = |back, basis| Freight { outward, back, basis };
    match (case.cause, case.promised, case.agreement) {
        (ReturnCause::Shop, _, _) => decided(Payer::Shop, "cn.cpl.24"),
        (_, true, _) => decided(Payer::Shop, "cn.cplr.12"),
        (_, false, Agreement::Says(payer)) => decided(payer, "tb.disp.7"),
        (_, false, Agreement::Silent) => {
            Freight { outward: Payer::Shop, back: Payer::Shop, basis: "tb.disp.49" }
        }
        (ReturnCause::NoReason, false, Agreement::None) => decided(Payer::Buyer, "cn.cpl.25"),
        (ReturnCause::Unclear, false, Agreement::None) => decided(Payer::Buyer, "tb.disp.7"),
    }
}

impl Freight {
    /// What the shop bears of the two charges; nothing when the sum is too large to be money.
    #[must_use]
    pub fn shop_share(&self, outward: Fen, back: Fen) -> Option<Fen> {
        let part = |payer, Fen(charge)| match payer {
            Payer::Shop => charge,
            Payer::Buyer => 0,
        };
        part(self.outward, outward).checked_add(part(self.back, back)).map(Fen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Payer::{Buyer, Shop};

    #[test]
    fn the_table_of_who_pays() {
        use Agreement::{None, Says, Silent};
        use ReturnCause::{NoReason, Shop as ByShop, Unclear};
        // cause, agreement, promised, free shipping → outward, back, rule
        for (cause, agreement, promised, free_shipping, outward, back, basis) in [
            (ByShop, None, false, true, Shop, Shop, "cn.cpl.24"),
            (ByShop, Says(Buyer), false, false, Shop, Shop, "cn.cpl.24"),
            (ByShop, Silent, true, false, Shop, Shop, "cn.cpl.24"),
            (NoReason, None, false, true, Shop, Buyer, "cn.cpl.25"),
            (NoReason, None, false, false, Buyer, Buyer, "cn.cpl.25"),
            (NoReason, None, true, false, Buyer, Shop, "cn.cplr.12"),
            (NoReason, Says(Buyer), true, true, Shop, Shop, "cn.cplr.12"),
            (NoReason, Says(Shop), false, true, Shop, Shop, "tb.disp.7"),
            (NoReason, Says(Buyer), false, true, Shop, Buyer, "tb.disp.7"),
            (NoReason, Silent, false, false, Shop, Shop, "tb.disp.49"),
            (Unclear, None, false, false, Shop, Buyer, "tb.disp.7"),
            (Unclear, Silent, false, true, Shop, Shop, "tb.disp.49"),
            (Unclear, None, true, true, Shop, Shop, "cn.cplr.12"),
        ] {
            let case = Returned { cause, agreement, promised, free_shipping };
            assert_eq!(return_freight(&case), Freight { outward, back, basis }, "{case:?}");
        }
    }

    #[test]
    fn a_promise_never_costs_the_buyer_more() {
        for cause in [ReturnCause::Shop, ReturnCause::NoReason, ReturnCause::Unclear] {
            for agreement in [Agreement::None, Agreement::Says(Buyer), Agreement::Says(Shop)] {
                for free_shipping in [true, false] {
                    let with = Returned { cause, agreement, promised: true, free_shipping };
                    let without = Returned { promised: false, ..with };
                    let share = |case| return_freight(case).shop_share(Fen(800), Fen(1_200));
                    assert!(share(&with) >= share(&without), "{with:?}");
                }
            }
        }
    }

    #[test]
    fn by_name_it_says_who_pays_the_way_back() {
        for (cause, free_shipping, agreed, payer) in [
            ("seller", false, "buyer", Some("seller")),
            ("no-reason", true, "none", Some("buyer")),
            ("no-reason", false, "none", Some("buyer")),
            ("no-reason", true, "silent", Some("seller")),
            ("no-reason", true, "promised", Some("seller")),
            ("unclear", true, "none", Some("buyer")),
            ("unclear", true, "seller", Some("seller")),
            ("weather", true, "none", None),
            ("seller", true, "maybe", None),
        ] {
            let arguments = [
                Argument::Text(cause.to_owned()),
                Argument::Bool(free_shipping),
                Argument::Text(agreed.to_owned()),
            ];
            let result = payer.map(|payer| Argument::Text(payer.to_owned()));
            assert_eq!((FUNCTION.call)(&arguments), result, "{cause} {agreed}");
        }
    }

    #[test]
    fn the_shops_share_in_fen() {
        let freight = |outward, back| Freight { outward, back, basis: "tb.disp.7" };
        for (outward, back, share) in
            [(Shop, Shop, 2_050), (Shop, Buyer, 800), (Buyer, Shop, 1_250), (Buyer, Buyer, 0)]
        {
            assert_eq!(freight(outward, back).shop_share(Fen(800), Fen(1_250)), Some(Fen(share)));
        }
        assert_eq!(freight(Shop, Shop).shop_share(Fen(i64::MAX), Fen(1)), None);
    }
}
