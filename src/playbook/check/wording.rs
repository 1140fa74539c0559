//! Replies the shop itself would not send: what the rules of wording find in them. What would be
//! stopped is an error in a shipped file and a warning in a shop's, whose rules may be others; what
//! would only be asked about is a warning. Hints on tone are left to the guide.

use super::super::book::ReplyKind;
use super::super::diagnostic::{Code, Problem};
use super::super::schema::{RawReply, RawWords};
use super::super::spot::{At, Spot};
use super::{Subject, text_of};
use crate::domain::Lang;
use crate::standard::{Wording, WordingLevel};

pub(super) fn check(subject: &Subject<'_>, rules: &Wording, out: &mut Vec<Problem>) {
    let overlays = subject.merged.book.overlays.iter().flat_map(|overlay| &overlay.steps);
    let added = overlays.flat_map(|step| &step.replies);
    let replies = subject.merged.steps().flat_map(|step| &step.replies).chain(added);
    for reply in replies.filter(|reply| reply.id.spot.file == subject.file()) {
        for words in reply.texts() {
            one(subject, rules, (reply, words), out);
        }
    }
}

fn one(
    subject: &Subject<'_>,
    rules: &Wording,
    (reply, words): (&RawReply, &RawWords),
    out: &mut Vec<Problem>,
) {
    // An authority is told what happened: words that would press a buyer do not press it.
    let to_buyer = reply.kind.as_str() != ReplyKind::Statement.name();
    for (text, lang) in [(&words.zh, Lang::Zh), (&words.en, Lang::En)] {
        let Some(text) = text else { continue };
        for hit in rules.find(&said(text.as_str()), lang) {
            let stopped = match hit.level() {
                WordingLevel::Block => true,
                WordingLevel::Warn => false,
                WordingLevel::Tone => continue,
            };
            if !stopped && !to_buyer {
                continue;
            }
            let code = Code::Wording {
                rule: hit.rule.id.clone(),
                phrase: text.as_str().get(hit.span.clone()).unwrap_or_default().to_owned(),
                why: hit.rule.why.clone(),
                better: hit.rule.better.clone(),
                stopped: stopped && subject.is_shipped(),
            };
            out.push(Problem { spot: place(subject, text, &hit.span), code });
        }
    }
}

fn place(subject: &Subject<'_>, text: &At<String>, span: &std::ops::Range<usize>) -> Spot {
    text.inner(text_of(subject.sources, text.spot.file), span)
}

/// The template with the names in it blanked out: a name of a fact is not said. What fills a gap
/// may be a time, so the braces of gaps stay; conditions go with theirs.
fn said(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let (before, from) = rest.split_at(open);
        out.push_str(before);
        let gap = from.starts_with("{{");
        let close = if gap { "}}" } else { "%}" };
        let end = from.find(close).map_or(from.len(), |at| at + close.len());
        let (inside, behind) = from.split_at(end);
        let blank = inside.len().saturating_sub(4);
        if gap && inside.len() >= 4 {
            out.push_str("{{");
            out.extend(std::iter::repeat_n(' ', blank));
            out.push_str("}}");
        } else {
            out.extend(std::iter::repeat_n(' ', inside.len()));
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_blanked_and_places_stay() {
        let text = "退您{{ loss|yuan }}元{% if 数 %},{% endif %}好";
        let said = said(text);
        assert_eq!(said.len(), text.len());
        assert_eq!(said.find('好'), text.find('好'));
        assert!(!said.contains("loss") && !said.contains("if"));
        assert_eq!(super::said("{{ never closed"), "{{           }}");
    }
}
