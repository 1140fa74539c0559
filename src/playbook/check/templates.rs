//! Templates: syntax, names, and whether they hold when everything is known.

use super::super::diagnostic::{Code, Problem};
use super::super::schema::{RawReply, RawWords};
use super::super::spot::At;
use super::super::template::names::{DUE, GROUPS, LONGEST, find, of};
use super::super::template::{environment, plain, try_out};
use super::{Subject, text_of};
use crate::domain::{FactKind, Lang, nearest};
use minijinja::{Environment, Error, Value};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Problem>) {
    let env = environment(Lang::Zh);
    let facts = &subject.flat.book.facts;
    let facts: Vec<(String, FactKind)> =
        facts.iter().map(|fact| (fact.id.value.clone(), fact.kind.value)).collect();
    let overlays = subject.merged.book.overlays.iter().flat_map(|overlay| &overlay.steps);
    let added = overlays.flat_map(|step| &step.replies);
    // Called steps are looked at in their own file.
    let replies = subject.merged.steps().flat_map(|step| &step.replies).chain(added);
    for reply in replies.filter(|reply| subject.scope.covers(&reply.text.spot)) {
        let promises: Vec<String> = reply.promises.iter().map(|p| p.id.value.clone()).collect();
        let known = known(&facts, reply);
        let context = plain(&facts, &promises);
        let texts = reply.texts().flat_map(RawWords::sides);
        for text in texts.filter(|text| text.as_str().contains('{')) {
            if text.value.len() > LONGEST {
                let code = Code::TemplateTooLong { limit: LONGEST };
                out.push(Problem { spot: text.spot.clone(), code });
                continue;
            }
            let source = text_of(subject.sources, text.spot.file);
            one(env, text, source, &known, &context, out);
        }
    }
}

fn known(facts: &[(String, FactKind)], reply: &RawReply) -> Vec<String> {
    let groups = GROUPS.iter().flat_map(|(group, keys)| {
        keys.iter().map(move |key| format!("{group}.{key}")).chain([(*group).to_owned()])
    });
    let dues = reply.promises.iter().map(|promise| format!("{DUE}.{}", promise.id.value));
    let facts = facts.iter().map(|(id, _)| id.clone());
    groups.chain(dues).chain(facts).collect()
}

fn one(
    env: &Environment<'_>,
    text: &At<String>,
    source: &str,
    known: &[String],
    context: &Value,
    out: &mut Vec<Problem>,
) {
    let unknown: Vec<String> = of(env, text.as_str())
        .into_iter()
        .filter(|name| !known.contains(name) && !known.iter().any(|fact| is_part(name, fact)))
        .collect();
    for name in &unknown {
        let near = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        let spot = find(text.as_str(), name)
            .map_or_else(|| text.spot.clone(), |at| text.inner(source, &at));
        let code = Code::TemplateName { name: name.clone(), near };
        out.push(Problem { spot, code });
    }
    if !unknown.is_empty() {
        return;
    }
    if let Err(error) = try_out(text.as_str(), context.clone()) {
        let spot = error.range().map_or_else(
            || text.spot.clone(),
            |at| text.inner(source, &(at.start..at.end.max(at.start + 1).min(text.value.len()))),
        );
        out.push(Problem { spot, code: Code::TemplateSyntax { detail: detail(&error) } });
    }
}

/// A part of a fact, such as the first entry of a list, is no name of its own. The groups have
/// their parts listed.
fn is_part(name: &str, known: &str) -> bool {
    !known.contains('.')
        && known != DUE
        && GROUPS.iter().all(|(group, _)| *group != known)
        && name.strip_prefix(known).is_some_and(|rest| rest.starts_with('.'))
}

fn detail(error: &Error) -> String {
    error.detail().map_or_else(|| error.kind().to_string(), str::to_owned)
}
