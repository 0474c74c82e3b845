//! How many inputs there are, and the numbers that they are made from.

const EVERY_DAY: u64 = 200_000;

fn from_environment(names: &[&str], otherwise: u64) -> u64 {
    names.iter().find_map(|name| std::env::var(name).ok()?.parse().ok()).unwrap_or(otherwise)
}

/// How many inputs of a sort to try: a share of all, since some sorts cost more.
pub fn inputs(share: u64) -> u64 {
    from_environment(&["FUZZ_INPUTS", "FUZZ_CASES"], EVERY_DAY).div_ceil(share)
}

/// SplitMix64: small, seeded, and good enough to vary bytes.
pub struct Random(u64);

impl Random {
    pub fn of(test: u64) -> Self {
        Self(from_environment(&["FUZZ_SEED"], 27001).wrapping_mul(1_000_003).wrapping_add(test))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Under `end`; 0 if that is 0.
    pub fn under(&mut self, end: usize) -> usize {
        let place = u128::from(self.next()).wrapping_mul(u128::try_from(end).unwrap()) >> 64;
        usize::try_from(place).unwrap()
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.under(n) == 0
    }

    pub fn of_these<'a, T: ?Sized>(&mut self, these: &[&'a T]) -> &'a T {
        these.get(self.under(these.len())).unwrap()
    }

    pub fn byte(&mut self) -> u8 {
        u8::try_from(self.next() & 0xff).unwrap()
    }
}
