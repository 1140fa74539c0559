//! The entries of a TOML file of `[[tables]]`, each with its place, so that one bad entry is named
//! and the others are kept.

use super::fault::Lines;
use super::{Place, StandardFault};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Spanned, Table};

/// One entry as it stands in the file.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) place: Place,
    table: Table,
}

/// The entries under each of `keys`; a key at the top that is not one of them is a fault of the
/// whole file.
pub(super) fn entries<const N: usize>(
    name: &str,
    text: &str,
    keys: [&str; N],
) -> Result<[Vec<Entry>; N], StandardFault> {
    let lines = Lines::new(name, text);
    let fault = |offset: usize, message: String| StandardFault::File {
        place: lines.place(offset),
        message,
    };
    let mut file: BTreeMap<Spanned<String>, Vec<Spanned<Table>>> =
        toml::from_str(text).map_err(|error| {
            fault(error.span().map_or(0, |span| span.start), error.message().to_owned())
        })?;
    if let Some(unknown) = file.keys().find(|key| !keys.contains(&key.get_ref().as_str())) {
        let known = keys.map(|key| format!("[[{key}]]")).join(", ");
        let message = format!("'{}' is not known here, only {known}", unknown.get_ref());
        return Err(fault(unknown.span().start, message));
    }
    Ok(keys.map(|key| {
        let tables = file.iter_mut().find(|(named, _)| named.get_ref() == key);
        let tables = tables.map(|(_, tables)| std::mem::take(tables)).unwrap_or_default();
        let entry = |table: Spanned<Table>| Entry {
            place: lines.place(table.span().start),
            table: table.into_inner(),
        };
        tables.into_iter().map(entry).collect()
    }))
}

/// What every entry has.
pub(super) trait Named: DeserializeOwned {
    /// Its id, unique in its list.
    fn id(&self) -> &str;
}

/// The entries that can be read, each id once; what is wrong with the rest goes to `faults`.
pub(super) fn sound<T: Named>(
    entries: Vec<Entry>,
    faults: &mut Vec<StandardFault>,
) -> Vec<(Place, T)> {
    let mut seen = BTreeSet::new();
    let mut read = Vec::with_capacity(entries.len());
    for Entry { place, table } in entries {
        match table.try_into::<T>() {
            Err(error) => {
                let message = error.message().to_owned();
                faults.push(StandardFault::Entry { place, message });
            }
            Ok(one) if !seen.insert(one.id().to_owned()) => {
                faults.push(StandardFault::Twice { place, id: one.id().to_owned() });
            }
            Ok(one) => read.push((place, one)),
        }
    }
    read
}
