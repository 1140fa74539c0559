//! What the buyer is owed a word on by what the case itself says: a promise that will not be kept in time,
//! one that was broken, work that lies with others, asking again.

use super::{CaseState, Level, Promise, PromiseNo, ReplyId, Stamp, TaskNo, Timer};

/// Something the buyer is owed a word on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owed {
    /// A promise is about to lapse: they are told first, with another date.
    Later(PromiseNo),
    /// A promise was broken.
    Broken(PromiseNo),
    /// Work was handed to somebody else.
    Handed(TaskNo),
    /// Somebody else is late with it.
    Late(TaskNo),
    /// They are to be asked again.
    Again,
}

impl Owed {
    /// What the id of a reply begins with that gives a promise another date.
    pub const LATER: &'static str = "desk.later.";
    /// What the id of a reply begins with that owns up to a broken promise.
    pub const BROKEN: &'static str = "desk.broken.";
    /// What the id of a reply begins with that says who is at work.
    pub const TASK: &'static str = "desk.task.";
    /// The id of the reply that asks again.
    pub const AGAIN: &'static str = "desk.again";

    /// The id of the reply that says it.
    #[must_use]
    pub fn reply(self) -> ReplyId {
        ReplyId::new(match self {
            Self::Later(no) => format!("{}{no}", Self::LATER),
            Self::Broken(no) => format!("{}{no}", Self::BROKEN),
            Self::Handed(no) | Self::Late(no) => format!("{}{no}", Self::TASK),
            Self::Again => Self::AGAIN.to_owned(),
        })
    }
}

impl CaseState {
    /// What the buyer is owed a word on now, the most pressing first. A reply to the buyer since then
    /// was that word, whatever it said; only a promise about to lapse stays until it has another date.
    #[must_use]
    pub fn owed(&self, now: Stamp) -> Vec<Owed> {
        let due = self.sheet.follow_up_due().map(|(due, _)| due).filter(|due| *due <= now);
        let again = due.filter(|_| !self.asked_again()).map(|_| Owed::Again);
        if !self.is_open() {
            return again.into_iter().collect();
        }
        let mut all = Vec::new();
        let broken =
            |promise: &&Promise| promise.broken_at.is_some_and(|broken| !self.told_since(broken));
        all.extend(self.promises.iter().filter(broken).map(|promise| Owed::Broken(promise.no)));
        let mut lapsing: Vec<&Promise> =
            self.open_promises().filter(|promise| promise.lapses(now)).collect();
        lapsing.sort_by_key(|promise| (promise.due, promise.no));
        all.extend(lapsing.into_iter().map(|promise| Owed::Later(promise.no)));
        for task in self.open_tasks() {
            if task.is_overdue(now) {
                all.extend((!self.told_since(task.due)).then_some(Owed::Late(task.no)));
            } else if !self.told_since(task.opened_at) {
                all.push(Owed::Handed(task.no));
            }
        }
        all.extend(again);
        all
    }

    /// Whether the buyer was asked again as it is planned now: their answer is the result then.
    #[must_use]
    pub fn asked_again(&self) -> bool {
        let Some((_, planned)) = self.sheet.follow_up_due() else { return false };
        self.sent.iter().any(|sent| {
            let asks = sent.replies.iter().any(|id| id.as_str() == Owed::AGAIN);
            asks && !sent.retracted && sent.at >= planned
        })
    }
}

impl Promise {
    /// Whether most of its time is used, or all of it: whoever cannot keep it says so now.
    #[must_use]
    pub fn lapses(&self, now: Stamp) -> bool {
        let level = Timer::level_of(self.made_at, self.due, now);
        !self.pending && level >= Level::ThreeQuarters
    }
}
