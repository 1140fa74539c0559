//! The one shape every section has: named texts, all of them strings, none of them optional.

/// Declares a section of the text tables. The fields are no further visible than the crate, and no
/// comparison is derived: so the compiler names a text that is not shown anywhere.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident { $($field:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, serde::Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name {
            $(#[doc = concat!("The text `", stringify!($field), "`.")] pub(crate) $field: String,)+
        }
    };
}

pub(in crate::i18n) use section;
