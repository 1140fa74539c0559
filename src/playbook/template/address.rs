//! A shop that uses no form of address: the comma after it goes as well.

/// Stands where the form of address would, until the text is whole. No text has it: it is for private
/// use, and cleaned away from what buyers and imports write.
pub(super) const NONE: &str = "\u{E000}";

/// The text without forms of address that are none, and without the marks and blanks after them.
pub(super) fn dropped(text: String) -> String {
    if !text.contains(NONE) {
        return text;
    }
    let mut parts = text.split(NONE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        let rest = rest.trim_start_matches([',', '，', '、', '!', '！', ' ', '\u{3000}']);
        let begins = out.is_empty() || out.ends_with(['\n', '.', '。', '!', '！', '?', '？', ' ']);
        let mut letters = rest.chars();
        match letters.next().filter(|first| begins && first.is_ascii_lowercase()) {
            Some(first) => {
                out.push(first.to_ascii_uppercase());
                out.push_str(letters.as_str());
            }
            None => out.push_str(rest),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_comma_goes_with_the_address() {
        let without = |text: &str| dropped(text.replace('@', NONE));
        assert_eq!(without("@，看到了"), "看到了");
        assert_eq!(without("@, your parcel is on its way"), "Your parcel is on its way");
        assert_eq!(without("好的，@，马上办"), "好的，马上办");
        assert_eq!(without("@"), "");
        assert_eq!(without("亲，好"), "亲，好");
    }
}
