//! What playbooks are played on from the command line: always the same shop on the same Monday, so
//! that a file passes on every machine alike.

use crate::cli::session::Session;
use crate::desk::Policy;
use crate::desk::simulate;
use crate::domain::{Lang, Stamp};
use crate::playbook::{Library, Shop};
use chrono::FixedOffset;

/// The shop's rules and the language of a play.
#[derive(Debug)]
pub(super) struct Ground {
    policy: Policy,
    lang: Lang,
    at: Stamp,
}

/// A Monday at ten in China.
const MONDAY: &str = "2026-11-23T10:00:00+08:00";

impl Ground {
    pub(super) fn new(session: &Session) -> Self {
        let name = match session.lang {
            Lang::Zh => "本店",
            Lang::En => "our shop",
        };
        let usual = Policy::default();
        let tone = usual.shop.tone;
        let address = tone.address(session.lang).to_owned();
        let shop = Shop { name: name.to_owned(), address, ..usual.shop };
        Self {
            policy: Policy { shop, ..usual },
            lang: session.lang,
            at: Stamp::parse(MONDAY).unwrap_or_default(),
        }
    }

    /// The time zone of that shop.
    pub(super) const fn offset(&self) -> FixedOffset {
        self.policy.calendar.offset
    }

    pub(super) const fn on<'a>(&'a self, library: &'a Library) -> simulate::Ground<'a> {
        simulate::Ground {
            library: Some(library),
            policy: &self.policy,
            lang: self.lang,
            at: self.at,
        }
    }
}
