//! The drafts of a case: written, adopted into, sent, given back, kept.

use super::adoption::{Adoption, LastSent};
use super::{Adopted, Composer, DraftKind, OpenCase};
use crate::domain::{CleanText, MessageNo, ReplyId, Stamp};
use crate::playbook::ReplyView;

impl Adopted {
    /// A reply that is at hand.
    #[must_use]
    pub fn of(reply: &ReplyView) -> Self {
        Self {
            reply: reply.id.clone(),
            title: reply.title.clone(),
            statement: !reply.kind.is_to_buyer(),
            attach: reply.attach.clone(),
        }
    }

    /// A reply of which only the id is known.
    #[must_use]
    pub(super) fn by_id(reply: ReplyId) -> Self {
        Self { title: reply.to_string(), reply, statement: false, attach: Vec::new() }
    }
}

impl OpenCase {
    /// The draft being written.
    #[must_use]
    pub const fn draft(&self) -> &Composer {
        match self.kind {
            DraftKind::Reply => &self.reply,
            DraftKind::Note => &self.note,
        }
    }

    /// The draft being written, to be changed.
    pub(super) const fn draft_mut(&mut self) -> &mut Composer {
        self.draft_of(self.kind)
    }

    /// A draft by its kind.
    pub(super) const fn draft_of(&mut self, kind: DraftKind) -> &mut Composer {
        match kind {
            DraftKind::Reply => &mut self.reply,
            DraftKind::Note => &mut self.note,
        }
    }

    /// Tells which adopted replies the draft still says.
    pub(super) fn recount(&mut self) {
        if self.reply.is_empty() {
            // An undo may bring the words back: the adoptions stay until the draft is sent.
            self.adopted.clear();
            return;
        }
        let draft = self.reply.text();
        let said = self.adoptions.iter().filter(|adoption| adoption.is_said_in(draft));
        self.adopted = said.map(|adoption| adoption.adopted.clone()).collect();
    }

    /// Puts a suggested reply into the draft and remembers where the words come from.
    pub(super) fn adopt(&mut self, place: usize, now: Stamp) {
        let Some(suggestion) = self.suggestions.get(place) else { return };
        let reply = suggestion.reply.clone();
        self.reply_selected = place;
        self.adopt_view(&reply, now);
    }

    /// Puts any reply into the draft and remembers where the words come from.
    pub(super) fn adopt_view(&mut self, reply: &ReplyView, now: Stamp) {
        if self.reply.is_empty() {
            self.adoptions.clear();
        }
        self.kind = DraftKind::Reply;
        self.reply.adopt(&reply.rendered.text);
        let adopted = Adopted::of(reply);
        let text = reply.rendered.text.clone();
        self.adoptions.push(Adoption { adopted, text, at: now });
        self.edited(now);
    }

    /// Puts a text of the desk's own into the draft and remembers where the words come from.
    pub(super) fn adopt_own(&mut self, reply: ReplyId, title: String, text: String, now: Stamp) {
        if self.reply.is_empty() {
            self.adoptions.clear();
        }
        self.kind = DraftKind::Reply;
        self.reply.adopt(&text);
        let adopted = Adopted { reply, title, statement: false, attach: Vec::new() };
        self.adoptions.push(Adoption { adopted, text, at: now });
        self.edited(now);
    }

    /// The draft being written has changed.
    pub(super) fn edited(&mut self, now: Stamp) {
        self.saved = false;
        self.unsaved.of(self.kind).get_or_insert(now);
        self.recount();
    }

    /// A draft as the file has it, with the replies it was made from.
    pub(super) fn take_draft(&mut self, body: &str, adopted: Vec<ReplyId>, at: Stamp) {
        self.reply = Composer::new(body);
        let adoption = |reply: ReplyId| {
            // What it is called and what it says is known when the playbook is.
            Adoption { adopted: Adopted::by_id(reply), text: String::new(), at }
        };
        self.adoptions = adopted.into_iter().map(adoption).collect();
        self.recount();
    }

    /// The replies the draft says, each once, and since when the times they name are reckoned.
    pub(super) fn said(&self) -> (Vec<Adopted>, Option<Stamp>) {
        let mut said: Vec<Adopted> = Vec::new();
        for adopted in &self.adopted {
            if !said.contains(adopted) {
                said.push(adopted.clone());
            }
        }
        let of_it = self.adoptions.iter().filter(|adoption| said.contains(&adoption.adopted));
        let since = of_it.map(|adoption| adoption.at).min();
        (said, since)
    }

    /// Gives the text of a reply taken back to the draft, before what was typed since.
    pub(super) fn give_back(&mut self, no: MessageNo, now: Stamp) {
        let sent = self.last_sent.take_if(|sent| sent.no == no);
        let loaded = || self.thread.messages.iter().find(|message| message.no == no);
        let Some(text) = sent
            .as_ref()
            .map(|sent| sent.text.clone())
            .or_else(|| loaded().map(|message| message.text.clone()))
        else {
            return;
        };
        let typed = self.reply.text().to_owned();
        self.kind = DraftKind::Reply;
        self.reply.replace_all(text.as_str());
        if !typed.is_empty() {
            self.reply.insert("\n");
            self.reply.insert(&typed);
        }
        self.adoptions.extend(sent.into_iter().flat_map(|sent| sent.adoptions));
        self.edited(now);
    }

    /// A reply is in the file: what was typed since stays in the draft.
    pub(super) fn was_sent(&mut self, text: CleanText) {
        if let Some(rest) = self.reply.text().strip_prefix(text.as_str()) {
            let rest = rest.trim_start_matches('\n').to_owned();
            self.reply.replace_all(&rest);
        }
        let adoptions = std::mem::take(&mut self.adoptions);
        self.adopted.clear();
        self.last_sent =
            self.state.sent.last().map(|sent| LastSent { no: sent.no, text, adoptions });
    }

    /// Keeps the words the person was writing.
    pub(super) fn keep_drafts_from(&mut self, before: Self) {
        self.reply = before.reply;
        self.note = before.note;
        self.kind = before.kind;
        self.saved = before.saved;
        self.unsaved = before.unsaved;
        self.keep_adoptions_from(before.adoptions, before.last_sent);
    }

    /// Keeps where the words of the draft come from.
    pub(super) fn keep_adoptions_from(
        &mut self,
        adoptions: Vec<Adoption>,
        last_sent: Option<LastSent>,
    ) {
        self.adoptions = adoptions;
        self.last_sent = last_sent;
        self.recount();
    }
}
