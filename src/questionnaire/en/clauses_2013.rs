//! What we ask about clauses 4 to 10 of the 2013 edition.

use crate::questionnaire::{
    Advice,
    Effort::{M, S},
    Kind::{Legal, Organisational},
    Practice, Question, Source,
};

pub(super) static CLAUSES_2013: [Question; 26] = [
    Question {
        id: "4.1",
        question: "How regularly does the organisation work out what inside and outside it can help or hinder its ISMS?",
        practice: Practice::Process,
        advice: Source::Own(Advice {
            guidance: "Auditors ask which issues of business, technology, law and market were found and what each means for the ISMS. A yearly look is usual, and the result should be visible in scope and risks.",
            evidence: &[
                "List of internal and external issues with date",
                "Minutes of the yearly context workshop",
                "Scope or risks that refer to the issues",
            ],
            next_step: "Hold a two-hour workshop to list the internal and external issues that affect the ISMS.",
            effort: S,
            kinds: &[Organisational],
        }),
    },
    Question {
        id: "4.2",
        question: "How well does the organisation know what interested parties require of its security?",
        practice: Practice::Process,
        advice: Source::Own(Advice {
            guidance: "Customers, regulators, owners, staff and suppliers who matter to the ISMS should be named, each with its requirements. Legal and contractual duties belong here, and auditors compare them with real contracts.",
            evidence: &[
                "Table of interested parties with their requirements",
                "Register of laws that concern security",
                "Security clauses of the main customer contracts",
            ],
            next_step: "List your interested parties and write beside each what it requires of your information security.",
            effort: S,
            kinds: &[Organisational, Legal],
        }),
    },
    Question {
        id: "4.3",
        question: "How clearly is the scope of the ISMS set out, with its borders to everything outside it?",
        practice: Practice::Document,
        advice: Source::Successor("4.3"),
    },
    Question {
        id: "4.4",
        question: "To what extent is the ISMS a working whole that is kept up through the year?",
        practice: Practice::Process,
        advice: Source::Own(Advice {
            guidance: "All that clauses 4 to 10 ask should be set up and in use, not only written. Auditors look for one completed round of planning, operation, checking and improvement.",
            evidence: &[
                "Yearly ISMS calendar with completed entries",
                "Overview of ISMS documents and their owners",
                "Records of one full yearly round",
            ],
            next_step: "Compare your practice with clauses 4 to 10, list the gaps, and give each gap an owner and a date.",
            effort: S,
            kinds: &[Organisational],
        }),
    },
    Question {
        id: "5.1",
        question: "How consistently does top management lead and back security by what it does?",
        practice: Practice::Process,
        advice: Source::Successor("5.1"),
    },
    Question {
        id: "5.2",
        question: "How well established is the security policy that top management has approved?",
        practice: Practice::Document,
        advice: Source::Successor("5.2"),
    },
    Question {
        id: "5.3",
        question: "How clearly are security duties, and the powers to carry them out, given to named people?",
        practice: Practice::People,
        advice: Source::Successor("5.3"),
    },
    Question {
        id: "6.1.1",
        question: "How consistently are risks and opportunities for the ISMS itself turned into planned actions?",
        practice: Practice::Process,
        advice: Source::Successor("6.1.1"),
    },
    Question {
        id: "6.1.2",
        question: "How well defined is the method for assessing security risks?",
        practice: Practice::Document,
        advice: Source::Successor("6.1.2"),
    },
    Question {
        id: "6.1.3",
        question: "How fully is the treatment of risks planned, up to the Statement of Applicability?",
        practice: Practice::Process,
        advice: Source::Successor("6.1.3"),
    },
    Question {
        id: "6.2",
        question: "How well do measurable objectives, each with a plan, direct the work on security?",
        practice: Practice::Process,
        advice: Source::Own(Advice {
            guidance: "Objectives should fit the policy, draw on risk results, be measurable where possible, recorded, made known and updated. Auditors ask for the plan behind one: tasks, means, owner, date and how success will be judged.",
            evidence: &[
                "Approved list of objectives with version and date",
                "Plan per objective with owner, means and deadline",
                "Message that made the objectives known",
            ],
            next_step: "Choose three to five measurable objectives and write a short plan with owner, means and deadline for each.",
            effort: S,
            kinds: &[Organisational],
        }),
    },
    Question {
        id: "7.1",
        question: "How well do the resources given to the ISMS match what it needs?",
        practice: Practice::Process,
        advice: Source::Successor("7.1"),
    },
    Question {
        id: "7.2",
        question: "How consistently is it ensured that people whose work affects security are competent for it?",
        practice: Practice::People,
        advice: Source::Successor("7.2"),
    },
    Question {
        id: "7.3",
        question: "How thoroughly are staff made aware of the security policy and their own part in it?",
        practice: Practice::People,
        advice: Source::Successor("7.3"),
    },
    Question {
        id: "7.4",
        question: "How clearly is it arranged what is said about security to whom, and who says it?",
        practice: Practice::Process,
        advice: Source::Own(Advice {
            guidance: "Topics, timing and audiences should be settled, both inside and outside. The 2013 edition also wants it known who communicates and by which process, so auditors ask who may talk to customers or authorities.",
            evidence: &[
                "Communication plan with topics, audiences and speakers",
                "Procedure for messages to customers and authorities",
                "Security messages sent in the last 12 months",
            ],
            next_step: "Make a table of security topics with audience, timing, speaker and way of communicating for each.",
            effort: S,
            kinds: &[Organisational],
        }),
    },
    Question {
        id: "7.5.1",
        question: "How complete is the set of documents and records that the ISMS needs?",
        practice: Practice::Document,
        advice: Source::Successor("7.5.1"),
    },
    Question {
        id: "7.5.2",
        question: "How consistently do new and changed ISMS documents follow set rules for marking and approval?",
        practice: Practice::Process,
        advice: Source::Successor("7.5.2"),
    },
    Question {
        id: "7.5.3",
        question: "How reliably are ISMS documents and records controlled, from storage to disposal?",
        practice: Practice::Process,
        advice: Source::Successor("7.5.3"),
    },
    Question {
        id: "8.1",
        question: "How reliably do security processes, outsourced ones included, run as planned?",
        practice: Practice::Process,
        advice: Source::Own(Advice {
            guidance: "Actions on risks and plans for objectives should be put into practice, with records as proof. Auditors sample planned changes, the response to unplanned ones, and the control over processes that others run for the organisation.",
            evidence: &[
                "Operating calendar with completed tasks",
                "Change records with side effects assessed",
                "List of outsourced processes and how each is controlled",
            ],
            next_step: "List the planned and the outsourced security processes, name owners, and keep a record of each run.",
            effort: M,
            kinds: &[Organisational],
        }),
    },
    Question {
        id: "8.2",
        question: "How reliably are security risks assessed again, on schedule and after major changes?",
        practice: Practice::Process,
        advice: Source::Successor("8.2"),
    },
    Question {
        id: "8.3",
        question: "How dependably is the risk treatment plan carried out?",
        practice: Practice::Process,
        advice: Source::Successor("8.3"),
    },
    Question {
        id: "9.1",
        question: "How soundly is it measured whether security and the ISMS do what they should?",
        practice: Practice::Process,
        advice: Source::Successor("9.1"),
    },
    Question {
        id: "9.2",
        question: "How reliably do impartial internal audits examine the ISMS under a planned programme?",
        practice: Practice::Process,
        advice: Source::Own(Advice {
            guidance: "The programme should reflect the importance of processes and earlier results, and fix criteria and scope of each audit. Reports must reach the managers concerned and say whether the ISMS meets the requirements and works.",
            evidence: &[
                "Audit programme with dates, methods and auditors",
                "Internal audit report of the last 12 months",
                "Proof that auditors do not audit their own work",
            ],
            next_step: "Draw up an audit programme with impartial auditors, and carry out a first audit of the whole ISMS.",
            effort: M,
            kinds: &[Organisational],
        }),
    },
    Question {
        id: "9.3",
        question: "How thoroughly does top management review the ISMS at the times planned?",
        practice: Practice::Process,
        advice: Source::Own(Advice {
            guidance: "The agenda covers earlier actions, changed issues, nonconformities, measurements, audits, objectives, feedback, risks with treatment status, and chances to improve. Auditors look for recorded decisions on improvements and on changes to the ISMS.",
            evidence: &[
                "Plan with the dates of this year's reviews",
                "Review agenda that covers all required inputs",
                "Signed minutes with decisions, owners and dates",
            ],
            next_step: "Hold a first review of the ISMS with top management, using a full agenda, and record every decision.",
            effort: S,
            kinds: &[Organisational],
        }),
    },
    Question {
        id: "10.1",
        question: "How thoroughly are nonconformities followed up, down to their causes?",
        practice: Practice::Process,
        advice: Source::Successor("10.2"),
    },
    Question {
        id: "10.2",
        question: "How steadily is the ISMS made better over time?",
        practice: Practice::Process,
        advice: Source::Successor("10.1"),
    },
];
