//! The playbook language.
