//! Reads `[[step.reply]]` and what stands in it.

use super::super::schema::{RawPromise, RawReply, RawSets, Table};
use super::reader::{Node, Reader};

pub(super) fn reply(r: &mut Reader, node: &Node<'_>) -> Option<RawReply> {
    const T: Table = Table::Reply;
    let id = r.text(node, T, "id", true);
    let kind = r.text(node, T, "kind", true);
    let title = r.words(node, T, "title", true);
    let text = r.words(node, T, "text", true);
    let when = r.text(node, T, "when", false);
    let done = r.texts(node, T, "done").unwrap_or_default();
    let sets = r.each(node, Table::Sets, "sets", sets).unwrap_or_default();
    let promises = r.each(node, Table::Promise, "promise", promise).unwrap_or_default();
    let asks = r.texts(node, T, "asks");
    let (title, text) = (title.unwrap_or_default(), text.unwrap_or_default());
    Some(RawReply { id: id?, kind: kind?, title, when, text, done, sets, promises, asks })
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
    Some(RawPromise { id: id?, what: what?, due: due? })
}
