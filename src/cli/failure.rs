//! Everything that can end a run early, and the sentence for it.

use super::{Ended, print};
use crate::app::words::{refusal, store_error};
use crate::config::{SETTINGS_KEYS, SettingsError, SettingsFault};
use crate::desk::Refusal;
use crate::domain::CleanText;
use crate::domain::cells::cut;
use crate::exchange::FileError;
use crate::i18n::{Strings, fill};
use crate::runtime::import::ImportError;
use crate::store::StoreError;
use std::io;
use std::path::PathBuf;

/// As much of a value that cannot be used as is shown, in cells.
const MOST_OF_A_VALUE: usize = 40;

/// Why a run ended early.
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments do not fit together; a sentence in the person's language.
    Usage(String),
    /// Refused or failed; a sentence in the person's language.
    Said(String),
    /// Refused or failed, and everything has been said.
    Quiet,
    /// The desk says no.
    Refused(Box<Refusal>),
    /// The case file says no.
    Store(StoreError),
    /// Nothing was imported.
    Import(Box<ImportError>),
    /// The settings cannot be understood.
    Settings(PathBuf, SettingsError),
    /// A file cannot be read.
    Read(PathBuf, io::Error),
    /// A file or folder cannot be written.
    Write(PathBuf, io::Error),
    /// Standard output does not take it.
    Output(io::Error),
    /// Something deeper went wrong; in its own words.
    Other(anyhow::Error),
}

impl Failure {
    /// Says what happened and how the run ended.
    pub(super) fn tell(&self, strings: &Strings) -> Ended {
        match self {
            // Whoever closed the pipe has read what it wanted.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Ended::Done,
            Self::Quiet => Ended::Failed,
            Self::Usage(sentence) => {
                print::complain(sentence);
                Ended::Misused
            }
            Self::Said(_)
            | Self::Refused(_)
            | Self::Store(_)
            | Self::Import(_)
            | Self::Settings(..)
            | Self::Read(..)
            | Self::Write(..)
            | Self::Output(_)
            | Self::Other(_) => {
                print::complain(&self.sentence(strings));
                Ended::Failed
            }
        }
    }

    /// What happened, where, and what to do.
    pub(super) fn sentence(&self, strings: &Strings) -> String {
        let texts = &strings.cli.say;
        match self {
            Self::Usage(sentence) | Self::Said(sentence) => sentence.clone(),
            Self::Quiet => String::new(),
            Self::Refused(why) => refusal(why, strings),
            Self::Store(error) => store_error(error, strings),
            Self::Import(error) => import(error, strings),
            Self::Settings(path, error) => fill(
                texts.settings,
                &[
                    ("path", &path.display()),
                    ("line", &error.line),
                    ("column", &error.column),
                    ("why", &settings(&error.fault, strings)),
                ],
            ),
            Self::Read(path, error) => {
                fill(texts.unreadable, &[("path", &path.display()), ("why", error)])
            }
            Self::Write(path, error) => {
                fill(texts.unwritable, &[("path", &path.display()), ("why", error)])
            }
            Self::Output(error) => fill(texts.output, &[("why", error)]),
            Self::Other(error) => format!("{error:#}"),
        }
    }
}

/// What is wrong with a line of the settings, and what could stand there.
fn settings(fault: &SettingsFault, strings: &Strings) -> String {
    let texts = &strings.cli;
    match fault {
        SettingsFault::Syntax => texts.say.settings_syntax.to_owned(),
        SettingsFault::UnknownKey(key) => {
            let keys = SETTINGS_KEYS.join(", ");
            let key = CleanText::new(key).one_line();
            fill(texts.say.settings_unknown, &[("key", &key), ("keys", &keys)])
        }
        SettingsFault::WrongValue { key, value } => {
            let mut names = SETTINGS_KEYS.iter();
            let full = names.find(|name| name.rsplit('.').next() == Some(key) || *name == key);
            let wanted = full.and_then(|name| texts.setting.get(name));
            let wanted = wanted.unwrap_or(texts.say.settings_table);
            let (key, value) = (CleanText::new(key).one_line(), CleanText::new(value).one_line());
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("key", &key), ("value", &cut(&value, MOST_OF_A_VALUE)), ("wanted", &wanted)];
            fill(texts.say.settings_value, &values)
        }
        SettingsFault::UnknownRule(key) => {
            fill(texts.say.rules_unknown, &[("key", &CleanText::new(key).one_line())])
        }
        SettingsFault::WrongRule { key, value } => {
            let (key, value) = (CleanText::new(key).one_line(), CleanText::new(value).one_line());
            let value = cut(&value, MOST_OF_A_VALUE);
            fill(texts.say.rules_value, &[("key", &key), ("value", &value)])
        }
        SettingsFault::HoursTurned => texts.say.rules_hours.to_owned(),
        SettingsFault::ApprovalsFall => texts.say.rules_approvals.to_owned(),
        SettingsFault::RungsFall => texts.say.rules_rungs.to_owned(),
        SettingsFault::RetentionTurned => texts.say.rules_retention.to_owned(),
    }
}

fn import(error: &ImportError, strings: &Strings) -> String {
    let texts = &strings.cli.say;
    match error {
        ImportError::Store(error) => store_error(error, strings),
        ImportError::File(FileError::Io { path, source }) => {
            fill(texts.unreadable, &[("path", &path.display()), ("why", source)])
        }
        ImportError::File(FileError::Encoding { path, source }) => {
            fill(texts.no_text, &[("path", &path.display()), ("why", source)])
        }
        ImportError::File(FileError::TooLarge { path, limit }) => {
            fill(texts.too_large, &[("path", &path.display()), ("n", &(limit / 1_048_576))])
        }
        ImportError::Refused { buyer, refusal: why } => {
            let buyer = CleanText::new(buyer).one_line();
            fill(texts.import_refused, &[("buyer", &buyer), ("why", &refusal(why, strings))])
        }
        ImportError::NoPlaybook => texts.no_playbook.to_owned(),
        ImportError::BadRows { report } => fill(texts.bad_rows, &[("n", &report.totals.bad)]),
        ImportError::Sides { report } => match &report.totals.sides {
            crate::exchange::Sides::Ambiguous { buyer, ours } => {
                let clean = |name: &str| CleanText::new(name).one_line();
                let other = ours.first().map(|name| clean(name)).unwrap_or_default();
                fill(texts.sides, &[("buyer", &clean(buyer)), ("other", &other)])
            }
            crate::exchange::Sides::Known => String::new(),
        },
        ImportError::Pin(_) | ImportError::Trial { .. } => error.to_string(),
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Refusal> for Failure {
    fn from(why: Refusal) -> Self {
        Self::Refused(Box::new(why))
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        Self::Import(Box::new(error))
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast::<StoreError>() {
            Ok(store) => Self::Store(store),
            Err(other) => Self::Other(other),
        }
    }
}
