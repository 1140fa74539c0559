//! One frame without a terminal, for documents and tests.

use super::setup::Setup;
use super::start::{Started, start};
use super::world::World;
use crate::app::{Chord, Effect, Model, Msg, update};
use crate::ui::{Drawn, WrapCache, plain, svg, view};
use anyhow::bail;
use crossbeam_channel::{after, select};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::time::Duration;

/// How long anything may take to settle before the frame is given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// In what form a frame is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Text, a line a row.
    Text,
    /// A picture in SVG.
    Svg,
}

/// Opens the file, presses the keys, and gives the frame that stands then. Nothing is copied.
///
/// # Errors
/// When the case file cannot be opened, or something does not settle.
pub fn frame(
    setup: &Setup,
    size: (u16, u16),
    keys: &[Chord],
    picture: Picture,
) -> anyhow::Result<String> {
    let Started { mut model, mut world, theme, greetings, .. } = start(setup, true)?;
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1))?;
    let mut cache = WrapCache::default();
    let mut drawn = Drawn::default();
    model.size = size;
    let opening = std::iter::once(Msg::Start).chain(greetings);
    for msg in opening.chain(keys.iter().copied().map(Msg::Key)) {
        let effects = update(&mut model, msg);
        settle(&mut model, &mut world, effects)?;
        terminal.draw(|frame| drawn = view(&model, &theme, &mut cache, frame))?;
        update(&mut model, Msg::Drawn(drawn.metrics));
    }
    // Sizes of the last frame may have moved what is seen; the frame that stands is the next one. It
    // is drawn on a blank screen: the test backend, unlike a terminal, keeps what stood in the second
    // half of a wide character that is gone.
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1))?;
    terminal.draw(|frame| drawn = view(&model, &theme, &mut cache, frame))?;
    let buffer = terminal.backend().buffer();
    Ok(match picture {
        Picture::Text => plain(buffer),
        Picture::Svg => svg(buffer, &theme),
    })
}

/// Performs effects until nothing is under way any more.
fn settle(model: &mut Model, world: &mut World, effects: Vec<Effect>) -> anyhow::Result<()> {
    perform(model, world, effects);
    let deadline = after(PATIENCE);
    while world.outstanding > 0 {
        let answers = world.worker.answers().clone();
        let news = world.news.clone();
        let msg = select! {
            recv(answers) -> answer => {
                world.outstanding = world.outstanding.saturating_sub(1);
                match answer {
                    Ok((id, answer)) => Msg::Answered(id, Box::new(answer)),
                    Err(_stopped) => bail!("the case file's threads have ended"),
                }
            }
            recv(news) -> msg => {
                let msg = msg?;
                world.arrived(&msg);
                msg
            }
            recv(deadline) -> _ => bail!("the frame did not settle within {} s", PATIENCE.as_secs()),
        };
        let effects = update(model, msg);
        perform(model, world, effects);
    }
    Ok(())
}

fn perform(model: &mut Model, world: &mut World, effects: Vec<Effect>) {
    for effect in effects {
        world.perform(effect, model.now);
    }
    for msg in world.take_ready() {
        let effects = update(model, msg);
        perform(model, world, effects);
    }
}
