//! The case file: the only place that speaks SQL.
