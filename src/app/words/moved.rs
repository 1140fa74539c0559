//! What moving a case to another playbook would change, as lines.

use super::change;
use crate::desk::MoveReport;
use crate::domain::{CheckId, FactId, Lang, StepId};
use crate::i18n::{Strings, fill};
use crate::playbook::{Missing, Playbook};

/// The report line by line: the case first, then what differs between the playbooks.
#[must_use]
pub fn moved(
    report: &MoveReport,
    from: &Playbook,
    to: &Playbook,
    lang: Lang,
    strings: &Strings,
) -> Vec<String> {
    let texts = &strings.author_tools.moved;
    let title = |book: &Playbook, step: &StepId| {
        book.step(step).map_or_else(|| step.to_string(), |step| step.title.get(lang).to_owned())
    };
    let label = |fact: &FactId| {
        from.fact(fact).map_or_else(|| fact.to_string(), |fact| fact.label.get(lang).to_owned())
    };
    let tick = |step: &StepId, check: &CheckId| {
        let step = from.step(step);
        let known = step.and_then(|step| step.checks.iter().find(|known| known.id == *check));
        known.map_or_else(|| check.to_string(), |check| check.text.get(lang).to_owned())
    };
    let mut lines = Vec::new();
    let step = title(to, &report.to);
    lines.push(if report.from == report.to {
        fill(texts.stays, &[("step", &step)])
    } else {
        fill(texts.goes_to, &[("from", &title(from, &report.from)), ("step", &step)])
    });
    for (fact, _) in &report.lost_facts {
        lines.push(fill(texts.fact_lost, &[("fact", &label(fact))]));
    }
    for (step, check) in &report.lost_ticks {
        lines.push(fill(texts.tick_lost, &[("check", &tick(step, check))]));
    }
    for (step, missing) in &report.reopened {
        let list: Vec<&str> = missing.iter().map(Missing::text).collect();
        let list = list.join(strings.refusal.list_mark);
        lines.push(fill(texts.reopened, &[("step", &title(to, step)), ("list", &list)]));
    }
    if report.is_harmless() {
        lines.push(texts.nothing.to_owned());
    }
    lines.extend(report.changes.iter().map(|one| change(one, lang, strings)));
    lines
}
