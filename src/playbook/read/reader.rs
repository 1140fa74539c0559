//! Takes typed values out of TOML tables and notes what is not as it should be.

use super::super::diagnostic::{Code, Problem};
use super::super::schema::{RawValue, RawWords, Table};
use super::super::spot::{At, Spot};
use super::other;
use super::tree::{Branch, Placed, Value};
use crate::domain::{Lang, nearest};
use std::ops::Range;

/// A table and where it is written.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    table: &'a Branch<'a>,
    pub(super) span: Range<usize>,
}

impl<'a> Node<'a> {
    pub(super) fn top(table: &'a Branch<'a>) -> Self {
        Self { table, span: 0..0 }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    fn get(&self, key: &str) -> Option<&'a Placed<Value<'a>>> {
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
        for (key, _) in &node.table.entries {
            let name = key.value.as_ref();
            if !table.keys().contains(&name) {
                self.tell(key.span.clone(), unknown_key(name, table));
            }
        }
    }

    /// Tells of a key that makes no sense beside the others.
    pub(super) fn unknown_key(&mut self, node: &Node<'_>, key: &str, table: Table) {
        let written = node.table.entries.iter().find(|(written, _)| written.value == key);
        let span = written.map_or_else(|| node.span.clone(), |(written, _)| written.span.clone());
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
        let text = value.value.as_text();
        if text.is_none() {
            self.wrong_type(value, key, "a text in quotes");
        }
        let text = At::new(text?.to_owned(), self.spot(value.span.clone()));
        if text.value.trim().is_empty() {
            self.tell(value.span.clone(), Code::EmptyText { key });
        }
        Some(text)
    }

    pub(super) fn flag(&mut self, node: &Node<'_>, key: &'static str) -> Option<At<bool>> {
        let value = node.get(key)?;
        let flag = value.value.as_flag();
        if flag.is_none() {
            self.wrong_type(value, key, "true or false");
        }
        Some(At::new(flag?, self.spot(value.span.clone())))
    }

    /// A flag that says nothing unless it is true.
    pub(super) fn yes(&mut self, node: &Node<'_>, key: &'static str) -> Option<()> {
        let value = node.get(key)?;
        if value.value.as_flag() != Some(true) {
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
        let Value::List(list) = &value.value else {
            self.wrong_type(value, key, "a list of numbers");
            return None;
        };
        Some(list.iter().filter_map(|entry| self.number(entry, key, 1, 100)).collect())
    }

    fn number(
        &mut self,
        value: &Placed<Value<'_>>,
        key: &'static str,
        least: i64,
        most: i64,
    ) -> Option<At<i64>> {
        let Value::Int(number) = value.value else {
            self.wrong_type(value, key, "a whole number");
            return None;
        };
        let Some(number) = number.filter(|number| (least..=most).contains(number)) else {
            self.tell(value.span.clone(), Code::NumberRange { key, least, most });
            return None;
        };
        Some(At::new(number, self.spot(value.span.clone())))
    }

    /// A table of any keys, each with a value a fact may have.
    pub(super) fn values(
        &mut self,
        node: &Node<'_>,
        key: &'static str,
    ) -> Vec<(At<String>, At<RawValue>)> {
        let Some(value) = node.get(key) else { return Vec::new() };
        let Value::Table(table) = &value.value else {
            self.wrong_type(value, key, "a table");
            return Vec::new();
        };
        let one = |(key, value): &(Placed<_>, Placed<Value<'_>>)| {
            let name: &std::borrow::Cow<'_, str> = &key.value;
            let name = At::new(name.clone().into_owned(), self.spot(key.span.clone()));
            (name, self.any(value))
        };
        table.entries.iter().map(one).collect()
    }

    pub(super) fn texts(
        &mut self,
        node: &Node<'_>,
        table: Table,
        key: &'static str,
    ) -> Option<Vec<At<String>>> {
        let value = self.value_of(node, table, key, false)?;
        let Value::List(list) = &value.value else {
            self.wrong_type(value, key, "a list of texts");
            return None;
        };
        let mut texts = Vec::with_capacity(list.len());
        for entry in list {
            match entry.value.as_text() {
                Some(text) => texts.push(At::new(text.to_owned(), self.spot(entry.span.clone()))),
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
        let Value::Table(inner) = &value.value else {
            self.wrong_type(value, key, "{ zh = \"…\", en = \"…\" }");
            return None;
        };
        let inner = Node { table: inner, span: value.span.clone() };
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
        let Value::List(list) = &value.value else {
            self.wrong_type(value, key, "a list of tables");
            return None;
        };
        let mut out = Vec::with_capacity(list.len());
        for entry in list {
            let Value::Table(inner) = &entry.value else {
                self.wrong_type(entry, key, "a table");
                continue;
            };
            let inner = Node { table: inner, span: entry.span.clone() };
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
        let Value::Table(inner) = &value.value else {
            self.wrong_type(value, key, "a table");
            return None;
        };
        let inner = Node { table: inner, span: value.span.clone() };
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

    fn any(&self, value: &Placed<Value<'_>>) -> At<RawValue> {
        let raw = match &value.value {
            Value::Bool(yes) => RawValue::Bool(*yes),
            Value::Int(n) => n.map_or(other("integer out of range"), RawValue::Int),
            Value::Text(text) => RawValue::Text(text.clone().into_owned()),
            // TOML's own dates are as good as quoted ones.
            Value::Day(day) => RawValue::Text(day.clone()),
            Value::List(list) => {
                let texts: Option<Vec<String>> =
                    list.iter().map(|text| text.value.as_text().map(str::to_owned)).collect();
                texts.map_or(other("array"), RawValue::List)
            }
            Value::Float => other("float"),
            Value::Table(_) => other("table"),
        };
        At::new(raw, self.spot(value.span.clone()))
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
    ) -> Option<&'a Placed<Value<'a>>> {
        let value = node.get(key);
        if value.is_none() && wanted {
            self.missing(node, table, key);
        }
        value
    }

    fn wrong_type(&mut self, value: &Placed<Value<'_>>, key: &'static str, wanted: &'static str) {
        let found = value.value.name();
        self.tell(value.span.clone(), Code::WrongType { key, wanted, found });
    }
}

fn unknown_key(name: &str, table: Table) -> Code {
    let near = nearest(name, table.keys().iter().copied()).map(str::to_owned);
    Code::UnknownKey { key: name.to_owned(), table, near }
}
