//! OSCAL as other tools import it: results stand on a plan, that on a description of the system, and that on a profile of a
//! catalog. What the questionnaire does not ask is said to be so, not made up.

use super::escape::{prose, seen};
use super::oscal::{self, EPOCH, heading, metadata, number, property, token};
use super::pretty::{List, Object, document};
use super::source::{Source, VERSION, joined};
use super::time::instant;
use super::uuid::Namer;
use crate::archive::stored;
use crate::assessment::Answer;
use crate::catalog::Requirement;
use crate::catalog::constants::CONFORMITY_LEVEL;
use crate::scoring::{Action, ItemKind};
use crate::text::{named, one_line};

const CATALOG: &str = "catalog.json";
const PROFILE: &str = "profile.json";
const SYSTEM: &str = "system-security-plan.json";
const PLAN: &str = "assessment-plan.json";
const RESULTS: &str = "assessment-results.json";
const MILESTONES: &str = "poam.json";

/// What the files of a bundle have in common.
struct Bundle<'s, 'a> {
    source: &'s Source<'a>,
    names: Namer,
    at: &'s str,
    /// The organisation, or what stands for it.
    system: String,
}

/// All files in one archive. Without anything to do there is no plan of action.
pub(super) fn bundle(source: &Source<'_>) -> Vec<u8> {
    let assessment = source.assessment;
    let at = [assessment.modified(), assessment.created()].into_iter().find_map(instant).unwrap_or(EPOCH);
    let name = prose(&one_line(&seen(&assessment.organisation().name)));
    let system = if name.is_empty() { String::from(source.t("exports.oscal.system")) } else { name };
    let it = Bundle { source, names: Namer::new(&[&assessment.to_json(), VERSION]), at, system };
    let mut files = vec![
        (CATALOG, oscal::catalog(source)),
        (PROFILE, it.profile()),
        (SYSTEM, it.security_plan()),
        (PLAN, it.assessment_plan()),
        (RESULTS, oscal::results_by(source, Some(PLAN))),
    ];
    if !source.plan.actions.is_empty() {
        files.push((MILESTONES, it.milestones()));
    }
    let files: Vec<_> = files.into_iter().map(|(name, text)| (String::from(name), text)).collect();
    stored(&files)
}

fn import(it: &mut Object<'_>, key: &str, href: &str) {
    it.object(key, |it| it.text("href", href));
}

impl Bundle<'_, '_> {
    fn profile(&self) -> String {
        let source = self.source;
        document("profile", |it| {
            it.text("uuid", &Namer::new(&["profile", source.edition.year()]).uuid(VERSION, ""));
            let title = named(source.edition.name(), source.t("exports.oscal.profile"));
            metadata(source, it, &title, EPOCH);
            it.list("imports", |list| {
                list.object(|it| {
                    it.text("href", CATALOG);
                    it.object("include-all", |_| {});
                });
            });
        })
    }

    fn security_plan(&self) -> String {
        let source = self.source;
        let scope = prose(&seen(&source.assessment.organisation().scope));
        let boundary = if scope.is_empty() { source.t("exports.oscal.boundary") } else { &scope };
        let component = self.names.uuid("component", "");
        document("system-security-plan", |it| {
            it.text("uuid", &self.names.uuid("system-security-plan", ""));
            let title = named(&self.system, source.t("exports.oscal.system"));
            metadata(source, it, &title, self.at);
            import(it, "import-profile", PROFILE);
            it.object("system-characteristics", |it| {
                it.list("system-ids", |list| {
                    list.object(|it| {
                        it.text("identifier-type", "http://ietf.org/rfc/rfc4122");
                        it.text("id", &self.names.uuid("system", ""));
                    });
                });
                it.text("system-name", &self.system);
                it.text("description", boundary);
                it.object("system-information", |it| {
                    it.list("information-types", |list| {
                        list.object(|it| {
                            it.text("uuid", &self.names.uuid("information", ""));
                            it.text("title", source.t("exports.oscal.information"));
                            it.text("description", boundary);
                        });
                    });
                });
                it.object("status", |it| {
                    it.text("state", "other");
                    it.text("remarks", source.t("exports.oscal.status"));
                });
                it.object("authorization-boundary", |it| it.text("description", boundary));
            });
            it.object("system-implementation", |it| {
                it.list("users", |list| {
                    list.object(|it| {
                        it.text("uuid", &self.names.uuid("user", ""));
                        it.text("title", &self.system);
                    });
                });
                it.list("components", |list| {
                    list.object(|it| {
                        it.text("uuid", &component);
                        it.text("type", "this-system");
                        it.text("title", &self.system);
                        it.text("description", source.t("exports.oscal.system"));
                        it.object("status", |it| {
                            it.text("state", "other");
                            it.text("remarks", source.t("exports.oscal.status"));
                        });
                    });
                });
            });
            it.object("control-implementation", |it| {
                it.text("description", source.t("exports.oscal.implementation"));
                it.list("implemented-requirements", |list| {
                    for requirement in source.edition.requirements() {
                        list.object(|it| self.implemented(it, requirement, &component));
                    }
                });
            });
        })
    }

    fn implemented(&self, it: &mut Object<'_>, requirement: Requirement, component: &str) {
        let source = self.source;
        let id = requirement.id();
        it.text("uuid", &self.names.uuid("implemented", id));
        it.text("control-id", &token(id));
        let effective = source.assessment.effective_answer(requirement);
        let (state, words) = match effective.answer {
            None | Some(Answer::Unknown) => return,
            Some(Answer::NotApplicable) => ("not-applicable", String::from(source.t("answer.not-applicable"))),
            Some(answer @ Answer::Level(level)) => {
                let state = match level.number() {
                    0 => "planned",
                    number if number < CONFORMITY_LEVEL => "partial",
                    _ => "implemented",
                };
                (state, source.level(Some(answer), effective.provisional))
            }
        };
        it.list("by-components", |list| {
            list.object(|it| {
                it.text("component-uuid", component);
                it.text("uuid", &self.names.uuid("by-component", id));
                it.text("description", &words);
                it.object("implementation-status", |it| {
                    it.text("state", state);
                    let reason = prose(source.assessment.response(requirement).reason());
                    if state == "not-applicable" && !reason.is_empty() {
                        it.text("remarks", &reason);
                    }
                });
            });
        });
    }

    fn assessment_plan(&self) -> String {
        let source = self.source;
        document("assessment-plan", |it| {
            it.text("uuid", &self.names.uuid("assessment-plan", ""));
            let title = named(&self.system, source.t("exports.heading"));
            metadata(source, it, &title, self.at);
            import(it, "import-ssp", SYSTEM);
            it.object("reviewed-controls", |it| {
                it.text("description", source.t("exports.oscal.self"));
                it.list("control-selections", |list| {
                    list.object(|it| it.object("include-all", |_| {}));
                });
            });
        })
    }

    fn milestones(&self) -> String {
        let source = self.source;
        document("plan-of-action-and-milestones", |it| {
            it.text("uuid", &self.names.uuid("poam", ""));
            let title = named(&self.system, source.t("exports.oscal.milestones"));
            metadata(source, it, &title, self.at);
            import(it, "import-ssp", SYSTEM);
            it.list("poam-items", |list| {
                for (index, action) in source.plan.actions.iter().enumerate() {
                    list.object(|it| self.item(it, action, index));
                }
            });
        })
    }

    fn item(&self, it: &mut Object<'_>, action: &Action<'_>, index: usize) {
        let source = self.source;
        let requirement = source.edition.requirement(action.id).filter(|_| action.kind != ItemKind::Document);
        it.text("uuid", &self.names.uuid("poam-item", action.key.unwrap_or(action.id)));
        it.text("title", &requirement.map_or_else(|| String::from(action.title), heading));
        it.text("description", if action.step.is_empty() { action.title } else { action.step });
        it.list("props", |props| self.properties(props, action, requirement, index));
    }

    fn properties(&self, props: &mut List<'_>, action: &Action<'_>, requirement: Option<Requirement>, index: usize) {
        let place = u64::try_from(index).unwrap_or(u64::MAX).saturating_add(1);
        property(props, "order", &number(place));
        property(props, "finding", action.finding.as_str());
        property(props, "effort", action.effort.as_str());
        match requirement {
            Some(requirement) => property(props, "control-id", &token(requirement.id())),
            None => property(props, "document", action.key.unwrap_or(action.id)),
        }
        let gates = joined(&action.gates, " ");
        for (name, value) in [("gates", gates.as_str()), ("due", action.due), ("owner", action.owner)] {
            let value = one_line(&seen(value));
            if !value.is_empty() {
                property(props, name, &value);
            }
        }
    }
}
