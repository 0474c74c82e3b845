//! The levels that an answer can have, and the level that an organisation aims at.

/// A maturity level: 0 Absent, 1 Ad hoc, 2 Developing, 3 Defined, 4 Managed, 5 Optimizing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 6] = [Self(0), Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The level with this number, if it is one of 0 to 5.
    pub fn new(number: i64) -> Option<Self> {
        u8::try_from(number).ok().filter(|number| *number <= 5).map(Self)
    }

    /// 0 to 5.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

/// The level that an organisation aims at: 1 to 5, by default 3 (Defined). An auditor judges against the standard, so it
/// moves no verdict: a target above 3 has a score of its own, and one below counts as 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Target(u8);

impl Target {
    /// The target with this number, if it is one of 1 to 5.
    pub fn new(number: i64) -> Option<Self> {
        u8::try_from(number).ok().filter(|number| (1..=5).contains(number)).map(Self)
    }

    /// 1 to 5.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl Default for Target {
    fn default() -> Self {
        Self(3)
    }
}
