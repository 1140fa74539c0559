//! The texts of a language by their dotted names, each to be taken once.
//!
//! Owns finding them; what they are for stands in the sections.

use std::ops::Range;

/// What the build made of a file of texts, by its name.
macro_rules! texts {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $file, ".texts"))
    };
}

pub(in crate::i18n) use texts;

/// What is wrong with a table. The tables are part of the program and a test reads both; should one
/// be damaged all the same, the program says so instead of starting half-mute.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTable {
    /// A text that is shown somewhere is not in the table.
    #[error("the text `{0}` is missing")]
    Missing(String),
    /// A text of the table is shown nowhere.
    #[error("nothing shows the text `{0}`")]
    Unused(String),
}

/// The texts that have not been taken yet, in the order of their names.
#[derive(Debug)]
pub(in crate::i18n) struct Texts {
    left: Vec<(&'static str, Option<&'static str>)>,
    /// The section last taken from, with a dot, and where its texts stand: they are taken together.
    section: (String, Range<usize>),
}

impl Texts {
    /// Reads what the build made of a table: name, text, name, text, a zero after each.
    pub(in crate::i18n) fn of(flat: &'static str) -> Self {
        let mut parts = flat.split_terminator('\0');
        let mut left = Vec::with_capacity(2048);
        while let (Some(name), Some(text)) = (parts.next(), parts.next()) {
            left.push((name, Some(text)));
        }
        let all = 0..left.len();
        Self { left, section: (String::new(), all) }
    }

    /// The text of that name.
    pub(in crate::i18n) fn take_named(&mut self, name: &str) -> Result<String, BadTable> {
        let at = self.left.binary_search_by(|(other, _)| (*other).cmp(name)).ok();
        at.and_then(|at| self.left.get_mut(at)?.1.take())
            .map(str::to_owned)
            .ok_or_else(|| BadTable::Missing(name.to_owned()))
    }

    /// A text of a section. A field is written with `_` where the table has `-`.
    pub(in crate::i18n) fn take(&mut self, section: &str, field: &str) -> Result<String, BadTable> {
        self.turn_to(section);
        let (prefix, range) = (self.section.0.len(), self.section.1.clone());
        let texts = self.left.get_mut(range).unwrap_or_default();
        let rest = |name: &'static str| name.bytes().skip(prefix);
        let field = field.trim_start_matches("r#");
        let wanted = || field.bytes().map(|byte| if byte == b'_' { b'-' } else { byte });
        texts
            .binary_search_by(|(name, _)| rest(name).cmp(wanted()))
            .ok()
            .and_then(|at| texts.get_mut(at)?.1.take())
            .map(str::to_owned)
            .ok_or_else(|| BadTable::Missing(format!("{section}.{}", field.replace('_', "-"))))
    }

    fn turn_to(&mut self, section: &str) {
        if self.section.0.strip_suffix('.') == Some(section) {
            return;
        }
        let name = if section.is_empty() { String::new() } else { format!("{section}.") };
        let from = self.left.partition_point(|(other, _)| **other < *name);
        let own = self.left.iter().skip(from).take_while(|(other, _)| other.starts_with(&name));
        let to = from + own.count();
        self.section = (name, from..to);
    }

    /// What the texts of a section are called, or the sections in it.
    pub(in crate::i18n) fn names(&self, section: &str, texts: bool) -> Vec<&'static str> {
        let from = self.left.partition_point(|(name, _)| *name < section);
        let mut names: Vec<&'static str> = self
            .left
            .iter()
            .skip(from)
            .map_while(|(name, _)| name.strip_prefix(section))
            .filter_map(|rest| rest.strip_prefix('.'))
            .filter_map(|rest| if texts { Some(rest) } else { rest.split('.').next() })
            .collect();
        names.dedup();
        names
    }

    /// Sees that every text was taken.
    pub(in crate::i18n) fn finish(self) -> Result<(), BadTable> {
        match self.left.into_iter().find(|(_, text)| text.is_some()) {
            Some((name, _)) => Err(BadTable::Unused(name.to_owned())),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FLAT: &str = "a.one-two\0x\0a.z\0\0b.p.text\0y\0b.q.text\0z\0b.q.two\0v\0ba\0u\0";

    #[test]
    fn a_text_is_taken_once() {
        let mut texts = Texts::of(FLAT);
        assert_eq!(texts.take("a", "one_two").unwrap(), "x");
        assert_eq!(texts.take("a", "z").unwrap(), "");
        let again = texts.take("a", "one_two").unwrap_err();
        assert_eq!(again.to_string(), "the text `a.one-two` is missing");
        assert_eq!(texts.finish(), Err(BadTable::Unused("b.p.text".to_owned())));
    }

    #[test]
    fn a_section_knows_what_stands_below_it() {
        let texts = Texts::of(FLAT);
        assert_eq!(texts.names("a", true), ["one-two", "z"]);
        assert_eq!(texts.names("b", false), ["p", "q"]);
        assert_eq!(texts.names("b", true), ["p.text", "q.text", "q.two"]);
        assert_eq!(texts.names("no", true), Vec::<&str>::new());
    }
}
