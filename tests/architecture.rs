//! Imports run one way: between the rooms of the crate, between the layers of the page, and in no circle of files.
//! ARCHITECTURE.md says which way and why.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The rooms of the crate: each may import those before it.
const ROOMS: [&str; 15] = [
    "text",
    "order",
    "score_range",
    "error",
    "json",
    "age",
    "archive",
    "catalog",
    "questionnaire",
    "assessment",
    "scoring",
    "import",
    "output",
    "fill",
    "wasm",
];
/// The layers of the page: each may import those before it.
const LAYERS: [&str; 24] = [
    "app/model",
    "app/ui_state",
    "app/router",
    "app/download",
    "app/media",
    "app/next_task",
    "app/page",
    "app/page_text",
    "app/text",
    "app/translators",
    "sheets",
    "app/styles",
    "app/components",
    "app/drafts",
    "app/session",
    "app/views",
    "app/deferred",
    "app/shell",
    "frame",
    "deferred",
    "app/main",
    "element",
    "desk",
    "gallery",
];

/// File → the files it imports.
type Graph = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_str().unwrap().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The rooms that a source names behind `crate::`, comments left out.
fn rooms_named(source: &str) -> BTreeSet<String> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut rooms = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        // The macro's own way to name the crate, and a group of paths.
        let rest = code.get(at + "crate::".len()..).unwrap();
        let paths: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap().split(',').map(str::trim).collect(),
            None => vec![rest],
        };
        for path in paths {
            let name: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if ROOMS.contains(&name.as_str()) {
                rooms.insert(name);
            }
        }
    }
    rooms
}

fn room_of(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that a source imports by a relative path, types and late imports included.
fn imports(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in ["from", "import"] {
        for (at, _) in source.match_indices(word) {
            let rest = source.get(at + word.len()..).unwrap().trim_start_matches([' ', '(', '\n']);
            if let Some(quoted) = rest.strip_prefix('"')
                && quoted.starts_with('.')
            {
                found.push(quoted.split('"').next().unwrap().to_owned());
            }
        }
    }
    found
}

fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            other => out.push(other),
        }
    }
    out
}

fn page_graph() -> Graph {
    let www = root().join("www");
    let name = |path: &Path| path.strip_prefix(&www).unwrap().to_str().unwrap().to_owned();
    let sources = files(&www, ".ts");
    let known: BTreeSet<String> = sources.iter().map(|path| name(path)).collect();
    let mut graph = Graph::new();
    for path in &sources {
        let from = name(path);
        let folder = Path::new(&from).parent().unwrap().to_path_buf();
        let to = imports(&fs::read_to_string(path).unwrap()).into_iter().filter_map(|module| {
            let target = normal(&folder.join(&module)).to_str().unwrap().to_owned();
            [target.replace(".js", ".ts"), format!("{target}.ts")].into_iter().find(|file| known.contains(file))
        });
        let to = to.collect();
        graph.insert(from, to);
    }
    graph
}

fn layer_of(file: &str) -> String {
    let mut parts = file.split('/');
    let first = parts.next().unwrap();
    let layer = if first == "app" { format!("app/{}", parts.next().unwrap()) } else { first.to_owned() };
    layer.trim_end_matches(".ts").to_owned()
}

/// Every arrow that does not lead to something earlier in the order, and every name that the order does not know.
fn against(order: &[&str], arrows: &BTreeSet<(String, String)>) -> Vec<String> {
    let rank = |name: &str| order.iter().position(|known| *known == name);
    let mut faults = Vec::new();
    for (from, to) in arrows {
        match (rank(from), rank(to)) {
            (Some(a), Some(b)) if b < a => {}
            (Some(_), Some(_)) => faults.push(format!("{from} imports {to}, which comes after it")),
            (None, _) => faults.push(format!("{from} has no place in the order")),
            (_, None) => faults.push(format!("{to} has no place in the order")),
        }
    }
    faults
}

/// A circle of files, if there is one: files are taken away as long as one imports nothing that is left.
fn circle(graph: &Graph) -> Vec<String> {
    let mut left: BTreeSet<&String> = graph.keys().collect();
    while let Some(free) = left.iter().find(|file| graph[**file].iter().all(|to| !left.contains(to))).copied() {
        left.remove(free);
    }
    left.into_iter().cloned().collect()
}

#[test]
fn no_room_of_the_crate_imports_a_later_one() {
    let mut arrows = BTreeSet::new();
    for path in files(&root().join("src"), ".rs") {
        let from = room_of(&path);
        if from == "lib" || from == "bin" {
            continue;
        }
        for to in rooms_named(&fs::read_to_string(&path).unwrap()) {
            if to != from {
                arrows.insert((from.clone(), to));
            }
        }
    }
    assert!(arrows.len() > 15, "the imports were not read: {arrows:?}");
    assert_eq!(against(&ROOMS, &arrows), Vec::<String>::new());
}

#[test]
fn no_layer_of_the_page_imports_a_later_one() {
    let mut arrows = BTreeSet::new();
    for (from, targets) in page_graph() {
        for to in targets {
            if layer_of(&from) != layer_of(&to) {
                arrows.insert((layer_of(&from), layer_of(&to)));
            }
        }
    }
    assert!(arrows.len() > 30, "the imports were not read: {arrows:?}");
    assert_eq!(against(&LAYERS, &arrows), Vec::<String>::new());
}

#[test]
fn no_files_of_the_page_import_each_other_in_a_circle() {
    let graph = page_graph();
    assert!(graph.len() > 60, "the files were not found");
    assert_eq!(circle(&graph), Vec::<String>::new());
}

#[test]
fn an_arrow_put_back_is_found() {
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let back = BTreeSet::from([arrow("assessment", "scoring"), arrow("scoring", "assessment")]);
    assert_eq!(against(&ROOMS, &back), ["assessment imports scoring, which comes after it"]);
    assert_eq!(against(&ROOMS, &BTreeSet::from([arrow("attic", "text")])), ["attic has no place in the order"]);
    let named =
        rooms_named("use crate::{json::Value, scoring::Report};\n// use crate::wasm::x;\nfn f() { crate::text::x() }");
    assert_eq!(named, ["json", "scoring", "text"].map(String::from).into());

    let file = |name: &str, to: &[&str]| (name.to_owned(), to.iter().map(|one| (*one).to_owned()).collect());
    let round =
        Graph::from([file("a.ts", &["b.ts"]), file("b.ts", &["c.ts"]), file("c.ts", &["b.ts"]), file("d.ts", &[])]);
    assert_eq!(circle(&round), ["a.ts", "b.ts", "c.ts"], "what leads into a circle is shown with it");
    assert_eq!(
        imports("import type { A } from \"./a.js\";\nconst b = import(\"../b.js\");\nimport \"lit\";"),
        ["./a.js", "../b.js"]
    );
}
