//! The two shapes of a section: named texts, and named sections. Nothing in them is optional.

/// Declares a section of the text tables. The fields are no further visible than the crate, and no
/// comparison is derived: so the compiler names a text that is not shown anywhere.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident { $($field:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name {
            $(#[doc = concat!("The text `", stringify!($field), "`.")] pub(crate) $field: &'static str,)+
        }

        impl $name {
            pub(in crate::i18n) const fn read(node: $crate::i18n::tables::node::Node) -> Self {
                Self { $($field: node.text(stringify!($field)),)+ }
            }

            #[cfg(test)]
            pub(in crate::i18n) fn names(above: &str, into: &mut Vec<String>) {
                $(into.push($crate::i18n::tables::section::below(above, stringify!($field)));)+
            }
        }

        impl $crate::i18n::tables::node::Words for $name {
            fn of(node: $crate::i18n::tables::node::Node) -> Self {
                Self::read(node)
            }

            #[cfg(test)]
            fn names(above: &str, into: &mut Vec<String>) {
                Self::names(above, into);
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
        #[derive(Debug)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl $name {
            pub(in crate::i18n) const fn read(node: $crate::i18n::tables::node::Node) -> Self {
                Self { $($field: <$type>::read(node.section(stringify!($field))),)+ }
            }

            #[cfg(test)]
            pub(in crate::i18n) fn names(above: &str, into: &mut Vec<String>) {
                $(<$type>::names(
                    &$crate::i18n::tables::section::below(above, stringify!($field)),
                    into,
                );)+
            }
        }
    };
}

pub(in crate::i18n) use section;
pub(super) use sections;

/// The dotted name of a field, as the table writes it.
#[cfg(test)]
pub(in crate::i18n) fn below(above: &str, field: &str) -> String {
    let name = field.trim_start_matches("r#").replace('_', "-");
    if above.is_empty() { name } else { format!("{above}.{name}") }
}

/// Whatever stands there goes by a name of the program's: `*` for any.
#[cfg(test)]
impl super::node::Named {
    pub(in crate::i18n) fn names(above: &str, into: &mut Vec<String>) {
        into.push(format!("{above}.*"));
    }
}

#[cfg(test)]
impl<T: super::node::Words> super::node::NamedOf<T> {
    pub(in crate::i18n) fn names(above: &str, into: &mut Vec<String>) {
        T::names(&format!("{above}.*"), into);
    }
}
