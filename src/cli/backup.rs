//! `redress backup FILE`: a whole copy of the case file, while it is in use.

use super::failure::Failure;
use super::print;
use super::session::Session;
use crate::i18n::fill;
use crate::store::Access;
use std::path::Path;

pub(super) fn run(session: &Session, to: &Path) -> Result<(), Failure> {
    let file = session.open(Access::Read)?;
    file.backup(to)?;
    print::text(&fill(session.strings.cli.say.backed_up, &[("path", &to.display())]))
}
