//! The version a case runs on, kept with the case: the shop may change its files, the case goes on
//! as it began.

use super::book::Playbook;
use super::call::{Callee, Found};
use super::diagnostic::Diagnostic;
use super::examine::{Around, Depth, Outcome, examine};
use super::merge::{Merged, merge};
use super::read::{Reading, read};
use super::source::{Origin, Source, Text};
use super::spot::At;
use crate::domain::PlaybookRef;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A playbook as the case file keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// Which playbook, in which version.
    pub reference: PlaybookRef,
    /// Its own text and its parents', child first; then those of the playbooks it calls, each with
    /// its parents.
    pub sources: Vec<Text>,
}

impl Playbook {
    /// What the case file keeps of this playbook.
    #[must_use]
    pub fn pin(&self) -> Pin {
        Pin { reference: self.reference.clone(), sources: self.sources.clone() }
    }

    /// The playbook as it was pinned, whatever has become of the files since.
    ///
    /// # Errors
    /// What is wrong with the kept texts, as when they were kept by another program version or
    /// changed by hand.
    pub fn from_pin(pin: &Pin) -> Result<Self, Vec<Diagnostic>> {
        let sources: Vec<Source> = pin
            .sources
            .iter()
            .enumerate()
            .map(|(at, text)| Source {
                name: match at {
                    0 => format!("{}@{}", pin.reference.id, pin.reference.version),
                    n => format!("{}@{} ({n})", pin.reference.id, pin.reference.version),
                },
                origin: Origin::Pinned,
                text: text.clone(),
            })
            .collect();
        let readings: Vec<Reading> =
            sources.iter().enumerate().map(|(at, source)| read(&source.text, at)).collect();
        let lines = lines(&readings);
        let callee = |id: &str| {
            let named = |line: &&Vec<usize>| id_of(&readings, line) == Some(id);
            lines
                .iter()
                .skip(1)
                .find(named)
                .map_or(Callee::Broken, |line| called(line, &readings, &sources))
        };
        let mut parent: Option<Outcome> = None;
        for at in lines.first().into_iter().flatten().rev().copied() {
            let Some(reading) = readings.get(at) else { continue };
            let files: Vec<usize> =
                lines.first().into_iter().flatten().copied().filter(|n| *n >= at).collect();
            let around = Around {
                parent: parent.as_ref(),
                texts: texts(&files, &sources),
                files,
                sources: &sources,
                callee: &callee,
                known: None,
            };
            parent = Some(examine(reading, &around, Depth::Names));
        }
        let Some(outcome) = parent else {
            return Err(Vec::new());
        };
        let diagnostics = outcome.diagnostics(&sources);
        outcome.into_playbook().ok_or(diagnostics)
    }
}

/// The kept texts by playbook: each goes on until one extends nothing.
fn lines(readings: &[Reading]) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    let mut ended = true;
    for (at, reading) in readings.iter().enumerate() {
        if ended {
            lines.push(Vec::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(at);
        }
        ended = reading.book.extends.is_none();
    }
    lines
}

fn id_of<'a>(readings: &'a [Reading], line: &[usize]) -> Option<&'a str> {
    let reading = readings.get(*line.first()?)?;
    reading.book.id.as_ref().map(At::as_str)
}

fn texts(line: &[usize], sources: &[Source]) -> Vec<Text> {
    line.iter().filter_map(|at| sources.get(*at)).map(|source| source.text.clone()).collect()
}

fn called(line: &[usize], readings: &[Reading], sources: &[Source]) -> Callee {
    let mut merged: Option<Merged> = None;
    for reading in line.iter().rev().filter_map(|at| readings.get(*at)) {
        merged = Some(merge(reading.book.clone(), merged.as_ref()).0);
    }
    merged.map_or(Callee::Broken, |merged| {
        let texts = texts(line, sources);
        Callee::Found(Found { merged: Arc::new(merged), texts, files: line.to_vec() })
    })
}
