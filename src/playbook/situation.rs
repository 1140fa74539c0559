//! Everything the engine may look at besides the playbook itself.

use crate::domain::{AgentName, Calendar, CaseState, Fact, FactId, FactKind, Lang, Stamp, Tone};

/// A case at a moment, as one agent sees it.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The case.
    pub case: &'a CaseState,
    /// The moment.
    pub now: Stamp,
    /// The language of texts.
    pub lang: Lang,
    /// The shop's working time.
    pub calendar: &'a Calendar,
    /// The shop.
    pub shop: &'a Shop,
    /// Who asks.
    pub agent: &'a AgentName,
    /// How many other cases of this buyer the file has.
    pub earlier_cases: u32,
}

/// What replies may say of the shop.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// How it addresses buyers: 亲, 您好, Hello; empty for not at all.
    pub address: String,
    /// How it speaks to them.
    pub tone: Tone,
}

impl<'a> Situation<'a> {
    /// A fact of the case, if it is recorded with the type the playbook declares. A value of
    /// another type, from another playbook or version, counts as unknown.
    pub(crate) fn fact(&self, id: &FactId, kind: FactKind) -> Option<&'a Fact> {
        self.case.facts.get(id).filter(|fact| fact.value.kind() == kind)
    }
}
