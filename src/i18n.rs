//! The texts of the screen, typed: `assets/i18n/zh.toml` and `en.toml` are read into the same
//! structs, so that a text missing in one language does not compile into a test run.
//!
//! Owns every sentence a person sees, but for those of playbooks and standards. Knows nothing else.

mod fill;
mod tables;

pub use fill::fill;
pub use tables::{
    ActionWords, AuthorNames, AuthorSay, AuthorTexts, BecauseTexts, CliHeadings, CliSay, CliTexts,
    CliUsage, CloseTexts, ComposerTexts, ConfirmTexts, ConversationTexts, DiffTexts, EmptyTexts,
    EventTexts, FactFormTexts, FactsTexts, GraphTexts, HelpTexts, HintTexts, MoodNames, MoodTexts,
    MovedTexts, NoticeTexts, PaletteTexts, PasteTexts, PlatformNames, PlayTexts, PlaybooksTexts,
    PromisesTexts, QueueTexts, RefusalTexts, RepliesTexts, ResultNames, StandingTexts, StatusNames,
    StepTexts, StoreErrorTexts, Strings, TestTexts, TimeTexts, TimelineTexts, Title, WayNames,
};
