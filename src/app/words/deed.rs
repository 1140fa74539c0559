//! What was done while a playbook was played through, as short lines.

use super::{mood, result};
use crate::desk::simulate::deed_subject;
use crate::domain::CleanText;
use crate::i18n::{Strings, fill};
use crate::playbook::Deed;

/// What a deed is, as one line.
#[must_use]
pub fn deed(deed: &Deed, strings: &Strings) -> String {
    let texts = &strings.author_tools.play;
    let subject = CleanText::new(&deed_subject(deed)).one_line();
    let with = |text: &str, name: &str| fill(text, &[(name, &subject)]);
    match deed {
        Deed::Say(_) => with(texts.says, "text"),
        Deed::Record { fact, value, .. } => {
            let value = CleanText::new(&value.to_string()).one_line();
            fill(texts.records, &[("fact", fact), ("value", &value)])
        }
        Deed::Tick(_) => with(texts.ticks, "check"),
        Deed::Exhibit(_) => with(texts.collects, "exhibit"),
        Deed::Send(_) => with(texts.sends, "reply"),
        Deed::Mood(how) => fill(texts.feels, &[("mood", &mood(strings, *how))]),
        Deed::BuyerType(_) => with(texts.is_a, "type"),
        Deed::Advance => texts.advances.to_owned(),
        Deed::Back => texts.goes_back.to_owned(),
        Deed::Calm => texts.calms.to_owned(),
        Deed::Skip => texts.skips.to_owned(),
        Deed::Enter(_) => with(texts.enters, "step"),
        Deed::Keep(_) => with(texts.keeps, "n"),
        Deed::Wait(_) => with(texts.waits, "time"),
        Deed::Pass => texts.passes.to_owned(),
        Deed::To(_) => with(texts.goes_to, "place"),
        Deed::Close(how) => fill(texts.closes, &[("result", &result(strings, *how))]),
        Deed::Tool(tool) => {
            let name = strings.author_tools.tool.get(tool.name()).unwrap_or_else(|| tool.name());
            fill(texts.uses, &[("tool", &name), ("what", &subject)]).trim_end().to_owned()
        }
        Deed::Expect(_) => String::new(),
    }
}
