//! A sent reply onto the clipboard, when `--copy` asks for it.

use crate::cli::print;
use crate::cli::session::Session;
use crate::config;
use crate::domain::{Event, Recorded, SendWay};
use crate::i18n::fill;
use crate::term::clipboard::{ClipboardChoice, ClipboardEnv, ClipboardError, ClipboardSetting};
use std::io::{self, IsTerminal as _, Write as _};

fn choice(session: &Session) -> ClipboardChoice {
    let here = &session.environment;
    let environment = ClipboardEnv {
        ssh: here.ssh,
        tmux: here.tmux,
        wayland: here.wayland,
        x11: here.x11,
        wsl: here.wsl,
    };
    let setting = match session.settings.clipboard {
        config::ClipboardSetting::Auto => ClipboardSetting::Auto,
        config::ClipboardSetting::Osc52 => ClipboardSetting::Osc52,
        config::ClipboardSetting::Command => ClipboardSetting::Command,
        config::ClipboardSetting::Off => ClipboardSetting::Off,
    };
    ClipboardChoice::decide(&environment, setting, |tool| tool.is_in(&here.path))
}

/// How a reply will leave.
pub(super) fn way(session: &Session) -> SendWay {
    match choice(session) {
        ClipboardChoice::Osc52 { .. } => SendWay::Osc52,
        ClipboardChoice::Tool(_) => SendWay::Tool,
        ClipboardChoice::NoTool | ClipboardChoice::Off => SendWay::Recorded,
    }
}

/// Copies the reply that was recorded. The record stands whatever the clipboard does.
pub(super) fn sent(session: &Session, records: &[Recorded]) {
    let text = records.iter().find_map(|recorded| match &recorded.event {
        Event::ReplySent { body, .. } => body.text(),
        _other_event => None,
    });
    let Some(text) = text else { return };
    let mut escape = Vec::new();
    let copied = choice(session).copy(&text.clean(), &mut escape);
    let notices = &session.strings.notice;
    match copied {
        Ok(SendWay::Osc52) if !to_terminal(&escape) => {
            let why = &session.strings.cli.say.no_terminal;
            print::complain(&fill(notices.clipboard_failed, &[("why", why)]));
        }
        Ok(SendWay::Osc52) => print::complain(notices.sent_osc52),
        Ok(SendWay::Tool) => print::complain(notices.sent_tool),
        Ok(SendWay::Recorded) => print::complain(notices.sent_recorded),
        Err(ClipboardError::TooLong { .. }) => print::complain(notices.clipboard_too_long),
        Err(error) => print::complain(&fill(notices.clipboard_failed, &[("why", &error)])),
    }
}

/// Writes an escape to the terminal, by whichever stream leads there.
fn to_terminal(escape: &[u8]) -> bool {
    let (mut out, mut err) = (io::stdout(), io::stderr());
    if out.is_terminal() {
        return out.write_all(escape).and_then(|()| out.flush()).is_ok();
    }
    err.is_terminal() && err.write_all(escape).is_ok()
}
