//! The windows over the panes, one file each.

mod board;
mod buyer_type;
mod clocks;
mod close;
mod confirm;
mod desk;
mod exhibit_form;
mod exhibits;
mod fact_form;
mod facts;
mod field;
mod findings;
mod form;
mod heard;
mod help;
mod history;
mod mood;
mod options;
mod page;
mod palette;
mod paste;
mod playbooks;
mod points;
mod promise_form;
mod promises;
mod reply_search;
mod slip;
mod steps;
mod timeline;
mod upgrade;

use super::canvas::Canvas;
use crate::app::Overlay;
use ratatui::layout::Rect;

/// Draws the window on top over `body`.
pub(super) fn draw(canvas: &mut Canvas<'_>, overlay: &Overlay, body: Rect) {
    let sheet = match overlay {
        Overlay::Help { scroll, group } => help::sheet(canvas, (*scroll, *group), body),
        Overlay::Palette(palette) => palette::sheet(canvas, palette, body),
        Overlay::Facts(facts) => facts::sheet(canvas, facts),
        Overlay::FactForm(form) => fact_form::sheet(canvas, form, body),
        Overlay::Exhibits(exhibits) => exhibits::sheet(canvas, exhibits, body),
        Overlay::ExhibitForm(form) => exhibit_form::sheet(canvas, form, body),
        Overlay::Steps(choice) => steps::sheet(canvas, choice),
        Overlay::Clocks(clocks) => clocks::sheet(canvas, clocks, body),
        Overlay::PromiseForm(form) => promise_form::sheet(canvas, form, body),
        Overlay::BuyerType(choice) => buyer_type::sheet(canvas, choice),
        Overlay::Page(page) => page::sheet(canvas, page, body),
        Overlay::Upgrade(report) => upgrade::sheet(canvas, report, body),
        Overlay::Timeline(timeline) => timeline::sheet(canvas, timeline),
        Overlay::Promises(promises) => promises::sheet(canvas, promises),
        Overlay::Mood(choice) => mood::sheet(canvas, choice),
        Overlay::Close(form) => close::sheet(canvas, form, body),
        Overlay::Playbooks(choice) => playbooks::sheet(canvas, choice, body),
        Overlay::Paste(preview) => paste::sheet(canvas, preview, body),
        Overlay::Board(board) => board::sheet(canvas, board, body),
        Overlay::Slip(form) => slip::sheet(canvas, form, body),
        Overlay::Desk(list) => desk::sheet(canvas, *list, body),
        Overlay::Form(filled) => form::sheet(canvas, filled, body),
        Overlay::Options(list) => options::sheet(canvas, *list),
        Overlay::Points(list) => points::sheet(canvas, *list),
        Overlay::History(fact) => history::sheet(canvas, fact),
        Overlay::Findings(list) => findings::sheet(canvas, list, body),
        Overlay::Overrule(form) => findings::overrule(canvas, form, body),
        Overlay::ReplySearch(search) => reply_search::sheet(canvas, search, body),
        Overlay::Heard(list) => heard::sheet(canvas, list),
        Overlay::Confirm(question) => confirm::sheet(canvas, question, body),
    };
    sheet.draw(canvas, body);
}
