//! Taking conversations into the file. (Placeholder until the command line's driver lands.)

use super::world::Grounds;
use crate::app::Imported;
use crate::domain::{Conversation, Stamp};

pub(super) fn into_file(_: &Grounds, _: Vec<Conversation>, _: Stamp) -> Result<Imported, String> {
    Ok(Imported::default())
}
