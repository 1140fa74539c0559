//! Who is the buyer and who is the shop.

use super::blocks::{Block, Said};
use super::name;
use crate::domain::Author;
use crate::exchange::outcome::{ReadOptions, Sides};
use std::collections::HashSet;

/// Speakers that are neither side: the platform's staff, and its machines.
const PLATFORM: [&str; 3] = ["淘宝小二", "天猫小二", "平台客服"];
const SYSTEM: [&str; 3] = ["系统消息", "系统提示", "服务助手"];

/// The people of a chat and their parts.
#[derive(Debug)]
pub(super) struct Cast {
    pub buyer: Option<String>,
    /// Speakers nothing is known about, in order of appearance.
    strangers: Vec<String>,
}

impl Cast {
    pub(super) fn of(blocks: &[Block<'_>], options: &ReadOptions) -> Self {
        let taken_over: HashSet<&str> = blocks
            .iter()
            .filter_map(|block| match &block.said {
                Said::HandOver { to, .. } => Some(to.as_str()),
                Said::By(_) | Said::Withdrawn { .. } => None,
            })
            .collect();
        let known = options.known_buyer.as_ref().map(|buyer| buyer.as_str().to_owned());
        let mut strangers: Vec<String> = Vec::new();
        for block in blocks {
            let Said::By(speaker) = &block.said else { continue };
            let ours = name::is_staff(speaker)
                || is_shop(speaker, &options.shop_names)
                || taken_over.contains(speaker.as_str())
                || PLATFORM.contains(&speaker.as_str())
                || SYSTEM.contains(&speaker.as_str());
            if !ours && !strangers.contains(speaker) {
                strangers.push(speaker.clone());
            }
        }
        let Some(known) = known else {
            return Self { buyer: strangers.first().cloned(), strangers };
        };
        if strangers.contains(&known) || strangers.is_empty() {
            return Self { buyer: Some(known), strangers: Vec::new() };
        }
        // Somebody else's chat: its own buyer, so that whoever pasted it can be asked.
        Self { buyer: strangers.first().cloned(), strangers }
    }

    pub(super) fn author_of(&self, speaker: &str) -> Author {
        if self.buyer.as_deref() == Some(speaker) {
            Author::Buyer
        } else if PLATFORM.contains(&speaker) {
            Author::Platform
        } else if SYSTEM.contains(&speaker) {
            Author::System
        } else {
            Author::Agent
        }
    }

    pub(super) fn sides(&self) -> Sides {
        match self.strangers.split_first() {
            Some((buyer, ours)) if !ours.is_empty() => {
                Sides::Ambiguous { buyer: buyer.clone(), ours: ours.to_vec() }
            }
            Some(_) | None => Sides::Known,
        }
    }
}

fn is_shop(speaker: &str, shop_names: &[String]) -> bool {
    shop_names.iter().any(|name| name == speaker)
}
