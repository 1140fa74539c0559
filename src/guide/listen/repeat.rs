//! Questions asked again.

use super::{Ears, Repeated};
use std::collections::HashSet;

/// Shorter messages say nothing by being the same: 好的, 在吗.
const SHORTEST: usize = 4;
/// How much of two messages must be the same.
const ALIKE: f32 = 0.6;
/// How many earlier messages of the buyer are looked at: what is further back is another matter.
const BACK: usize = 12;

pub(super) fn find(ears: &Ears<'_, '_>) -> Vec<Repeated> {
    let mut found = Vec::new();
    let mut earlier: Vec<(usize, HashSet<(char, char)>)> = Vec::new();
    for (message, text) in ears.folded.iter().enumerate() {
        if !ears.is_buyer(message) {
            continue;
        }
        let letters: Vec<char> =
            text.chars().iter().copied().filter(|c| c.is_alphanumeric()).take(300).collect();
        if letters.len() < SHORTEST {
            continue;
        }
        let pairs: HashSet<(char, char)> =
            letters.iter().copied().zip(letters.iter().skip(1).copied()).collect();
        let same = earlier.iter().rev().take(BACK).find(|(_, known)| alike(known, &pairs));
        if let Some((of, _)) = same {
            found.push(Repeated { message, of: *of });
        }
        earlier.push((message, pairs));
    }
    found
}

fn alike(one: &HashSet<(char, char)>, other: &HashSet<(char, char)>) -> bool {
    let (small, large) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    // Not only much longer by chance.
    if small.is_empty() || large.len() > 3 * small.len() {
        return false;
    }
    let shared = small.intersection(large).count();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pairs at most")]
    let part = |of: usize| shared as f32 / of as f32;
    part(one.len() + other.len() - shared) >= ALIKE
        || (small.len() >= 5 && part(small.len()) >= 0.85)
}
