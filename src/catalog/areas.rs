//! The areas of both editions: sets of requirements that one quick question covers. They partition the requirements.

use super::Area;

pub(super) static AREAS_2013: [Area; 30] = [
    Area { key: "context", title: words!("area.context"), refs: &["4.1", "4.2"] },
    Area { key: "scope", title: words!("area.scope"), refs: &["4.3", "4.4"] },
    Area { key: "leadership", title: words!("area.leadership"), refs: &["5.1"] },
    Area { key: "policy", title: words!("area.policy"), refs: &["5.2"] },
    Area { key: "roles", title: words!("area.roles"), refs: &["5.3"] },
    Area { key: "risk-assessment", title: words!("area.risk-assessment"), refs: &["6.1.1", "6.1.2", "8.2"] },
    Area { key: "risk-treatment", title: words!("area.risk-treatment"), refs: &["6.1.3", "8.3"] },
    Area { key: "objectives", title: words!("area.objectives.2013"), refs: &["6.2"] },
    Area { key: "competence", title: words!("area.competence"), refs: &["7.1", "7.2"] },
    Area { key: "awareness", title: words!("area.awareness"), refs: &["7.3", "7.4"] },
    Area {
        key: "documented-information",
        title: words!("area.documented-information"),
        refs: &["7.5.1", "7.5.2", "7.5.3"],
    },
    Area { key: "operation", title: words!("area.operation"), refs: &["8.1"] },
    Area { key: "monitoring", title: words!("area.monitoring"), refs: &["9.1"] },
    Area { key: "internal-audit", title: words!("area.internal-audit"), refs: &["9.2"] },
    Area { key: "management-review", title: words!("area.management-review"), refs: &["9.3"] },
    Area { key: "improvement", title: words!("area.improvement"), refs: &["10.1", "10.2"] },
    Area { key: "A.5", title: "Information security policies", refs: &["A.5.1.1", "A.5.1.2"] },
    Area {
        key: "A.6",
        title: "Organization of information security",
        refs: &["A.6.1.1", "A.6.1.2", "A.6.1.3", "A.6.1.4", "A.6.1.5", "A.6.2.1", "A.6.2.2"],
    },
    Area {
        key: "A.7",
        title: "Human resource security",
        refs: &["A.7.1.1", "A.7.1.2", "A.7.2.1", "A.7.2.2", "A.7.2.3", "A.7.3.1"],
    },
    Area {
        key: "A.8",
        title: "Asset management",
        refs: &[
            "A.8.1.1", "A.8.1.2", "A.8.1.3", "A.8.1.4", "A.8.2.1", "A.8.2.2", "A.8.2.3", "A.8.3.1", "A.8.3.2",
            "A.8.3.3",
        ],
    },
    Area {
        key: "A.9",
        title: "Access control",
        refs: &[
            "A.9.1.1", "A.9.1.2", "A.9.2.1", "A.9.2.2", "A.9.2.3", "A.9.2.4", "A.9.2.5", "A.9.2.6", "A.9.3.1",
            "A.9.4.1", "A.9.4.2", "A.9.4.3", "A.9.4.4", "A.9.4.5",
        ],
    },
    Area { key: "A.10", title: "Cryptography", refs: &["A.10.1.1", "A.10.1.2"] },
    Area {
        key: "A.11",
        title: "Physical and environmental security",
        refs: &[
            "A.11.1.1", "A.11.1.2", "A.11.1.3", "A.11.1.4", "A.11.1.5", "A.11.1.6", "A.11.2.1", "A.11.2.2", "A.11.2.3",
            "A.11.2.4", "A.11.2.5", "A.11.2.6", "A.11.2.7", "A.11.2.8", "A.11.2.9",
        ],
    },
    Area {
        key: "A.12",
        title: "Operations security",
        refs: &[
            "A.12.1.1", "A.12.1.2", "A.12.1.3", "A.12.1.4", "A.12.2.1", "A.12.3.1", "A.12.4.1", "A.12.4.2", "A.12.4.3",
            "A.12.4.4", "A.12.5.1", "A.12.6.1", "A.12.6.2", "A.12.7.1",
        ],
    },
    Area {
        key: "A.13",
        title: "Communications security",
        refs: &["A.13.1.1", "A.13.1.2", "A.13.1.3", "A.13.2.1", "A.13.2.2", "A.13.2.3", "A.13.2.4"],
    },
    Area {
        key: "A.14",
        title: "System acquisition, development and maintenance",
        refs: &[
            "A.14.1.1", "A.14.1.2", "A.14.1.3", "A.14.2.1", "A.14.2.2", "A.14.2.3", "A.14.2.4", "A.14.2.5", "A.14.2.6",
            "A.14.2.7", "A.14.2.8", "A.14.2.9", "A.14.3.1",
        ],
    },
    Area {
        key: "A.15",
        title: "Supplier relationships",
        refs: &["A.15.1.1", "A.15.1.2", "A.15.1.3", "A.15.2.1", "A.15.2.2"],
    },
    Area {
        key: "A.16",
        title: "Information security incident management",
        refs: &["A.16.1.1", "A.16.1.2", "A.16.1.3", "A.16.1.4", "A.16.1.5", "A.16.1.6", "A.16.1.7"],
    },
    Area {
        key: "A.17",
        title: "Information security aspects of business continuity management",
        refs: &["A.17.1.1", "A.17.1.2", "A.17.1.3", "A.17.2.1"],
    },
    Area {
        key: "A.18",
        title: "Compliance",
        refs: &["A.18.1.1", "A.18.1.2", "A.18.1.3", "A.18.1.4", "A.18.1.5", "A.18.2.1", "A.18.2.2", "A.18.2.3"],
    },
];

pub(super) static AREAS_2022: [Area; 37] = [
    Area { key: "context", title: words!("area.context"), refs: &["4.1", "4.2"] },
    Area { key: "scope", title: words!("area.scope"), refs: &["4.3", "4.4"] },
    Area { key: "leadership", title: words!("area.leadership"), refs: &["5.1"] },
    Area { key: "policy", title: words!("area.policy"), refs: &["5.2"] },
    Area { key: "roles", title: words!("area.roles"), refs: &["5.3"] },
    Area { key: "risk-assessment", title: words!("area.risk-assessment"), refs: &["6.1.1", "6.1.2", "8.2"] },
    Area { key: "risk-treatment", title: words!("area.risk-treatment"), refs: &["6.1.3", "8.3"] },
    Area { key: "objectives", title: words!("area.objectives"), refs: &["6.2", "6.3"] },
    Area { key: "competence", title: words!("area.competence"), refs: &["7.1", "7.2"] },
    Area { key: "awareness", title: words!("area.awareness"), refs: &["7.3", "7.4"] },
    Area {
        key: "documented-information",
        title: words!("area.documented-information"),
        refs: &["7.5.1", "7.5.2", "7.5.3"],
    },
    Area { key: "operation", title: words!("area.operation"), refs: &["8.1"] },
    Area { key: "monitoring", title: words!("area.monitoring"), refs: &["9.1"] },
    Area { key: "internal-audit", title: words!("area.internal-audit"), refs: &["9.2.1", "9.2.2"] },
    Area { key: "management-review", title: words!("area.management-review"), refs: &["9.3.1", "9.3.2", "9.3.3"] },
    Area { key: "improvement", title: words!("area.improvement"), refs: &["10.1", "10.2"] },
    Area {
        key: "governance",
        title: words!("area.governance"),
        refs: &["A.5.1", "A.5.2", "A.5.3", "A.5.4", "A.5.5", "A.5.6"],
    },
    Area { key: "threats-and-projects", title: words!("area.threats-and-projects"), refs: &["A.5.7", "A.5.8"] },
    Area {
        key: "assets",
        title: words!("area.assets"),
        refs: &["A.5.9", "A.5.10", "A.5.11", "A.5.12", "A.5.13", "A.5.14"],
    },
    Area { key: "access", title: words!("area.access"), refs: &["A.5.15", "A.5.16", "A.5.17", "A.5.18"] },
    Area {
        key: "suppliers",
        title: words!("area.suppliers"),
        refs: &["A.5.19", "A.5.20", "A.5.21", "A.5.22", "A.5.23"],
    },
    Area {
        key: "incidents",
        title: words!("area.incidents"),
        refs: &["A.5.24", "A.5.25", "A.5.26", "A.5.27", "A.5.28"],
    },
    Area { key: "continuity", title: words!("area.continuity"), refs: &["A.5.29", "A.5.30"] },
    Area {
        key: "compliance",
        title: words!("area.compliance"),
        refs: &["A.5.31", "A.5.32", "A.5.33", "A.5.34", "A.5.35", "A.5.36", "A.5.37"],
    },
    Area { key: "employment", title: words!("area.employment"), refs: &["A.6.1", "A.6.2", "A.6.4", "A.6.5", "A.6.6"] },
    Area { key: "people-practice", title: words!("area.people-practice"), refs: &["A.6.3", "A.6.7", "A.6.8"] },
    Area {
        key: "secure-areas",
        title: words!("area.secure-areas"),
        refs: &["A.7.1", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"],
    },
    Area {
        key: "equipment",
        title: words!("area.equipment"),
        refs: &["A.7.7", "A.7.8", "A.7.9", "A.7.10", "A.7.11", "A.7.12", "A.7.13", "A.7.14"],
    },
    Area {
        key: "endpoints-and-access",
        title: words!("area.endpoints-and-access"),
        refs: &["A.8.1", "A.8.2", "A.8.3", "A.8.4", "A.8.5"],
    },
    Area {
        key: "system-protection",
        title: words!("area.system-protection"),
        refs: &["A.8.6", "A.8.7", "A.8.8", "A.8.9"],
    },
    Area { key: "data-protection", title: words!("area.data-protection"), refs: &["A.8.10", "A.8.11", "A.8.12"] },
    Area { key: "backup", title: words!("area.backup"), refs: &["A.8.13", "A.8.14"] },
    Area { key: "logging", title: words!("area.logging"), refs: &["A.8.15", "A.8.16", "A.8.17"] },
    Area { key: "operational-software", title: words!("area.operational-software"), refs: &["A.8.18", "A.8.19"] },
    Area { key: "networks", title: words!("area.networks"), refs: &["A.8.20", "A.8.21", "A.8.22", "A.8.23"] },
    Area { key: "cryptography", title: words!("area.cryptography"), refs: &["A.8.24"] },
    Area {
        key: "development",
        title: words!("area.development"),
        refs: &["A.8.25", "A.8.26", "A.8.27", "A.8.28", "A.8.29", "A.8.30", "A.8.31", "A.8.32", "A.8.33", "A.8.34"],
    },
];
