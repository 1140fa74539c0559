//! How well issues are heard: reads labelled lines (`{"text","issue"}`, one a line) and prints the
//! confusion table with precision, recall and F1 of each class, and their mean.
//!
//! ```text
//! cargo run --release --example hear -- FILE [--signals TOML]… [--half a|b] [--wrong]
//! ```
//!
//! `--signals` reads signals from files instead of those built in, in that order; `--half` takes every
//! other line only, so that one half can be read for tuning and the other kept unread; `--wrong` lists
//! what was heard wrongly. What the labels do not name counts as `other`.
#![expect(clippy::print_stdout, reason = "an example prints")]

use redress::guide::Signals;
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut file, mut signals, mut half, mut wrong) = (None, Vec::new(), None, false);
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--signals" => signals.push(arguments.next().ok_or("--signals needs a file")?),
            "--half" => half = arguments.next(),
            "--wrong" => wrong = true,
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
        let taken = match half.as_deref() {
            Some("a") => number % 2 == 0,
            Some("b") => number % 2 == 1,
            Some(_) | None => true,
        };
        if taken {
            let line: serde_json::Value = serde_json::from_str(line)?;
            let value = |key: &str| line.get(key).and_then(|v| v.as_str()).unwrap_or_default();
            let intent = value("intent").to_owned();
            lines.push((value("text").to_owned(), value("issue").to_owned(), intent));
        }
    }
    let known: BTreeSet<String> = lines.iter().map(|(_, issue, _)| issue.clone()).collect();
    let mut table: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (text, issue, intent) in &lines {
        let reading = heard.line(text);
        let told = reading.issues.first().map_or("other", |likely| likely.topic.id.as_str());
        let told = if known.contains(told) { told } else { "other" };
        *table.entry((issue.clone(), told.to_owned())).or_default() += 1;
        if wrong && told != issue {
            let ids: Vec<&str> = reading
                .reasons
                .iter()
                .filter_map(|reason| match reason.told {
                    redress::guide::Told::Signal(signal) => Some(signal.id.as_str()),
                    redress::guide::Told::Repeated
                    | redress::guide::Told::Unanswered
                    | redress::guide::Told::Waited
                    | redress::guide::Told::Curt => None,
                })
                .collect();
            println!("{issue} > {told} [{intent}] {text}  {}", ids.join(" "));
        }
    }
    print(&known, &table);
    Ok(())
}

fn print(known: &BTreeSet<String>, table: &BTreeMap<(String, String), usize>) {
    let count = |issue: &str, told: &str| {
        table.get(&(issue.to_owned(), told.to_owned())).copied().unwrap_or_default()
    };
    print!("{:<16}", "is \\ heard as");
    for told in known {
        print!("{:>7}", told.chars().take(6).collect::<String>());
    }
    println!("{:>8}{:>8}{:>8}", "prec", "recall", "F1");
    let mut means = Vec::new();
    for issue in known {
        print!("{issue:<16}");
        for told in known {
            print!("{:>7}", count(issue, told));
        }
        #[expect(clippy::cast_precision_loss, reason = "a few thousand lines")]
        let part = |of: usize| if of == 0 { 0.0 } else { count(issue, issue) as f64 / of as f64 };
        let precision = part(known.iter().map(|other| count(other, issue)).sum());
        let recall = part(known.iter().map(|other| count(issue, other)).sum());
        let f1 = if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        };
        means.push((issue != "other", f1));
        println!("{precision:>8.2}{recall:>8.2}{f1:>8.2}");
    }
    let mean = |all: Vec<f64>| {
        #[expect(clippy::cast_precision_loss, reason = "a few classes")]
        let count = all.len().max(1) as f64;
        all.iter().sum::<f64>() / count
    };
    let with = mean(means.iter().map(|(_, f1)| *f1).collect());
    let without = mean(means.iter().filter(|(named, _)| *named).map(|(_, f1)| *f1).collect());
    println!("macro-F1 {with:.3} over all classes, {without:.3} without `other`");
}
