//! The playbooks: what TOML makes of a file, as bytes that are read without looking at the text
//! (`src/playbook/read/laid.rs` reads them back). Texts stay in the file: a tree says where.
//!
//! A value is a letter, the stretch of the file it is written as, and what the letter wants:
//! `s` a text as written, by its stretch; `S` a text with escapes; `i` a whole number; `I` one out of
//! range; `f` a float; `t` true; `n` false; `d` a day; `l` a list; `m` a table, each key as `k` its
//! stretch or `K` its text. Numbers are written seven bits at a time, the lowest first.

use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// What begins the tests at the end of a file: only who tests the playbook reads them.
const FIRST_TEST: &str = "\n[[test]]";

/// What is asked of every file before any is read whole.
const HEAD: [&str; 3] = ["extends", "id", "issue"];

/// Two trees of a file: what stands at its top, as far as a list of files needs it, and all of it
/// without its tests.
pub(crate) fn tree(text: &str) -> Result<Vec<u8>, Error> {
    let body = text.split_once(FIRST_TEST).map_or(text, |(body, _)| body);
    let all = DeTable::parse(body)?.into_inner();
    let entries: Vec<Entry<'_>> = all.iter().collect();
    let head = |(key, _): &&Entry<'_>| HEAD.contains(&key.get_ref().as_ref());
    let head: Vec<Entry<'_>> = entries.iter().filter(head).copied().collect();
    let mut out = Tree { text: body, bytes: Vec::new() };
    out.table(&head);
    out.table(&entries);
    Ok(out.bytes)
}

/// The lowest seven bits.
fn seven(number: usize) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or_default()
}

type Entry<'a> = (&'a Spanned<Cow<'a, str>>, &'a Spanned<DeValue<'a>>);

struct Tree<'a> {
    text: &'a str,
    bytes: Vec<u8>,
}

impl Tree<'_> {
    fn number(&mut self, number: usize) {
        let mut left = number;
        while left > 0x7f {
            self.bytes.push(seven(left) | 0x80);
            left >>= 7;
        }
        self.bytes.push(seven(left));
    }

    fn stretch(&mut self, stretch: std::ops::Range<usize>) {
        self.number(stretch.start);
        self.number(stretch.end - stretch.start);
    }

    fn letter(&mut self, letter: u8, span: std::ops::Range<usize>) {
        self.bytes.push(letter);
        self.stretch(span);
    }

    fn own(&mut self, text: &str) {
        self.number(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Where a text stands in the file as it is, within the stretch it is written as.
    fn as_written(&self, text: &str, within: std::ops::Range<usize>) -> Option<usize> {
        Some(within.start + self.text.get(within)?.find(text)?)
    }

    fn table(&mut self, entries: &[Entry<'_>]) {
        self.number(entries.len());
        for (key, value) in entries {
            let (name, span) = (key.get_ref().as_ref(), key.span());
            self.bytes.push(if self.text.get(span.clone()) == Some(name) { b'k' } else { b'K' });
            self.stretch(span.clone());
            if self.text.get(span) != Some(name) {
                self.own(name);
            }
            self.value(value);
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>) {
        let span = value.span();
        match value.get_ref() {
            DeValue::String(text) => {
                if let Some(at) = self.as_written(text, span.clone()) {
                    self.letter(b's', span);
                    self.stretch(at..at + text.len());
                } else {
                    self.letter(b'S', span);
                    self.own(text);
                }
            }
            DeValue::Integer(number) => {
                match i64::from_str_radix(number.as_str(), number.radix()).map(usize::try_from) {
                    Ok(Ok(number)) => {
                        self.letter(b'i', span);
                        self.number(number);
                    }
                    // No shipped file has one below zero; what is out of range is refused.
                    Ok(Err(_)) | Err(_) => self.letter(b'I', span),
                }
            }
            DeValue::Float(_) => self.letter(b'f', span),
            DeValue::Boolean(true) => self.letter(b't', span),
            DeValue::Boolean(false) => self.letter(b'n', span),
            DeValue::Datetime(day) => {
                self.letter(b'd', span);
                self.own(&day.to_string());
            }
            DeValue::Array(list) => {
                self.letter(b'l', span);
                self.number(list.len());
                for value in list {
                    self.value(value);
                }
            }
            DeValue::Table(table) => {
                self.letter(b'm', span);
                self.table(&table.iter().collect::<Vec<_>>());
            }
        }
    }
}
