//! The shape of the text tables: one struct a section of the files.
//!
//! Owns reading the two files of the program; knows a language and nothing else.

mod authors;
mod cli;
pub(super) mod node;
mod notices;
mod overlays;
mod panes;
pub(super) mod section;
mod settling;
mod words;

pub use authors::{
    AuthorSay, AuthorTexts, DiffTexts, GraphTexts, MovedTexts, PlayTexts, TestTexts,
};
pub use cli::{CliHeadings, CliSay, CliTexts, CliUsage};
pub use node::{Named, NamedOf, Node, Words};
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
pub use settling::{SettlingSay, SettlingTexts};
pub use words::{
    AuthorNames, BecauseTexts, EventTexts, MoodNames, PlatformNames, ResultNames, StandingTexts,
    StatusNames, TimeTexts, WayNames,
};

use crate::domain::Lang;
use node::node;
use section::{section, sections};

section! {
    /// Title, a word or two, and one-line help of an action.
    ActionWords { title, help }
}

section! {
    /// What a kind of buyer is called, and in a few words how such a buyer is best spoken with.
    TypeWords { title, hint }
}

sections! {
    /// All texts in one language.
    Strings {
        /// Actions by name.
        action: NamedOf<ActionWords>,
        /// Issues by id; an id that is not in here is shown as it is.
        issue: Named,
        /// What can be due, by name.
        due_kind: Named,
        /// Departments, by name.
        department: Named,
        /// What asking again came to, by name.
        follow_result: Named,
        /// What made it worse, by name.
        aggravator: Named,
        /// Causes by area and kind; an id that is not in here is shown as it is.
        cause: Named,
        /// What is to be done by a due date, by what is due.
        due_say: Named,
        /// Lists that share their shape.
        board: BoardTexts,
        /// Slips over the panes.
        form: FormTexts,
        /// The command line.
        cli: CliTexts,
        /// The tools of those who write playbooks.
        author_tools: AuthorTexts,
        /// The top line.
        title: Title,
        /// The queue.
        queue: QueueTexts,
        /// The conversation.
        conversation: ConversationTexts,
        /// The step.
        step: StepTexts,
        /// Replies that fit.
        replies: RepliesTexts,
        /// The composer.
        composer: ComposerTexts,
        /// What the guide hears, proposes and finds.
        guide: GuideTexts,
        /// What else was heard, by name.
        sign: Named,
        /// The line of keys at the bottom.
        hint: HintTexts,
        /// What stands where there is nothing yet.
        empty: EmptyTexts,
        /// The help.
        help: HelpTexts,
        /// The palette.
        palette: PaletteTexts,
        /// The facts of the case.
        facts: FactsTexts,
        /// Recording one fact.
        fact_form: FactFormTexts,
        /// The timeline.
        timeline: TimelineTexts,
        /// The promises of the case.
        promises: PromisesTexts,
        /// The choice of a mood.
        mood_choice: MoodTexts,
        /// The exhibits of the case.
        exhibits: ExhibitsTexts,
        /// Noting one exhibit.
        exhibit_form: ExhibitFormTexts,
        /// The choice of another step.
        steps: StepsTexts,
        /// The clocks of the case.
        clocks: ClocksTexts,
        /// A promise made by hand.
        promise_form: PromiseFormTexts,
        /// The choice of a kind of buyer.
        buyer_type_choice: BuyerTypeTexts,
        /// One playbook.
        page: PageTexts,
        /// Moving a case to a newer version of its playbook.
        upgrade: UpgradeTexts,
        /// Kinds of buyers, by name.
        buyer_type: NamedOf<TypeWords>,
        /// Closing a case.
        close: CloseTexts,
        /// The choice of a playbook.
        playbooks: PlaybooksTexts,
        /// The preview of a pasted chat log.
        paste: PasteTexts,
        /// Yes-or-no questions.
        confirm: ConfirmTexts,
        /// One sentence for each kind of event.
        event: EventTexts,
        /// How a buyer feels.
        mood: MoodNames,
        /// Markets.
        platform: PlatformNames,
        /// How sure a fact is.
        fact_status: StatusNames,
        /// How a case ended.
        close_result: ResultNames,
        /// Who says something.
        author: AuthorNames,
        /// How a reply left.
        send_way: WayNames,
        /// Lengths and points of time, as short as they go.
        time: TimeTexts,
        /// Why a reply is offered.
        because: BecauseTexts,
        /// Why an action cannot be done now.
        standing: StandingTexts,
        /// Sentences at the bottom after an act.
        notice: NoticeTexts,
        /// Why an act was refused, and the way out.
        refusal: RefusalTexts,
        /// Verdict, wish, options, money, returns, points.
        settling: SettlingTexts,
        /// What is wrong in the shop's own files of rules, exhibits, guards and wordings.
        shelf: ShelfTexts,
        /// What can go wrong with the case file.
        store_error: StoreErrorTexts,
    }
}

static ZH: Strings = Strings::read(node(Lang::Zh));
static EN: Strings = Strings::read(node(Lang::En));

impl Strings {
    /// The texts in a language.
    #[must_use]
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    /// What an action is called, and what it does, in a few words.
    #[must_use]
    pub fn action_words(&self, name: &str) -> Option<(&'static str, &'static str)> {
        self.action.get(name).map(|words| (words.title, words.help))
    }
}

/// What the build made of the table.
const fn node(lang: Lang) -> Node {
    match lang {
        Lang::Zh => node!("zh"),
        Lang::En => node!("en"),
    }
}

#[cfg(test)]
mod tests;
