//! Reads `[[step.reply]]` and what stands in it.

use super::super::schema::{RawPromise, RawReply, RawSets, RawWords, Table};
use super::reader::{Node, Reader};

pub(super) fn reply(r: &mut Reader, node: &Node<'_>) -> Option<RawReply> {
    const T: Table = Table::Reply;
    let id = r.text(node, T, "id", true);
    let kind = r.text(node, T, "kind", true);
    let title = r.words(node, T, "title", true).unwrap_or_default();
    let text = r.words(node, T, "text", true).unwrap_or_default();
    let (polite, plain) = r.one(node, Table::Tones, "tones", tones).unwrap_or_default();
    Some(RawReply {
        when: r.text(node, T, "when", false),
        wordings: r.each(node, Table::Words, "wordings", wording).unwrap_or_default(),
        fallback: r.words(node, T, "fallback", false),
        attach: r.texts(node, T, "attach").unwrap_or_default(),
        done: r.texts(node, T, "done").unwrap_or_default(),
        sets: r.each(node, Table::Sets, "sets", sets).unwrap_or_default(),
        promises: r.each(node, Table::Promise, "promise", promise).unwrap_or_default(),
        asks: r.texts(node, T, "asks"),
        id: id?,
        kind: kind?,
        title,
        text,
        polite,
        plain,
    })
}

fn wording(r: &mut Reader, node: &Node<'_>) -> RawWords {
    r.sides(node)
}

type Tones = (Option<RawWords>, Option<RawWords>);

fn tones(r: &mut Reader, node: &Node<'_>) -> Tones {
    let polite = r.words(node, Table::Tones, "polite", false);
    (polite, r.words(node, Table::Tones, "plain", false))
}

fn sets(r: &mut Reader, node: &Node<'_>) -> Option<RawSets> {
    let fact = r.text(node, Table::Sets, "fact", true);
    let value = r.value(node, "value");
    if value.is_none() {
        r.missing(node, Table::Sets, "value");
    }
    Some(RawSets { fact: fact?, value: value? })
}

fn promise(r: &mut Reader, node: &Node<'_>) -> Option<RawPromise> {
    let id = r.text(node, Table::Promise, "id", true);
    let what = r.words(node, Table::Promise, "what", true);
    let due = r.text(node, Table::Promise, "due", true);
    let within = r.text(node, Table::Promise, "within", false);
    Some(RawPromise { id: id?, what: what?, due: due?, within })
}
