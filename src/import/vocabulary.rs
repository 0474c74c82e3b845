//! The words of a column for what is answered: its own before any of ours, in the language of its headings.

use super::plain::{key, plain};
use super::reading::{Scale, meaning};
use super::words::{Meaning, Table};
use crate::assessment::{Answer, DocumentStatus};
use crate::order::{Index, sort_by};
use crate::questionnaire::Level;

/// A language that sheets are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    German,
    French,
    Spanish,
}

/// Beginnings of words that headings of one language alone have.
const TELLING: [(Language, &str); 3] = [
    (
        Language::German,
        "anwendbar|begrund|umsetzung|verantwort|zustandig|nachweis|frist|massnahme|kontrolle|anforderung|reifegrad|\
         bemerk|anmerk|erfull|kennung|fallig|dokument|ablageort",
    ),
    (
        Language::French,
        "mesure|exigence|etat|statut|echeance|preuve|remarque|commentaire|intitule|titre|proprietaire|applicabilite|\
         conformite|maturite|lien|emplacement",
    ),
    (
        Language::Spanish,
        "medida|requisito|estado|fecha|evidencia|observacion|comentario|titulo|aplica|cumplimiento|madurez|\
         justificacion|dueno|enlace|ubicacion",
    ),
];

impl Language {
    /// By the headings of a sheet.
    pub(crate) fn of<'t>(headings: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut best = (0, Self::English);
        for (language, beginnings) in TELLING {
            let is_so = |word: &str| beginnings.split('|').any(|beginning| word.starts_with(beginning));
            let count = headings.clone().filter(|text| text.len() < 200 && key(text).split(' ').any(is_so)).count();
            if count > best.0 {
                best = (count, language);
            }
        }
        best.1
    }

    /// The levels from 0 to 5, unknown, not applicable, yes, no, and the three states of a document.
    const fn words(self) -> [&'static str; 13] {
        match self {
            Self::English => [
                "Not implemented",
                "Initial",
                "Partially implemented",
                "Implemented",
                "Managed",
                "Optimised",
                "Unknown",
                "Not applicable",
                "Yes",
                "No",
                "Missing",
                "Draft",
                "Approved",
            ],
            Self::German => [
                "Nicht umgesetzt",
                "Initial",
                "Teilweise umgesetzt",
                "Umgesetzt",
                "Gesteuert",
                "Optimiert",
                "Unbekannt",
                "Nicht anwendbar",
                "Ja",
                "Nein",
                "Fehlt",
                "Entwurf",
                "Freigegeben",
            ],
            Self::French => [
                "Non mis en œuvre",
                "Initial",
                "Partiellement mis en œuvre",
                "Mis en œuvre",
                "Géré",
                "Optimisé",
                "Inconnu",
                "Sans objet",
                "Oui",
                "Non",
                "Manquant",
                "Brouillon",
                "Approuvé",
            ],
            Self::Spanish => [
                "No implementado",
                "Initial",
                "Parcialmente implementado",
                "Implementado",
                "Gestionado",
                "Optimizado",
                "Desconocido",
                "No aplicable",
                "Sí",
                "No",
                "Falta",
                "Borrador",
                "Aprobado",
            ],
        }
    }

    fn word(self, wanted: Meaning, table: Table) -> Option<&'static str> {
        let place = match wanted {
            Meaning::Answer(Answer::NotApplicable) if table == Table::Applicable => 9,
            Meaning::Answer(Answer::Level(level)) => usize::from(level.number()),
            Meaning::Answer(Answer::Unknown) => 6,
            Meaning::Answer(Answer::NotApplicable) => 7,
            Meaning::Applicable => 8,
            Meaning::Document(DocumentStatus::Missing) => 10,
            Meaning::Document(DocumentStatus::Draft) => 11,
            Meaning::Document(DocumentStatus::InForce) => 12,
            Meaning::Open => return None,
        };
        self.words().get(place).copied()
    }
}

/// The words of one column.
pub(crate) struct Vocabulary<'a> {
    pub(crate) table: Table,
    pub(crate) scale: Scale,
    pub(crate) language: Language,
    /// What somebody has said about words, by their plain text.
    pub(crate) settled: &'a [(String, Option<Meaning>)],
    /// What its cells say, each once, the most frequent first, with what that means.
    words: Vec<(String, Meaning)>,
    /// Whether its cells are figures.
    figures: bool,
    /// Whether those are followed by a sign of per cent.
    percent: bool,
}

/// What a word means; what somebody has said goes first.
pub(crate) fn means(cell: &str, table: Table, scale: Scale, settled: &[(String, Option<Meaning>)]) -> Option<Meaning> {
    if settled.is_empty() {
        return meaning(cell, table, scale);
    }
    let cell_key = plain(cell);
    match settled.iter().find(|(word, _)| *word == cell_key) {
        Some((_, means)) => *means,
        None => meaning(cell, table, scale),
    }
}

fn is_figure(text: &str) -> bool {
    let digits = text.trim_end_matches('%').trim_end();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

impl<'a> Vocabulary<'a> {
    /// `is_level`: whether the column is headed as one of levels, which are figures where nothing says otherwise.
    pub(crate) fn of<'t>(
        cells: impl Iterator<Item = &'t str>,
        (table, scale, language): (Table, Scale, Language),
        settled: &'a [(String, Option<Meaning>)],
        is_level: bool,
    ) -> Self {
        let (mut places, mut counted) = (Index::default(), Vec::<(&str, usize)>::new());
        for cell in cells.filter(|cell| !cell.is_empty() && cell.len() <= 200) {
            let place = places.place(String::from(cell), counted.len());
            match counted.get_mut(place) {
                Some((_, count)) => *count = count.saturating_add(1),
                None => counted.push((cell, 1)),
            }
        }
        let percent = counted.iter().any(|(cell, _)| cell.ends_with('%'));
        let mut words: Vec<(usize, String, Meaning)> = Vec::new();
        for (cell, count) in counted {
            if let Some(means) = means(cell, table, scale, settled) {
                words.push((count, String::from(cell), means));
            }
        }
        sort_by(&mut words, &|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        let words: Vec<_> = words.into_iter().map(|(_, word, means)| (word, means)).collect();
        // A remark among figures makes no words of them.
        let figures = if words.is_empty() { is_level } else { words.iter().all(|(word, _)| is_figure(word)) };
        Self { table, scale, language, settled, words, figures, percent }
    }

    pub(crate) fn means(&self, cell: &str) -> Option<Meaning> {
        means(cell, self.table, self.scale, self.settled)
    }

    fn own_word(&self, wanted: Meaning) -> Option<String> {
        self.words.iter().find(|(_, means)| *means == wanted).map(|(word, _)| word.clone())
    }

    /// The word that says this, and whether it says less than was answered: a sheet without a word for what is better
    /// than done says that it is done.
    pub(crate) fn word(&self, wanted: Meaning) -> Option<(String, bool)> {
        if let Some(word) = self.own_word(wanted) {
            return Some((word, false));
        }
        let Meaning::Answer(Answer::Level(level)) = wanted else {
            let word = if self.figures { None } else { self.language.word(wanted, self.table) };
            return word.map(|word| (String::from(word), false));
        };
        let number = level.number();
        if self.figures && matches!(self.scale, Scale::Levels | Scale::Words(_)) && !self.percent {
            let mut digits = String::new();
            crate::json::push_integer(&mut digits, u64::from(number));
            return Some((digits, false));
        }
        let at = |number: u8| {
            Level::new(i64::from(number)).and_then(|level| self.own_word(Meaning::Answer(Answer::Level(level))))
        };
        let coarser = match number {
            4 => at(3),
            5 => at(4).or_else(|| at(3)),
            1 => at(2),
            _ => None,
        };
        if let Some(word) = coarser {
            return Some((word, true));
        }
        if self.figures {
            let share = match (self.scale, self.percent) {
                (Scale::Fraction, false) => ["0", "0.25", "0.5", "1"],
                (_, true) => ["0%", "25%", "50%", "100%"],
                (_, false) => ["0", "25", "50", "100"],
            };
            let text = share.get(usize::from(number.min(3))).copied().unwrap_or_default();
            return Some((String::from(text), number > 3));
        }
        let word = self.language.word(wanted, self.table).map(String::from);
        word.map(|word| (word, false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_ours_is_read_as_it_is_meant() {
        let level = |number| Level::new(number).map(|level| Meaning::Answer(Answer::Level(level))).unwrap();
        let wanted: Vec<(Meaning, Table)> = (0..6)
            .map(|number| (level(number), Table::Status))
            .chain([
                (Meaning::Answer(Answer::Unknown), Table::Status),
                (Meaning::Answer(Answer::NotApplicable), Table::Status),
                (Meaning::Answer(Answer::NotApplicable), Table::Applicable),
                (Meaning::Applicable, Table::Applicable),
            ])
            .chain(DocumentStatus::ALL.map(|status| (Meaning::Document(status), Table::Document)))
            .collect();
        for language in [Language::English, Language::German, Language::French, Language::Spanish] {
            for (wanted, table) in &wanted {
                let word = language.word(*wanted, *table).unwrap();
                assert_eq!(meaning(word, *table, Scale::Levels), Some(*wanted), "{word}");
            }
        }
    }

    #[test]
    fn a_column_says_it_in_its_own_words() {
        let of = |cells: &[&str], wanted: i64| {
            let level = Level::new(wanted).map(|level| Meaning::Answer(Answer::Level(level))).unwrap();
            let scale = crate::import::reading::scale("", cells);
            Vocabulary::of(cells.iter().copied(), (Table::Status, scale, Language::German), &[], false).word(level)
        };
        let said = |text: &str, coarser| Some((String::from(text), coarser));
        assert_eq!(of(&["Erfüllt", "offen", "Erfüllt", "ok"], 3), said("Erfüllt", false));
        assert_eq!(of(&["Erfüllt", "offen"], 5), said("Erfüllt", true));
        assert_eq!(of(&["offen"], 3), said("Umgesetzt", false));
        assert_eq!(of(&["0", "3"], 4), said("4", false));
        assert_eq!(of(&["0%", "80%"], 2), said("80%", false));
        assert_eq!(of(&["0%", "80%"], 4), said("100%", true));
        assert_eq!(of(&["0%", "80%"], 3), said("100%", false));
        assert_eq!(of(&["0", "30", "80"], 1), said("30", false));
        assert_eq!(of(&["0", "80"], 1), said("80", true));
        assert_eq!(of(&[], 1), said("Initial", false));
    }

    #[test]
    fn headings_tell_their_language() {
        let of = |headings: &[&str]| Language::of(headings.iter().copied());
        assert_eq!(of(&["Control", "Status"]), Language::English);
        assert_eq!(of(&["Nr.", "Anwendbar", "Status"]), Language::German);
        assert_eq!(of(&["Mesure", "État"]), Language::French);
        assert_eq!(of(&["Control", "Estado", "Responsable"]), Language::Spanish);
    }
}
