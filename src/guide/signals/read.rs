//! Reads a file of signals, keeping every signal that is sound.

use super::{Find, Side, Sign, Signal, SignalFault, Signals, Tells, Threat, Topic};
use crate::domain::{Mood, Words};
use crate::standard::Place;
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    issue: Vec<RawTopic>,
    #[serde(default)]
    signal: Vec<Spanned<RawSignal>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic {
    id: String,
    playbook: Option<String>,
    title: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSignal {
    id: String,
    issue: Option<String>,
    mood: Option<String>,
    threat: Option<String>,
    sign: Option<String>,
    #[serde(default = "one")]
    weight: f32,
    #[serde(default)]
    unhappy: f32,
    #[serde(default)]
    agent: bool,
    #[serde(default)]
    denied: bool,
    find: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    example: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

const fn one() -> f32 {
    1.0
}

/// Reads a file of the shop's.
pub(super) fn add(all: &mut Signals, name: &str, text: &str) {
    add_from(all, (name, text), 0, &mut BTreeSet::new());
}

/// Reads a shipped file table by table: what reading a table takes is given back before the next.
pub(super) fn add_shipped(all: &mut Signals, name: &str, text: &str) {
    let starts = std::iter::once(0).chain(text.match_indices("\n[[").map(|(at, _)| at + 1));
    let ends = starts.clone().skip(1).chain([text.len()]);
    let (mut seen, mut lines_above) = (BTreeSet::new(), 0);
    for (from, to) in starts.zip(ends) {
        let table = text.get(from..to).unwrap_or_default();
        add_from(all, (name, table), lines_above, &mut seen);
        lines_above += table.matches('\n').count();
    }
}

fn add_from(
    all: &mut Signals,
    (name, text): (&str, &str),
    lines_above: usize,
    seen: &mut BTreeSet<String>,
) {
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let mut place = Place::of(name, text, error.span().map_or(0, |span| span.start));
            place.line += lines_above;
            let message = error.message().to_owned();
            all.faults.push(SignalFault::File { place, message });
            return;
        }
    };
    for RawTopic { id, playbook, title } in file.issue {
        all.topics.retain(|topic| topic.id != id);
        all.topics.push(Topic { id, playbook, title });
    }
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let place_of = |offset: usize| {
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or_default();
        let column = text.get(start..offset).unwrap_or_default().chars().count() + 1;
        Place { file: name.to_owned(), line: line + lines_above, column }
    };
    for raw in file.signal {
        let place = place_of(raw.span().start);
        let raw = raw.into_inner();
        if seen.insert(raw.id.clone()) {
            signal(all, raw, place);
        } else {
            all.faults.push(SignalFault::Twice { place, id: raw.id });
        }
    }
}

fn signal(all: &mut Signals, raw: RawSignal, place: Place) {
    let tells = match tells(all, &raw, &place) {
        Ok(tells) => tells,
        Err(fault) => return all.faults.push(fault),
    };
    let known = all.all.iter().position(|signal| signal.id == raw.id);
    let number = known.unwrap_or(all.all.len());
    let phrases = Find { tells: &raw.find, except: &raw.except, unless: &raw.unless };
    for (phrase, why) in all.phrases.put(number, phrases) {
        let (place, id) = (place.clone(), raw.id.clone());
        all.faults.push(SignalFault::Phrase { place, id, phrase, why });
    }
    if raw.example.is_empty() {
        all.faults.push(SignalFault::NoExample { place: place.clone(), id: raw.id.clone() });
    }
    let signal = Signal {
        id: raw.id,
        tells,
        weight: raw.weight,
        unhappy: raw.unhappy,
        from: if raw.agent { Side::Agent } else { Side::Buyer },
        denied: raw.denied,
        examples: raw.example,
        counters: raw.counter,
        place,
    };
    match all.all.get_mut(number) {
        Some(known) => *known = signal,
        None => all.all.push(signal),
    }
}

fn tells(all: &Signals, raw: &RawSignal, place: &Place) -> Result<Tells, SignalFault> {
    let unknown = |name: &str, known: Vec<&str>| SignalFault::Unknown {
        place: place.clone(),
        id: raw.id.clone(),
        name: name.to_owned(),
        known: known.join(", "),
    };
    match (&raw.issue, &raw.mood, &raw.threat, &raw.sign) {
        (Some(name), None, None, None) => {
            let topic = all.topics.iter().position(|topic| topic.id == *name);
            let known = || all.topics.iter().map(|topic| topic.id.as_str()).collect();
            topic.map(Tells::Issue).ok_or_else(|| unknown(name, known()))
        }
        (None, Some(name), None, None) => {
            let known = || Mood::ALL.map(Mood::name).to_vec();
            Mood::from_name(name).map(Tells::Mood).ok_or_else(|| unknown(name, known()))
        }
        (None, None, Some(name), None) => {
            let threat = Threat::ALL.into_iter().find(|threat| threat.name() == *name);
            let known = || Threat::ALL.map(Threat::name).to_vec();
            threat.map(Tells::Threat).ok_or_else(|| unknown(name, known()))
        }
        (None, None, None, Some(name)) => {
            let sign = Sign::ALL.into_iter().find(|sign| sign.name() == *name);
            let known = || Sign::ALL.map(Sign::name).to_vec();
            sign.map(Tells::Sign).ok_or_else(|| unknown(name, known()))
        }
        (_, _, _, _) => Err(SignalFault::Tells { place: place.clone(), id: raw.id.clone() }),
    }
}
