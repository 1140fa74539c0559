//! Reads the tree the build laid out of a shipped file (`build/playbooks.rs`, which says how it is
//! written). It takes a tenth of the time of reading the text, and leaves nothing behind.

use super::super::source::Head;
use super::tree::{Branch, Placed, Value};
use std::borrow::Cow;
use std::ops::Range;

/// The tree of a file; nothing when the bytes are no tree of this text, which no build makes.
pub(super) fn laid_out<'a>(text: &'a str, bytes: &'a [u8]) -> Option<Branch<'a>> {
    let mut laid = Laid { text, bytes };
    laid.table()?;
    let all = laid.table()?;
    laid.bytes.is_empty().then_some(all)
}

/// What a list of files needs to know of this one.
pub(super) fn head(text: &str, bytes: &[u8]) -> Option<Head> {
    let top = Laid { text, bytes }.table()?;
    let text = |key| top.get(key).and_then(|found| found.value.as_text()).map(str::to_owned);
    let issues = match top.get("issue").map(|found| &found.value) {
        Some(Value::List(list)) => list.as_slice(),
        Some(_) | None => &[],
    };
    let issues = issues.iter().filter_map(|issue| issue.value.as_text().map(str::to_owned));
    Some(Head { id: text("id")?, issues: issues.collect(), extends: text("extends") })
}

struct Laid<'a> {
    text: &'a str,
    bytes: &'a [u8],
}

impl<'a> Laid<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0usize;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn stretch(&mut self) -> Option<Range<usize>> {
        let start = self.number()?;
        Some(start..start.checked_add(self.number()?)?)
    }

    fn own(&mut self) -> Option<&'a str> {
        let len = self.number()?;
        let (text, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        std::str::from_utf8(text).ok()
    }

    fn table(&mut self) -> Option<Branch<'a>> {
        let count = self.number()?;
        let mut entries = Vec::with_capacity(count.min(self.bytes.len()));
        for _ in 0..count {
            let letter = self.byte()?;
            let span = self.stretch()?;
            let name = match letter {
                b'k' => self.text.get(span.clone())?,
                b'K' => self.own()?,
                _no_key => return None,
            };
            entries.push((Placed { value: Cow::Borrowed(name), span }, self.value()?));
        }
        Some(Branch { entries })
    }

    fn value(&mut self) -> Option<Placed<Value<'a>>> {
        let letter = self.byte()?;
        let span = self.stretch()?;
        let value = match letter {
            b's' => {
                let stretch = self.stretch()?;
                Value::Text(Cow::Borrowed(self.text.get(stretch)?))
            }
            b'S' => Value::Text(Cow::Borrowed(self.own()?)),
            b'i' => Value::Int(i64::try_from(self.number()?).ok()),
            b'I' => Value::Int(None),
            b'f' => Value::Float,
            b't' => Value::Bool(true),
            b'n' => Value::Bool(false),
            b'd' => Value::Day(self.own()?.to_owned()),
            b'l' => {
                let count = self.number()?;
                let mut list = Vec::with_capacity(count.min(self.bytes.len()));
                for _ in 0..count {
                    list.push(self.value()?);
                }
                Value::List(list)
            }
            b'm' => Value::Table(self.table()?),
            _no_value => return None,
        };
        Some(Placed { value, span })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Origin, Source};
    use toml::de::DeTable;

    #[test]
    fn bytes_that_are_no_tree_give_nothing() {
        for bytes in
            [&b""[..], b"\0\x01", b"\0\x01k\x00\x09", b"\0\0\0", b"\0\x01k\x00\x01x\x00\x00"]
        {
            assert_eq!(laid_out("id = 1", bytes), None, "{bytes:?}");
        }
        assert_eq!(laid_out("", b"\x00\x00"), Some(Branch::default()));
    }

    #[test]
    fn every_shipped_file_is_laid_out_as_it_reads() {
        let mut seen = 0;
        for (name, text, tree) in crate::playbook::library::FILES {
            let body = text.split_once("\n[[test]]").map_or(*text, |(body, _)| body);
            let read = Branch::of(DeTable::parse(body).unwrap().into_inner());
            assert_eq!(laid_out(text, tree), Some(read), "{name}");
            let source =
                Source { name: (*name).into(), origin: Origin::Shipped, text: (*text).into() };
            assert_eq!(head(text, tree), Some(source.head()), "{name}");
            seen += 1;
        }
        assert!(seen > 20);
    }
}
