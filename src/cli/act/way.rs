//! The way out of a refusal, as commands: what a script or a person can do instead.

use crate::desk::Way;
use crate::domain::CaseId;
use crate::i18n::{Strings, fill};

/// What can be done instead.
pub(super) fn out(way: Way, case: CaseId, strings: &Strings) -> String {
    let texts = &strings.cli.way;
    let text = match way {
        Way::Reopen => &texts.reopen,
        Way::Write => &texts.write,
        Way::Record => &texts.record,
        Way::Calm => &texts.calm,
        Way::Reword => &texts.reword,
        Way::Correct => &texts.correct,
        Way::Complete => &texts.complete,
        Way::Close => &texts.close,
        Way::Look => &texts.look,
        Way::Settle => &texts.settle,
        Way::Finish => &texts.finish,
        Way::Choose => &texts.choose,
        Way::Wanting => &texts.wanting,
        Way::Anew => &texts.anew,
        Way::Plan => &texts.plan,
        Way::Pledge => &texts.pledge,
        Way::Settling => &texts.settling,
        Way::Approve => &texts.approve,
        Way::Other => &texts.other,
        Way::Nothing => &texts.nothing,
    };
    fill(text, &[("case", &case)])
}

/// The same when another window was faster.
pub(super) fn after_another(case: CaseId, strings: &Strings) -> String {
    fill(strings.cli.way.look_again, &[("case", &case)])
}
