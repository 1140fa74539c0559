//! Names that stand on other shelves: standards, exhibits, guards, playbooks to hand a case to.

use super::super::book::ExhibitWant;
use super::super::condition::formula::asked_in;
use super::super::diagnostic::{Code, Problem, Thing};
use super::super::schema::RawWay;
use super::super::spot::At;
use super::names::{one_of, unknown};
use super::{Known, Subject, conditions};
use crate::domain::nearest;

pub(super) fn check(subject: &Subject<'_>, known: &Known, out: &mut Vec<Problem>) {
    let book = &subject.merged.book;
    let mut found = Vec::new();
    let steps = || subject.merged.steps();
    let cited = steps().flat_map(|step| step.standards.iter().flatten());
    for id in cited.chain(book.timers.iter().flat_map(|timer| &timer.basis)) {
        one_of(Thing::Standard, id, known.standards(), &mut found);
    }
    for id in book.guards.iter().flatten() {
        one_of(Thing::Guard, id, known.guards(), &mut found);
    }
    for issue in book.issues.iter().filter(|issue| !known.issues().any(|id| id == issue.as_str())) {
        let near = nearest(issue.as_str(), known.issues()).map(str::to_owned);
        let code = Code::OwnIssue { issue: issue.value.clone(), near };
        found.push(Problem { spot: issue.spot.clone(), code });
    }
    let proofs =
        book.evidence.iter().flat_map(|evidence| evidence.must.iter().chain(&evidence.nice));
    for want in proofs.chain(steps().flat_map(|step| step.exhibits.iter().flatten())) {
        exhibit(want, known, &mut found);
    }
    for condition in steps().flat_map(conditions::of_step) {
        asked(condition, subject, known, &mut found);
    }
    for branch in steps().flat_map(|step| step.next.iter().flatten()) {
        if let RawWay::Playbook(id) = &branch.way {
            one_of(Thing::Playbook, id, known.playbooks(), &mut found);
        }
    }
    found.retain(|problem| problem.spot.file == subject.file());
    out.append(&mut found);
}

fn exhibit(want: &At<String>, known: &Known, out: &mut Vec<Problem>) {
    let kinds = ExhibitWant::parse(want.as_str()).map(|want| want.any).unwrap_or_default();
    if kinds.is_empty() {
        unknown(Thing::Exhibit, want, known.exhibits(), out);
    }
    for kind in kinds {
        let name = At::new(kind.as_str().to_owned(), want.spot.clone());
        one_of(Thing::Exhibit, &name, known.exhibits(), out);
    }
}

/// `exhibit("ev.photos")` in a condition.
fn asked(condition: &At<String>, subject: &Subject<'_>, known: &Known, out: &mut Vec<Problem>) {
    if !condition.as_str().contains("exhibit") {
        return;
    }
    let source = super::text_of(subject.sources, condition.spot.file);
    for asked in asked_in(condition.as_str()).into_iter().filter(|a| a.function == "exhibit") {
        let spot = condition.inner(source, &asked.at);
        let name = At::new(asked.name, spot);
        one_of(Thing::Exhibit, &name, known.exhibits(), out);
    }
}
