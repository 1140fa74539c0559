//! The shape of the text tables: one struct a section of the files.
//!
//! Owns reading the two files of the program; knows a language and nothing else.

mod authors;
mod cli;
mod notices;
mod overlays;
mod panes;
mod section;
mod words;

pub use authors::{
    AuthorSay, AuthorTexts, DiffTexts, GraphTexts, MovedTexts, PlayTexts, TestTexts,
};
pub use cli::{CliHeadings, CliSay, CliTexts, CliUsage};
pub use notices::{NoticeTexts, RefusalTexts, ShelfTexts, StoreErrorTexts};
pub use overlays::{
    BoardTexts, BuyerTypeTexts, ClocksTexts, CloseTexts, ConfirmTexts, ExhibitFormTexts,
    ExhibitsTexts, FactFormTexts, FactsTexts, FormTexts, HelpTexts, MoodTexts, PageTexts,
    PaletteTexts, PasteTexts, PlaybooksTexts, PromiseFormTexts, PromisesTexts, StepsTexts,
    TimelineTexts, UpgradeTexts,
};
pub use panes::{
    ComposerTexts, ConversationTexts, EmptyTexts, GuideTexts, HintTexts, QueueTexts, RepliesTexts,
    StepTexts, Title,
};
pub use words::{
    AuthorNames, BecauseTexts, EventTexts, MoodNames, PlatformNames, ResultNames, StandingTexts,
    StatusNames, TimeTexts, WayNames,
};

use crate::domain::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Title and one-line help of an action.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionWords {
    /// A word or two, for the hint bar and the palette.
    pub title: String,
    /// One line, for the help.
    pub help: String,
}

/// What a kind of buyer is called, and how such a buyer is best spoken with.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeWords {
    /// A word or two.
    pub title: String,
    /// A few words.
    pub hint: String,
}

/// All texts in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Strings {
    /// Actions by name.
    pub action: BTreeMap<String, ActionWords>,
    /// Issues by id; an id that is not in here is shown as it is.
    pub issue: BTreeMap<String, String>,
    /// What can be due, by name.
    pub due_kind: BTreeMap<String, String>,
    /// Departments, by name.
    pub department: BTreeMap<String, String>,
    /// What asking again came to, by name.
    pub follow_result: BTreeMap<String, String>,
    /// What made it worse, by name.
    pub aggravator: BTreeMap<String, String>,
    /// Causes by area and kind; an id that is not in here is shown as it is.
    pub cause: BTreeMap<String, String>,
    /// What is to be done by a due date, by what is due.
    pub due_say: BTreeMap<String, String>,
    /// Lists that share their shape.
    pub board: BoardTexts,
    /// Forms over the panes.
    pub form: FormTexts,
    /// The command line.
    pub cli: CliTexts,
    /// The tools of those who write playbooks.
    pub author_tools: AuthorTexts,
    /// The top line.
    pub title: Title,
    /// The queue.
    pub queue: QueueTexts,
    /// The conversation.
    pub conversation: ConversationTexts,
    /// The step.
    pub step: StepTexts,
    /// Replies that fit.
    pub replies: RepliesTexts,
    /// The composer.
    pub composer: ComposerTexts,
    /// What the guide hears, proposes and finds.
    pub guide: GuideTexts,
    /// What else was heard, by name.
    pub sign: BTreeMap<String, String>,
    /// The line of keys at the bottom.
    pub hint: HintTexts,
    /// What stands where there is nothing yet.
    pub empty: EmptyTexts,
    /// The help.
    pub help: HelpTexts,
    /// The palette.
    pub palette: PaletteTexts,
    /// The facts of the case.
    pub facts: FactsTexts,
    /// Recording one fact.
    pub fact_form: FactFormTexts,
    /// The timeline.
    pub timeline: TimelineTexts,
    /// The promises of the case.
    pub promises: PromisesTexts,
    /// The choice of a mood.
    pub mood_choice: MoodTexts,
    /// The exhibits of the case.
    pub exhibits: ExhibitsTexts,
    /// Noting one exhibit.
    pub exhibit_form: ExhibitFormTexts,
    /// The choice of another step.
    pub steps: StepsTexts,
    /// The clocks of the case.
    pub clocks: ClocksTexts,
    /// A promise made by hand.
    pub promise_form: PromiseFormTexts,
    /// The choice of a kind of buyer.
    pub buyer_type_choice: BuyerTypeTexts,
    /// One playbook.
    pub page: PageTexts,
    /// Moving a case to a newer version of its playbook.
    pub upgrade: UpgradeTexts,
    /// Kinds of buyers, by name.
    pub buyer_type: BTreeMap<String, TypeWords>,
    /// Closing a case.
    pub close: CloseTexts,
    /// The choice of a playbook.
    pub playbooks: PlaybooksTexts,
    /// The preview of a pasted chat log.
    pub paste: PasteTexts,
    /// Yes-or-no questions.
    pub confirm: ConfirmTexts,
    /// One sentence for each kind of event.
    pub event: EventTexts,
    /// How a buyer feels.
    pub mood: MoodNames,
    /// Markets.
    pub platform: PlatformNames,
    /// How sure a fact is.
    pub fact_status: StatusNames,
    /// How a case ended.
    pub close_result: ResultNames,
    /// Who says something.
    pub author: AuthorNames,
    /// How a reply left.
    pub send_way: WayNames,
    /// Lengths and points of time, as short as they go.
    pub time: TimeTexts,
    /// Why a reply is offered.
    pub because: BecauseTexts,
    /// Why an action cannot be done now.
    pub standing: StandingTexts,
    /// Sentences at the bottom after an act.
    pub notice: NoticeTexts,
    /// Why an act was refused, and the way out.
    pub refusal: RefusalTexts,
    /// What is wrong in the shop's own files of rules, exhibits, guards and wordings.
    pub shelf: ShelfTexts,
    /// What can go wrong with the case file.
    pub store_error: StoreErrorTexts,
}

impl Strings {
    /// The texts in a language.
    ///
    /// The tables are part of the program and a test reads both; should one be damaged all the
    /// same, the program says so instead of starting half-mute.
    ///
    /// # Errors
    /// The TOML error, with its place.
    pub fn load(lang: Lang) -> Result<Arc<Self>, toml::de::Error> {
        toml::from_str(source(lang)).map(Arc::new)
    }
}

const fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => include_str!("../../assets/i18n/zh.toml"),
        Lang::En => include_str!("../../assets/i18n/en.toml"),
    }
}

#[cfg(test)]
mod tests;
