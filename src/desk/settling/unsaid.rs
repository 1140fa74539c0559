//! What no text to anybody outside may say: who is to blame, and that more was applied for, or granted,
//! than the record has.
//!
//! Owns how such words are found, however they are put together: pieces in turn with a little room
//! between, in the same sentence, and not where their sense is turned round. Which pieces stands beside.

mod said;

use super::SettlingRefusal;
use crate::domain::{CaseState, CleanText, FactValue};
use crate::guide::Folded;
use said::{APPLIED, BLAME, DECIDED, GRANTED, IF, NOT, Phrase};

/// How far before the words their turn may stand, in characters.
const NEAR: usize = 10;
/// The same for a condition: "if it turns out that".
const IF_NEAR: usize = 24;

/// Refuses a text that says what must not be said.
pub(in crate::desk) fn guard(text: &CleanText, case: &CaseState) -> Result<(), SettlingRefusal> {
    let folded = squeezed(&Folded::new(text.as_str()).text().to_lowercase());
    if let Some(words) = BLAME.iter().find_map(|phrase| says(&folded, phrase)) {
        return Err(SettlingRefusal::Blames(words));
    }
    let approvals = &case.settling.approvals;
    // A playbook of the time before asks for approval as a fact.
    let fact = |name: &str| case.facts.get(name).map(|fact| &fact.value);
    let yes = fact("approved") == Some(&FactValue::Bool(true)) || fact("approved_sum").is_some();
    let no = fact("approved").is_some() || fact("refusal_reason").is_some();
    let granted = yes
        || approvals
            .iter()
            .any(|one| one.ruling.as_ref().is_some_and(|ruling| ruling.granted.is_some()));
    let decided = granted || no || approvals.iter().any(|one| one.ruling.is_some());
    let asked = decided || !approvals.is_empty();
    for (phrases, holds) in [(GRANTED, granted), (DECIDED, decided), (APPLIED, asked)] {
        if !holds && phrases.iter().any(|phrase| says(&folded, phrase).is_some()) {
            return Err(SettlingRefusal::NoApproval);
        }
    }
    Ok(())
}

/// The text without the blanks between Chinese characters, which hide words and part none.
fn squeezed(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let wide = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| !c.is_ascii());
    let keeps = |(at, c): (usize, &char)| {
        let hides =
            c.is_whitespace() && *c != '\n' && (wide(at.checked_sub(1)) || wide(Some(at + 1)));
        (!hides).then_some(*c)
    };
    chars.iter().enumerate().filter_map(keeps).collect()
}

/// The words of a text that say such a phrase and mean it.
fn says(text: &str, phrase: &Phrase) -> Option<String> {
    let (first, rest) = phrase.pieces.split_first()?;
    first.iter().find_map(|piece| {
        text.match_indices(piece).find_map(|(at, found)| {
            let end = follow(text, at + found.len(), rest, phrase.room)?;
            let before = text.get(..at).unwrap_or_default();
            let means = is_whole(text, at, end) && !is_turned(before, text.get(at..end)?, phrase);
            means.then(|| text.get(at..end).unwrap_or_default().to_owned())
        })
    })
}

/// Where the last piece ends, if all follow one another in the same sentence.
fn follow(text: &str, from: usize, pieces: &[&[&str]], room: usize) -> Option<usize> {
    let Some((next, rest)) = pieces.split_first() else { return Some(from) };
    let tail = text.get(from..)?;
    let sentence = tail.find(ENDS).map_or(tail, |end| tail.get(..end).unwrap_or_default());
    next.iter().find_map(|piece| {
        sentence.match_indices(piece).find_map(|(at, found)| {
            let between = sentence.get(..at)?;
            let near = between.chars().count() <= room;
            if near { follow(text, from + at + found.len(), rest, room) } else { None }
        })
    })
}

/// What ends a sentence.
const ENDS: [char; 8] = ['。', '！', '!', '？', '?', '；', ';', '\n'];

/// Whether it begins and ends with the words it names: "your faulty one" names no fault.
fn is_whole(text: &str, from: usize, to: usize) -> bool {
    let latin = |c: char| c.is_ascii_alphanumeric();
    let before = text.get(..from).and_then(|text| text.chars().next_back());
    let (first, last) = (text.get(from..), text.get(..to));
    let begins = first.and_then(|text| text.chars().next()).is_some_and(latin);
    let ends = last.and_then(|text| text.chars().next_back()).is_some_and(latin);
    let after = text.get(to..).and_then(|text| text.chars().next());
    let cut = begins && before.is_some_and(latin) || ends && after.is_some_and(latin);
    !cut
}

/// Whether the sense is turned round, or only supposed: "not your fault", "if it is your fault".
fn is_turned(before: &str, words: &str, phrase: &Phrase) -> bool {
    let last = |n: usize| {
        let near: Vec<char> = before.chars().rev().take(n).collect();
        let near: String = near.into_iter().rev().collect();
        near.rsplit(ENDS).next().unwrap_or_default().to_owned()
    };
    let (near, far) = (last(NEAR), last(IF_NEAR));
    // What stands in a clause of its own before turns nothing round.
    let clause = near.rsplit([',', '，', '、', ':', '：']).next().unwrap_or_default();
    let has = |text: &str, list: &[&str]| list.iter().any(|word| text.contains(word));
    let own = phrase.pieces.iter().copied().flatten().any(|piece| has(piece, NOT));
    !own && (has(clause, NOT) || has(words, NOT)) || has(&far, IF)
}

#[cfg(test)]
mod tests;
