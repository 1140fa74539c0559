//! From a setup to a model and its world.

use super::clock::Clock;
use super::setup::Setup;
use super::world::{Grounds, World};
use crate::app::{FileFacts, Keymap, Model, Msg};
use crate::config::{BellSetting, ClipboardSetting, ThemeSetting};
use crate::domain::{Lang, SendWay};
use crate::i18n::{Strings, fill};
use crate::store::{OpenNotice, Worker};
use crate::term::clipboard::{self, ClipboardChoice, ClipboardEnv};
use crate::ui::Theme;
use std::sync::Arc;

/// So many days before the known holidays end, the person is told.
const HOLIDAYS_AHEAD: i64 = 45;

/// Everything the loop works on.
pub(super) struct Started {
    pub(super) model: Model,
    pub(super) world: World,
    pub(super) clock: Clock,
    pub(super) theme: Theme,
    /// What the person should be told at the start.
    pub(super) greetings: Vec<Msg>,
}

/// Opens the case file and lays out an empty model.
///
/// # Errors
/// The file's error when it cannot be opened.
pub(super) fn start(setup: &Setup, silent: bool) -> anyhow::Result<Started> {
    let policy = Arc::new(setup.policy.clone());
    let grounds = Arc::new(Grounds::new(
        setup.path.clone(),
        Arc::clone(&setup.books),
        Arc::clone(&policy),
        setup.agent.clone(),
        setup.lang,
    ));
    let (worker, notices) = Worker::open(&setup.path)?;
    let strings = setup.strings;
    let clock = Clock::new(setup.now);
    let own = std::fs::read_to_string(setup.paths.keymap()).ok();
    let (keymap, problems) = Keymap::new(own.as_deref());
    let clipboard = choose_clipboard(setup, silent);
    let mut model = Model::new(
        clock.now(),
        setup.offset,
        setup.lang,
        strings,
        setup.agent.clone(),
        policy,
        Arc::new(keymap),
    );
    model.way = way(clipboard);
    model.bell = if silent { BellSetting::Off } else { setup.settings.bell };
    model.file = FileFacts {
        name: setup
            .path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        read_only: notices.iter().any(|notice| matches!(notice, OpenNotice::NewerFile { .. })),
        demo: setup.demo,
    };
    let mut greetings: Vec<Msg> = problems
        .first()
        .map(|problem| {
            let why = problem.words.get(setup.lang);
            fill(strings.notice.keymap_problem, &[("line", &problem.line), ("why", &why)])
        })
        .into_iter()
        .map(Msg::Told)
        .collect();
    if !setup.overruled.is_empty() {
        let keys = setup.overruled.join(strings.refusal.list_mark);
        greetings.push(Msg::Told(fill(strings.notice.policy_overrules, &[("keys", &keys)])));
    }
    if model.policy.calendar.runs_out_within(HOLIDAYS_AHEAD, clock.now())
        && let Some(last) = model.policy.calendar.known_through
    {
        greetings.push(Msg::Told(fill(strings.notice.holidays_end, &[("day", &last)])));
    }
    greetings.extend(notices.iter().filter_map(|notice| told(notice, strings)).map(Msg::Told));
    let mut world = World::new(worker, grounds, clipboard);
    if setup.rules.spine.is_some() {
        let name: &dyn std::fmt::Display = &model.policy.spine;
        world.check_spine(fill(strings.notice.bad_spine, &[("name", name)]));
    }
    Ok(Started { model, world, clock, theme: theme(setup, silent), greetings })
}

fn told(notice: &OpenNotice, strings: &Strings) -> Option<String> {
    match notice {
        OpenNotice::NewerFile { .. } => Some(strings.notice.newer_file.to_owned()),
        OpenNotice::Migrated { copy, .. } => {
            Some(fill(strings.notice.migrated, &[("path", &copy.display())]))
        }
        OpenNotice::Created | OpenNotice::NetworkDrive => None,
    }
}

fn theme(setup: &Setup, silent: bool) -> Theme {
    let settings = &setup.settings;
    // A picture is the same whichever terminal it is made in.
    let ground = if silent { "" } else { setup.environment.colorfgbg.as_str() };
    let wanted = match settings.theme {
        ThemeSetting::Auto => crate::ui::ThemeSetting::of_ground(ground),
        ThemeSetting::Dark => crate::ui::ThemeSetting::Dark,
        ThemeSetting::Light => crate::ui::ThemeSetting::Light,
        ThemeSetting::None => crate::ui::ThemeSetting::None,
    };
    Theme::choose(wanted, setup.environment.no_color).with_ascii(settings.ascii)
}

fn choose_clipboard(setup: &Setup, silent: bool) -> ClipboardChoice {
    let environment = &setup.environment;
    let wanted = match setup.settings.clipboard {
        _ if silent => clipboard::ClipboardSetting::Off,
        ClipboardSetting::Auto => clipboard::ClipboardSetting::Auto,
        ClipboardSetting::Osc52 => clipboard::ClipboardSetting::Osc52,
        ClipboardSetting::Command => clipboard::ClipboardSetting::Command,
        ClipboardSetting::Off => clipboard::ClipboardSetting::Off,
    };
    let env = ClipboardEnv {
        ssh: environment.ssh,
        tmux: environment.tmux,
        wayland: environment.wayland,
        x11: environment.x11,
        wsl: environment.wsl,
    };
    ClipboardChoice::decide(&env, wanted, |tool| tool.is_in(&environment.path))
}

/// How a reply will leave, as the ledger records it.
const fn way(choice: ClipboardChoice) -> SendWay {
    match choice {
        ClipboardChoice::Osc52 { .. } => SendWay::Osc52,
        ClipboardChoice::Tool(_) => SendWay::Tool,
        ClipboardChoice::NoTool | ClipboardChoice::Off => SendWay::Recorded,
    }
}

/// The line printed when the program fails in the middle.
pub(super) const fn crash_line(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "理顺出错退出。已做的都在文件里，重新打开即可。报告：",
        Lang::En => {
            "redress stopped on a fault. All you did is in the file; start it again. Report:"
        }
    }
}
