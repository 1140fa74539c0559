//! `redress guard FILE…`: what drafts must not say, and what to say instead.

use super::args::GuardArgs;
use super::failure::Failure;
use super::lines::{self, Outlet};
use super::session::Session;
use crate::app::words::level;
use crate::domain::CleanText;
use crate::exchange::json::{ContextInput, GuardDocument, GuardInput, SaidInput, Shown};
use crate::guide::{Context, Finding, Utterance};
use crate::i18n::fill;

pub(super) fn run(session: &Session, args: &GuardArgs) -> Result<(), Failure> {
    let wits = session.wits();
    let guard = wits.guard();
    let mut out = Outlet::new(session);
    let (mut read, mut clean) = (0_u64, 0_u64);
    for path in &args.drafts {
        lines::each(lines::open(path)?, path, &mut |number, line| {
            let parsed = line.map_err(str::to_owned).and_then(|line| {
                serde_json::from_str::<GuardInput<'_>>(line).map_err(|error| error.to_string())
            });
            let input = match parsed {
                Ok(input) => input,
                Err(why) => {
                    out.bad(path, number, &why);
                    return Ok(());
                }
            };
            let nothing = ContextInput::default();
            let context = input.context.as_ref().unwrap_or(&nothing);
            let said: Vec<Utterance<'_>> =
                context.messages.iter().map(SaidInput::utterance).collect();
            let known = Context {
                lang: session.lang,
                mood: context.mood(),
                buyer: context.buyer.as_deref(),
                amounts: &context.amounts_fen,
                record: context.record(),
                said: &said,
            };
            let findings = guard.read(&input.text, &known);
            read += 1;
            clean += u64::from(findings.is_empty());
            if args.json {
                return out.json(&GuardDocument::new(input.id.clone(), &input.text, &findings));
            }
            for finding in &findings {
                tell(session, &mut out, &input, finding)?;
            }
            Ok(())
        })?;
    }
    if !args.json {
        let counts: [(&str, &dyn std::fmt::Display); 2] = [("n", &read), ("clean", &clean)];
        out.text(&fill(session.strings.cli.say.found_nothing, &counts))?;
    }
    out.end()
}

fn tell(
    session: &Session,
    out: &mut Outlet<'_>,
    input: &GuardInput<'_>,
    finding: &Finding,
) -> Result<(), Failure> {
    let texts = &session.strings.cli.say;
    let level = level(session.strings, finding.level);
    let id = &input.id;
    let id = id.as_str().map_or_else(|| id.to_string(), |id| Shown::new(id).as_str().to_owned());
    let piece = input.text.get(finding.span.clone()).unwrap_or_default();
    let piece = CleanText::new(piece).one_line();
    let why = finding.why.get(session.lang);
    out.text(&fill(
        texts.found,
        &[("id", &id), ("level", &level), ("text", &piece), ("why", &why)],
    ))?;
    match &finding.rewrite {
        None => Ok(()),
        Some(rewrite) if rewrite.text.is_empty() => out.text(texts.found_out),
        Some(rewrite) => out.text(&fill(texts.found_better, &[("text", &rewrite.text)])),
    }
}
