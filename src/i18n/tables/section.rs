//! The two shapes of a section: named texts, and named sections. Nothing in them is optional.

/// Declares a section of the text tables. The fields are no further visible than the crate, and no
/// comparison is derived: so the compiler names a text that is not shown anywhere.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident { $($field:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $(#[doc = concat!("The text `", stringify!($field), "`.")] pub(crate) $field: String,)+
        }

        impl $crate::i18n::tables::section::Section for $name {
            fn read(
                texts: &mut $crate::i18n::tables::texts::Texts,
                section: &str,
            ) -> Result<Self, $crate::i18n::tables::texts::BadTable> {
                Ok(Self { $($field: texts.take(section, stringify!($field))?,)+ })
            }
        }
    };
}

/// Declares a section of sections.
macro_rules! sections {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty,)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl $crate::i18n::tables::section::Section for $name {
            fn read(
                texts: &mut $crate::i18n::tables::texts::Texts,
                section: &str,
            ) -> Result<Self, $crate::i18n::tables::texts::BadTable> {
                use $crate::i18n::tables::section::below;
                Ok(Self {
                    $($field: $crate::i18n::tables::section::Section::read(texts, &below(section, stringify!($field)))?,)+
                })
            }
        }
    };
}

pub(in crate::i18n) use section;
pub(super) use sections;

use super::texts::{BadTable, Texts};
use std::collections::BTreeMap;

/// What is read of the table under a name.
pub(in crate::i18n) trait Section: Sized {
    /// Whether it is one text, whose name may have dots in it.
    const TEXT: bool = false;

    /// Takes its texts.
    fn read(texts: &mut Texts, section: &str) -> Result<Self, BadTable>;
}

/// One text.
impl Section for String {
    const TEXT: bool = true;

    fn read(texts: &mut Texts, section: &str) -> Result<Self, BadTable> {
        texts.take_named(section)
    }
}

/// By names that the program makes of something else.
impl<T: Section> Section for BTreeMap<String, T> {
    fn read(texts: &mut Texts, section: &str) -> Result<Self, BadTable> {
        let names = texts.names(section, T::TEXT);
        let read =
            |name: &str| Ok((name.to_owned(), T::read(texts, &format!("{section}.{name}"))?));
        names.into_iter().map(read).collect()
    }
}

/// The name of a section within a section. A field is written with `_` where the table has `-`.
pub(super) fn below(section: &str, field: &str) -> String {
    let name = field.replace('_', "-");
    if section.is_empty() { name } else { format!("{section}.{name}") }
}
