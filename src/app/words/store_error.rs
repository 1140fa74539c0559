//! What can go wrong with the case file, as sentences.

use crate::i18n::{Strings, fill};
use crate::store::StoreError;

/// A failure of the case file and what to do about it.
#[must_use]
pub fn store_error(error: &StoreError, strings: &Strings) -> String {
    let texts = &strings.store_error;
    let at = |template: &str, path: &std::path::Path| fill(template, &[("path", &path.display())]);
    match error {
        StoreError::Missing { path } => at(texts.missing, path),
        StoreError::NoFolder { path } => at(texts.missing_folder, path),
        StoreError::NotACaseFile { path } => at(texts.not_a_case_file, path),
        StoreError::NotWritable { path } => at(texts.read_only_folder, path),
        StoreError::ReadOnly { path } => at(texts.read_only, path),
        StoreError::DiskFull { path } => at(texts.full_disk, path),
        StoreError::CannotGrow { path } => at(texts.cannot_grow, path),
        StoreError::Damaged { path, .. } => at(texts.damaged, path),
        StoreError::Busy { path } => at(texts.busy, path),
        StoreError::NoCase { case } => fill(texts.no_case, &[("case", case)]),
        StoreError::Older { path, .. } => at(texts.older, path),
        StoreError::Exists { path } => at(texts.exists, path),
        StoreError::Io { path, cause } => {
            fill(texts.io, &[("path", &path.display()), ("why", cause)])
        }
        StoreError::Sql { path, cause } => {
            fill(texts.fault, &[("path", &path.display()), ("why", cause)])
        }
        StoreError::Unfit(_)
        | StoreError::OutOfOrder { .. }
        | StoreError::Unreadable { .. }
        | StoreError::Stopped => fill(texts.fault, &[("path", &"-"), ("why", error)]),
    }
}
