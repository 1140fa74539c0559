//! **Redress**: a terminal console for people who answer buyers' complaints.
//!
//! The house is built in floors, and a room may use only what stands below it:
//!
//! | floor | module | owns |
//! |---|---|---|
//! | 8 | [`cli`], [`runtime`] | arguments, threads, effects, redraw |
//! | 7 | [`ui`] | the view of the model: layout, panes, overlays, theme, text width |
//! | 6 | [`app`] | the console without a screen: model, messages, actions, effects, update |
//! | 5 | [`store`] | the case file: the only place that speaks SQL |
//! | 5 | [`exchange`] | files in and out |
//! | 4 | [`desk`] | what an agent may do: one command a file, pure decisions |
//! | 3 | [`guide`] | what the buyer's words tell, and which replies fit |
//! | 2 | [`playbook`] | the language of playbooks: schema, compile, check, engine |
//! | 2 | [`standard`] | law, platform and shop rules with source and date |
//! | 1 | [`domain`] | case, message, fact, promise, timer, event, fold, clean text |
//! | – | [`term`] | the terminal itself: session, keys, clipboard |
//! | – | [`config`], [`i18n`] | settings; the texts of the screen |
//!
//! `tests/layers.rs` reads every `use crate::` line against this table.

pub mod app;
pub mod cli;
pub mod config;
pub mod desk;
pub mod domain;
pub mod exchange;
pub mod guide;
pub mod i18n;
pub mod playbook;
pub mod runtime;
pub mod standard;
pub mod store;
pub mod term;
pub mod ui;
