//! The questionnaire in English. A second language is a second folder of the same shape.

mod areas;
mod clauses_2013;
mod clauses_2022;
mod controls_2013_a12_a18;
mod controls_2013_a5_a11;
mod controls_2022_a5;
mod controls_2022_a6_a7;
mod controls_2022_a8;
mod documents;
mod levels;

use super::{AreaQuestion, Question};
use crate::catalog::Edition;

pub(super) use documents::DOCUMENTS;
pub(super) use levels::{LEVEL_LINES, LEVELS};

/// The questions of an edition in catalog order, in pieces.
pub(super) fn questions(edition: Edition) -> impl Iterator<Item = &'static [Question]> {
    let pieces: [&[Question]; 4] = match edition {
        Edition::E2013 => [
            &clauses_2013::CLAUSES_2013,
            &controls_2013_a5_a11::CONTROLS_2013_A5_A11,
            &controls_2013_a12_a18::CONTROLS_2013_A12_A18,
            &[],
        ],
        Edition::E2022 => [
            &clauses_2022::CLAUSES_2022,
            &controls_2022_a5::CONTROLS_2022_A5,
            &controls_2022_a6_a7::CONTROLS_2022_A6_A7,
            &controls_2022_a8::CONTROLS_2022_A8,
        ],
    };
    pieces.into_iter()
}

/// The quick questions of an edition, in the order of its areas.
pub(super) fn area_questions(edition: Edition) -> &'static [AreaQuestion] {
    match edition {
        Edition::E2013 => &areas::AREAS_2013,
        Edition::E2022 => &areas::AREAS_2022,
    }
}
