//! Where something stands in a source file, and how a place inside a quoted text is found again in
//! the file.

use std::ops::Range;

/// A stretch of one source file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Spot {
    /// Which of the sources at hand.
    pub(crate) file: usize,
    /// Its bytes.
    pub(crate) span: Range<usize>,
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) spot: Spot,
}

impl<T> At<T> {
    pub(crate) const fn new(value: T, spot: Spot) -> Self {
        Self { value, spot }
    }
}

impl At<String> {
    pub(crate) fn as_str(&self) -> &str {
        &self.value
    }

    /// The stretch of the file that `inner`, bytes of the decoded text, was written as.
    pub(crate) fn inner(&self, source: &str, inner: &Range<usize>) -> Spot {
        let Some(raw) = source.get(self.spot.span.clone()) else {
            return self.spot.clone();
        };
        let start = raw_offset(raw, inner.start);
        // The end is found from the last byte inside, so that an escape belongs to the stretch whole.
        let end = raw_offset(raw, inner.end.max(inner.start + 1));
        let base = self.spot.span.start;
        Spot { file: self.spot.file, span: base + start..base + end.max(start + 1).min(raw.len()) }
    }
}

/// The byte of a TOML string as written at which byte `wanted` of its value stands.
fn raw_offset(raw: &str, wanted: usize) -> usize {
    let (open, escapes) = if raw.starts_with("\"\"\"") {
        (3, true)
    } else if raw.starts_with("'''") {
        (3, false)
    } else {
        (1, raw.starts_with('"'))
    };
    let body_start = if open == 3 {
        let rest = raw.get(open..).unwrap_or_default();
        // A line break right after the opening quotes is no part of the value.
        open + if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) }
    } else {
        open
    };
    let mut decoded = 0;
    let mut chars = raw.get(body_start..).unwrap_or_default().char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = escapes && c == '\\' && chars.peek().is_some_and(|(_, c)| c.is_whitespace());
        if joins {
            // A backslash at the line's end swallows all blanks up to the next word.
            while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            continue;
        }
        if decoded >= wanted {
            return body_start + at;
        }
        if !(escapes && c == '\\') {
            decoded += c.len_utf8();
            continue;
        }
        match chars.next() {
            Some((_, code @ ('x' | 'u' | 'U'))) => {
                let digits = match code {
                    'x' => 2,
                    'u' => 4,
                    _long => 8,
                };
                let hex: String = chars.by_ref().take(digits).map(|(_, digit)| digit).collect();
                let char = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                decoded += char.map_or(1, char::len_utf8);
            }
            Some(_) | None => decoded += 1,
        }
    }
    raw.len().saturating_sub(open).max(body_start)
}

/// Line and column, both from 1, the column in characters.
pub(crate) fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(byte)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(raw: &str, decoded: &str, needle: &str) -> String {
        let text = At::new(decoded.to_owned(), Spot { file: 0, span: 0..raw.len() });
        let start = decoded.find(needle).unwrap();
        let spot = text.inner(raw, &(start..start + needle.len()));
        raw.get(spot.span).unwrap().to_owned()
    }

    #[test]
    fn a_word_is_found_in_every_kind_of_quoted_text() {
        assert_eq!(place("\"photos && x\"", "photos && x", "x"), "x");
        assert_eq!(place("'中文 x'", "中文 x", "x"), "x");
        assert_eq!(place("\"a == \\\"b\\\" && zz\"", "a == \"b\" && zz", "zz"), "zz");
        assert_eq!(place("\"\"\"\nfirst\nsecond\"\"\"", "first\nsecond", "second"), "second");
        assert_eq!(place("\"\\u4e2d zz\"", "中 zz", "zz"), "zz");
        assert_eq!(place("\"\"\"a \\\n   zz\"\"\"", "a zz", "zz"), "zz");
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(line_column("a\n照片x", 8), (2, 3));
        assert_eq!(line_column("", 99), (1, 1));
    }
}
