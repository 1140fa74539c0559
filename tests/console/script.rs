//! The acts a console is killed amid: any of them, on a case in whatever state the kill before
//! left it. An act counts as seen only by what cannot have stood on the screen before.

use super::moments::Seed;
use super::window::Window;
use super::witness::Witness;
use std::time::Instant;
use vt100::Screen;

/// What stands in the composer when a reply is to be written and nothing is.
const EMPTY: &str = "按数字采用一条回复";
/// The step most of it happens at.
const LISTEN: &str = "2/16";
const HEARD: &str = "买家把经过说完了";
const FEELINGS: [(&str, &str); 3] =
    [("着急", "worried"), ("窝火", "annoyed"), ("失望", "let_down")];

/// A run of a console until its moment comes.
pub(crate) struct Script<'a> {
    pub(crate) window: &'a mut Window,
    pub(crate) witness: &'a mut Witness,
    pub(crate) until: Instant,
    pub(crate) run: u64,
    /// Whether what is typed stays a draft until the kill.
    pub(crate) keeps_drafts: bool,
}

/// The moment came.
struct Over;

type Act = fn(&mut Script<'_>, u64) -> Result<(), Over>;

/// The last one sends the draft.
const ACTS: [Act; 6] = [note, tick, walk, fact, draft, answer];

impl Script<'_> {
    /// Does one thing after another, in any order, until the moment comes.
    pub(crate) fn works(mut self, chance: &mut Seed) {
        if self.sees("/16 ").is_err() {
            return;
        }
        let acts = if self.keeps_drafts { 5 } else { 6 };
        for turn in 0.. {
            let act = usize::try_from(chance.below(acts)).unwrap();
            if ACTS[act](&mut self, turn).is_err() {
                return;
            }
        }
    }

    fn waits(&self, holds: impl Fn(&Screen) -> bool) -> Result<(), Over> {
        self.window.until_before(self.until, holds).then_some(()).ok_or(Over)
    }

    fn sees(&self, text: &str) -> Result<(), Over> {
        self.waits(|screen| screen.contents().contains(text))
    }

    fn loses(&self, text: &str) -> Result<(), Over> {
        self.waits(|screen| !screen.contents().contains(text))
    }

    fn presses(&mut self, key: &str, brings: &str) -> Result<(), Over> {
        self.window.key(key);
        self.sees(brings)
    }

    fn types(&mut self, words: &str) -> Result<(), Over> {
        self.window.write(words.as_bytes());
        self.sees(words)
    }

    /// To the step at which the buyer is heard, wherever the case stands.
    fn goes_to_listen(&mut self) -> Result<(), Over> {
        if !self.window.shows(LISTEN) {
            self.presses("F4", LISTEN)?;
            self.witness.saw("step-entered", "vent");
        }
        Ok(())
    }
}

fn note(script: &mut Script<'_>, turn: u64) -> Result<(), Over> {
    let words = format!("第{}次{turn}", script.run);
    script.presses("F6", "便签 · 买家看不到")?;
    script.types(&words)?;
    script.presses("ctrl-s", "回复买家")?;
    script.witness.saw("note-written", &words);
    Ok(())
}

/// A reply adopted by its digit, sent, taken back and sent again.
fn answer(script: &mut Script<'_>, turn: u64) -> Result<(), Over> {
    let words = format!("复{}之{turn}", script.run);
    script.window.key("ctrl-f");
    script.waits(Screen::hide_cursor)?;
    script.window.key("1");
    script.waits(|screen| !screen.hide_cursor())?;
    script.types(&words)?;
    script.presses("ctrl-s", EMPTY)?;
    script.witness.saw("reply-sent", &words);
    script.window.key("ctrl-u");
    script.loses(EMPTY)?;
    script.witness.saw("reply-retracted", "");
    script.presses("ctrl-s", EMPTY)?;
    script.witness.saw("reply-sent", &words);
    Ok(())
}

fn tick(script: &mut Script<'_>, _turn: u64) -> Result<(), Over> {
    script.goes_to_listen()?;
    let ticked = script.window.shows(&format!("☑ {HEARD}"));
    script.presses("ctrl-t", "┃▸")?;
    script.window.key("home");
    script.waits(|screen| screen.contents().contains(if ticked { "▸☑" } else { "▸☐" }))?;
    let (sign, done) = if ticked { ('☐', "\"done\":false") } else { ('☑', "\"done\":true") };
    script.presses("space", &format!("{sign} {HEARD}"))?;
    script.witness.saw("check-set", done);
    Ok(())
}

/// On by a step, and back again.
fn walk(script: &mut Script<'_>, turn: u64) -> Result<(), Over> {
    script.goes_to_listen()?;
    if !script.window.shows(&format!("☑ {HEARD}")) {
        tick(script, turn)?;
    }
    script.window.key("ctrl-n");
    script.loses(LISTEN)?;
    script.witness.saw("step-entered", "\"from\":\"vent\"");
    if script.window.shows("3/16") {
        script.presses("ctrl-b", LISTEN)?;
        script.witness.saw("step-entered", "\"step\":\"vent\"");
    }
    Ok(())
}

/// The next feeling of the buyer's, on record.
fn fact(script: &mut Script<'_>, _turn: u64) -> Result<(), Over> {
    script.goes_to_listen()?;
    let shown = |feeling: &str| format!("买家的感受 {feeling}");
    let known = FEELINGS.iter().position(|(feeling, _)| script.window.shows(&shown(feeling)));
    let next = known.map_or(0, |known| (known + 1) % FEELINGS.len());
    let (feeling, id) = FEELINGS[next];
    script.presses("F2", "平台已有投诉")?;
    script.presses("enter", "记录：买家的感受")?;
    script.presses(&(next + 1).to_string(), &shown(feeling))?;
    script.witness.saw("fact-recorded", id);
    script.window.key("esc");
    script.loses("平台已有投诉")
}

/// A draft that grows.
fn draft(script: &mut Script<'_>, turn: u64) -> Result<(), Over> {
    let words = format!("稿{}之{turn}", script.run);
    script.window.key("ctrl-e");
    script.types(&words)?;
    script.witness.read(words);
    Ok(())
}
