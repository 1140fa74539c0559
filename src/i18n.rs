//! The texts of the screen, typed: `assets/i18n/zh.toml` and `en.toml` fill the same
//! structs, and a text missing in one language does not compile. The build turns the files into Rust
//! (`build/`), so that a start reads none of them.
//!
//! Owns every sentence a person sees, but for those of playbooks and standards. Knows nothing else.

mod buyer;
mod fill;
mod tables;

pub use buyer::{BuyerTexts, buyer_texts};
pub use fill::fill;
pub use tables::{
    ActionWords, AuthorNames, AuthorSay, AuthorTexts, BecauseTexts, BoardTexts, BuyerTypeTexts,
    CliHeadings, CliSay, CliTexts, CliUsage, ClocksTexts, CloseTexts, ComposerTexts, ConfirmTexts,
    ConversationTexts, DiffTexts, EmptyTexts, EventTexts, ExhibitFormTexts, ExhibitsTexts,
    FactFormTexts, FactsTexts, FormTexts, GraphTexts, GuideTexts, HelpTexts, HintTexts, MoodNames,
    MoodTexts, MovedTexts, Named, NamedOf, Node, NoticeTexts, PageTexts, PaletteTexts, PasteTexts,
    PlatformNames, PlayTexts, PlaybooksTexts, PromiseFormTexts, PromisesTexts, QueueTexts,
    RefusalTexts, RepliesTexts, ResultNames, SettlingSay, SettlingTexts, ShelfTexts, StandingTexts,
    StatusNames, StepTexts, StepsTexts, StoreErrorTexts, Strings, TestTexts, TimeTexts,
    TimelineTexts, Title, TypeWords, UpgradeTexts, WayNames, Words,
};
