//! The figures of the method, each by its name. Shares are in percent, and compared exactly.

/// What the clauses weigh in the overall score, of 100: they are what an auditor certifies.
pub const CLAUSES_WEIGHT: u8 = 50;
/// What Annex A weighs, of 100: it supports risk treatment.
pub const CONTROLS_WEIGHT: u8 = 30;
/// What the required documents weigh, of 100: they show both.
pub const DOCUMENTS_WEIGHT: u8 = 20;
/// The level that is conformity: agreed, done whenever it is due, and provable.
pub const CONFORMITY_LEVEL: u8 = 3;
/// The level that is well under way.
pub const UNDER_WAY_LEVEL: u8 = 2;
/// Above this share of an edition's controls that are rarely excluded, all of their exclusions are refused.
pub const UNUSUAL_EXCLUSIONS_PERCENT: u32 = 25;
/// How many touched requirements of a clause or an area a further major needs at least.
pub const ACCUMULATED_LEAST: u32 = 3;
/// Above this share of the weight of a clause, or of the controls of an area, small faults are a large one.
pub const ACCUMULATED_PERCENT: u32 = 50;
/// Above this share of the weight of all applicable requirements they are one of the whole system.
pub const SYSTEM_PERCENT: u32 = 10;
/// The least share of the applicable controls that conform before stage 2.
pub const CONTROLS_CONFORM_PERCENT: u32 = 80;
/// The least share of the applicable controls of each area that are well under way before stage 2.
pub const AREA_UNDER_WAY_PERCENT: u32 = 50;
