//! What a complaint is worth in money: the band within which it makes sense to pay, what a dispute
//! could cost, and which of the two is dearer. Whole fen; what is not known makes nothing up.

mod band;
mod exposure;
mod weigh;

pub use band::{Band, BandOf, band};
pub use exposure::{Exposed, Exposure, Setting, exposure};
pub use weigh::{Advice, Weighed, weigh};
