//! The calculators under the names by which a condition or a reply calls them.

use super::{
    food_10x, fraud_3x, jd_desc, jd_evidence_due, jd_fresh, refund_due, return_freight,
    seven_day_end, tb_break, tb_delay, tb_shortage, tb_weight,
};
use crate::domain::Fen;
use chrono::NaiveDate;

/// What an argument or a result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Money.
    Fen,
    /// A whole number.
    Int,
    /// Yes or no.
    Bool,
    /// A text.
    Text,
    /// A day.
    Date,
}

/// A value that goes in or comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Money.
    Fen(Fen),
    /// A whole number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A text.
    Text(String),
    /// A day.
    Date(NaiveDate),
}

impl Argument {
    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Fen(_) => Kind::Fen,
            Self::Int(_) => Kind::Int,
            Self::Bool(_) => Kind::Bool,
            Self::Text(_) => Kind::Text,
            Self::Date(_) => Kind::Date,
        }
    }
}

/// One argument as a function wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// What it is called in help and diagnostics.
    pub name: &'static str,
    /// What it must be.
    pub kind: Kind,
    /// The texts it may be, if not any.
    pub one_of: &'static [&'static str],
}

impl Parameter {
    pub(super) const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, one_of: &[] }
    }

    pub(super) const fn one_of(name: &'static str, one_of: &'static [&'static str]) -> Self {
        Self { name, kind: Kind::Text, one_of }
    }
}

/// A calculator that can be called by name.
#[derive(Debug, Clone, Copy)]
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// What it wants, in order.
    pub parameters: &'static [Parameter],
    /// What it gives.
    pub result: Kind,
    /// The rules it follows from.
    pub basis: &'static [&'static str],
    /// Calls it; nothing for other arguments than it wants, or ones that make no sense.
    pub call: fn(&[Argument]) -> Option<Argument>,
}

impl Function {
    /// The function of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }
}

/// Every calculator.
pub const FUNCTIONS: &[Function] = &[
    fraud_3x::FUNCTION,
    food_10x::FUNCTION,
    tb_delay::FUNCTION,
    tb_shortage::FUNCTION,
    jd_desc::FUNCTION,
    jd_fresh::FUNCTION,
    tb_weight::FUNCTION,
    tb_break::FUNCTION,
    seven_day_end::FUNCTION,
    refund_due::FUNCTION,
    jd_evidence_due::FUNCTION,
    return_freight::FUNCTION,
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn day(text: &str) -> Argument {
        Argument::Date(text.parse().unwrap())
    }

    fn fen(fen: i64) -> Argument {
        Argument::Fen(Fen(fen))
    }

    fn text(text: &str) -> Argument {
        Argument::Text(text.to_owned())
    }

    #[test]
    fn each_can_be_called_by_name() {
        use Argument::{Bool, Int};
        let calls: [(&str, Vec<Argument>, Argument); 12] = [
            ("fraud_3x", vec![fen(5_990)], fen(55_990)),
            ("food_10x", vec![fen(2_500), fen(0)], fen(102_500)),
            ("tb_delay", vec![fen(5_990), Int(48)], fen(300)),
            ("tb_shortage", vec![fen(5_990), Int(48)], fen(599)),
            ("jd_desc", vec![fen(5_990)], fen(599)),
            ("jd_fresh", vec![fen(5_990), Int(30)], fen(1_797)),
            ("tb_weight", vec![fen(5_990), Int(10)], fen(5_990)),
            ("tb_break", vec![fen(5_990)], fen(3_594)),
            ("seven_day_end", vec![day("2026-11-01")], day("2026-11-08")),
            ("refund_due", vec![day("2026-11-01")], day("2026-11-08")),
            ("jd_evidence_due", vec![day("2026-11-23"), text("14:01")], text("2026-11-24 09:01")),
            ("return_freight", vec![text("no-reason"), Bool(true), text("none")], text("buyer")),
        ];
        assert_eq!(calls.len(), FUNCTIONS.len());
        for (name, arguments, result) in calls {
            let function = Function::named(name).unwrap();
            assert_eq!((function.call)(&arguments), Some(result.clone()), "{name}");
            assert_eq!(function.result, result.kind(), "{name}");
            let kinds: Vec<Kind> = arguments.iter().map(Argument::kind).collect();
            let wanted: Vec<Kind> = function.parameters.iter().map(|one| one.kind).collect();
            assert_eq!(kinds, wanted, "{name}");
        }
    }

    #[test]
    fn other_arguments_give_nothing() {
        for function in FUNCTIONS {
            assert_eq!((function.call)(&[]), None, "{}", function.name);
            let wrong: Vec<Argument> = function
                .parameters
                .iter()
                .map(|one| match one.kind {
                    Kind::Fen | Kind::Int | Kind::Bool | Kind::Date => text("?"),
                    Kind::Text => Argument::Int(1),
                })
                .collect();
            assert_eq!((function.call)(&wrong), None, "{}", function.name);
        }
    }

    fn any_of(kind: Kind) -> BoxedStrategy<Argument> {
        match kind {
            Kind::Fen => any::<i64>().prop_map(|fen| Argument::Fen(Fen(fen))).boxed(),
            Kind::Int => any::<i64>().prop_map(Argument::Int).boxed(),
            Kind::Bool => any::<bool>().prop_map(Argument::Bool).boxed(),
            Kind::Text => {
                "\\PC{0,8}|[0-9]{2}:[0-9]{2}|seller|none".prop_map(Argument::Text).boxed()
            }
            Kind::Date => any::<i32>()
                .prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default())
                .prop_map(Argument::Date)
                .boxed(),
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_in_the_kind_that_comes_out_is_known(
            (function, arguments) in prop::sample::select(FUNCTIONS).prop_flat_map(|function| {
                let kinds: Vec<_> = function.parameters.iter().map(|one| any_of(one.kind)).collect();
                (Just(function), kinds)
            })
        ) {
            if let Some(result) = (function.call)(&arguments) {
                prop_assert_eq!(result.kind(), function.result);
                if let Argument::Fen(fen) = result {
                    prop_assert!(fen >= Fen(0), "{} gives {:?}", function.name, fen);
                }
            }
        }
    }

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<&str> = FUNCTIONS.iter().map(|one| one.name).collect();
        assert_eq!(names.len(), FUNCTIONS.len());
        assert!(Function::named("fraud_4x").is_none());
    }
}
