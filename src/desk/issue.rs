//! The complaint is named.

use super::Refusal;
use crate::domain::{CaseState, Event, Issue};

/// Decides the event of naming the issue.
pub(super) fn issue(case: &CaseState, issue: Issue) -> Result<Vec<Event>, Refusal> {
    if issue.as_str().trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if case.issue == issue {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::IssueSet { issue }])
}
