//! How well issues are heard: reads labelled lines (`{"text","issue"}`, one a line) and prints the
//! confusion table with precision, recall and F1 of each class, and their mean; then the same mean
//! for each of five parts of the file.
//!
//! ```text
//! cargo run --release --example hear -- FILE [--signals TOML]… [--part 1-5]… [--wrong] [--intents]
//! ```
//!
//! Signals are written by hand, nothing is trained on the file: a part says something about lines
//! nobody knows only if nobody has read it. So part 5 is for reading once, at the end, and
//! `--wrong`, which lists what was heard wrongly, never lists it. `--part` takes these parts only;
//! `--intents` prints the share heard rightly for each `intent` of the lines; `--signals` reads
//! signals from files, in that order, instead of those built in. What the labels do not name counts
//! as `other`.
#![expect(clippy::print_stdout, reason = "an example prints")]

use redress::guide::{Signals, Told};
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

/// The part nobody reads while tuning.
const UNREAD: usize = 5;

/// How often a class was heard as a class.
type Table<'a> = BTreeMap<(&'a str, &'a str), usize>;

struct Line {
    part: usize,
    text: String,
    issue: String,
    intent: String,
}

/// The part a line belongs to, by its number. The even lines and then the first of the odd ones were
/// read while the signals were written; the last odd ones were not.
const fn part(number: usize) -> usize {
    match number % 10 {
        0 | 2 => 1,
        4 | 6 => 2,
        1 | 8 => 3,
        3 | 5 => 4,
        _seven_or_nine => UNREAD,
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut file, mut signals, mut parts) = (None, Vec::new(), BTreeSet::new());
    let (mut wrong, mut intents) = (false, false);
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--signals" => signals.push(arguments.next().ok_or("--signals needs a file")?),
            "--part" => {
                parts.insert(arguments.next().ok_or("--part needs a number")?.parse::<usize>()?);
            }
            "--wrong" => wrong = true,
            "--intents" => intents = true,
            _path => file = Some(argument),
        }
    }
    let text = fs::read_to_string(file.ok_or("which file?")?)?;
    let heard = if signals.is_empty() {
        Signals::shipped()
    } else {
        let mut all = Signals::default();
        for path in signals {
            all.add(&path, &fs::read_to_string(&path)?);
        }
        all
    };
    for fault in heard.faults().iter().chain(&heard.rehearse()) {
        println!("{fault}");
    }
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let part = part(number);
        if parts.is_empty() || parts.contains(&part) {
            let line: serde_json::Value = serde_json::from_str(line)?;
            let value =
                |key: &str| line.get(key).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
            let (text, issue, intent) = (value("text"), value("issue"), value("intent"));
            lines.push(Line { part, text, issue, intent });
        }
    }
    let known: BTreeSet<&str> = lines.iter().map(|line| line.issue.as_str()).collect();
    let (mut table, mut of_part, mut of_intent) = (
        Table::new(),
        BTreeMap::<usize, Table<'_>>::new(),
        BTreeMap::<&str, (usize, usize)>::new(),
    );
    for line in &lines {
        let told = told(&heard, line, &known, wrong && line.part != UNREAD);
        *table.entry((&line.issue, told)).or_default() += 1;
        *of_part.entry(line.part).or_default().entry((&line.issue, told)).or_default() += 1;
        let (right, of) = of_intent.entry(&line.intent).or_default();
        *right += usize::from(told == line.issue);
        *of += 1;
    }
    if intents {
        for (intent, (right, of)) in of_intent {
            println!("{right:>4} of {of:<4} {intent}");
        }
    }
    show(&known, &table);
    let means: Vec<f64> = of_part.values().map(|table| mean(&known, table, true)).collect();
    for (part, table) in &of_part {
        let lines: usize = table.values().sum();
        let (all, named) = (mean(&known, table, true), mean(&known, table, false));
        println!("part {part}: {lines} lines, macro-F1 {all:.3}, {named:.3} without `other`");
    }
    println!("mean of the parts {:.3}", means.iter().sum::<f64>() / share(means.len()));
    Ok(())
}

/// What a line is heard as.
fn told<'l>(heard: &Signals, line: &Line, known: &BTreeSet<&'l str>, show: bool) -> &'l str {
    let reading = heard.line(&line.text);
    let told = reading.issues.first().map_or("other", |likely| likely.topic.id.as_str());
    let told = known.get(told).copied().unwrap_or("other");
    if show && told != line.issue {
        let ids: Vec<&str> = reading
            .reasons
            .iter()
            .filter_map(|reason| match reason.told {
                Told::Signal(signal) => Some(signal.id.as_str()),
                Told::Repeated | Told::Unanswered | Told::Waited | Told::Curt => None,
            })
            .collect();
        println!("{} > {told} [{}] {}  {}", line.issue, line.intent, line.text, ids.join(" "));
    }
    told
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand lines")]
fn share(count: usize) -> f64 {
    count.max(1) as f64
}

/// Precision, recall and F1 of a class.
fn marks(known: &BTreeSet<&str>, table: &Table<'_>, issue: &str) -> [f64; 3] {
    let count = |issue: &str, told: &str| table.get(&(issue, told)).copied().unwrap_or_default();
    let right = if count(issue, issue) == 0 { 0.0 } else { share(count(issue, issue)) };
    let precision = right / share(known.iter().map(|other| count(other, issue)).sum());
    let recall = right / share(known.iter().map(|other| count(issue, other)).sum());
    let both = precision + recall;
    [precision, recall, if both > 0.0 { 2.0 * precision * recall / both } else { 0.0 }]
}

/// The mean of the classes' F1.
fn mean(known: &BTreeSet<&str>, table: &Table<'_>, with_other: bool) -> f64 {
    let named = |issue: &&&str| with_other || **issue != "other";
    let all: Vec<f64> =
        known.iter().filter(named).map(|issue| marks(known, table, issue)[2]).collect();
    all.iter().sum::<f64>() / share(all.len())
}

fn show(known: &BTreeSet<&str>, table: &Table<'_>) {
    print!("{:<16}", "is \\ heard as");
    for told in known {
        print!("{:>7}", told.chars().take(6).collect::<String>());
    }
    println!("{:>8}{:>8}{:>8}", "prec", "recall", "F1");
    for issue in known {
        print!("{issue:<16}");
        for told in known {
            print!("{:>7}", table.get(&(*issue, *told)).copied().unwrap_or_default());
        }
        let [precision, recall, both] = marks(known, table, issue);
        println!("{precision:>8.2}{recall:>8.2}{both:>8.2}");
    }
    let (with, without) = (mean(known, table, true), mean(known, table, false));
    println!("macro-F1 {with:.3} over all classes, {without:.3} without `other`");
}
