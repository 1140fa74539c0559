//! Takes typed values out of TOML tables and notes what is not as it should be.

use super::super::diagnostic::{Code, Problem};
use super::super::schema::{RawValue, RawWords, Table};
use super::super::spot::{At, Spot};
use super::other;
use crate::domain::{Lang, nearest};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table and where it is written.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    table: &'a DeTable<'a>,
    pub(super) span: Range<usize>,
}

impl<'a> Node<'a> {
    pub(super) fn top(table: &'a DeTable<'a>) -> Self {
        Self { table, span: 0..0 }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }
}

/// Reads one file.
#[derive(Debug)]
pub(super) struct Reader {
    file: usize,
    pub(super) problems: Vec<Problem>,
}

impl Reader {
    pub(super) const fn new(file: usize) -> Self {
        Self { file, problems: Vec::new() }
    }

    pub(super) const fn spot(&self, span: Range<usize>) -> Spot {
        Spot { file: self.file, span }
    }

    pub(super) fn tell(&mut self, span: Range<usize>, code: Code) {
        self.problems.push(Problem { spot: self.spot(span), code });
    }

    /// Tells of every key the table may not have.
    pub(super) fn keys(&mut self, node: &Node<'_>, table: Table) {
        for key in node.table.keys() {
            let name = key.get_ref().as_ref();
            if !table.keys().contains(&name) {
                self.tell(key.span(), unknown_key(name, table));
            }
        }
    }

    /// Tells of a key that makes no sense beside the others.
    pub(super) fn unknown_key(&mut self, node: &Node<'_>, key: &str, table: Table) {
        let written = node.table.keys().find(|written| written.get_ref().as_ref() == key);
        let span = written.map_or_else(|| node.span.clone(), Spanned::span);
        self.tell(span, Code::UnknownKey { key: key.to_owned(), table, near: None });
    }

    pub(super) fn text(
        &mut self,
        node: &Node<'_>,
        table: Table,
        key: &'static str,
        wanted: bool,
    ) -> Option<At<String>> {
        let value = self.value_of(node, table, key, wanted)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(value, key, "a text in quotes");
        }
        let text = At::new(text?.to_owned(), self.spot(value.span()));
        if text.value.trim().is_empty() {
            self.tell(value.span(), Code::EmptyText { key });
        }
        Some(text)
    }

    pub(super) fn flag(&mut self, node: &Node<'_>, key: &'static str) -> Option<At<bool>> {
        let value = node.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(value, key, "true or false");
        }
        Some(At::new(flag?, self.spot(value.span())))
    }

    /// A flag that says nothing unless it is true.
    pub(super) fn yes(&mut self, node: &Node<'_>, key: &'static str) -> Option<()> {
        let value = node.get(key)?;
        if value.get_ref().as_bool() != Some(true) {
            self.wrong_type(value, key, "true");
            return None;
        }
        Some(())
    }

    /// A whole number of a range.
    pub(super) fn count(
        &mut self,
        node: &Node<'_>,
        key: &'static str,
        least: i64,
        most: i64,
    ) -> Option<At<i64>> {
        self.number(node.get(key)?, key, least, most)
    }

    /// A list of percentages.
    pub(super) fn percents(&mut self, node: &Node<'_>, key: &'static str) -> Option<Vec<At<i64>>> {
        let value = node.get(key)?;
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong_type(value, key, "a list of numbers");
            return None;
        };
        Some(list.iter().filter_map(|entry| self.number(entry, key, 1, 100)).collect())
    }

    fn number(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        key: &'static str,
        least: i64,
        most: i64,
    ) -> Option<At<i64>> {
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(value, key, "a whole number");
            return None;
        };
        let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
        let Some(number) = number.filter(|number| (least..=most).contains(number)) else {
            self.tell(value.span(), Code::NumberRange { key, least, most });
            return None;
        };
        Some(At::new(number, self.spot(value.span())))
    }

    /// A table of any keys, each with a value a fact may have.
    pub(super) fn values(
        &mut self,
        node: &Node<'_>,
        key: &'static str,
    ) -> Vec<(At<String>, At<RawValue>)> {
        let Some(value) = node.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(value, key, "a table");
            return Vec::new();
        };
        let one = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
            let name: &std::borrow::Cow<'_, str> = key.get_ref();
            let name = At::new(name.clone().into_owned(), self.spot(key.span()));
            (name, self.any(value))
        };
        table.iter().map(one).collect()
    }

    pub(super) fn texts(
        &mut self,
        node: &Node<'_>,
        table: Table,
        key: &'static str,
    ) -> Option<Vec<At<String>>> {
        let value = self.value_of(node, table, key, false)?;
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong_type(value, key, "a list of texts");
            return None;
        };
        let mut texts = Vec::with_capacity(list.len());
        for entry in list {
            match entry.get_ref().as_str() {
                Some(text) => texts.push(At::new(text.to_owned(), self.spot(entry.span()))),
                None => self.wrong_type(entry, key, "a text in quotes"),
            }
        }
        Some(texts)
    }

    pub(super) fn words(
        &mut self,
        node: &Node<'_>,
        table: Table,
        key: &'static str,
        wanted: bool,
    ) -> Option<RawWords> {
        let value = self.value_of(node, table, key, wanted)?;
        let DeValue::Table(inner) = value.get_ref() else {
            self.wrong_type(value, key, "{ zh = \"…\", en = \"…\" }");
            return None;
        };
        let inner = Node { table: inner, span: value.span() };
        self.keys(&inner, Table::Words);
        Some(self.sides(&inner))
    }

    /// The two languages of a text.
    pub(super) fn sides(&mut self, node: &Node<'_>) -> RawWords {
        let words = RawWords {
            spot: self.spot(node.span.clone()),
            zh: self.text(node, Table::Words, "zh", false),
            en: self.text(node, Table::Words, "en", false),
        };
        self.both_languages(&words);
        words
    }

    pub(super) fn both_languages(&mut self, words: &RawWords) {
        let missing = match (&words.zh, &words.en) {
            (Some(_), Some(_)) => return,
            (None, Some(_)) => Lang::Zh,
            (Some(_), None) => Lang::En,
            (None, None) => {
                let code = Code::EmptyText { key: "zh" };
                self.problems.push(Problem { spot: words.spot.clone(), code });
                return;
            }
        };
        let code = Code::OneLanguage { missing };
        self.problems.push(Problem { spot: words.spot.clone(), code });
    }

    /// Reads every table under `key`, written as `[[key]]` or as a list of tables.
    pub(super) fn each<T, O: Into<Option<T>>>(
        &mut self,
        node: &Node<'_>,
        table: Table,
        key: &'static str,
        read: impl Fn(&mut Self, &Node<'_>) -> O,
    ) -> Option<Vec<T>> {
        let value = node.get(key)?;
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong_type(value, key, "a list of tables");
            return None;
        };
        let mut out = Vec::with_capacity(list.len());
        for entry in list {
            let DeValue::Table(inner) = entry.get_ref() else {
                self.wrong_type(entry, key, "a table");
                continue;
            };
            let inner = Node { table: inner, span: entry.span() };
            self.keys(&inner, table);
            out.extend(read(self, &inner).into());
        }
        Some(out)
    }

    /// Reads the one table under `key`.
    pub(super) fn one<T, O: Into<Option<T>>>(
        &mut self,
        node: &Node<'_>,
        table: Table,
        key: &'static str,
        read: impl Fn(&mut Self, &Node<'_>) -> O,
    ) -> Option<T> {
        let value = node.get(key)?;
        let DeValue::Table(inner) = value.get_ref() else {
            self.wrong_type(value, key, "a table");
            return None;
        };
        let inner = Node { table: inner, span: value.span() };
        self.keys(&inner, table);
        read(self, &inner).into()
    }

    /// Reads the one table under `key`, which must be there.
    pub(super) fn wanted<T, O: Into<Option<T>>>(
        &mut self,
        node: &Node<'_>,
        table: Table,
        of: Table,
        key: &'static str,
        read: impl Fn(&mut Self, &Node<'_>) -> O,
    ) -> Option<T> {
        if !node.has(key) {
            self.missing(node, of, key);
        }
        self.one(node, table, key, read)
    }

    /// Any value a fact may have; an absent key is `None`.
    pub(super) fn value(&self, node: &Node<'_>, key: &str) -> Option<At<RawValue>> {
        Some(self.any(node.get(key)?))
    }

    fn any(&self, value: &Spanned<DeValue<'_>>) -> At<RawValue> {
        let raw = match value.get_ref() {
            DeValue::Boolean(yes) => RawValue::Bool(*yes),
            DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix())
                .map_or(other("integer out of range"), RawValue::Int),
            DeValue::String(text) => RawValue::Text(text.clone().into_owned()),
            // TOML's own dates are as good as quoted ones.
            DeValue::Datetime(day) => RawValue::Text(day.to_string()),
            DeValue::Array(list) => {
                let texts: Option<Vec<String>> =
                    list.iter().map(|text| text.get_ref().as_str().map(str::to_owned)).collect();
                texts.map_or(other("array"), RawValue::List)
            }
            DeValue::Float(_) => other("float"),
            DeValue::Table(_) => other("table"),
        };
        At::new(raw, self.spot(value.span()))
    }

    /// Tells of a key that must be there.
    pub(super) fn missing(&mut self, node: &Node<'_>, table: Table, key: &'static str) {
        self.tell(node.span.clone(), Code::MissingKey { key, table });
    }

    fn value_of<'a>(
        &mut self,
        node: &Node<'a>,
        table: Table,
        key: &'static str,
        wanted: bool,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = node.get(key);
        if value.is_none() && wanted {
            self.missing(node, table, key);
        }
        value
    }

    fn wrong_type(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        key: &'static str,
        wanted: &'static str,
    ) {
        let found = match value.get_ref() {
            DeValue::String(_) => "string",
            DeValue::Integer(_) => "integer",
            DeValue::Float(_) => "float",
            DeValue::Boolean(_) => "boolean",
            DeValue::Datetime(_) => "date",
            DeValue::Array(_) => "array",
            DeValue::Table(_) => "table",
        };
        self.tell(value.span(), Code::WrongType { key, wanted, found });
    }
}

fn unknown_key(name: &str, table: Table) -> Code {
    let near = nearest(name, table.keys().iter().copied()).map(str::to_owned);
    Code::UnknownKey { key: name.to_owned(), table, near }
}
