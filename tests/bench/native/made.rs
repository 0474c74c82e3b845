//! Made assessments: the same in each run, of the sizes that people send.

use iso27001_readiness::ReadinessError;
use iso27001_readiness::assessment::{Annotation, Answer, Assessment, DocumentStatus, OrganisationChange};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::envelope::seal;

/// What is made.
#[derive(Clone, Copy)]
pub enum Size {
    /// A third of the answers, some 3 KB.
    Begun,
    /// All answers, half of them with a note and an owner, and the documents: some 13 KB.
    Whole,
    /// The result of a whole one, as a portal receives it: some 50 KB.
    Result,
}

impl Size {
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "begun" => Some(Self::Begun),
            "whole" => Some(Self::Whole),
            "result" => Some(Self::Result),
            _ => None,
        }
    }
}

/// SplitMix64: small and seeded.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn under(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn of<'a>(&mut self, these: &[&'a str]) -> &'a str {
        let at = self.under(u64::try_from(these.len()).unwrap_or(1));
        usize::try_from(at).ok().and_then(|at| these.get(at)).copied().unwrap_or_default()
    }
}

const NOTES: [&str; 5] = [
    "Reviewed in the last quarter; see the minutes.",
    "Prüfung läuft, Nachweis folgt.",
    "Two systems are still open.",
    "The process is written down and \"lived\" in three of four offices.",
    "",
];
const OWNERS: [&str; 4] = ["Ana Petrović", "B. Schmidt", "Security lead", ""];

/// The text of the assessment with this number, on one line.
///
/// # Errors
/// When the crate refuses what is said here.
pub fn text(number: u64, size: Size) -> Result<String, ReadinessError> {
    let mut chance = Random(number);
    let edition = if chance.under(10) == 0 { Edition::E2013 } else { Edition::E2022 };
    let mut it = Assessment::new(edition);
    let now = "2026-11-23T10:00:00Z";
    it.identify(&format!("made-{number}"), now)?;
    let name = OrganisationChange { name: Some(format!("Organisation {number}")), ..OrganisationChange::default() };
    it.set_organisation(name, now)?;
    // What one organisation does lies around one level.
    let usual = chance.under(5);
    let answer = |chance: &mut Random| match chance.under(20) {
        0 => Ok(Answer::Unknown),
        nearby => Answer::level(i64::try_from((usual + nearby % 3).clamp(1, 6) - 1).unwrap_or(0)),
    };
    // One in four has done the quick scan.
    let scanned = if chance.under(4) == 0 { edition.areas() } else { &[] };
    for area in scanned {
        it.respond(&format!("area:{}", area.key), answer(&mut chance)?, now)?;
    }
    for requirement in edition.requirements() {
        match size {
            Size::Begun if chance.under(3) > 0 => continue,
            _ if requirement.is_control() && chance.under(40) == 0 => {
                it.exclude(requirement, "No such system.", now)?
            }
            _ => it.respond(requirement, answer(&mut chance)?, now)?,
        }
        if matches!(size, Size::Whole | Size::Result) && chance.under(2) == 0 {
            let annotation = Annotation {
                note: Some(chance.of(&NOTES).into()),
                owner: Some(chance.of(&OWNERS).into()),
                ..Annotation::default()
            };
            it.annotate(requirement, annotation, now)?;
        }
    }
    if !matches!(size, Size::Begun) {
        for document in edition.documents() {
            let status = match chance.under(4) {
                0 => DocumentStatus::Missing,
                1 => DocumentStatus::Draft,
                _ => DocumentStatus::InForce,
            };
            it.set_document(document.key, status, now)?;
        }
    }
    Ok(if matches!(size, Size::Result) { seal(&it) } else { it.to_json() })
}
