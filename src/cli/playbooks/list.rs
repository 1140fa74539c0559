//! `redress playbook list`.

use super::files::document;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::{print, table};
use crate::domain::Words;
use crate::playbook::Origin;

pub(in crate::cli) fn list(session: &Session, json: bool) -> Result<(), Failure> {
    let library = session.library();
    let entries = library.list();
    if json {
        return print::json(&document(session, &library, &entries));
    }
    let texts = &session.strings.cli.say;
    let rows: Vec<[String; 5]> = entries
        .iter()
        .map(|entry| {
            let origin = match entry.origin {
                Origin::Shipped => &texts.origin_shipped,
                Origin::Shop => &texts.origin_shop,
                Origin::Pinned => &texts.origin_pinned,
            };
            let state = match (&entry.version, entry.overridden) {
                (None, _) => texts.unusable.to_owned(),
                (Some(_), true) => texts.overridden.to_owned(),
                (Some(version), false) => version.clone(),
            };
            let words = |words: &Words| words.get(session.lang).to_owned();
            [
                entry.id.to_string(),
                state,
                (*origin).to_owned(),
                words(&entry.title),
                words(&entry.about),
            ]
        })
        .collect();
    print::text(&table::lines(&rows, [24, 14, 12, 28, 80]))
}
