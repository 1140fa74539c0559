//! What there is of something a playbook names: read from where it stands, so that no list can fall
//! behind.

use crate::app::words::{issue, result};
use crate::cli::session::Session;
use crate::cli::table;
use crate::domain::cells::wrap;
use crate::domain::{CloseResult, Issue};
use crate::playbook::{Library, REFUSALS};
use crate::standard::guards_with;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Cells of the narrowest terminal people use.
const COLUMNS: usize = 80;

/// The list that belongs to a page; `None` for a page without one.
pub(super) fn list(page: &str, session: &Session) -> Option<String> {
    let (lang, strings) = (session.lang, &session.strings);
    let rows: Vec<[String; 2]> = match page {
        "exhibits" => session
            .evidence()
            .kinds()
            .map(|kind| [kind.id.clone(), kind.title.get(lang).to_owned()])
            .collect(),
        "guards" => return Some(guards(session)),
        "issues" => issues(&session.library())
            .into_iter()
            .map(|(claimed, playbooks)| {
                let name = issue(strings, &Issue::new(claimed.clone())).to_owned();
                let playbooks = playbooks.join(", ");
                let told = if name == claimed { playbooks } else { format!("{name}: {playbooks}") };
                [claimed, told]
            })
            .collect(),
        "results" => CloseResult::ALL
            .into_iter()
            .map(|one| [one.name().to_owned(), result(strings, one).to_owned()])
            .collect(),
        "refusals" => REFUSALS
            .into_iter()
            .map(|code| {
                let told = strings.author_tools.refusal.get(code).unwrap_or_default().to_owned();
                [code.to_owned(), told]
            })
            .collect(),
        _without_a_list => return None,
    };
    Some(table::lines(&rows, [20, 58]))
}

fn guards(session: &Session) -> String {
    let mut out = String::new();
    for guard in guards_with(&session.shelves()).iter() {
        let _ = writeln!(out, "{}  {}", guard.id, guard.title.get(session.lang));
        let text = guard.text.get(session.lang);
        for line in wrap(text, COLUMNS - 4) {
            let _ = writeln!(out, "    {}", line.shown(text).trim_end());
        }
    }
    out
}

/// Issues with the playbooks that are for them, by name.
fn issues(library: &Library) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (issue, playbook) in library.claims() {
        let playbooks = all.entry(issue.as_str().to_owned()).or_default();
        if !playbooks.iter().any(|known| known == playbook.as_str()) {
            playbooks.push(playbook.to_string());
        }
    }
    all
}
