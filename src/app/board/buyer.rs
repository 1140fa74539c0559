//! The buyer at a glance: how many cases, what was broken, orders, earlier cases and how they ended,
//! what was done; other buyers' like cases only once this one's wish is known.

use super::{BoardLook, BoardRow, BoardView};
use crate::app::words::{self, Clock};
use crate::app::{Action, Model, OpenCase};
use crate::domain::{Lang, ReplyId};
use crate::i18n::fill;
use crate::playbook::ReplyView;
use crate::store::Glance;

pub(super) fn view(
    model: &Model,
    glance: Option<&Glance>,
    scripts: &[(u8, ReplyView)],
) -> BoardView {
    let texts = &model.strings.board;
    let buyer = model.open.as_ref().map(|open| open.state.buyer.masked()).unwrap_or_default();
    let title = fill(texts.buyer_title, &[("buyer", &buyer)]);
    let Some(glance) = glance else {
        let reading = BoardRow::only(model.strings.queue.loading.to_owned(), BoardLook::Muted);
        return BoardView { title, rows: vec![reading], ..BoardView::default() };
    };
    let (strings, clock) = (&model.strings, Clock::of(model));
    let mut head = vec![BoardRow::only(
        fill(texts.buyer_counts, &[("n", &glance.cases), ("open", &glance.open)]),
        BoardLook::Plain,
    )];
    if glance.breaches > 0 {
        let text = fill(texts.buyer_breaches, &[("n", &glance.breaches)]);
        head.push(BoardRow::only(text, BoardLook::Bad));
    }
    if glance.open > 1 {
        head.push(BoardRow::only(texts.buyer_several.to_owned(), BoardLook::Soon));
    }
    if !glance.flags.is_empty() {
        let flags: Vec<String> =
            glance.flags.iter().map(|flag| words::glance_flag(strings, *flag)).collect();
        let list = flags.join(strings.refusal.list_mark);
        head.push(BoardRow::only(fill(texts.buyer_flags, &[("list", &list)]), BoardLook::Soon));
    }
    let mut rows = vec![BoardRow::only(texts.buyer_orders.to_owned(), BoardLook::Heading)];
    for order in &glance.orders {
        let title = order.title.as_ref().map(crate::domain::CleanText::one_line);
        let amount = order.amount.map(|fen| format!("¥{fen}")).unwrap_or_default();
        let text = format!("…{} {}", order.tail, title.unwrap_or_default());
        rows.push(BoardRow::only(text, BoardLook::Plain).with_right(amount));
    }
    none_if(&mut rows, glance.orders.is_empty(), texts.buyer_none);
    rows.push(BoardRow::only(texts.buyer_cases.to_owned(), BoardLook::Heading));
    for case in &glance.history {
        let ended = match (case.open, case.result) {
            (true, _) => texts.buyer_open.to_owned(),
            (false, Some(result)) => words::result(strings, result).to_owned(),
            (false, None) => String::new(),
        };
        let about = words::issue(strings, &case.issue);
        let text = format!("#{} {about} · {}", case.id, clock.in_full(case.opened_at));
        rows.push(BoardRow::only(text, BoardLook::Plain).with_right(ended));
    }
    none_if(&mut rows, glance.history.is_empty(), texts.buyer_none);
    let paid = fill(texts.buyer_paid, &[("amount", &glance.paid)]);
    rows.push(BoardRow::only(paid, BoardLook::Heading));
    for one in &glance.payments {
        let text = format!("#{} ¥{} {}", one.case, one.amount, words::paid_what(strings, one.what));
        rows.push(BoardRow::only(text, BoardLook::Plain).with_right(clock.in_full(one.at)));
    }
    none_if(&mut rows, glance.payments.is_empty(), texts.buyer_none);
    rows.push(BoardRow::only(texts.buyer_deeds.to_owned(), BoardLook::Heading));
    for deed in &glance.deeds {
        let text = format!("#{} {}", deed.case, deed.what.one_line());
        rows.push(BoardRow::only(text, BoardLook::Plain).with_right(clock.in_full(deed.at)));
    }
    none_if(&mut rows, glance.deeds.is_empty(), texts.buyer_none);
    rows.push(BoardRow::only(texts.buyer_similar.to_owned(), BoardLook::Heading));
    let open = model.open.as_ref();
    if open.is_some_and(|open| open.state.knows_wish()) {
        for case in &glance.similar {
            let ended = case.result.map_or("", |result| words::result(strings, result));
            let like = fill(texts.buyer_like, &[("n", &case.like)]);
            let wish = case.wish.map(|wish| words::wish(strings, wish));
            let paid = (case.paid.0 > 0).then(|| format!("¥{}", case.paid));
            let told = [Some(like.as_str()), wish, paid.as_deref(), Some(ended)];
            let right: Vec<&str> =
                told.into_iter().flatten().filter(|one| !one.is_empty()).collect();
            let text = format!("#{} {}", case.id, case.words.one_line());
            rows.push(BoardRow::of(text).with_right(right.join(" · ")));
            let titles = open.map(|open| titles(open, &case.replies, model.lang));
            if let Some(titles) = titles.filter(|titles| !titles.is_empty()) {
                let text = fill(texts.buyer_used, &[("list", &titles)]);
                rows.push(BoardRow::only(text, BoardLook::Muted));
            }
        }
        none_if(&mut rows, glance.similar.is_empty(), texts.buyer_none);
        rows.push(BoardRow::only(texts.buyer_scripts.to_owned(), BoardLook::Heading));
        for (like, reply) in scripts {
            let like = fill(texts.buyer_like, &[("n", like)]);
            rows.push(BoardRow::of(format!("  {}", reply.title)).with_right(like));
        }
        none_if(&mut rows, scripts.is_empty(), texts.buyer_none);
    } else {
        let text = fill(texts.buyer_wish_first, &[("key", &model.key_of(Action::Wish))]);
        rows.push(BoardRow::only(text, BoardLook::Muted));
    }
    BoardView { title, head, rows, foot: Vec::new() }
}

/// What replies are called, as far as the case's playbook has them.
fn titles(open: &OpenCase, replies: &[ReplyId], lang: Lang) -> String {
    let Some(playbook) = &open.playbook else { return String::new() };
    let titles = replies.iter().filter_map(|id| {
        let (_, reply) = playbook.reply(id)?;
        Some(reply.title.get(lang))
    });
    titles.take(3).collect::<Vec<_>>().join(" → ")
}

fn none_if(rows: &mut Vec<BoardRow>, empty: bool, text: &str) {
    if empty {
        rows.push(BoardRow::only(text, BoardLook::Muted));
    }
}
