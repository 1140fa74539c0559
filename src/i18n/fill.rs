//! Puts values into a text: `fill("还剩 {n} 分", &[("n", &3)])`.
//!
//! Where a language has a word for one and another for many, the text holds both, and the value
//! chooses: `{n} {n|message|messages}`.

use std::fmt::Display;

/// Replaces each `{name}` by its value, and each `{name|one|many}` by the word for it. A name without a value stays as it stands, so that a
/// mistake is seen and nothing is lost.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        let (wanted, words) = name.split_once('|').map_or((name, None), |(n, w)| (n, Some(w)));
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == wanted) {
            let value = value.to_string();
            match words.and_then(|words| words.split_once('|')) {
                Some((one, many)) => out.push_str(if value == "1" { one } else { many }),
                None => out.push_str(&value),
            }
        } else {
            out.push('{');
            out.push_str(name);
            out.push('}');
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_filled_and_unknown_ones_stay() {
        assert_eq!(fill("还剩 {n} 分, {x}", &[("n", &3)]), "还剩 3 分, {x}");
        assert_eq!(fill("a { b", &[]), "a { b");
    }

    #[test]
    fn the_value_chooses_between_one_and_many() {
        let text = "{n} {n|case|cases}, {new|is|are} new";
        assert_eq!(fill(text, &[("n", &1), ("new", &1)]), "1 case, is new");
        assert_eq!(fill(text, &[("n", &0), ("new", &21)]), "0 cases, are new");
        assert_eq!(fill("{x|a|b}", &[("n", &1)]), "{x|a|b}");
    }

    #[test]
    fn values_are_not_filled_again() {
        assert_eq!(fill("{a}", &[("a", &"{b}"), ("b", &"!")]), "{b}");
    }
}
