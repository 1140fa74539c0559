//! What can be a name on the pane, and what only looks like one.

use crate::domain::CleanText;

/// No name on any platform is longer.
const LONGEST: usize = 40;

/// A line fit for a look at its name and time: invisible characters gone, blanks single. `None`
/// when it is too long to be a name with a time.
pub(super) fn heading(line: &str) -> Option<String> {
    // Names have at most 40 characters of 4 bytes, twice for a hand-over, and a time.
    (line.len() <= 500).then(|| CleanText::new(line).one_line()).filter(|line| !line.is_empty())
}

/// Whether a text can be somebody's name.
pub(super) fn is_name(text: &str) -> bool {
    let mut before = None;
    let mut chars = text.chars().peekable();
    let mut count = 0;
    while let Some(c) = chars.next() {
        count += 1;
        if is_sentence_mark(c) {
            return false;
        }
        if c.is_whitespace() {
            // `Mary Ann` is a name, `我 昨天` is speech.
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if !latin(before) || !latin(chars.peek().copied()) {
                return false;
            }
        }
        before = Some(c);
    }
    count > 0
        && count <= LONGEST
        && !text.contains("://")
        && !text.contains("-->")
        && !text.starts_with([':', '：'])
        && !text.ends_with([':', '：'])
        && !is_label(text)
}

/// Whether a name is a sub-account's: `旗舰店:小美`. Buyers have none.
pub(super) fn is_staff(name: &str) -> bool {
    name.contains([':', '：'])
}

/// Order pages copied into a chat have lines such as `创建时间 2024-05-03 10:22:11`.
fn is_label(text: &str) -> bool {
    ["时间", "日期", "时刻"].iter().any(|end| text.ends_with(end))
        || ["time", "date", "at", "on"].contains(&text.to_lowercase().as_str())
}

fn is_sentence_mark(c: char) -> bool {
    matches!(
        c,
        '。' | '，'
            | '！'
            | '？'
            | '…'
            | '；'
            | '、'
            | '“'
            | '”'
            | '"'
            | ','
            | '!'
            | '?'
            | ';'
            | '<'
            | '>'
            | '{'
            | '}'
            | '='
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_speech() {
        for name in ["tb_买家01", "旗舰店:小美", "Mary Ann", "t**1", "小城故事(123)"] {
            assert!(is_name(name), "{name}");
        }
        for speech in
            ["", "创建时间", "付款时间:", "我 昨天", "你好，", "https://a.b/c", "A --> B", "date"]
        {
            assert!(!is_name(speech), "{speech}");
        }
    }
}
