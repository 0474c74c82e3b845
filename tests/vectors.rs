//! The crate against the vectors of the second reading in Python, and random assessments for that reading to check.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

mod support;

use iso27001_readiness::assessment::{Answer, Assessment, DocumentStatus, Subject};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire;
use iso27001_readiness::scoring::{Estimate, Plan, Report, Summary, what_if, what_if_document};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use support::{Draft, Say, drafts};

fn vectors() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: &PathBuf| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    paths.iter().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), read(path))).collect()
}

fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

fn assessment(vector: &Value) -> Assessment {
    Assessment::parse(&member(vector, "assessment").to_string()).unwrap()
}

/// The paths at which two values differ.
fn differences(ours: &Value, theirs: &Value, path: &str) -> Vec<String> {
    match (ours, theirs) {
        (Value::Object(one), Value::Object(other)) => {
            let keys = one.keys().chain(other.keys().filter(|key| !one.contains_key(*key)));
            keys.flat_map(|key| differences(member(ours, key), member(theirs, key), &format!("{path}.{key}"))).collect()
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate();
            pairs.flat_map(|(index, (one, other))| differences(one, other, &format!("{path}[{index}]"))).collect()
        }
        _ if ours == theirs => Vec::new(),
        _ => vec![format!("{path}: ours {ours}, theirs {theirs}")],
    }
}

/// What an answer or a status would gain, by a requirement's id, `area:` and a key, or a document's key.
fn gain(assessment: &Assessment, id: &str, answer: &Value) -> i32 {
    if let Some(status) = answer.as_str().and_then(DocumentStatus::from_name) {
        return what_if_document(assessment, assessment.document_index(id).unwrap(), status);
    }
    let answer = match answer.as_str() {
        Some("unknown") => Answer::Unknown,
        Some(_) => Answer::NotApplicable,
        None => Answer::level(answer.as_i64().unwrap()).unwrap(),
    };
    what_if(assessment, Subject::find(assessment.edition(), id).unwrap(), answer).unwrap()
}

/// What the vectors say of an action, besides its name.
const ACTION: &[&str] = &["finding", "major", "gates", "gain"];

/// A row of a plan with its name and some of its members: a requirement goes by `id`, a document by `key`.
fn shared(row: &Value, members: &[&str]) -> Value {
    let name = if member(row, "key").is_null() { "id" } else { "key" };
    let members = members.iter().chain([&name]).map(|name| ((*name).to_owned(), member(row, name).clone()));
    Value::Object(members.collect())
}

#[test]
fn every_vector_is_met_in_every_key_that_it_holds() {
    let (mut keys, mut found) = (0, Vec::new());
    let vectors = vectors();
    for (name, vector) in &vectors {
        let report = serde_json::to_value(Report::of(&assessment(vector))).unwrap();
        for (key, theirs) in member(vector, "report").as_object().unwrap() {
            keys += 1;
            found.extend(differences(member(&report, key), theirs, &format!("{name}: {key}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(vectors.len() >= 100, "{} vectors", vectors.len());
    println!("{} vectors with {keys} keys of reports", vectors.len());
}

#[test]
fn every_gain_of_the_vectors_is_ours() {
    let mut gains = 0;
    for (name, vector) in vectors() {
        let assessment = assessment(&vector);
        for row in member(&vector, "whatIf").as_array().into_iter().flatten() {
            let [id, answer, theirs] = row.as_array().unwrap().as_slice() else { panic!("{name}: {row}") };
            let ours = gain(&assessment, id.as_str().unwrap(), answer);
            assert_eq!(i64::from(ours), theirs.as_i64().unwrap(), "{name}: {row}");
            gains += 1;
        }
    }
    println!("{gains} gains");
    assert!(gains >= 100);
}

#[test]
fn every_plan_of_the_vectors_is_ours() {
    let mut plans = 0;
    for (name, vector) in vectors() {
        let assessment = assessment(&vector);
        let plan = serde_json::to_value(Plan::of(&assessment)).unwrap();
        if let Some(theirs) = vector.get("actions") {
            plans += 1;
            let ours = member(&plan, "actions").as_array().unwrap().iter();
            let mut ours: Vec<_> = ours.map(|row| (member(row, "id").clone(), shared(row, ACTION))).collect();
            // The vectors have the actions in catalog order, ours are in the order of the plan.
            let edition = assessment.edition();
            let places = edition.requirements().map(|requirement| requirement.id());
            let places: Vec<_> = places.chain(edition.documents().map(|document| document.key)).collect();
            ours.sort_by_key(|(name, _)| places.iter().position(|id| name == id));
            let ours: Vec<_> = ours.into_iter().map(|(_, row)| row).collect();
            let found = differences(&Value::from(ours), theirs, &format!("{name}: actions"));
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
        if let Some(theirs) = vector.get("questions") {
            let ours = member(&plan, "questions").as_array().unwrap().iter();
            let ours: Vec<_> = ours.map(|row| shared(row, &["gates"])).collect();
            let ours = Value::from(ours);
            let found = differences(&ours, theirs, &format!("{name}: questions"));
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
    }
    println!("{plans} plans");
    assert!(plans >= 6, "{plans} plans");
}

#[test]
fn every_estimate_of_the_vectors_is_ours() {
    let mut estimates = 0;
    for (name, vector) in vectors() {
        let ours = serde_json::to_value(Estimate::of(&assessment(&vector))).unwrap();
        let Some(theirs) = vector.get("estimate") else { continue };
        for key in ["headcount", "months"] {
            let found = differences(member(&ours, key), member(theirs, key), &format!("{name}: {key}"));
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
        assert_eq!(ours.pointer("/auditDays/total"), theirs.pointer("/auditDays/total"), "{name}");
        estimates += usize::from(!theirs.is_null());
    }
    println!("{estimates} estimates");
    assert!(estimates >= 10, "{estimates} estimates");
}

/// What `tests/vectors/check.py` needs of the catalog: the efforts.
fn catalog(edition: Edition) -> Value {
    let row = |name: &str, id: &str, effort| json!({ name: id, "effort": effort });
    let requirements = edition.requirements().map(|r| (r, row("id", r.id(), questionnaire::question(r).effort)));
    let (controls, clauses): (Vec<_>, Vec<_>) = requirements.partition(|(requirement, _)| requirement.is_control());
    let rows = |of: Vec<(_, Value)>| of.into_iter().map(|(_, row)| row).collect::<Vec<_>>();
    let documents = edition.documents().map(|d| row("key", d.key, questionnaire::document_advice(d).effort));
    json!({ "edition": edition.year(), "clauses": rows(clauses), "controls": rows(controls),
        "documents": documents.collect::<Vec<_>>() })
}

/// A line for `check.py`: an assessment and all that we make of it.
fn line(number: usize, draft: &Draft) -> Value {
    let assessment = draft.assessment();
    let ids = Draft::ids(draft.edition);
    let answers = [json!(0), json!(3), json!(5), json!("unknown"), json!("not-applicable")];
    let mut gains = Vec::new();
    for step in 0..4_usize {
        let id = ids.get(number.wrapping_mul(31).wrapping_add(step.wrapping_mul(53)) % ids.len()).unwrap();
        let answer = answers.get(number.wrapping_add(step) % answers.len()).unwrap();
        let excludes = answer == "not-applicable";
        if !excludes || Subject::find(draft.edition, id).unwrap().can_be_excluded(draft.edition) {
            gains.push(json!([id, answer, gain(&assessment, id, answer)]));
        }
    }
    let index = number % draft.edition.documents().count();
    let document = draft.edition.documents().nth(index).unwrap();
    let status = DocumentStatus::ALL.get(number % 3).unwrap();
    gains.push(json!([document.key, status, what_if_document(&assessment, index, *status)]));
    json!({ "name": format!("random {number}"), "assessment": draft.file(), "report": Report::of(&assessment),
        "summary": Summary::of(&assessment), "plan": Plan::of(&assessment), "whatIf": gains })
}

/// Writes `target/vectors.jsonl` and the catalogs, then:
/// `python3 tests/vectors/check.py target/vectors.jsonl target/catalog_2013.json target/catalog_2022.json`
#[test]
fn random_assessments_are_written_for_the_second_reading() {
    let count = std::env::var("VECTOR_LINES").ok().and_then(|lines| lines.parse().ok()).unwrap_or(2000);
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    for edition in Edition::ALL {
        fs::write(target.join(format!("catalog_{}.json", edition.year())), catalog(edition).to_string()).unwrap();
    }
    let path = target.join("vectors.jsonl");
    let mut file = std::io::BufWriter::new(fs::File::create(&path).unwrap());
    // The same lines every time.
    let mut runner = TestRunner::deterministic();
    let strategy = drafts();
    let (mut editions, mut excluded) = ([0, 0], 0);
    for number in 0..count {
        let draft = strategy.new_tree(&mut runner).unwrap().current();
        writeln!(file, "{}", line(number, &draft)).unwrap();
        editions[usize::from(draft.edition == Edition::E2022)] += 1;
        excluded += usize::from(draft.answers().any(|say| say == Some(Say::NotApplicable)));
    }
    file.flush().unwrap();
    println!("{count} lines, {editions:?} of 2013 and 2022, {excluded} with exclusions, in {}", path.display());
    assert!(count < 100 || (editions.into_iter().all(|n| n > count / 4) && excluded > count / 10));
}
