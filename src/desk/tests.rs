//! Every command against the shipped playbooks, and properties over random sequences of them.

mod backed;
mod chores;
mod closing;
mod counter;
mod facts;
mod language;
mod noted;
mod opening;
mod owed;
mod promises;
mod properties;
mod receiving;
mod returns;
mod sending;
mod settled;
mod settling;
mod stake;
mod steps;
mod taking_back;
mod tools;
mod walking;
