//! Puts values into a text: `fill("还剩 {n} 分", &[("n", &3)])`.

use std::fmt::Display;

/// Replaces each `{name}` by its value. A name without a value stays as it stands, so that a
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
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            out.push_str(&value.to_string());
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
    fn values_are_not_filled_again() {
        assert_eq!(fill("{a}", &[("a", &"{b}"), ("b", &"!")]), "{b}");
    }
}
