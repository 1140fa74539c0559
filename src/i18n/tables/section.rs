//! The one shape every section has: named texts, all of them strings, none of them optional.

/// Declares a section of the text tables.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident { $($field:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name {
            $(#[doc = concat!("The text `", stringify!($field), "`.")] pub $field: String,)+
        }
    };
}

pub(super) use section;
