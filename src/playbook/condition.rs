//! Conditions: CEL texts that are true or false of a situation.
//!
//! Parsed only when first asked for: a person waits for the playbook, and most of its conditions
//! stand at steps far away.

pub(crate) mod formula;
pub(crate) mod names;
pub(crate) mod typing;

use super::scope::Judge;
use super::spot::At;
use cel::{ExecutionError, Value};
use formula::Formula;
use std::sync::OnceLock;

/// A condition, or the expression of a computed fact, as written, and as parsed once it was needed.
#[derive(Debug)]
pub struct Condition {
    text: String,
    formula: OnceLock<Result<Formula, ConditionError>>,
}

/// Why a condition could not be decided.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    /// It is no CEL.
    #[error("condition '{text}': {detail}")]
    Syntax {
        /// The condition.
        text: String,
        /// The CEL reader's words.
        detail: String,
    },
    /// It is neither true nor false.
    #[error("condition '{text}' gives {found}, not true or false")]
    NotBool {
        /// The condition.
        text: String,
        /// What it gives.
        found: String,
    },
    /// It failed on these values: an overflow, a division by zero, an unknown name.
    #[error("condition '{text}' cannot be decided: {detail}")]
    Failed {
        /// The condition.
        text: String,
        /// The CEL engine's words.
        detail: String,
    },
}

/// What is parsed already is parsed again where it is needed.
impl Clone for Condition {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), formula: OnceLock::new() }
    }
}

/// By the text.
impl PartialEq for Condition {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Condition {}

impl Condition {
    pub(crate) fn new(text: &At<String>) -> Self {
        Self { text: text.value.clone(), formula: OnceLock::new() }
    }

    /// Makes ready what the first condition would wait for: the tables of the CEL reader, and the
    /// functions. For a thread that has nothing else to do.
    pub fn prepare() {
        drop(Formula::parse("known"));
        super::scope::prepare();
    }

    /// The condition as written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Decides it.
    pub(crate) fn holds(&self, judge: &Judge<'_, '_>) -> Result<bool, ConditionError> {
        match self.value(judge)? {
            Value::Bool(yes) => Ok(yes),
            other => Err(ConditionError::NotBool {
                text: self.text.clone(),
                found: other.type_of().to_string(),
            }),
        }
    }

    /// What it comes to, whatever its type.
    pub(crate) fn value(&self, judge: &Judge<'_, '_>) -> Result<Value, ConditionError> {
        let formula = self.formula()?;
        let failed = |error: ExecutionError| ConditionError::Failed {
            text: self.text.clone(),
            detail: error.to_string(),
        };
        judge.value(formula).map_err(failed)
    }

    /// Every name it looks up, each once: facts and names by themselves, what a function asks after
    /// as `known/photos`, `done/verify/read-thread`.
    #[must_use]
    pub fn uses(&self) -> &[String] {
        self.formula().map_or(&[], |formula| &formula.uses)
    }

    /// The facts it wants unknown or false: `!photos`, `!known("photos")`.
    pub(crate) fn wanting(&self) -> &[String] {
        self.formula().map_or(&[], |formula| &formula.wanting)
    }

    fn formula(&self) -> Result<&Formula, ConditionError> {
        self.formula
            .get_or_init(|| {
                Formula::parse(&self.text).map_err(|fault| ConditionError::Syntax {
                    text: self.text.clone(),
                    detail: fault.kind.to_string(),
                })
            })
            .as_ref()
            .map_err(Clone::clone)
    }
}
