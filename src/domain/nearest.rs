//! "Did you mean": the known name nearest to one that is not known.

/// Longer than any name of anything.
const LONGEST: usize = 64;

/// The nearest of `known`, if it is near enough to be a slip of the pen.
#[must_use]
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = wrong.chars().count();
    // What is longer than any name is no slip of one, and costs nothing to tell.
    if length > LONGEST {
        return None;
    }
    let allowed = 1 + length / 4;
    known
        .into_iter()
        .filter(|name| !name.is_empty() && *name != wrong)
        .map(|name| (distance(wrong, name), name))
        .filter(|(far, name)| *far <= allowed && *far < length.max(name.chars().count()))
        .min()
        .map(|(_, name)| name)
}

/// Edits between two words: a character put in, left out, changed, or two swapped. Case and the
/// choice of `-` or `_` cost nothing.
fn distance(a: &str, b: &str) -> usize {
    let fold = |text: &str| -> Vec<char> {
        text.chars().map(|c| if c == '-' { '_' } else { c.to_ascii_lowercase() }).collect()
    };
    let (a, b) = (fold(a), fold(b));
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let at = |cells: &[usize], n: usize| cells.get(n).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&above, j) + usize::from(ca != cb))
                .min(at(&above, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(cb) && b.get(j - 1) == Some(ca);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let known = ["photos", "signed_by", "consent", "why"];
        assert_eq!(nearest("photo", known), Some("photos"));
        assert_eq!(nearest("singed_by", known), Some("signed_by"));
        assert_eq!(nearest("signed-by", known), Some("signed_by"));
        assert_eq!(nearest("whi", known), Some("why"));
        assert_eq!(nearest("waybill", known), None);
        assert_eq!(nearest("x", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest(&"photos".repeat(20), known), None);
        let keys = ["enter", "ctrl", "tab", "verify"];
        for (slip, meant) in
            [("entre", "enter"), ("entr", "enter"), ("crtl", "ctrl"), ("verfy", "verify")]
        {
            assert_eq!(nearest(slip, keys), Some(meant), "{slip}");
        }
        assert_eq!(nearest("refund", keys), None);
    }
}
