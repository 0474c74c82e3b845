//! What a status word means, in four languages and in the scales of known sheets. The table is shown before it is used, and
//! any word can be given another meaning.

use super::plain::{key, plain};
use crate::assessment::{Answer, DocumentStatus};
use crate::json::{Json, Value};
use crate::questionnaire::Level;

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Meaning {
    /// An answer: a level, unknown, or not applicable.
    Answer(Answer),
    /// That a control applies, whatever its state.
    Applicable,
    /// That nothing is decided yet.
    Open,
    /// The state of a document.
    Document(DocumentStatus),
}

impl Meaning {
    /// The meaning with this name: a digit from 0 to 5, `unknown`, `not-applicable`, `applicable`, `open`, or the status of
    /// a document.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "unknown" => Some(Self::Answer(Answer::Unknown)),
            "not-applicable" => Some(Self::Answer(Answer::NotApplicable)),
            "applicable" => Some(Self::Applicable),
            "open" => Some(Self::Open),
            _ => DocumentStatus::from_name(name).map(Self::Document).or_else(|| {
                let number = name.parse().ok().filter(|_| name.len() == 1)?;
                Level::new(number).map(|level| Self::Answer(Answer::Level(level)))
            }),
        }
    }
}

impl Json for Meaning {
    fn json(&self) -> Value<'_> {
        match self {
            Self::Answer(answer) => answer.json(),
            Self::Applicable => Value::Text("applicable"),
            Self::Open => Value::Text("open"),
            Self::Document(status) => status.json(),
        }
    }
}

/// Which table a word is looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Table {
    Status,
    Applicable,
    Document,
}

impl Table {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Applicable => "applicable",
            Self::Document => "document",
        }
    }
}

/// How the figures of a column are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// 0 to 5.
    Levels,
    /// 0 to 100.
    Percent,
    /// 0 to 1.
    Fraction,
    /// Up to 10, and nothing says of what.
    Open,
}

const NOT_APPLICABLE: &str = "\
    n a|na|not applicable|nicht anwendbar|nicht relevant|nicht zutreffend|entfallt|sans objet|\
    non applicable|s o|no aplica|no aplicable|excluded|exclude|ausgeschlossen|exclu|excluido|out of scope|\
    not in scope|n z|entbehrlich|nao aplicavel";
const UNKNOWN: &str = "\
    unknown|not assessed|not known|don t know|dont know|nicht bewertet|nicht gepruft|unbekannt|inconnu|\
    non evalue|desconocido|no evaluado|tbd|to be determined|to be assessed|not checked|unclear|unklar";
const CONFORMING: &str = "\
    implemented|fully implemented|yes|y|ja|j|oui|o|si|done|complete|completed|compliant|conform|conforms|\
    conforming|conformant|conformity|fully compliant|full|fully|erfullt|vollstandig|vollstandig erfullt|\
    umgesetzt|vollstandig umgesetzt|implementiert|konform|ok|in place|conforme|mis en oeuvre|realise|\
    implementado|implantado|cumple|cumplido|green|grun|vert|verde|closed|true|wahr|vrai|verdadero|met|\
    satisfied|ofi|opportunity for improvement|defined|definiert|defini|definido|established|checked|✓|✔|☑|✅|🟢|●";
const PARTLY: &str = "\
    partial|partially|partly|partially implemented|partly implemented|partially compliant|partly compliant|\
    partially conforming|teilweise|teilweise umgesetzt|teilweise erfullt|teilweise konform|teils|\
    in umsetzung|in arbeit|in bearbeitung|partiel|partielle|partiellement|partiellement conforme|\
    partiellement mis en oeuvre|en cours|parcial|parcialmente|parcialmente implementado|\
    parcialmente conforme|en curso|en progreso|en proceso|in progress|ongoing|started|begonnen|developing|\
    limited|repeatable|wiederholbar|reproductible|amber|yellow|orange|gelb|jaune|amarillo|minor nc|minor|\
    minor nonconformity|minor non conformity|nebenabweichung|non conformite mineure|no conformidad menor|🟡|\
    🟠|◑|◕";
const BEGUN: &str = "initial|ad hoc|adhoc|performed|initialisiert|informal|◔";
const MANAGED: &str =
    "managed|quantitatively managed|managed and measurable|gesteuert|gemanagt|gere|gestionado|measured";
const OPTIMIZED: &str = "optimized|optimised|optimizing|optimising|optimiert|optimierend|optimise|optimizado";
const ABSENT: &str = "\
    not implemented|not satisfied|no|n|nein|non|not done|not compliant|non compliant|noncompliant|not conforming|\
    nicht umgesetzt|nicht erfullt|nicht konform|nicht vorhanden|offen|open|non conforme|non mis en oeuvre|\
    no implementado|no conforme|no cumple|nonexistent|non existent|not existent|inexistant|inexistente|\
    absent|none|red|rot|rouge|rojo|major nc|major|major nonconformity|major non conformity|hauptabweichung|\
    non conformite majeure|no conformidad mayor|nonconformity|planned|geplant|in planung|planifie|prevu|\
    planificado|to do|todo|not started|nicht begonnen|false|falsch|faux|falso|missing|fehlt|manquant|falta|\
    fail|failed|noch nicht umgesetzt|no implantado|✗|✘|☒|☐|❌|🔴";
const YES: &str = "\
    yes|y|ja|j|oui|o|si|s|sim|x|1|true|wahr|vrai|verdadero|applicable|anwendbar|aplicable|aplica|included|\
    include|in scope|relevant|zutreffend|✓|✔|☑|✅";
const NO: &str = "no|n|nein|non|nao|0|false|falsch|faux|falso|✗|✘|☒|☐|❌";
const UNDECIDED: &str = "open|undecided|offen|tbd|not set|a definir";
const IN_FORCE: &str = "\
    in force|approved|published|in kraft|freigegeben|veroffentlicht|en vigueur|approuve|publie|vigente|\
    aprobado|publicado|yes|ja|oui|si|done|final|complete|vorhanden|exists";
const DRAFT: &str = "\
    draft|entwurf|in arbeit|in bearbeitung|brouillon|projet|en cours|borrador|en curso|in progress|\
    in review|partial|partially|teilweise";
const NOT_THERE: &str =
    "missing|fehlt|manquant|falta|absent|no|nein|non|none|not available|nicht vorhanden|to do|open|offen";

/// Whether a word is one of a list.
pub(super) fn is_of(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split('|').any(|one| one == word)
}

/// A number with up to three decimals, in thousandths.
fn thousandths(text: &str) -> Option<u32> {
    let (whole, decimals) = match text.split_once(['.', ',']) {
        Some((whole, decimals)) if (1..=3).contains(&decimals.len()) => (whole, decimals),
        Some(_) => return None,
        None => (text, ""),
    };
    if whole.is_empty() || whole.len() > 4 || !whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut value: u32 = whole.parse().ok()?;
    for place in 0..3 {
        let digit = decimals.as_bytes().get(place).map_or(0, |digit| u32::from(digit.saturating_sub(b'0')));
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    Some(value)
}

/// How the figures among these cells are meant, below this heading.
pub(crate) fn scale<'a>(heading: &str, cells: impl Iterator<Item = &'a str>) -> Scale {
    let (mut most, mut decimals) = (0, false);
    for cell in cells {
        if let Some(value) = thousandths(cell.trim()) {
            most = most.max(value);
            decimals |= value % 1000 != 0;
        }
    }
    match most {
        0..=1000 if decimals => Scale::Fraction,
        1001.. if heading.contains('%') => Scale::Percent,
        0..=5000 => Scale::Levels,
        5001..=10_000 => Scale::Open,
        _ => Scale::Percent,
    }
}

/// A share of what is to be done, in thousandths of the whole: all of it is conformity, never more.
fn of_share(share: u32) -> Option<Meaning> {
    let level = match share {
        0 => 0,
        1..=333 => 1,
        334..=999 => 2,
        1000 => 3,
        _ => return None,
    };
    Level::new(level).map(|level| Meaning::Answer(Answer::Level(level)))
}

/// What a figure means: "3", "3.0", "3/5", "60 %", "Level 3", "3 - Defined".
fn of_figure(text: &str, scale: Scale) -> Option<Meaning> {
    let level = |value: u32| Level::new(i64::from(value)).map(|level| Meaning::Answer(Answer::Level(level)));
    if let Some(percent) = text.strip_suffix('%') {
        return of_share(thousandths(percent.trim_end())?.checked_div(100)?);
    }
    let bare = "level|stufe|reifegrad|niveau|nivel|maturity|l"
        .split('|')
        .find_map(|word| text.strip_prefix(word).map(str::trim_start))
        .unwrap_or(text);
    if let Some(value) = thousandths(bare) {
        return match scale {
            Scale::Levels => level(value.checked_div(1000)?),
            Scale::Open => None,
            Scale::Percent => of_share(value.checked_div(100)?),
            Scale::Fraction => of_share(value),
        };
    }
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = bare.split_at_checked(digits)?;
    let value: u32 = number.parse().ok().filter(|_| number.len() == 1)?;
    // "3/5", "3 of 5", "3 - Defined", "3: Defined", "3 (Defined)"; but not "3rd" or "3 years ago in 2021".
    let behind = rest.trim_start();
    let is_scale = matches!(key(behind).as_str(), "5" | "of 5" | "von 5" | "sur 5" | "de 5");
    let is_named =
        behind.starts_with(['-', ':', '(', '.', '=']) || (rest.starts_with(' ') && of_word(&key(behind)).is_some());
    if is_scale || is_named { level(value) } else { None }
}

fn of_word(word: &str) -> Option<Meaning> {
    let level = |number| Level::new(number).map(|level| Meaning::Answer(Answer::Level(level)));
    if is_of(NOT_APPLICABLE, word) {
        return Some(Meaning::Answer(Answer::NotApplicable));
    }
    if is_of(UNKNOWN, word) {
        return Some(Meaning::Answer(Answer::Unknown));
    }
    [ABSENT, BEGUN, PARTLY, CONFORMING, MANAGED, OPTIMIZED]
        .into_iter()
        .zip(0..)
        .find(|(words, _)| is_of(words, word))
        .and_then(|(_, number)| level(number))
}

/// What a cell of a column means; `None` for a word that nobody has given a meaning.
pub(crate) fn meaning(cell: &str, table: Table, scale: Scale) -> Option<Meaning> {
    if cell.len() > 200 {
        return None;
    }
    let text = plain(cell);
    let word = key(&text);
    match table {
        Table::Status => of_figure(&text, scale).or_else(|| of_word(&word)).or_else(|| {
            // "Implemented (2024)", "3 Defined (provisional)": what stands in brackets explains, unless it says otherwise.
            let explained = text.split_once('(').and_then(|(before, inside)| {
                let said = of_figure(before.trim_end(), scale).or_else(|| of_word(&key(before)));
                said.filter(|_| of_word(&key(inside)).is_none_or(|other| said == Some(other)))
            });
            explained.or_else(|| is_of(UNDECIDED, &word).then_some(Meaning::Open))
        }),
        Table::Applicable if is_of(YES, &word) => Some(Meaning::Applicable),
        Table::Applicable if is_of(NO, &word) || is_of(NOT_APPLICABLE, &word) => {
            Some(Meaning::Answer(Answer::NotApplicable))
        }
        Table::Applicable => is_of(UNDECIDED, &word).then_some(Meaning::Open),
        Table::Document => {
            let found = [
                (IN_FORCE, DocumentStatus::InForce),
                (DRAFT, DocumentStatus::Draft),
                (NOT_THERE, DocumentStatus::Missing),
            ];
            let status = found.into_iter().find(|(words, _)| is_of(words, &word));
            match status {
                Some((_, status)) => Some(Meaning::Document(status)),
                None => is_of(UNDECIDED, &word).then_some(Meaning::Open),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cell: &str) -> Option<Meaning> {
        meaning(cell, Table::Status, Scale::Levels)
    }

    fn level(number: i64) -> Option<Meaning> {
        Level::new(number).map(|level| Meaning::Answer(Answer::Level(level)))
    }

    #[test]
    fn no_word_of_the_lists_holds_a_space_at_its_ends() {
        let lists =
            [NOT_APPLICABLE, UNKNOWN, CONFORMING, PARTLY, BEGUN, MANAGED, OPTIMIZED, ABSENT, YES, NO, UNDECIDED];
        let lists = lists.into_iter().chain([IN_FORCE, DRAFT, NOT_THERE]);
        for word in lists.flat_map(|words| words.split('|')) {
            assert!(!word.is_empty() && word.trim() == word, "{word:?}");
        }
    }

    #[test]
    fn words_and_figures_mean_levels() {
        for (cell, number) in [
            ("Implemented", 3),
            ("Teilweise umgesetzt", 2),
            ("Non conforme", 0),
            ("No implementado", 0),
            ("OPTIMISED", 5),
            ("Managed", 4),
            ("Initial", 1),
            ("3", 3),
            ("3.0", 3),
            ("2,5", 2),
            ("3/5", 3),
            ("4 von 5", 4),
            ("Level 2", 2),
            ("3 - Defined", 3),
            ("1: Initial", 1),
            ("60 %", 2),
            ("100%", 3),
            ("0%", 0),
            ("Reifegrad 4", 4),
            ("✓", 3),
            ("partially_compliant", 2),
            ("Implemented (2024)", 3),
            ("4 Managed", 4),
            ("5", 5),
            ("Done (closed)", 3),
        ] {
            assert_eq!(of(cell), level(number), "{cell}");
        }
        assert_eq!(of("N/A"), Some(Meaning::Answer(Answer::NotApplicable)));
        assert_eq!(of("? Unknown"), Some(Meaning::Answer(Answer::Unknown)));
        for cell in
            ["", "6", "120%", "see ticket", "3rd quarter", "3 years", "not quite", "-1", "1e3", "Implemented (partly)"]
        {
            assert_eq!(of(cell), None, "{cell}");
        }
    }

    #[test]
    fn the_column_says_how_its_figures_are_meant() {
        assert_eq!(scale("", ["0", "3", "5"].into_iter()), Scale::Levels);
        assert_eq!(scale("", ["0", "80", "5"].into_iter()), Scale::Percent);
        assert_eq!(scale("", ["0", "0.5", "1"].into_iter()), Scale::Fraction);
        assert_eq!(scale("", ["2", "7", "10"].into_iter()), Scale::Open, "of ten, or per cent");
        assert_eq!(scale("Umsetzung in %", ["0", "5"].into_iter()), Scale::Percent);
        assert_eq!(meaning("7", Table::Status, Scale::Open), None);
        assert_eq!(meaning("80", Table::Status, Scale::Percent), level(2));
        assert_eq!(meaning("0.5", Table::Status, Scale::Fraction), level(2));
        assert_eq!(meaning("1", Table::Status, Scale::Fraction), level(3));
    }

    #[test]
    fn a_word_means_one_thing() {
        let lists = [NOT_APPLICABLE, UNKNOWN, ABSENT, BEGUN, PARTLY, CONFORMING, MANAGED, OPTIMIZED];
        let mut words: Vec<&str> = lists.iter().flat_map(|list| list.split('|')).collect();
        assert!(words.iter().all(|word| key(word) == *word), "each as it is looked up");
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
        for name in ["0", "5", "unknown", "not-applicable", "applicable", "open", "missing", "draft", "in-force"] {
            let meaning = Meaning::from_name(name).unwrap();
            let text = crate::json::text(&meaning);
            assert_eq!(text.trim_matches('"'), name);
        }
        assert!(Meaning::from_name("6").is_none() && Meaning::from_name("").is_none());
    }
}
