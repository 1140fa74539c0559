//! Putting a case back as it stood: the difference between two states, as data an event can carry.
//!
//! Whatever the state has is covered, for the difference is taken of its written form. What was said
//! is not: messages stand in the file for good.

use super::CaseState;
use serde_json::{Map, Value};

/// What is never put back: who the case is, how many events it has, and what was said.
const STANDS: [&str; 5] = ["id", "version", "changed_at", "tally", "struck"];

impl CaseState {
    /// What turns this state into the other, as a JSON merge patch (RFC 7396).
    ///
    /// # Errors
    /// The serde error; none is known to occur for these types.
    pub fn difference(&self, to: &Self) -> Result<Value, serde_json::Error> {
        let (mut from, mut to) = (serde_json::to_value(self)?, serde_json::to_value(to)?);
        for stands in STANDS {
            for side in [&mut from, &mut to] {
                side.as_object_mut().map(|fields| fields.remove(stands));
            }
        }
        Ok(patch(&from, &to).unwrap_or_else(|| Value::Object(Map::new())))
    }

    /// The state with a difference applied to it.
    ///
    /// # Errors
    /// The serde error when the difference does not fit.
    pub(super) fn patched(&self, difference: &Value) -> Result<Self, serde_json::Error> {
        let mut value = serde_json::to_value(self)?;
        apply(&mut value, difference);
        let mut state: Self = serde_json::from_value(value)?;
        state.acts = self.acts.clone();
        Ok(state)
    }
}

/// What turns one value into another; nothing when they are the same. A key that goes is null.
fn patch(from: &Value, to: &Value) -> Option<Value> {
    if from == to {
        return None;
    }
    let (Value::Object(from), Value::Object(to)) = (from, to) else { return Some(to.clone()) };
    let gone = from.keys().filter(|key| !to.contains_key(*key));
    let mut changes: Map<String, Value> = gone.map(|key| (key.clone(), Value::Null)).collect();
    for (key, is) in to {
        let change = match from.get(key) {
            Some(was) => patch(was, is),
            None => Some(is.clone()),
        };
        changes.extend(change.map(|change| (key.clone(), change)));
    }
    Some(Value::Object(changes))
}

fn apply(value: &mut Value, change: &Value) {
    let Value::Object(changes) = change else {
        *value = change.clone();
        return;
    };
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    let Some(fields) = value.as_object_mut() else { return };
    for (key, change) in changes {
        if change.is_null() {
            fields.remove(key);
        } else {
            apply(fields.entry(key.clone()).or_insert(Value::Null), change);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_difference_leads_there_and_back() {
        let one = json!({"a": 1, "m": {"x": {"k": 1}, "y": [1, 2]}, "gone": {"z": 1}});
        let other = json!({"a": 2, "m": {"x": {"k": 2, "l": 3}, "y": [2]}, "new": "n"});
        for (from, to) in [(&one, &other), (&other, &one)] {
            let change = patch(from, to).unwrap();
            let mut value = from.clone();
            apply(&mut value, &change);
            assert_eq!(&value, to);
        }
        assert_eq!(patch(&one, &one), None);
    }
}
