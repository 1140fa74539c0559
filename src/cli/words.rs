//! The arguments' help in the person's language: the texts come from the tables, by name.

use super::args::Args;
use super::environment::Variables;
use crate::config::{Paths, Settings};
use crate::domain::Lang;
use crate::i18n::{CliTexts, Strings};
use clap::{Arg, ArgAction, Command, CommandFactory as _};
use std::ffi::OsString;
use std::path::Path;

/// The language of a run, known before the arguments are read: help and complaints need it.
///
/// An unset locale (as on Windows) means the program's first language; a locale that is neither
/// Chinese nor English is answered in English.
pub(super) fn early_lang(arguments: &[OsString], variables: &Variables) -> Lang {
    let asked = option(arguments, "--lang").and_then(|code| Lang::from_locale(&code));
    let set = || {
        let paths = option(arguments, "--home")
            .map(|home| Paths::below(Path::new(&home)))
            .or_else(Paths::usual)?;
        let text = std::fs::read_to_string(paths.settings()).ok()?;
        Settings::read(&text).ok()?.lang
    };
    asked.or_else(set).unwrap_or_else(|| local_lang(variables))
}

/// The language of the locale.
pub(super) fn local_lang(variables: &Variables) -> Lang {
    variables
        .locale
        .as_deref()
        .map_or_else(Lang::default, |locale| Lang::from_locale(locale).unwrap_or(Lang::En))
}

/// The value of an option, wherever it stands. Only a first guess: the arguments are read
/// properly once it is known in which language to complain about them.
fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let mut rest = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = rest.next() {
        if argument == "--" {
            return None;
        }
        if argument == name {
            return rest.next().map(std::borrow::Cow::into_owned);
        }
        if let Some(value) = argument.strip_prefix(name).and_then(|tail| tail.strip_prefix('=')) {
            return Some(value.to_owned());
        }
    }
    None
}

/// The command line with its help filled in.
pub(super) fn command(strings: &Strings) -> Command {
    let texts = &strings.cli;
    let root = Args::command()
        .arg(flag("help", 'h', ArgAction::Help, texts).global(true))
        .arg(flag("version", 'V', ArgAction::Version, texts));
    localise(root, "", texts)
}

fn flag(name: &'static str, short: char, action: ArgAction, texts: &CliTexts) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(help_of("", name, texts))
}

/// Fills in one command and those below it. `path` is its name without the program's: `do-reply`.
fn localise(command: Command, path: &str, texts: &CliTexts) -> Command {
    let about = about_of(if path.is_empty() { "redress" } else { path }, texts);
    let heading = &texts.heading;
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        heading.usage
    );
    let mut command = command
        .about(about)
        .help_template(template)
        .subcommand_help_heading(heading.commands)
        .subcommand_value_name(heading.command)
        .mut_args(|arg| {
            let positional = arg.is_positional();
            let text = help_of(path, arg.get_id().as_str(), texts);
            arg.help(text).help_heading(if positional {
                heading.arguments
            } else {
                heading.options
            })
        });
    for name in names {
        let path = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        command = command.mut_subcommand(name, |sub| localise(sub, &path, texts));
    }
    command
}

fn about_of(path: &str, texts: &CliTexts) -> String {
    texts.about.get(path).unwrap_or_default().to_owned()
}

/// The help of an argument: its own for this command, else the one it has everywhere.
fn help_of(path: &str, id: &str, texts: &CliTexts) -> String {
    let own = texts.option.get(&format!("{path}-{id}"));
    own.or_else(|| texts.option.get(id)).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::args::{COMMANDS, Opening};
    use super::*;

    fn undocumented(command: &Command, path: &str, missing: &mut Vec<String>) {
        if command.get_about().is_none_or(|about| about.to_string().is_empty()) {
            missing.push(path.to_owned());
        }
        for arg in command.get_arguments() {
            if arg.get_help().is_none_or(|help| help.to_string().is_empty()) {
                missing.push(format!("{path} {}", arg.get_id()));
            }
        }
        for sub in command.get_subcommands() {
            undocumented(sub, &format!("{path} {}", sub.get_name()), missing);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            let strings = Strings::of(lang);
            let mut missing = Vec::new();
            undocumented(&command(strings), "redress", &mut missing);
            assert_eq!(missing, Vec::<String>::new(), "{lang}");
        }
    }

    #[test]
    fn the_arguments_fit_together() {
        command(Strings::of(Lang::En)).debug_assert();
    }

    #[test]
    fn a_console_is_opened_without_looking_at_the_subcommands() {
        let command = Args::command();
        let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        assert_eq!(names, COMMANDS);
        assert!(command.get_subcommands().all(|sub| sub.get_all_aliases().next().is_none()));
        let opening = |arguments: &[&str]| {
            let all: Vec<OsString> = ["redress"].iter().chain(arguments).map(Into::into).collect();
            Opening::of(&all)
        };
        let opened = opening(&["my.redress", "--lang", "en", "--frame", "80x24"]).unwrap();
        assert_eq!(opened.name.as_deref(), Some(Path::new("my.redress")));
        assert_eq!((opened.common.lang, opened.frame.frame), (Some(Lang::En), Some((80, 24))));
        assert!(opening(&[]).unwrap().name.is_none());
        for other in [&["queue"][..], &["--help"], &["-V"], &["a", "b"], &["--now", "never"]] {
            assert!(opening(other).is_none(), "{other:?}");
        }
    }

    #[test]
    fn no_help_text_is_left_over() {
        fn names(command: &Command, path: &str, known: &mut Vec<String>) {
            known.push(if path.is_empty() { "redress".to_owned() } else { path.to_owned() });
            for arg in command.get_arguments() {
                known.push(arg.get_id().to_string());
                known.push(format!("{path}-{}", arg.get_id()));
            }
            for sub in command.get_subcommands() {
                let name = sub.get_name();
                let path = if path.is_empty() { name.into() } else { format!("{path}-{name}") };
                names(sub, &path, known);
            }
        }
        let strings = Strings::of(Lang::En);
        let mut known = Vec::new();
        names(&command(strings), "", &mut known);
        let told = [strings.cli.about.all_names(), strings.cli.option.all_names()].concat();
        for name in told {
            assert!(known.contains(&name), "{name}");
        }
    }

    #[test]
    fn every_setting_is_explained() {
        for lang in [Lang::Zh, Lang::En] {
            let strings = Strings::of(lang);
            let mut known = strings.cli.setting.all_names();
            let mut keys = crate::config::SETTINGS_KEYS.to_vec();
            keys.sort_unstable();
            known.sort_unstable();
            assert_eq!(known, keys, "{lang}");
        }
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        let run = |arguments: &[&str], locale: Option<&str>| {
            let mut all: Vec<OsString> = vec!["redress".into(), "--home=/nowhere".into()];
            all.extend(arguments.iter().map(OsString::from));
            let locale = locale.map(str::to_owned);
            early_lang(&all, &Variables { locale, ..Variables::default() })
        };
        assert_eq!(run(&["--lang", "en", "queue"], Some("zh_CN.UTF-8")), Lang::En);
        assert_eq!(run(&["queue", "--lang=zh"], Some("en_US.UTF-8")), Lang::Zh);
        assert_eq!(run(&[], Some("zh_CN.UTF-8")), Lang::Zh);
        assert_eq!(run(&[], Some("de_DE.UTF-8")), Lang::En);
        assert_eq!(run(&[], None), Lang::Zh);
        assert_eq!(run(&["do", "1", "note", "--", "--lang", "en"], None), Lang::Zh);
    }
}
