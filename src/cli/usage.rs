//! What is wrong with the arguments, in the person's language.

use super::{Ended, print};
use crate::domain::Lang;
use crate::i18n::{Strings, fill};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Shows help or version, or complains.
pub(super) fn told(error: &clap::Error, strings: &Strings, lang: Lang) -> Ended {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let shown = print::text(&error.render().to_string());
            shown.map_or_else(|failure| failure.tell(strings), |()| Ended::Done)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            print::complain(error.render().to_string().trim_end());
            Ended::Misused
        }
        _wrong => {
            print::complain(&sentence(error, strings, lang));
            Ended::Misused
        }
    }
}

fn sentence(error: &clap::Error, strings: &Strings, lang: Lang) -> String {
    let texts = &strings.cli.usage;
    // Chinese sentences stand side by side; English ones want a blank.
    let blank = match lang {
        Lang::Zh => "",
        Lang::En => " ",
    };
    let named = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (argument, value) = (named(ContextKind::InvalidArg), named(ContextKind::InvalidValue));
    let fitting = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            fill(texts.unknown_argument, &[("arg", &argument)])
        }
        ErrorKind::UnknownArgument => fill(texts.unknown_command, &[("name", &argument)]),
        ErrorKind::InvalidSubcommand => {
            fill(texts.unknown_command, &[("name", &named(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::MissingRequiredArgument => fill(texts.missing, &[("arg", &argument)]),
        ErrorKind::MissingSubcommand => texts.missing_command.to_owned(),
        ErrorKind::ArgumentConflict => {
            fill(texts.conflict, &[("arg", &argument), ("other", &named(ContextKind::PriorArg))])
        }
        ErrorKind::InvalidValue if value.is_empty() => fill(texts.no_value, &[("arg", &argument)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let fill = fill(texts.wrong_value, &[("arg", &argument), ("value", &value)]);
            let known = known_values(error);
            if known.is_empty() { fill } else { format!("{fill}{blank}{}{known}", texts.such_as) }
        }
        // What is left is rare; clap's own words are better than none.
        _rare if lang == Lang::Zh => fill(texts.other, &[("why", &first_line(error))]),
        _rare => first_line(error),
    };
    let near: Vec<String> = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .into_iter()
        .filter_map(|kind| error.get(kind).map(shown))
        .filter(|near| !near.is_empty())
        .collect();
    let mut sentence = fitting;
    if let Some(near) = near.first() {
        sentence.push_str(blank);
        sentence.push_str(&fill(strings.refusal.did_you_mean, &[("name", near)]));
    }
    sentence.push('\n');
    sentence.push_str(texts.see_help);
    sentence
}

/// What would be a value: clap's own list, or what the reader of the value says.
fn known_values(error: &clap::Error) -> String {
    let listed = error.get(ContextKind::ValidValue).map(shown).unwrap_or_default();
    if !listed.is_empty() {
        return listed;
    }
    std::error::Error::source(error).map(ToString::to_string).unwrap_or_default()
}

fn first_line(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let line = text.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
