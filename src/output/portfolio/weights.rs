//! What a reviewer finds more or less important. The figure that comes of it is the reviewer's own, not the method's.

use super::Figures;
use crate::catalog::Edition;
use crate::error::ReadinessError;
use crate::score_range::{ScoreRange, basis_points};
use crate::scoring::AreaScore;

/// The most that a topic may weigh.
const MOST: u32 = 100;

/// Weights by key of an area; what is not named weighs 1.
#[derive(Debug, Default)]
pub struct Weights(Figures);

impl Weights {
    /// Reads a JSON object of whole numbers from 0 to 100 by keys of areas of either edition.
    ///
    /// # Errors
    /// When it is none; the subject is the path.
    pub fn read(text: &str) -> Result<Self, ReadinessError> {
        let is_known = |edition: Edition, key: &str| edition.area_index(key).is_some();
        Figures::read(text, &is_known, words!("error.area"), MOST, words!("error.weight")).map(Self)
    }

    /// The weighted mean of the scores of areas, rounded half up; none where everything that has a score weighs nothing.
    #[must_use]
    pub fn score(&self, areas: &[AreaScore]) -> Option<ScoreRange> {
        let (mut low, mut high, mut all) = (0_u64, 0_u64, 0_u64);
        for area in areas {
            let Some(score) = area.score else { continue };
            let weight = self.0.get(area.key).map_or(1, u64::from);
            low = low.saturating_add(weight.saturating_mul(u64::from(score.low())));
            high = high.saturating_add(weight.saturating_mul(u64::from(score.high())));
            all = all.saturating_add(weight);
        }
        let whole = all.saturating_mul(u64::from(crate::score_range::WHOLE));
        (all > 0).then(|| ScoreRange::new(basis_points(low, whole), basis_points(high, whole)))
    }
}
