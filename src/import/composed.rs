//! States that are put together from words: "partially in place", "noch nicht umgesetzt", "en cours de mise en œuvre".

use super::words::{Meaning, level, place};
use crate::assessment::Answer;

/// Words by what each says, in the languages whose headings are read and some beside; those of the first say nothing
/// themselves. One that is in no list leaves the whole unread.
const LISTS: [&str; 8] = [
    "a|an|and|are|aun|be|de|der|die|do|du|el|en|encore|est|et|im|in|is|it|la|le|les|mis|mise|needs|noch|\
     still|the|und|work|works|y|yet|zum|zur",
    "development|einfuhrung|implantacion|implementation|umsetzung",
    "kein|keine|nicht|no|non|not|pas|sin",
    "assessed|bewertet|checked|evaluado|evaluated|evalue|gepruft|reviewed|tested|verified",
    "almost|angefangen|arbeit|bearbeitung|begonnen|begun|being|commence|cours|curso|demarre|\
     grossteils|grosstenteils|improvement|iniciada|iniciado|largely|largement|laufend|lauft|mainly|\
     mehrheitlich|mostly|ongoing|parcial|parcialmente|part|partial|partially|partiel|partielle|partiellement|\
     partly|proceso|progres|progress|progreso|somewhat|started|teil|teils|teilweise|uberwiegend|under|underway|\
     weitgehend|wird",
    "attente|erledigen|faire|geplant|hacer|implementar|mettre|offen|outstanding|pendiente|pending|plan|\
     planificada|planificado|planifie|planifiee|planifier|planned|planung|por|prevu|to|todo|umzusetzen|vorbereitung",
    "complete|completamente|completed|full|fully|totalement|totally|totalmente|\
     vollstandig",
    "abgeschlossen|achieved|available|closed|complies|compliance|compliant|conform|conformant|conforme|conforming|\
     conformity|conforms|cumple|cumplido|cumplimiento|done|effective|eingefuhrt|erfullt|erledigt|established|etabliert|\
     exists|fait|fulfilled|hecho|implantada|implantado|implementada|implementado|implemente|implemented|implementee|\
     implementiert|konform|meets|met|oeuvre|ok|operational|place|realise|realisee|satisfied|umgesetzt|\
     vorhanden|wirksam",
];

/// What such words say together.
pub(super) fn of_words(text: &str) -> Option<Meaning> {
    let mut said = [false; LISTS.len()];
    for word in text.split(' ') {
        *said.get_mut(place(&LISTS, word)?)? = true;
    }
    let [beside, noun, negated, judged, partly, planned, fully, done] = said;
    let is_so = partly || fully || done;
    match (negated, planned) {
        // What waits to be judged is not known; what was judged may be whatever.
        _ if judged => (!is_so && (negated || planned)).then_some(Meaning::Answer(Answer::Unknown)),
        // What is not whole may be half done.
        (true, _) if fully => None,
        (true, _) => {
            if is_so || planned || noun {
                level(0)
            } else {
                None
            }
        }
        // What is planned and begun is one or the other.
        (_, true) => {
            if partly {
                None
            } else {
                level(0)
            }
        }
        _ if is_so => level(if partly { 2 } else { 3 }),
        // "In Umsetzung" goes on; "Umsetzung" alone says nothing.
        _ => {
            if noun && beside {
                level(2)
            } else {
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LISTS, of_words};
    use crate::assessment::Answer;
    use crate::import::plain::key;
    use crate::import::words::{Meaning, level};

    #[test]
    fn a_word_says_one_thing() {
        let mut words: Vec<&str> = LISTS.iter().flat_map(|list| list.split('|')).collect();
        assert!(words.iter().all(|word| !word.is_empty() && key(word) == *word && !word.contains(' ')));
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }

    #[test]
    fn words_say_a_state_together() {
        for (text, number) in [
            ("In place", 3),
            ("Partially in place", 2),
            ("Not in place", 0),
            ("Not yet in place", 0),
            ("Work in progress", 2),
            ("Implementation in progress", 2),
            ("In implementation", 2),
            ("Implementation planned", 0),
            ("Implementation not started", 0),
            ("Implementation completed", 3),
            ("To be implemented", 0),
            ("Needs improvement", 2),
            ("Needs to be implemented", 0),
            ("Partly done", 2),
            ("Not done yet", 0),
            ("Under development", 2),
            ("Fully in place and effective", 3),
            ("Fully operational", 3),
            ("Largely in place", 2),
            ("Noch nicht umgesetzt", 0),
            ("noch offen", 0),
            ("überwiegend umgesetzt", 2),
            ("größtenteils", 2),
            ("zum Teil umgesetzt", 2),
            ("in Vorbereitung", 0),
            ("in Umsetzung", 2),
            ("Umsetzung läuft", 2),
            ("Umsetzung geplant", 0),
            ("Umsetzung abgeschlossen", 3),
            ("wird umgesetzt", 2),
            ("keine Umsetzung", 0),
            ("En cours de mise en œuvre", 2),
            ("Mis en place", 3),
            ("Partiellement en place", 2),
            ("Pas mis en œuvre", 0),
            ("À faire", 0),
            ("À mettre en place", 0),
            ("En attente", 0),
            ("Cumple parcialmente", 2),
            ("No cumple", 0),
            ("En implantación", 2),
            ("Pendiente de implementar", 0),
            ("Sin implementar", 0),
            ("Aún no implementada", 0),
            ("Pas encore en place", 0),
            ("Non démarré", 0),
            ("noch nicht angefangen", 0),
            ("À planifier", 0),
            ("Implemented (partly)", 2),
        ] {
            assert_eq!(of_words(&key(text)), level(number), "{text}");
        }
        for text in ["Not yet assessed", "noch nicht geprüft", "Not tested"] {
            assert_eq!(of_words(&key(text)), Some(Meaning::Answer(Answer::Unknown)), "{text}");
        }
        for text in [
            "",
            "in",
            "Implementation",
            "Not fully implemented",
            "planned, in progress",
            "reviewed",
            "under review",
            "under control",
            "risk accepted",
            "up to date",
            "not",
            "see note",
            "implemented, not tested",
        ] {
            assert_eq!(of_words(&key(text)), None, "{text}");
        }
    }
}
