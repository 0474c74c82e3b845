//! What a reviewer finds more or less important. The figure that comes of it is the reviewer's own, not the method's.

use crate::catalog::Edition;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::Reader;
use crate::order::Index;
use crate::score_range::{ScoreRange, basis_points};
use crate::scoring::AreaScore;

/// The most that a topic may weigh.
const MOST: u32 = 100;

/// Weights by key of an area; what is not named weighs 1.
#[derive(Debug, Default)]
pub struct Weights {
    places: Index,
    weights: Vec<u32>,
}

impl Weights {
    /// Reads a JSON object of whole numbers from 0 to 100 by keys of areas of either edition.
    ///
    /// # Errors
    /// When it is none; the subject is the path.
    pub fn read(text: &str) -> Result<Self, ReadinessError> {
        let mut it = Self::default();
        let mut reader = Reader::new(text)?;
        reader.object(&mut |r, key| {
            if [Edition::E2013, Edition::E2022].iter().all(|edition| edition.area_index(key).is_none()) {
                return Err(r.error(ErrorCode::UnknownId, words!("error.area")));
            }
            it.places.place(String::from(key), it.weights.len());
            it.weights.push(r.integer_within(0, MOST, words!("error.weight"))?);
            Ok(())
        })?;
        reader.end()?;
        Ok(it)
    }

    /// The weighted mean of the scores of areas, rounded half up; none where everything that has a score weighs nothing.
    #[must_use]
    pub fn score(&self, areas: &[AreaScore]) -> Option<ScoreRange> {
        let (mut low, mut high, mut all) = (0_u64, 0_u64, 0_u64);
        for area in areas {
            let Some(score) = area.score else { continue };
            let weight =
                self.places.get(area.key).and_then(|place| self.weights.get(place)).map_or(1, |it| u64::from(*it));
            low = low.saturating_add(weight.saturating_mul(u64::from(score.low())));
            high = high.saturating_add(weight.saturating_mul(u64::from(score.high())));
            all = all.saturating_add(weight);
        }
        let whole = all.saturating_mul(u64::from(crate::score_range::WHOLE));
        (all > 0).then(|| ScoreRange::new(basis_points(low, whole), basis_points(high, whole)))
    }
}
