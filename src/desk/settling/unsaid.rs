//! What no text to anybody outside may say: who is to blame, and that something was applied for when
//! nobody did.

use super::SettlingRefusal;
use crate::domain::{CaseState, CleanText};
use crate::guide::Folded;

/// Words that print a verdict.
const BLAME: &[&str] = &[
    "责任判定",
    "判责",
    "责任方",
    "责任归属",
    "判定为买家",
    "判定为卖家",
    "责任在您",
    "责任在买家",
    "责任在你",
    "买家责任",
    "买家的责任",
    "您的责任",
    "您自己的责任",
    "你的责任",
    "是您的错",
    "是你的错",
    "our verdict",
    "verdict:",
    "buyer's fault",
    "buyer at fault",
    "your fault",
    "you are at fault",
    "you are to blame",
    "your own responsibility",
];

/// Words before them that turn the sense round: to say it is not the buyer's fault is no verdict.
const NOT: &[&str] = &["不是", "没有", "并非", "不算", "not", "n't", "never"];

/// Words that claim a request for more.
const APPLIED: &[&str] = &[
    "帮您申请到",
    "给您申请到",
    "帮您申请了",
    "给您申请了",
    "我申请了",
    "替您申请了",
    "只批了",
    "只批下来",
    "批下来了",
    "没批下来",
    "没批准",
    "i applied for",
    "i have applied",
    "i've applied",
    "only got approval",
    "was only approved",
    "got approval for",
    "got it approved",
    "wasn't approved",
    "was not approved",
];

/// How far before the words their turn may stand, in characters.
const NEAR: usize = 4;

/// Refuses a text that says what must not be said.
pub(in crate::desk) fn guard(text: &CleanText, case: &CaseState) -> Result<(), SettlingRefusal> {
    let folded = Folded::new(text.as_str()).text().to_lowercase();
    if let Some(words) = BLAME.iter().find(|words| says(&folded, words)) {
        return Err(SettlingRefusal::Blames((*words).to_owned()));
    }
    let decided = case.settling.approvals.iter().any(|one| one.ruling.is_some());
    let asked = !case.settling.approvals.is_empty();
    // A playbook of the time before asks for approval as a fact.
    let by_fact = ["approved", "approved_sum", "refusal_reason"]
        .iter()
        .any(|fact| case.facts.contains_key(*fact));
    if !(asked || decided || by_fact) && APPLIED.iter().any(|words| folded.contains(words)) {
        return Err(SettlingRefusal::NoApproval);
    }
    Ok(())
}

fn says(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let near: String = before.chars().rev().take(NEAR).collect();
        let near: String = near.chars().rev().collect();
        !NOT.iter().any(|not| near.trim_end().ends_with(not))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blame_is_found_and_its_denial_is_not() {
        for text in ["经核实责任在您", "This is your fault.", "责任判定：买家"] {
            let folded = Folded::new(text).text().to_lowercase();
            assert!(BLAME.iter().any(|words| says(&folded, words)), "{text}");
        }
        for text in ["这不是您的责任", "It is not your fault at all", "给您添麻烦了"] {
            let folded = Folded::new(text).text().to_lowercase();
            assert!(!BLAME.iter().any(|words| says(&folded, words)), "{text}");
        }
    }
}
