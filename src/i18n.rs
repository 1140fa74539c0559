//! The texts of the screen.
