//! The quick scan: one question for each area of each edition.

use crate::questionnaire::AreaQuestion;

pub(super) static AREAS_2013: [AreaQuestion; 30] = [
    AreaQuestion {
        key: "context",
        question: "How well does the organisation know its context and the parties with a stake in its security?",
    },
    AreaQuestion { key: "scope", question: "How clearly is the ISMS delimited and kept in operation as a whole?" },
    AreaQuestion {
        key: "leadership",
        question: "How actively does top management back security with decisions, time and money?",
    },
    AreaQuestion {
        key: "policy",
        question: "How far is an information security policy from top management in force and known?",
    },
    AreaQuestion { key: "roles", question: "How clearly are tasks and powers in information security shared out?" },
    AreaQuestion {
        key: "risk-assessment",
        question: "How thoroughly are risks to the organisation's information found and rated?",
    },
    AreaQuestion {
        key: "risk-treatment",
        question: "How consistently are risks treated by plan, with a Statement of Applicability that shows the choice of controls?",
    },
    AreaQuestion { key: "objectives", question: "How well is security work steered by measurable objectives?" },
    AreaQuestion {
        key: "competence",
        question: "How far does the ISMS have the resources and the competent people that it needs?",
    },
    AreaQuestion {
        key: "awareness",
        question: "How well are staff and outside parties kept informed about information security and their part in it?",
    },
    AreaQuestion {
        key: "documented-information",
        question: "How well are the documents and records of the ISMS written, approved and looked after?",
    },
    AreaQuestion {
        key: "operation",
        question: "How reliably are security plans put into daily operation, outsourced work included?",
    },
    AreaQuestion { key: "monitoring", question: "How far do measurements show whether information security works?" },
    AreaQuestion {
        key: "internal-audit",
        question: "How reliably is the ISMS put to the test by planned and impartial internal audits?",
    },
    AreaQuestion {
        key: "management-review",
        question: "To what extent does top management look into the ISMS at set times and act on what it sees?",
    },
    AreaQuestion {
        key: "improvement",
        question: "How consistently does the organisation learn from nonconformities and make its ISMS better?",
    },
    AreaQuestion { key: "A.5", question: "How far do approved and regularly reviewed policies cover security?" },
    AreaQuestion {
        key: "A.6",
        question: "How well is security organised, from duties and contacts to projects, mobile devices and teleworking?",
    },
    AreaQuestion {
        key: "A.7",
        question: "How consistently is security dealt with before, during and at the end of employment?",
    },
    AreaQuestion {
        key: "A.8",
        question: "How well are assets looked after, from inventory and classification to the handling of media?",
    },
    AreaQuestion { key: "A.9", question: "How reliably is access to systems and data limited to people who need it?" },
    AreaQuestion { key: "A.10", question: "How far do encryption and the handling of keys follow agreed rules?" },
    AreaQuestion {
        key: "A.11",
        question: "How well are premises and equipment protected against intruders, hazards and failure?",
    },
    AreaQuestion {
        key: "A.12",
        question: "How securely are systems run day to day, from changes and malware to backup, logs and vulnerabilities?",
    },
    AreaQuestion { key: "A.13", question: "How well are networks, and information on its way to others, protected?" },
    AreaQuestion {
        key: "A.14",
        question: "To what extent is security built in when systems are bought, developed, changed or tested?",
    },
    AreaQuestion {
        key: "A.15",
        question: "How consistently are suppliers bound to security requirements and checked against them?",
    },
    AreaQuestion {
        key: "A.16",
        question: "How reliably are security events and weaknesses reported, handled and learned from?",
    },
    AreaQuestion {
        key: "A.17",
        question: "How far is security prepared for disruptions, with tested plans and redundant facilities?",
    },
    AreaQuestion {
        key: "A.18",
        question: "How well does the organisation keep to laws, contracts and its own security rules, and have this reviewed?",
    },
];

pub(super) static AREAS_2022: [AreaQuestion; 37] = [
    AreaQuestion {
        key: "context",
        question: "How well does the organisation keep track of its context, climate change included, and of what interested parties expect of its ISMS?",
    },
    AreaQuestion { key: "scope", question: "How clearly is the ISMS delimited and run as a set of linked processes?" },
    AreaQuestion {
        key: "leadership",
        question: "How actively does top management back security with decisions, time and money?",
    },
    AreaQuestion {
        key: "policy",
        question: "How far is an information security policy from top management in force and known?",
    },
    AreaQuestion { key: "roles", question: "How clearly are tasks and powers in information security shared out?" },
    AreaQuestion {
        key: "risk-assessment",
        question: "How thoroughly are risks to the organisation's information found and rated?",
    },
    AreaQuestion {
        key: "risk-treatment",
        question: "How consistently are risks treated by plan, with a Statement of Applicability that shows the choice of controls?",
    },
    AreaQuestion {
        key: "objectives",
        question: "How well does the organisation steer its ISMS by monitored objectives and planned changes?",
    },
    AreaQuestion {
        key: "competence",
        question: "How far does the ISMS have the resources and the competent people that it needs?",
    },
    AreaQuestion {
        key: "awareness",
        question: "How well are staff and outside parties kept informed about information security and their part in it?",
    },
    AreaQuestion {
        key: "documented-information",
        question: "How well are the documents and records of the ISMS written, approved and looked after?",
    },
    AreaQuestion {
        key: "operation",
        question: "How dependably are security plans put into practice, with external services under control?",
    },
    AreaQuestion { key: "monitoring", question: "How far do measurements show whether information security works?" },
    AreaQuestion {
        key: "internal-audit",
        question: "How reliably is the ISMS put to the test by planned and impartial internal audits?",
    },
    AreaQuestion {
        key: "management-review",
        question: "To what extent does top management look into the ISMS at set times and act on what it sees?",
    },
    AreaQuestion {
        key: "improvement",
        question: "How consistently does the organisation learn from nonconformities and make its ISMS better?",
    },
    AreaQuestion {
        key: "governance",
        question: "How well do policies, set duties and outside contacts give direction to security?",
    },
    AreaQuestion {
        key: "threats-and-projects",
        question: "How far is security thought of in advance, with news of current threats and a place in every project?",
    },
    AreaQuestion {
        key: "assets",
        question: "How well is information, with its related assets, recorded, classified and handled until return or transfer?",
    },
    AreaQuestion {
        key: "access",
        question: "How well are identities and access rights managed from the first grant to removal?",
    },
    AreaQuestion {
        key: "suppliers",
        question: "To what extent is security agreed with suppliers and cloud services and followed up?",
    },
    AreaQuestion {
        key: "incidents",
        question: "How ready is the organisation to judge, handle and learn from security incidents?",
    },
    AreaQuestion {
        key: "continuity",
        question: "How far is the organisation prepared to keep security and key ICT going in a disruption?",
    },
    AreaQuestion {
        key: "compliance",
        question: "How dependably are legal and privacy duties and the organisation's own security rules met and reviewed?",
    },
    AreaQuestion {
        key: "employment",
        question: "How consistently is security covered from hiring and contracts to discipline and departure?",
    },
    AreaQuestion {
        key: "people-practice",
        question: "How well are staff prepared to work securely, also when remote, and to report what looks wrong?",
    },
    AreaQuestion {
        key: "secure-areas",
        question: "How well are sites, offices and secure areas guarded against unwanted entry and hazards?",
    },
    AreaQuestion {
        key: "equipment",
        question: "How carefully are equipment, media, cabling and supplies protected, on site, off site and at disposal?",
    },
    AreaQuestion {
        key: "endpoints-and-access",
        question: "How far are devices, powerful accounts and logins secured by technical means?",
    },
    AreaQuestion {
        key: "system-protection",
        question: "How securely are systems set up against overload, malware, vulnerabilities and unwanted settings?",
    },
    AreaQuestion {
        key: "data-protection",
        question: "To what extent do technical measures delete, mask or hold back sensitive data?",
    },
    AreaQuestion {
        key: "backup",
        question: "How dependably can data be restored and services kept running when something fails?",
    },
    AreaQuestion {
        key: "logging",
        question: "How clearly do logs, monitoring and correct clocks bring unusual activity to light?",
    },
    AreaQuestion {
        key: "operational-software",
        question: "How strictly is it controlled which software and powerful tools are used on live systems?",
    },
    AreaQuestion {
        key: "networks",
        question: "To what extent are networks, network services and access to websites secured?",
    },
    AreaQuestion {
        key: "cryptography",
        question: "How consistently is cryptography used according to rules, keys included?",
    },
    AreaQuestion {
        key: "development",
        question: "How well is security built into development, changes and tests of software and systems?",
    },
];
