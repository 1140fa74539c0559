//! The texts of the screen, typed: `assets/i18n/zh.toml` and `en.toml` are read into the same
//! structs, so that a text missing in one language does not compile into a test run.
//!
//! Owns every sentence a person sees, but for those of playbooks and standards. Knows nothing else.

mod fill;
mod tables;

pub use fill::fill;
pub use tables::{
    ActionWords, AuthorNames, BecauseTexts, CliHeadings, CliSay, CliTexts, CliUsage, CloseTexts,
    ComposerTexts, ConfirmTexts, ConversationTexts, EmptyTexts, EventTexts, FactFormTexts,
    FactsTexts, HelpTexts, HintTexts, MoodNames, MoodTexts, NoticeTexts, PaletteTexts, PasteTexts,
    PlatformNames, PlaybooksTexts, PromisesTexts, QueueTexts, RefusalTexts, RepliesTexts,
    ResultNames, StandingTexts, StatusNames, StepTexts, StoreErrorTexts, Strings, TimeTexts,
    TimelineTexts, Title, WayNames,
};
