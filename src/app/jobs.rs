//! Placeholder for the bookkeeping of jobs.

/// Jobs under way.
#[derive(Debug, Default)]
pub struct Jobs;
