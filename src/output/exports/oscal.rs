//! OSCAL: a catalog of ids, titles and our questions, and the answers as assessment results.

use super::address::Address;
use super::escape::{prose, seen};
use super::pretty::{List, Object, document};
use super::source::{Source, VERSION, joined};
use super::summary::stage_state;
use super::time::instant;
use super::uuid::Namer;
use crate::assessment::{Answer, EvidenceLink, evidence_lines};
use crate::catalog::Requirement;
use crate::json::push_integer;
use crate::questionnaire;
use crate::scoring::{Finding, RequirementReport};
use crate::text::{named, one_line};

const OSCAL_VERSION: &str = "1.1.3";
/// Under this name stands what OSCAL has no word for: our questions, levels and scores.
const OURS: &str = "urn:iso27001-readiness";
/// Stands where an assessment says no time.
pub(super) const EPOCH: &str = "1970-01-01T00:00:00Z";

/// The id of a requirement, a clause or a group as a token, which cannot begin with a figure.
pub(super) fn token(id: &str) -> String {
    let prefix = if id.starts_with(|sign: char| sign.is_ascii_digit()) { "clause-" } else { "" };
    [prefix, id].concat()
}

fn question_id(id: &str) -> String {
    [&token(id), "_question"].concat()
}

pub(super) fn property(list: &mut List<'_>, name: &str, value: &str) {
    list.object(|it| {
        it.text("name", name);
        it.text("ns", OURS);
        it.text("value", value);
    });
}

pub(super) fn number(value: impl Into<u64>) -> String {
    let mut out = String::new();
    push_integer(&mut out, value.into());
    out
}

pub(super) fn metadata(source: &Source<'_>, it: &mut Object<'_>, title: &str, modified: &str) {
    it.object("metadata", |it| {
        it.text("title", title);
        it.text("last-modified", modified);
        it.text("version", VERSION);
        it.text("oscal-version", OSCAL_VERSION);
        it.list("props", |props| {
            property(props, "method", source.report.method);
            property(props, "edition", source.edition.year());
        });
        let (basis, disclaimer) = (source.basis(), source.t("exports.disclaimer"));
        let remarks = [("basis", basis.as_str()), ("disclaimer", disclaimer)];
        it.text("remarks", &source.words.filled("exports.basis.with", &remarks));
    });
}

fn control(list: &mut List<'_>, requirement: Requirement, class: &str) {
    let question = questionnaire::question(requirement);
    let id = token(requirement.id());
    list.object(|it| {
        it.text("id", &id);
        it.text("class", class);
        it.text("title", requirement.title());
        it.list("props", |props| {
            props.object(|it| {
                it.text("name", "label");
                it.text("value", requirement.id());
            });
            property(props, "effort", question.effort.as_str());
            property(props, "area", requirement.area().map_or("", |area| area.key));
            for kind in &question.kinds {
                property(props, "kind", kind.as_str());
            }
        });
        it.list("parts", |parts| {
            for (suffix, name, words) in [
                ("_question", "question", question.asked.statement),
                ("_guidance", "assessment-guidance", question.guidance),
            ] {
                parts.object(|it| {
                    it.text("id", &[&id, suffix].concat());
                    it.text("name", name);
                    it.text("ns", OURS);
                    it.text("prose", words);
                });
            }
        });
    });
}

/// Ids and titles as published, and our questions under our own name; no text of the standard.
pub(super) fn catalog(source: &Source<'_>) -> String {
    let edition = source.edition;
    let of = |section: &str| {
        let section = String::from(section);
        edition.requirements().filter(move |requirement| requirement.section() == section)
    };
    let group = |it: &mut Object<'_>, id: &str, class: &str, title: &str| {
        it.text("id", id);
        it.text("class", class);
        it.text("title", title);
    };
    document("catalog", |it| {
        it.text("uuid", &Namer::new(&["catalog", edition.year()]).uuid(VERSION, ""));
        let title = named(edition.name(), source.t("exports.oscal.catalog"));
        metadata(source, it, &title, EPOCH);
        it.list("groups", |groups| {
            for clause in edition.clauses() {
                if clause.parent.is_some() || of(clause.id).next().is_none() {
                    continue;
                }
                groups.object(|it| {
                    group(it, &token(clause.id), "clause", clause.title);
                    it.list("controls", |list| of(clause.id).for_each(|one| control(list, one, "requirement")));
                });
            }
            for section in edition.groups() {
                groups.object(|it| {
                    group(it, &token(section.id), "group", section.title);
                    let of_group = || of(section.id);
                    if of_group().all(|one| one.category().is_none()) {
                        it.list("controls", |list| of_group().for_each(|one| control(list, one, "control")));
                        return;
                    }
                    it.list("groups", |groups| {
                        for category in edition.categories() {
                            let of_category =
                                || of_group().filter(|one| one.category().is_some_and(|of| of.id == category.id));
                            if of_category().next().is_some() {
                                groups.object(|it| {
                                    group(it, category.id, "category", category.title);
                                    it.list("controls", |list| {
                                        of_category().for_each(|one| control(list, one, "control"));
                                    });
                                });
                            }
                        }
                    });
                });
            }
        });
    })
}

/// Id and title.
pub(super) fn heading(requirement: Requirement) -> String {
    joined([requirement.id(), requirement.title()], " ")
}

/// The name of an answer in files.
fn answer_name(answer: Answer) -> String {
    match answer {
        Answer::Level(level) => number(level.number()),
        Answer::Unknown => String::from("unknown"),
        Answer::NotApplicable => String::from("not-applicable"),
    }
}

fn observation(source: &Source<'_>, it: &mut Object<'_>, requirement: Requirement, answer: Answer, at: &str) {
    let effective = source.assessment.effective_answer(requirement);
    let response = source.assessment.response(requirement);
    let mut description = match answer {
        Answer::NotApplicable => String::from(source.t("answer.not-applicable")),
        _ => source.level(Some(answer), effective.provisional),
    };
    let row = source.statement.iter().find(|row| row.id == requirement.id() && row.applicable == Some(false));
    if let Some(row) = row
        && !row.reason.is_empty()
    {
        description = named(&description, &prose(row.reason));
    }
    it.text("title", &heading(requirement));
    it.text("description", &description);
    it.list("props", |props| {
        property(props, "answer", &answer_name(answer));
        property(props, "provisional", if effective.provisional { "true" } else { "false" });
        let owner = one_line(&seen(response.owner()));
        if !owner.is_empty() {
            property(props, "owner", &owner);
        }
    });
    it.list("methods", |list| list.text("UNKNOWN"));
    it.list("types", |list| list.text("control-objective"));
    let (mut linked, mut unlinked) = (Vec::new(), Vec::<&EvidenceLink>::new());
    for link in response.evidence() {
        match Address::of(&link.href).filter(|address| address.is_uri) {
            Some(address) => linked.push((address.href, if link.label.is_empty() { &link.href } else { &link.label })),
            None => unlinked.push(link),
        }
    }
    if !linked.is_empty() {
        it.list("relevant-evidence", |list| {
            for (href, label) in &linked {
                list.object(|it| {
                    it.text("href", href);
                    it.text("description", &prose(label));
                });
            }
        });
    }
    it.text("collected", instant(response.modified()).unwrap_or(at));
    let texts = [prose(response.note()), prose(&evidence_lines(unlinked))];
    let remarks = joined(texts.iter().filter(|text| !text.is_empty()), "\n\n");
    if !remarks.is_empty() {
        it.text("remarks", &remarks);
    }
}

/// Every answer as an observation; what is answered and applies has a finding as well.
pub(super) fn results(source: &Source<'_>) -> String {
    results_by(source, None)
}

/// The same by an assessment plan that stands in a file of this name.
pub(super) fn results_by(source: &Source<'_>, plan: Option<&str>) -> String {
    let (report, assessment) = (&source.report, source.assessment);
    // Names follow from what they name: another assessment has others.
    let text = assessment.to_json();
    let names = Namer::new(&[&text, VERSION]);
    let at = [assessment.modified(), assessment.created()].into_iter().find_map(instant).unwrap_or(EPOCH);
    let answered = || {
        let with_answer = |(requirement, report): (Requirement, &'_ RequirementReport)| {
            report.answer.map(|answer| (requirement, *report, answer))
        };
        source.edition.requirements().zip(&report.requirements).filter_map(with_answer)
    };
    let organisation = prose(&one_line(&seen(&assessment.organisation().name)));
    let mut title = String::from(source.t("exports.heading"));
    if !organisation.is_empty() {
        title = named(&title, &organisation);
    }
    let method = Namer::new(&["method"]).uuid(report.method, "");
    document("assessment-results", |it| {
        it.text("uuid", &names.uuid("results", ""));
        metadata(source, it, &title, at);
        it.object("import-ap", |it| match plan {
            Some(plan) => it.text("href", plan),
            None => {
                it.text("href", &["#", &method].concat());
                it.text("remarks", source.t("exports.oscal.plan"));
            }
        });
        it.list("results", |list| {
            list.object(|it| {
                it.text("uuid", &names.uuid("result", ""));
                it.text("title", source.t("exports.heading"));
                let range = source.words.range(Some(report.overall));
                it.text("description", &source.words.filled("exports.oscal.overall", &[("range", &range)]));
                it.text("start", at);
                it.list("props", |props| {
                    property(props, "target", &number(source.assessment.target().number()));
                    property(props, "overall-low", &number(report.overall.low()));
                    property(props, "overall-high", &number(report.overall.high()));
                    for stage in &report.stages {
                        let name = ["stage-", &number(stage.stage.number())].concat();
                        property(props, &name, stage_state(stage.state));
                        let name = [name.as_str(), "-certifiable"].concat();
                        property(props, &name, if stage.certifiable { "true" } else { "false" });
                    }
                    for (name, count) in [
                        ("findings-major", report.findings.major),
                        ("findings-minor", report.findings.minor),
                        ("findings-opportunity", report.findings.opportunity),
                    ] {
                        property(props, name, &number(count));
                    }
                    // Small findings that together are a further major: by a clause, an area, or for the whole system.
                    for one in &report.accumulated {
                        property(props, "accumulated", &one.id.map_or(String::from("system"), token));
                    }
                });
                it.object("reviewed-controls", |it| {
                    it.list("control-selections", |list| {
                        list.object(|it| {
                            it.list("include-controls", |list| {
                                for requirement in &report.requirements {
                                    list.object(|it| it.text("control-id", &token(requirement.id)));
                                }
                            });
                        });
                    });
                });
                if answered().next().is_some() {
                    it.list("observations", |list| {
                        for (requirement, _, answer) in answered() {
                            list.object(|it| {
                                it.text("uuid", &names.uuid("observation", requirement.id()));
                                observation(source, it, requirement, answer, at);
                            });
                        }
                    });
                }
                if answered().any(|(_, report, _)| report.finding.is_some()) {
                    it.list("findings", |list| {
                        for (requirement, report, _) in answered() {
                            if let Some(kind) = report.finding {
                                list.object(|it| finding(source, it, requirement, &report, kind, &names));
                            }
                        }
                    });
                }
            });
        });
        it.object("back-matter", |it| {
            it.list("resources", |list| {
                list.object(|it| {
                    it.text("uuid", &method);
                    it.text("title", &source.words.filled("exports.method", &[("method", report.method)]));
                    it.text(
                        "description",
                        source.t(if plan.is_some() { "exports.oscal.self" } else { "exports.oscal.plan" }),
                    );
                });
            });
        });
    })
}

fn finding(
    source: &Source<'_>,
    it: &mut Object<'_>,
    requirement: Requirement,
    report: &RequirementReport,
    kind: Finding,
    names: &Namer,
) {
    it.text("uuid", &names.uuid("finding", requirement.id()));
    it.text("title", &heading(requirement));
    let words = source.words.named("finding", kind.as_str());
    it.text("description", &named(source.t("finding.kind"), words));
    it.list("props", |props| {
        property(props, "finding", kind.as_str());
        property(props, "score", &number(report.score.map_or(0, crate::ScoreRange::low)));
        if report.refused {
            property(props, "exclusion", "refused");
        }
    });
    it.object("target", |it| {
        it.text("type", "objective-id");
        it.text("target-id", &question_id(requirement.id()));
        it.object("status", |it| {
            it.text("state", if kind == Finding::None { "satisfied" } else { "not-satisfied" });
        });
    });
    it.list("related-observations", |list| {
        list.object(|it| it.text("observation-uuid", &names.uuid("observation", requirement.id())));
    });
}
