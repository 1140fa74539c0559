//! The view of the model.
