//! Takes typed values out of TOML tables and notes what is not as it should be.

use super::super::diagnostic::{Code, Problem};
use super::super::nearest::nearest;
use super::super::schema::{RawValue, RawWords, Table};
use super::super::spot::{At, Spot};
use super::other;
use crate::domain::Lang;
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
                let near = nearest(name, table.keys().iter().copied()).map(str::to_owned);
                let code = Code::UnknownKey { key: name.to_owned(), table, near };
                self.tell(key.span(), code);
            }
        }
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
        let words = RawWords {
            spot: self.spot(value.span()),
            zh: self.text(&inner, Table::Words, "zh", false),
            en: self.text(&inner, Table::Words, "en", false),
        };
        self.both_languages(&words);
        Some(words)
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
    pub(super) fn each<T>(
        &mut self,
        node: &Node<'_>,
        table: Table,
        key: &'static str,
        read: impl Fn(&mut Self, &Node<'_>) -> Option<T>,
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
            out.extend(read(self, &inner));
        }
        Some(out)
    }

    /// Reads the one table under `key`.
    pub(super) fn one<T>(
        &mut self,
        node: &Node<'_>,
        table: Table,
        key: &'static str,
        read: impl Fn(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = node.get(key)?;
        let DeValue::Table(inner) = value.get_ref() else {
            self.wrong_type(value, key, "a table");
            return None;
        };
        let inner = Node { table: inner, span: value.span() };
        self.keys(&inner, table);
        read(self, &inner)
    }

    /// Any value a fact may have; an absent key is `None`.
    pub(super) fn value(&self, node: &Node<'_>, key: &str) -> Option<At<RawValue>> {
        let value = node.get(key)?;
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
        Some(At::new(raw, self.spot(value.span())))
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
