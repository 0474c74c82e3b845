//! Which column holds what: by its heading, in English, German, French and Spanish and in known templates.

use super::plain::key;
use super::words::is_of;
use crate::json::json_by_name;

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Role {
    /// Whether a control applies.
    Applicable,
    /// Ids of which each bare number is a clause.
    Clause,
    /// "Yes" where a contract asks for the control.
    Contract,
    /// Ids of which each bare number is a control.
    Control,
    /// Names of documents.
    Document,
    /// When it is to be done.
    Due,
    /// Where the evidence is.
    Evidence,
    /// "Yes" where the control is good practice.
    GoodPractice,
    /// Where a document is kept.
    Href,
    /// Ids of requirements.
    Id,
    /// More on the justification of a control that applies.
    Inclusion,
    /// Why a control applies or does not.
    Justification,
    /// "Yes" where a law asks for the control.
    Law,
    /// The level, or a figure of maturity.
    Level,
    /// Remarks.
    Note,
    /// Who looks after it.
    Owner,
    /// Why a control is excluded.
    Reason,
    /// "Yes" where the control treats a risk.
    Risk,
    /// The state of implementation.
    Status,
    /// Titles of requirements.
    Title,
}

json_by_name!(Role);

impl Role {
    /// All, in the order of their names.
    pub const ALL: [Self; 20] = [
        Self::Applicable,
        Self::Clause,
        Self::Contract,
        Self::Control,
        Self::Document,
        Self::Due,
        Self::Evidence,
        Self::GoodPractice,
        Self::Href,
        Self::Id,
        Self::Inclusion,
        Self::Justification,
        Self::Law,
        Self::Level,
        Self::Note,
        Self::Owner,
        Self::Reason,
        Self::Risk,
        Self::Status,
        Self::Title,
    ];

    /// Its name in proposals.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applicable => "applicable",
            Self::Clause => "clause",
            Self::Contract => "contract",
            Self::Control => "control",
            Self::Document => "document",
            Self::Due => "due",
            Self::Evidence => "evidence",
            Self::GoodPractice => "goodPractice",
            Self::Href => "href",
            Self::Id => "id",
            Self::Inclusion => "inclusion",
            Self::Justification => "justification",
            Self::Law => "law",
            Self::Level => "level",
            Self::Note => "note",
            Self::Owner => "owner",
            Self::Reason => "reason",
            Self::Risk => "risk",
            Self::Status => "status",
            Self::Title => "title",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

/// Whole headings, those that say it best first.
const WHOLE: [(Role, &str); 17] = [
    (
        Role::Id,
        "ref id|control id|control no|control number|control ref|requirement id|id|ref|no|nr|number|nummer|\
         numero|num|kennung|code|codigo|annex a|annex a reference|iso 27001|iso 27001 control|iso27001|\
         index|item",
    ),
    (
        Role::Title,
        "title|control title|control name|control objective|titel|titre|intitule|titulo|name|bezeichnung|\
         nom|nombre|denominacion|libelle",
    ),
    (Role::Document, "document|documented information|document name|dokument|dokumentierte information|documento"),
    (
        Role::Applicable,
        "applies|applicable|applicability|in scope|anwendbar|aplica|included|relevant|retenue|\
         inclusion exclusion|selected|soa",
    ),
    (
        Role::Reason,
        "why it is excluded|justification for exclusion|reason for exclusion|exclusion justification|\
         begrundung fur ausschluss|begrundung des ausschlusses|ausschlussgrund|justification de l exclusion|\
         motif d exclusion|justificacion de la exclusion|motivo de exclusion|exclusion",
    ),
    (
        Role::Inclusion,
        "more on the justification|justification for inclusion|reason for inclusion|begrundung fur aufnahme|\
         begrundung fur einbeziehung|justification de l inclusion|justificacion de la inclusion|motivo de inclusion|inclusion",
    ),
    (
        Role::Level,
        "maturity level|maturity|level|current level|reifegrad|niveau|nivel|cmm|cmmi|score|percentage|percent|\
         compliance percentage|complete|rating",
    ),
    (
        Role::Status,
        "compliance result|implementation status|status|implementation|compliance status|compliance|\
         implemented|umsetzungsstatus|umsetzung|umsetzungsgrad|erfullt|stand|etat|statut|mise en oeuvre|estado|result|\
         assessment result|rag|rag status|ampel|done|state|resultat|ergebnis|resultado|finding type|\
         umgesetzt|niveau de mise en oeuvre|compliance treatment",
    ),
    (Role::Owner, "owner|responsible|assigned to|assignee|proprietaire|dueno|wer|who"),
    (
        Role::Due,
        "due date|due|target date|termin|zieldatum|date cible|delai|fecha limite|fecha objetivo|plazo|\
         vencimiento|eta|date prevue|fecha prevista|target completion|bis wann",
    ),
    (Role::Href, "where it is kept|link|url|location|ablageort|speicherort|emplacement|lien|ubicacion|enlace"),
    (Role::Evidence, "evidence|proof|prueba|pruebas|documentation reference"),
    (
        Role::Note,
        "note|notes|comment|comments|remark|remarks|observations|observation|finding|findings|bemerkung|\
         bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|feststellung|remarque|remarques|commentaire|\
         commentaires|constat|observaciones|observacion|comentario|comentarios|notas|nota|auditor notes|gap|gaps|\
         gap identified|gap description|ecart|hallazgo|poznamka",
    ),
    (Role::Risk, "treats a risk|rra|result of risk assessment|results of risk assessment|risk assessment"),
    (Role::Law, "required by law|lr|legal requirement|legal requirements|gesetzliche anforderung"),
    (Role::Contract, "required by contract|co|contractual obligation|contractual obligations|vertragliche anforderung"),
    (
        Role::GoodPractice,
        "good practice|br bp|bp|best practice|business requirement|business requirements best practices",
    ),
];

/// Headings that name the id in one sheet and the title in another: their cells say which.
const EITHER: &str = "\
    control|controls|requirement|requirements|reference|references|section|clause|measure|massnahme|\
    massnahmen|referenzmassnahme|anforderung|kontrolle|mesure|mesures|exigence|exigences|medida|requisito|\
    information security control|clause control|annex a control";

/// Beginnings of words that say what any other heading is about, the more telling ones first; the shorter it is, the better.
const BEGINNINGS: [(Role, &str); 9] = [
    (Role::Justification, "justif|begrund|rationale"),
    (Role::Applicable, "applicab|anwendbar|aplicab|aplicav"),
    (Role::Owner, "owner|responsib|verantw|responsab|zustandig"),
    (Role::Due, "due|deadline|frist|echeance|fallig"),
    (Role::Evidence, "eviden|nachweis|preuve"),
    (Role::Level, "maturity|reifegrad|maturite|madurez"),
    (Role::Status, "status|umsetzung|erfull|implement|implant|conformit|complian|cumplim|estado|etat"),
    (Role::Note, "note|comment|bemerk|anmerk|kommentar|remarq|observ|comentar"),
    (Role::Title, "titel|title|intitul|titulo"),
];

/// Words of columns that look like another's but say what is aimed at, was once, or only describes.
const OTHERWISE: &str = "\
    target|soll|ziel|zielreifegrad|cible|objetivo|desired|planned|previous|old|former|last|vorjahr|vorher|\
    alt|alte|ancien|antiguo|guidance|description|beschreibung|descripcion|question|frage|group|theme|category|\
    date|count|anzahl";

/// Beginnings of words in the headings of lists of risks, findings or tasks.
const REGISTER: &str = "\
    risk|risiko|risque|riesgo|likelihood|probab|eintritt|impact|auswirk|treatment|behandl|traitem|tratam|finding|\
    classif|corrective|korrektur";

/// What a heading says; `rank` is how well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    Role {
        rank: usize,
        role: Role,
    },
    /// The id or the title.
    Either,
    /// Something of a risk, a finding or a task.
    Elsewhere,
    Nothing,
}

/// How well a heading says something at the least.
pub(super) const LEAST_RANK: usize = 1000;

/// Whether a word of a text begins with one of a list.
pub(super) fn begins(key: &str, list: &str) -> bool {
    key.split(' ').any(|word| list.split('|').any(|beginning| word.starts_with(beginning)))
}

/// Whether a heading says what is aimed at, was once, or only describes.
pub(super) fn is_otherwise(key: &str) -> bool {
    key.split(' ').any(|word| is_of(OTHERWISE, word))
}

/// What this heading says.
pub(super) fn said_by(heading: &str) -> Said {
    // No heading worth reading is longer.
    let short: String = heading.chars().take(200).collect();
    let key = key(&short);
    if is_of(EITHER, &key) {
        return Said::Either;
    }
    // "Rating (0-5)", "Relevant (J/N)": what stands in brackets explains, unless it says that another column is meant.
    let words = || key.split(' ');
    let is_other = is_otherwise(&key);
    let bare = short.split_once('(').filter(|_| !is_other).map_or_else(String::new, |(before, _)| self::key(before));
    for (role, words) in WHOLE {
        if let Some(rank) = words.split('|').position(|word| word == key || word == bare) {
            return Said::Role { rank, role };
        }
    }
    let count = words().count();
    for (role, beginnings) in BEGINNINGS {
        if count < 9 && !is_other && begins(&key, beginnings) {
            return Said::Role { rank: LEAST_RANK.saturating_add(count), role };
        }
    }
    if begins(&key, REGISTER) { Said::Elsewhere } else { Said::Nothing }
}

#[cfg(test)]
mod tests {
    use super::{BEGINNINGS, EITHER, OTHERWISE, REGISTER, Role, Said, WHOLE, key, said_by};

    #[test]
    fn headings_in_four_languages_say_what_their_column_holds() {
        for (heading, role) in [
            ("Implementation Status", Role::Status),
            ("Umsetzungsstatus", Role::Status),
            ("Wer", Role::Owner),
            ("Bis wann", Role::Due),
            ("État", Role::Status),
            ("Estado", Role::Status),
            ("Reifegrad (Ist)", Role::Level),
            ("Anwendbar (J/N)", Role::Applicable),
            ("Begründung", Role::Justification),
            ("Verantwortliche Person", Role::Owner),
            ("Échéance", Role::Due),
            ("Fecha límite", Role::Due),
            ("Nachweise / Dokumente", Role::Evidence),
            ("Justification for exclusion", Role::Reason),
            ("Justification for applicability", Role::Justification),
            ("compliance_result", Role::Status),
            ("Auditor's comments", Role::Note),
            ("Target date", Role::Due),
        ] {
            assert!(matches!(said_by(heading), Said::Role { role: said, .. } if said == role), "{heading}");
        }
        for heading in ["Control", "Maßnahme", "Mesure", "Section", "Requirement"] {
            assert_eq!(said_by(heading), Said::Either, "{heading}");
        }
        for heading in
            ["Target maturity", "Soll-Reifegrad", "Theme or group", "x", "", "Previous status", "Old ID", "Alte Nr."]
        {
            assert_eq!(said_by(heading), Said::Nothing, "{heading}");
        }
    }

    #[test]
    fn a_heading_says_one_thing() {
        let lists = WHOLE.into_iter().map(|(_, words)| words).chain([EITHER]);
        let mut seen: Vec<&str> = lists.flat_map(|words| words.split('|')).collect();
        let count = seen.len();
        // A list that goes on over a line is easily broken by a space, and its word then never found.
        let others = [OTHERWISE, REGISTER].into_iter().chain(BEGINNINGS.map(|(_, words)| words));
        for word in others.flat_map(|words| words.split('|')).chain(seen.iter().copied()) {
            assert_eq!(key(word), word);
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), count);
        assert_eq!(Role::ALL.map(Role::as_str).to_vec(), {
            let mut names = Role::ALL.map(Role::as_str).to_vec();
            names.sort_unstable();
            names
        });
        assert!(Role::ALL.into_iter().all(|role| Role::from_name(role.as_str()) == Some(role)));
    }
}
