//! The view of the model.

pub mod text;
