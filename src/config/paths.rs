//! The folders of this platform.

use directories::ProjectDirs;
use std::path::{Path, PathBuf};

/// Where the program keeps its things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Settings, keymap and the shop's own playbooks.
    pub config: PathBuf,
    /// The case file.
    pub data: PathBuf,
    /// Crash reports.
    pub state: PathBuf,
}

impl Paths {
    /// The platform's usual folders; `None` where there is no home folder.
    #[must_use]
    pub fn usual() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "redress")?;
        Some(Self {
            config: dirs.config_dir().to_path_buf(),
            data: dirs.data_dir().to_path_buf(),
            state: dirs.state_dir().unwrap_or_else(|| dirs.data_dir()).to_path_buf(),
        })
    }

    /// Everything below one folder, for tests and for a stick that is carried around.
    #[must_use]
    pub fn below(folder: &Path) -> Self {
        Self {
            config: folder.join("config"),
            data: folder.join("data"),
            state: folder.join("state"),
        }
    }

    /// The case file opened when none is named.
    #[must_use]
    pub fn case_file(&self) -> PathBuf {
        self.data.join("cases.redress")
    }

    /// The settings file.
    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.toml")
    }

    /// The shop's own rules.
    #[must_use]
    pub fn policy(&self) -> PathBuf {
        self.config.join("policy.toml")
    }

    /// Public holidays, as the shop keeps them.
    #[must_use]
    pub fn holidays(&self) -> PathBuf {
        self.config.join("holidays.toml")
    }

    /// The person's own keymap.
    #[must_use]
    pub fn keymap(&self) -> PathBuf {
        self.config.join("keymap.toml")
    }

    /// The shop's own playbooks; they override shipped ones by id.
    #[must_use]
    pub fn playbooks(&self) -> PathBuf {
        self.config.join("playbooks")
    }
}
