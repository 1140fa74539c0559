//! What could be lost: each amount with the rule it follows from, and how firmly that rule is known.

use super::super::calculate::{food_10x, fraud_3x, jd_desc, tb_break, tb_delay};
use super::super::{Firmness, Standards};
use crate::domain::{Fen, Issue, Platform};
use chrono::NaiveDate;
use serde::Serialize;

/// What the exposure depends on.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// What the buyer paid.
    pub price: Fen,
    /// Where.
    pub platform: Platform,
    /// What it is about.
    pub issue: &'a Issue,
}

/// One thing that could be lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exposed {
    /// The rule.
    pub rule: String,
    /// How much money.
    pub amount: Option<Fen>,
    /// How many penalty points.
    pub points: Option<i64>,
    /// Whether it is taken from the deposit.
    pub deposit: bool,
    /// How firmly the rule may be put forward; nothing when the shelf does not have it.
    pub firmness: Option<Firmness>,
}

/// Everything that could be lost.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Exposure {
    /// Each, the largest amount first.
    pub each: Vec<Exposed>,
    /// The largest amount of a rule that may be put forward: what to reckon with. Amounts do not add
    /// up; they follow from different claims over the same thing.
    pub worst: Fen,
}

/// The rule on breaches of promise, whose points are read from the shelf.
const BREACH: &str = "tb.breach";

/// What could be lost over an order.
#[must_use]
pub fn exposure(of: Setting<'_>, shelf: &Standards, today: NaiveDate) -> Exposure {
    let mut each: Vec<Exposed> = amounts(of)
        .into_iter()
        .filter_map(|(rule, amount)| Some(money(rule, amount?, shelf, today)))
        .collect();
    if let Some(points) = points(of, shelf, today) {
        each.push(points);
    }
    each.sort_by_key(|one| std::cmp::Reverse(one.amount));
    let firm = |one: &&Exposed| one.firmness.is_some_and(|firm| firm < Firmness::Hint);
    let worst = each.iter().filter(firm).filter_map(|one| one.amount).max().unwrap_or_default();
    Exposure { each, worst }
}

fn amounts(of: Setting<'_>) -> Vec<(&'static str, Option<Fen>)> {
    let Setting { price, platform, issue } = of;
    let fraud = || ("cn.cpl.55", fraud_3x(price).map(|claim| claim.extra));
    let mut all = vec![("cn.cpl.24", Some(price))];
    let issue = issue.as_str();
    match issue {
        "counterfeit" | "description" | "gift" => all.push(fraud()),
        "safety" => {
            let ten = food_10x(price, Fen(0)).map(|claim| claim.total);
            all.push(("cn.fsl.148", ten));
        }
        _another => {}
    }
    match platform {
        Platform::Taobao | Platform::Tmall if issue == "shipping" => {
            all.push(("tb.ship.delay", tb_delay(price, 48)));
        }
        Platform::Taobao | Platform::Tmall if issue == "damage" => {
            all.push(("tb.破损包赔", tb_break(price)));
        }
        Platform::Jd if issue == "description" => all.push(("jd.goods.11", jd_desc(price))),
        Platform::Taobao
        | Platform::Tmall
        | Platform::Jd
        | Platform::Pinduoduo
        | Platform::Douyin
        | Platform::Shop => {}
    }
    all
}

fn money(rule: &str, amount: Fen, shelf: &Standards, today: NaiveDate) -> Exposed {
    let firmness = shelf.cite(rule, today).map(|citation| citation.firmness);
    Exposed { rule: rule.to_owned(), amount: Some(amount), points: None, deposit: false, firmness }
}

/// A promise broken on Taobao or Tmall takes points, and what is owed from the deposit.
fn points(of: Setting<'_>, shelf: &Standards, today: NaiveDate) -> Option<Exposed> {
    let ours = matches!(of.platform, Platform::Taobao | Platform::Tmall);
    let breach = matches!(of.issue.as_str(), "promise" | "freight");
    let rule = shelf.get(BREACH).filter(|_| ours && breach)?;
    let points = rule.numbers.get("service").map(|points| points.value);
    Some(Exposed {
        rule: BREACH.to_owned(),
        amount: None,
        points,
        deposit: true,
        firmness: shelf.cite(BREACH, today).map(|citation| citation.firmness),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn of(price: i64, platform: Platform, issue: &str) -> Exposure {
        let issue = Issue::new(issue);
        let setting = Setting { price: Fen(price), platform, issue: &issue };
        exposure(setting, &Standards::shipped(), day())
    }

    #[test]
    fn a_claim_of_fraud_is_three_times_the_price_or_five_hundred() {
        let gift = of(299_900, Platform::Tmall, "gift");
        assert_eq!(gift.worst, Fen(899_700));
        assert_eq!(of(5_900, Platform::Shop, "counterfeit").worst, Fen(50_000));
        assert_eq!(gift.each.first().map(|one| one.rule.as_str()), Some("cn.cpl.55"));
    }

    #[test]
    fn a_plain_defect_costs_the_price_back() {
        assert_eq!(of(5_900, Platform::Shop, "quality").worst, Fen(5_900));
    }

    #[test]
    fn points_come_from_the_shelf_and_are_marked_as_a_hint() {
        let breach = of(5_900, Platform::Taobao, "promise");
        let points = breach.each.iter().find(|one| one.points.is_some()).unwrap();
        assert_eq!((points.points, points.deposit), (Some(4), true));
        assert_eq!(points.firmness, Some(Firmness::Hint));
    }

    #[test]
    fn every_rule_named_is_on_the_shelf() {
        for platform in Platform::ALL {
            for issue in ["counterfeit", "gift", "safety", "shipping", "damage", "description"] {
                for one in of(5_900, platform, issue).each {
                    assert!(one.firmness.is_some(), "{}", one.rule);
                }
            }
        }
    }
}
