//! `redress demo`: a case file full of made-up cases, as fresh as today.

use super::args::DemoArgs;
use super::failure::Failure;
use super::session::Session;
use super::{console, print, stage};
use crate::domain::AgentName;

/// The frame printed where there is no terminal.
const FRAME: (u16, u16) = (120, 36);

pub(super) fn run(session: &Session, args: &DemoArgs) -> Result<(), Failure> {
    let agent = AgentName::new(session.strings.cli.say.demo_agent);
    let stage = stage::set(session, &agent, args.keep.as_deref())?;
    let mut setup = session.setup(stage.file().to_owned(), true);
    setup.agent = agent;
    let wanted = args.frame.is_some() || args.keys.is_some() || args.svg;
    if !wanted && console::is_live() {
        return Ok(crate::runtime::console(&setup)?);
    }
    let size = args.frame.unwrap_or(FRAME);
    console::frame(session, &setup, size, args.keys.as_deref(), args.svg)?;
    if !wanted {
        print::complain(session.strings.cli.say.demo_live);
    }
    Ok(())
}
