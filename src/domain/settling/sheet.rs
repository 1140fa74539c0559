//! The points said back to the buyer, and the places in the conversation one comes back to.

use super::super::{FactId, MessageNo};
use super::named::named;
use serde::{Deserialize, Serialize};

named! {
    /// A place in the conversation.
    Mark {
        /// Where it happened.
        Occurrence = "occurrence",
        /// The first enquiry.
        Enquiry = "enquiry",
        /// A promise.
        Promise = "promise",
        /// The order.
        Order = "order",
        /// The complaint.
        Complaint = "complaint",
    }
}

named! {
    /// What the buyer says to a point.
    PointAnswer {
        /// That is right.
        Confirmed = "confirmed",
        /// That is not right, and this is how it was.
        Corrected = "corrected",
    }
}

/// One point said back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// What was said.
    pub text: String,
    /// The fact it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<FactId>,
    /// What the buyer said to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<PointAnswer>,
}

/// The points of one reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restated {
    /// The reply.
    pub message: MessageNo,
    /// Its points, in order.
    pub points: Vec<Point>,
}
