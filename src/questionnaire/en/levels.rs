//! The six levels, and what each means for each sort of practice.

/// Name and general meaning of the levels 0 to 5.
pub(in crate::questionnaire) static LEVELS: [(&str, &str); 6] = [
    ("Absent", "Nothing is in place."),
    ("Ad hoc", "It happens now and then and depends on single persons."),
    ("Developing", "It is partly in place, or written down but not yet followed everywhere."),
    ("Defined", "It is written down and in force wherever it applies, and evidence shows it."),
    ("Managed", "As level 3, and it is measured and the results are reviewed at least once a year."),
    ("Optimizing", "As level 4, and what was measured keeps leading to improvements."),
];

/// One line for each level; rows in the order Process, Document, Technical, Physical, People.
pub(in crate::questionnaire) static LEVEL_LINES: [[&str; 6]; 5] = [
    [
        "Nobody does this.",
        "Done now and then; whether and how depends on the person.",
        "Written down but not yet done each time, or done regularly without being written down.",
        "Written down and done each time it is due; records show it.",
        "As level 3, and the results are measured and reviewed at least once a year.",
        "As level 4, and measurements led to an improvement in the last 12 months.",
    ],
    [
        "Nothing is written.",
        "Only notes, drafts or e-mails exist, known to those who wrote them.",
        "A document exists, but it is incomplete, out of date, not approved or not always followed.",
        "Complete, current, approved and followed; version, approval and use can be shown.",
        "As level 3, and its use or accuracy is measured and reviewed at least once a year.",
        "As level 4, and measurements led to a better document in the last 12 months.",
    ],
    [
        "No system does this.",
        "Set up on some systems only, as their administrators chose.",
        "A written rule is not yet followed everywhere, or most or all systems are set up without one.",
        "A written rule is in force on all systems concerned; settings or logs show it.",
        "As level 3, and coverage and failures are measured and reviewed at least once a year.",
        "As level 4, and measurements led to an improvement in the last 12 months.",
    ],
    [
        "No protection of this sort is in place.",
        "Protected in some places only, or when somebody thinks of it.",
        "A written rule is not yet followed everywhere, or most or all places are protected without one.",
        "A written rule is in force in all places concerned; inspections or records show it.",
        "As level 3, and checks and faults are counted and reviewed at least once a year.",
        "As level 4, and measurements led to an improvement in the last 12 months.",
    ],
    [
        "Nothing is arranged; it is left to each person.",
        "Arranged for some people only; it depends on their manager.",
        "A written rule does not yet reach everybody, or most or all people are covered without one.",
        "A written rule is in force for all people concerned; records show it.",
        "As level 3, and coverage or effect is measured and reviewed at least once a year.",
        "As level 4, and measurements led to an improvement in the last 12 months.",
    ],
];
