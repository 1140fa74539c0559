//! A question whose answer is on record already: better asked of whoever recorded it than of a buyer who
//! has told it once.

use super::Folded;
use crate::domain::{AgentName, CaseState, Fact, Lang};
use crate::playbook::Playbook;
use std::collections::BTreeSet;

/// A question that need not be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedAlready {
    /// What it asks for, by its label.
    pub label: String,
    /// What is known.
    pub value: String,
    /// Who recorded it, and can be asked instead.
    pub by: Option<AgentName>,
}

/// So much of the shorter question must stand in the longer one, in percent.
const ALIKE: usize = 60;

/// Words that ask for the order, which the file may have.
const ORDER: [&str; 4] = ["订单号", "订单编号", "order number", "order no"];

/// The first question of a draft whose answer is on record.
#[must_use]
pub fn asked_already(
    draft: &str,
    case: &CaseState,
    playbook: &Playbook,
    lang: Lang,
) -> Option<AskedAlready> {
    let questions: Vec<String> = questions(draft);
    if let Some(order) = &case.order
        && questions.iter().any(|text| ORDER.iter().any(|words| text.contains(words)))
    {
        let label = match lang {
            Lang::Zh => "订单号",
            Lang::En => "order number",
        };
        let label = label.to_owned();
        return Some(AskedAlready { label, value: order.no.tail(), by: None });
    }
    playbook.facts.iter().find_map(|declared| {
        let fact: &Fact = case.facts.get(&declared.id)?;
        let known = pairs(&folded(declared.ask.get(lang)));
        let same = questions.iter().any(|text| alike(&pairs(text), &known));
        same.then(|| AskedAlready {
            label: declared.label.get(lang).to_owned(),
            value: crate::playbook::value_words(declared, &fact.value, lang),
            by: Some(fact.by.clone()),
        })
    })
}

fn folded(text: &str) -> String {
    Folded::new(text).text().to_lowercase()
}

/// The sentences that end in a question mark.
fn questions(draft: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut sentence = String::new();
    for c in draft.chars() {
        match c {
            '？' | '?' => found.push(folded(&std::mem::take(&mut sentence))),
            '。' | '！' | '!' | '\n' | '；' | ';' => sentence.clear(),
            c => sentence.push(c),
        }
    }
    found
}

/// Every two characters that stand together; blanks and marks apart.
fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
}

fn alike(one: &BTreeSet<(char, char)>, other: &BTreeSet<(char, char)>) -> bool {
    let shorter = one.len().min(other.len());
    shorter >= 4 && one.intersection(other).count() * 100 >= shorter * ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_told_from_statements() {
        assert_eq!(questions("您好。东西签收了吗？谢谢！"), ["东西签收了吗"]);
        assert_eq!(questions("东西签收了。"), Vec::<String>::new());
    }

    #[test]
    fn the_same_question_in_other_words_is_known_and_another_is_not() {
        let alike = |one: &str, other: &str| alike(&pairs(&folded(one)), &pairs(&folded(other)));
        assert!(alike("请问这件事您希望怎么处理", "您希望怎么处理"));
        assert!(alike("签收的时候外箱有没有破", "签收时外箱有没有破？"));
        assert!(!alike("您希望怎么处理", "照片方便拍两张吗"));
        assert!(!alike("嗯", "嗯"));
    }
}
