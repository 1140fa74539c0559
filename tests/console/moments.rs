//! Chance with a fixed seed: the same moments every time, as far as a clock allows.

/// A small generator.
pub(crate) struct Seed(u64);

impl Seed {
    pub(crate) const fn new(lane: u64) -> Self {
        Self(0x5eed_0022_1122 + lane)
    }

    /// A number below a bound.
    pub(crate) const fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}
