//! What a status word means, in four languages and in the scales of known sheets. The table is shown before it is used, and
//! any word can be given another meaning.

use super::composed::of_words;
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

const NOT_APPLICABLE: &str = "\
    n a|na|not applicable|nicht anwendbar|nicht relevant|nicht zutreffend|entfallt|sans objet|\
    non applicable|s o|no aplica|no aplicable|excluded|exclude|ausgeschlossen|exclu|excluido|out of scope|\
    not in scope|n z|entbehrlich|\
    nao aplicavel|entf|not required|nicht erforderlich|non requis|no requerido|non applicabile|niet van toepassing";
const UNKNOWN: &str = "\
    unknown|not known|don t know|dont know|unbekannt|inconnu|desconocido|tbd|to be determined|\
    unclear|unklar|k a|keine angabe|keine angaben";
const CONFORMING: &str = "\
    yes|y|ja|j|oui|o|si|green|grun|vert|verde|true|wahr|vrai|verdadero|ofi|\
    opportunity for improvement|checked|✓|✔|☑|✅|🟢|●";
const PARTLY: &str = "\
    amber|yellow|orange|gelb|jaune|amarillo|minor nc|minor|minor nonconformity|minor non conformity|\
    nebenabweichung|non conformite mineure|no conformidad menor|🟡|🟠|◑|◕";
const ABSENT: &str = "\
    no|n|nein|non|noncompliant|open|nonexistent|non existent|not existent|inexistant|inexistente|absent|none|\
    red|rot|rouge|rojo|major nc|major|major nonconformity|major non conformity|hauptabweichung|\
    non conformite majeure|no conformidad mayor|nonconformity|false|falsch|faux|falso|missing|fehlt|manquant|falta|fail|\
    failed|ineffective|unwirksam|✗|✘|☒|☐|❌|🔴";
/// Names of levels of maturity from the first on: a figure before one of them goes before it.
const BEGUN: &str = "initial|ad hoc|adhoc|performed|initialisiert|informal|◔";
const REPEATABLE: &str = "developing|limited|repeatable|wiederholbar|reproductible";
const DEFINED: &str = "defined|definiert|defini|definido|established|etabliert";
const MANAGED: &str = "managed|predictable|vorhersagbar|quantitatively managed|managed and measurable|gesteuert|gemanagt|gere|gestionado|measured";
const OPTIMIZED: &str = "optimized|optimised|optimizing|optimising|optimiert|optimierend|optimise|optimizado";
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

/// Words that mean another level in another scale than in most: those that tell that scale, those that deny it, and its levels
/// from 0 on where they differ. The capability levels of ISO/IEC 33020 (as of VDA ISA and CMMI), the tiers of the NIST CSF, and
/// letters of audits.
const SCALES: [(&str, &str, [&str; 5]); 3] = [
    (
        "performed|established|predictable|quantitatively managed|etabliert|vorhersagbar",
        REPEATABLE,
        [
            "incomplete|unvollstandig",
            "durchgefuhrt",
            "managed|gesteuert",
            "established|etabliert",
            "predictable|vorhersagbar",
        ],
    ),
    ("risk informed|adaptive", "", ["", "partial", "risk informed", "repeatable", "adaptive"]),
    // Without them "NC" may be what does not concern.
    ("pc", "", ["nc", "", "pc", "c", ""]),
];

/// The first scale that some words tell and none denies.
pub(super) fn scale_of(words: &[String]) -> Option<usize> {
    let any = |list: &str| words.iter().any(|word| is_of(list, word));
    SCALES.iter().position(|(telling, denying, _)| any(telling) && !any(denying))
}

/// The level that a word of a scale names.
pub(super) fn of_scale(word: &str, scale: usize) -> Option<Meaning> {
    let (_, _, levels) = SCALES.get(scale)?;
    level(i64::try_from(place(levels, word)?).ok()?)
}

/// Whether a word is one of a list.
pub(super) fn is_of(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split('|').any(|one| one == word)
}

/// The level of an answer.
pub(super) fn level(number: i64) -> Option<Meaning> {
    Level::new(number).map(|level| Meaning::Answer(Answer::Level(level)))
}

/// Which of some lists a word is of.
pub(super) fn place(lists: &[&str], word: &str) -> Option<usize> {
    lists.iter().position(|list| is_of(list, word))
}

/// The level of maturity that a word names.
pub(super) fn of_maturity(word: &str) -> Option<Meaning> {
    match place(&[BEGUN, REPEATABLE, DEFINED, MANAGED, OPTIMIZED], word)? {
        0 => level(1),
        1 => level(2),
        2 => level(3),
        3 => level(4),
        _ => level(5),
    }
}

/// What a word says of a state.
pub(super) fn of_state(word: &str) -> Option<Meaning> {
    match place(&[NOT_APPLICABLE, UNKNOWN, ABSENT, PARTLY, CONFORMING], word) {
        Some(0) => Some(Meaning::Answer(Answer::NotApplicable)),
        Some(1) => Some(Meaning::Answer(Answer::Unknown)),
        Some(2) => level(0),
        Some(3) => level(2),
        Some(_) => level(3),
        None => of_words(word),
    }
}

pub(super) fn of_status(word: &str) -> Option<Meaning> {
    of_state(word).or_else(|| of_maturity(word))
}

/// What a word says of whether a control applies.
pub(super) fn of_applicable(word: &str) -> Option<Meaning> {
    match place(&[YES, NO, NOT_APPLICABLE], word)? {
        0 => Some(Meaning::Applicable),
        _ => Some(Meaning::Answer(Answer::NotApplicable)),
    }
}

/// What a word says of a document.
pub(super) fn of_document(word: &str) -> Option<Meaning> {
    Some(Meaning::Document(match place(&[IN_FORCE, DRAFT, NOT_THERE], word)? {
        0 => DocumentStatus::InForce,
        1 => DocumentStatus::Draft,
        _ => DocumentStatus::Missing,
    }))
}

/// Whether a word says that nothing is decided.
pub(super) fn is_undecided(word: &str) -> bool {
    is_of(UNDECIDED, word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::plain::key;

    #[test]
    fn a_word_means_what_it_means_in_its_scale() {
        let told_by = |word: &str| scale_of(&[String::from(word)]);
        let of = |telling: &str, word: &str| of_scale(word, told_by(telling).unwrap());
        assert_eq!(of("predictable", "managed"), level(2));
        assert_eq!(of("adaptive", "partial"), level(1));
        assert_eq!(of("adaptive", "adaptive"), level(4));
        assert_eq!((of("pc", "c"), of("pc", "nc")), (level(3), level(0)));
        assert_eq!((of("pc", "high"), of("pc", ""), told_by("nc"), told_by("c")), (None, None, None, None));
    }

    #[test]
    fn no_word_of_the_lists_holds_a_space_at_its_ends() {
        let lists =
            [NOT_APPLICABLE, UNKNOWN, CONFORMING, PARTLY, BEGUN, REPEATABLE, DEFINED, MANAGED, OPTIMIZED, ABSENT];
        let others = [YES, NO, UNDECIDED, IN_FORCE, DRAFT, NOT_THERE];
        for word in lists.into_iter().chain(others).flat_map(|words| words.split('|')) {
            assert!(!word.is_empty() && word.trim() == word, "{word:?}");
        }
    }

    #[test]
    fn a_word_means_one_thing() {
        let lists =
            [NOT_APPLICABLE, UNKNOWN, ABSENT, BEGUN, PARTLY, REPEATABLE, CONFORMING, DEFINED, MANAGED, OPTIMIZED];
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
