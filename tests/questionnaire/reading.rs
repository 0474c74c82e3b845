//! How it reads: the length of sentences, and the years of school that a reader needs.

use super::{BOTH, none, of_field, pieces, sentences, taken_from, words};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire;
use std::collections::BTreeSet;

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|c| c.is_ascii_alphabetic()).collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let groups = letters.chunk_by(|a, b| vowel(a) == vowel(b)).filter(|group| group.first().is_some_and(vowel)).count();
    let text: String = letters.iter().collect();
    let silent = (text.ends_with('e') && !text.ends_with("le"))
        || (text.ends_with("es") && !["ses", "zes", "ces", "ges", "xes", "hes"].iter().any(|end| text.ends_with(end)))
        || (text.ends_with("ed") && !text.ends_with("ted") && !text.ends_with("ded"));
    groups.saturating_sub(usize::from(silent)).max(1)
}

/// The Flesch-Kincaid grade, in tenths: years of school that a reader needs.
fn grade<'a>(texts: impl IntoIterator<Item = &'a str>) -> i64 {
    let (mut in_sentences, mut in_words, mut in_syllables) = (0, 0, 0);
    for text in texts {
        in_sentences += sentences(text).count();
        in_words += words(text).count();
        in_syllables += words(text).map(syllables).sum::<usize>();
    }
    let [sentences, words, syllables] = [in_sentences, in_words, in_syllables].map(|n| i64::try_from(n).unwrap());
    (39 * words / sentences.max(1) + 1180 * syllables / words.max(1) - 1559) / 10
}

#[test]
fn the_syllable_counter_is_right_about_these_words() {
    for (word, count) in [
        ("risk", 1),
        ("owner", 2),
        ("policy", 3),
        ("scope", 1),
        ("table", 2),
        ("organisation", 5),
        ("approved", 2),
        ("tested", 2),
        ("changes", 2),
        ("rules", 1),
        ("security", 4),
        ("evidence", 3),
        ("ISMS", 1),
        ("A.5.1", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn no_sentence_has_more_than_25_words() {
    none(
        "long sentences",
        pieces().iter().flat_map(|piece| {
            let long = sentences(piece.text).filter(|sentence| words(sentence).count() > 25);
            long.map(|sentence| format!("{} words in {}", words(sentence).count(), piece.place())).collect::<Vec<_>>()
        }),
    );
}

/// The grade that half of the entries must not exceed, in tenths: nine years of school.
const MEDIAN_GRADE: i64 = 90;
/// The grade from which on an entry needs a reason to be as it is.
const HARD: i64 = 115;

/// Entries that are hard to read, with the reason.
const HARD_ENTRIES: [(Edition, &str, &str); 2] = [
    (Edition::E2022, "5.1", "names information security and top management, which have no shorter names"),
    (Edition::E2022, "A.5.12", "confidentiality, integrity, availability: the three words of the subject itself"),
];

#[test]
fn it_reads_like_a_newspaper_and_not_like_a_law() {
    let mut grades: Vec<_> = BOTH
        .iter()
        .flat_map(|edition| edition.requirements())
        .filter(|requirement| taken_from(*requirement).is_none())
        .map(|requirement| {
            let question = questionnaire::question(requirement);
            let texts = [question.asked.statement, question.guidance, question.next_step];
            (grade(texts), requirement.edition(), requirement.id())
        })
        .collect();
    grades.sort_unstable();
    let percentile = |sorted: &[i64], percent| sorted[(sorted.len() - 1) * percent / 100];
    let print = |name: &str, sorted: &[i64]| {
        let [median, most, all] =
            [50, 90, 100].map(|percent| percentile(sorted, percent)).map(|g| format!("{}.{}", g / 10, g % 10));
        println!("{name:<26}{median:>8}{most:>8}{all:>8}");
    };
    println!("{:<26}{:>8}{:>8}{:>8}", "Flesch-Kincaid grade", "median", "p90", "max");
    let entries: Vec<_> = grades.iter().map(|(grade, ..)| *grade).collect();
    print("requirements with own texts", &entries);
    let fields: BTreeSet<_> = pieces().iter().map(|piece| piece.field).collect();
    // Names and labels are no sentences.
    for field in fields.into_iter().filter(|field| {
        !["level name", "short name", "evidence", "document length", "document signed by", "outline heading"]
            .contains(field)
    }) {
        let mut each: Vec<_> = of_field(field).map(|piece| grade([piece.text])).collect();
        each.sort_unstable();
        print(field, &each);
    }
    assert!(percentile(&entries, 50) <= MEDIAN_GRADE, "median {}", percentile(&entries, 50));
    let hard: Vec<_> = grades.iter().filter(|(grade, ..)| *grade > HARD).collect();
    let unknown =
        hard.iter().filter(|(_, e, id)| !HARD_ENTRIES.iter().any(|(edition, known, _)| edition == e && known == id));
    none("hard to read", unknown.map(|(grade, edition, id)| format!("{} {id}: {grade}", edition.year())));
    assert_eq!(hard.len(), HARD_ENTRIES.len(), "an entry of the list has become easy");
}
