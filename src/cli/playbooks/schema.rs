//! `redress playbook schema`: the JSON Schema of playbook files, so that editors complete them.

use crate::cli::failure::Failure;
use crate::cli::print;
use crate::playbook::json_schema;

pub(super) fn schema() -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&json_schema())
        .map_err(|error| Failure::Output(std::io::Error::other(error)))?;
    print::text(&text)
}
