//! What a run knows: the language, the settings, the folders, the file, who acts and what time it is.

use super::args::Common;
use super::environment::Variables;
use super::failure::Failure;
use super::{print, words};
use crate::app::words::Clock as TimeWords;
use crate::config::{Holidays, Paths, Settings, ShopRules};
use crate::desk::Policy;
use crate::domain::{AgentName, CleanText, Lang, PlaybookRef, Stamp};
use crate::guide::{Signals, Wits};
use crate::i18n::{Strings, fill};
use crate::playbook::{Diagnostic, Library, Playbook, Source};
use crate::runtime::library::Books;
use crate::runtime::{Clock, Environment, Setup, library};
use crate::standard::{Evidence, OwnShelf, Standards, evidence_with, standards_with};
use crate::store::{Access, CaseFile, OpenNotice};
use chrono::{FixedOffset, Offset as _};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a run knows.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) strings: &'static Strings,
    pub(super) lang: Lang,
    pub(super) settings: Settings,
    pub(super) rules: ShopRules,
    /// Public holidays, if the shop keeps them.
    pub(super) holidays: Option<Holidays>,
    /// Settings that no longer count because the shop's rules say otherwise.
    overruled: Vec<&'static str>,
    pub(super) paths: Paths,
    pub(super) file: PathBuf,
    /// Whether the file was named; its folder is not made then.
    named: bool,
    pub(super) agent: AgentName,
    pub(super) now: Option<Stamp>,
    pub(super) offset: FixedOffset,
    pub(super) environment: Environment,
    /// The playbooks, where reading them has begun.
    books: Option<Arc<Books>>,
}

impl Session {
    pub(super) fn new(
        name: Option<PathBuf>,
        common: &Common,
        variables: Variables,
    ) -> Result<Self, Failure> {
        let paths = common.paths();
        let (settings, broken) = settings(&paths)?;
        let lang = common.lang.or(settings.lang).unwrap_or_else(|| words::local_lang(&variables));
        let strings = Strings::of(lang);
        if let Some(broken) = broken {
            // Guessing what a person wanted is worse than asking them to mend a line.
            return Err(Failure::Said(broken.sentence(strings)));
        }
        let Variables { file, agent, user, locale: _, terminal } = variables;
        if name.is_some() && common.file.is_some() {
            return Err(Failure::Usage(strings.cli.usage.two_files.to_owned()));
        }
        let named = name.or_else(|| common.file.clone()).or(file);
        let agent = [common.agent.clone(), agent, settings.agent.clone(), user]
            .into_iter()
            .flatten()
            .map(|name| CleanText::new(&name).one_line())
            .find(|name| !name.trim().is_empty())
            .unwrap_or_else(|| strings.cli.say.somebody.to_owned());
        let (rules, overruled) = shop_rules(&paths, &settings)?;
        let keeps = rules.hours.keeps_holidays();
        let holidays = if keeps { Some(holidays(&paths)?) } else { None };
        let clock = Clock::new(common.now);
        let offset = rules.hours.offset.unwrap_or_else(|| local_offset(clock.now()));
        Ok(Self {
            file: named.clone().unwrap_or_else(|| paths.case_file()),
            named: named.is_some(),
            agent: AgentName::new(&agent),
            now: common.now,
            strings,
            lang,
            settings,
            rules,
            holidays,
            overruled,
            paths,
            offset,
            environment: terminal,
            books: None,
        })
    }

    /// The same, with playbooks that are being read already.
    pub(super) fn with_books(self, books: Option<Arc<Books>>) -> Self {
        Self { books, ..self }
    }

    /// What time it is.
    pub(super) fn now(&self) -> Stamp {
        Clock::new(self.now).now()
    }

    /// Times as a person reads them.
    pub(super) fn clock(&self) -> TimeWords<'_> {
        TimeWords::new(self.now(), self.offset, self.strings)
    }

    /// The shop's rules.
    pub(super) fn policy(&self) -> Policy {
        let policy = Policy::new(&self.rules, self.lang, self.offset);
        match &self.holidays {
            Some(holidays) => policy.keeping(&self.rules, holidays),
            None => policy,
        }
    }

    /// The playbooks.
    pub(super) fn library(&self) -> Library {
        library::library(&self.paths.playbooks())
    }

    /// What is listened for, the shop's own over the shipped; what is wrong in it is said.
    pub(super) fn signals(&self) -> Signals {
        let mut signals = Signals::shipped();
        let own = self.paths.config.join("signals.toml");
        let Ok(text) = std::fs::read_to_string(&own) else { return signals };
        signals.add(&own.to_string_lossy(), &text);
        for fault in signals.faults().iter().chain(&signals.rehearse()) {
            let why = CleanText::new(&fault.to_string()).one_line();
            print::complain(&fill(self.strings.cli.say.bad_signal, &[("why", &why)]));
        }
        signals
    }

    /// What the guide knows, the shop's own over the shipped.
    pub(super) fn wits(&self) -> Wits {
        library::wits(&self.paths.config)
    }

    /// What the kinds of exhibits are called, the shop's own over the shipped.
    pub(super) fn evidence(&self) -> Evidence {
        evidence_with(&self.shelves())
    }

    /// The rules, the shop's own over the shipped.
    pub(super) fn standards(&self) -> Standards {
        standards_with(&self.shelves())
    }

    /// The shop's own rules, exhibits, guards and wordings.
    pub(super) fn shelves(&self) -> Vec<OwnShelf> {
        library::shelves(&self.paths.playbooks())
    }

    /// The files of the playbooks.
    pub(super) fn sources(&self) -> Vec<Source> {
        library::sources(&self.paths.playbooks())
    }

    /// Opens the case file and says what is to be said about it.
    pub(super) fn open(&self, access: Access) -> Result<CaseFile, Failure> {
        if access == Access::Write && !self.named {
            self.make_folder()?;
        }
        let file = CaseFile::open(&self.file, access)?;
        for notice in file.notices() {
            if let Some(sentence) = self.notice(notice) {
                print::complain(&sentence);
            }
        }
        Ok(file)
    }

    /// The folder of the default file, for its owner only.
    pub(super) fn make_folder(&self) -> Result<(), Failure> {
        let folder = &self.paths.data;
        if self.named || folder.is_dir() {
            return Ok(());
        }
        private_folder(folder, true).map_err(|error| Failure::Write(folder.clone(), error))
    }

    /// The playbook in the version a case runs on.
    pub(super) fn playbook(
        &self,
        library: &Library,
        reference: &PlaybookRef,
        pinned: Option<&str>,
    ) -> Result<Arc<Playbook>, Failure> {
        library::version(library, reference, pinned).map_err(|why| {
            let text = &self.strings.notice.broken_playbook;
            Failure::Said(fill(text, &[("name", &reference.id), ("why", &why)]))
        })
    }

    /// The first thing that is wrong with a playbook, with its place.
    pub(super) fn first_line(&self, wrong: &[Diagnostic]) -> String {
        let first = wrong.first().map(|first| {
            let (place, message) = (&first.place, first.message.get(self.lang));
            if place.file.is_empty() {
                return message.to_owned();
            }
            format!("{}:{}:{}: {message}", place.file, place.line, place.column)
        });
        first.unwrap_or_default()
    }

    /// Everything a console needs, for a file.
    pub(super) fn setup(&self, path: PathBuf, demo: bool) -> Setup {
        Setup {
            path,
            settings: self.settings.clone(),
            rules: self.rules.clone(),
            policy: self.policy(),
            overruled: self.overruled.clone(),
            paths: self.paths.clone(),
            books: self.books.clone().unwrap_or_else(|| Books::begin(self.paths.playbooks())),
            lang: self.lang,
            strings: self.strings,
            agent: self.agent.clone(),
            now: self.now,
            offset: self.offset,
            environment: self.environment.clone(),
            demo,
        }
    }

    fn notice(&self, notice: &OpenNotice) -> Option<String> {
        match notice {
            OpenNotice::Created => None,
            OpenNotice::NewerFile { .. } => Some(self.strings.notice.newer_file.to_owned()),
            OpenNotice::Migrated { copy, .. } => {
                Some(fill(self.strings.notice.migrated, &[("path", &copy.display())]))
            }
            OpenNotice::NetworkDrive => {
                Some(fill(self.strings.cli.say.network_drive, &[("path", &self.file.display())]))
            }
        }
    }
}

/// Makes a folder that only its owner may look into.
pub(super) fn private_folder(folder: &Path, with_parents: bool) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(with_parents);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// The settings file, and what is wrong with it. None at all is all defaults.
fn settings(paths: &Paths) -> Result<(Settings, Option<Failure>), Failure> {
    let path = paths.settings();
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(match Settings::read(&text) {
            Ok(settings) => (settings, None),
            Err(error) => (Settings::default(), Some(Failure::Settings(path, error))),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((Settings::default(), None)),
        Err(error) => Err(Failure::Read(path, error)),
    }
}

/// The shop's rules by its `policy.toml`, if it has one, and its settings.
fn shop_rules(
    paths: &Paths,
    settings: &Settings,
) -> Result<(ShopRules, Vec<&'static str>), Failure> {
    let path = paths.policy();
    let own = match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Failure::Read(path, error)),
    };
    ShopRules::read(own.as_deref(), settings).map_err(|error| Failure::Settings(path, error))
}

/// Public holidays, the shop's own years before the shipped ones.
pub(super) fn holidays(paths: &Paths) -> Result<Holidays, Failure> {
    let path = paths.holidays();
    let own = match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Failure::Read(path, error)),
    };
    Holidays::with(own.as_deref()).map_err(|error| Failure::Settings(path, error))
}

/// The machine's time zone at a moment.
fn local_offset(at: Stamp) -> FixedOffset {
    let utc = FixedOffset::east_opt(0).unwrap_or_else(|| chrono::Utc.fix());
    at.at_offset(utc).with_timezone(&chrono::Local).offset().fix()
}
