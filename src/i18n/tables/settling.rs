//! The texts of settling: verdict, wish, options, money, returns, points.
//!
//! Owns the names of the texts, one struct a section of the files; knows nothing else.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Words by the name they have in files.
type Named = BTreeMap<String, String>;

/// Everything said about settling.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SettlingTexts {
    /// Who answers for it.
    pub verdict: Named,
    /// What the buyer wants.
    pub wish: Named,
    /// What an option comes to.
    pub remedy: Named,
    /// Who pays the freight.
    pub payer: Named,
    /// What a payment was for.
    pub paid: Named,
    /// A place in the conversation.
    pub mark: Named,
    /// What is looked at before a return, by piece.
    pub piece: Named,
    /// What it can be: `tags-on`.
    pub value: Named,
    /// What is to be known before one says yes or no.
    pub flag: Named,
    /// One sentence for each deed.
    pub event: Named,
    /// Why an act was refused, by the refusal's name.
    pub refusal: Named,
}
