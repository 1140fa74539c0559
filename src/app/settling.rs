//! The desk on the screen: its rows, its forms, and what each of them says. One form serves every act of
//! settling: named fields, each a text or a choice.
//!
//! Owns what the forms hold; what may be done is the desk's to decide.

mod form;
mod rows;

pub(in crate::app) use form::Unfit;
pub use form::{Form, FormInput, FormKind, FormRow};
pub(in crate::app) use rows::stands;
pub use rows::{DESK_ROWS, DeskList, DeskRow, OptionsList, PointsList};
