#!/usr/bin/env python3
"""Counts and references of the fact tables in facts/, derived from the published structure of both editions.

    python3 check_facts.py [FOLDER]     FOLDER: a second copy of the tables, which must be the same byte for byte

Exit status 0 when all hold.
"""
import filecmp
import os
import sys
from collections import Counter

from tables import FACTS, THEMES, facts, items, table

LEAVES = {
    "2013": "4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1.1 6.1.2 6.1.3 6.2 7.1 7.2 7.3 7.4 7.5.1 7.5.2 7.5.3 8.1 8.2 8.3 "
            "9.1 9.2 9.3 10.1 10.2",
    "2022": "4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1.1 6.1.2 6.1.3 6.2 6.3 7.1 7.2 7.3 7.4 7.5.1 7.5.2 7.5.3 8.1 8.2 8.3 "
            "9.1 9.2.1 9.2.2 9.3.1 9.3.2 9.3.3 10.1 10.2",
}
# 2013: the sizes of the categories, by group A.5 to A.18. Together 35 categories and 114 controls.
CATEGORIES = [(2,), (5, 2), (2, 3, 1), (4, 3, 3), (2, 6, 1, 5), (2,), (6, 9), (4, 1, 1, 4, 1, 2, 1), (3, 4), (3, 9, 1),
              (3, 2), (7,), (3, 1), (5, 3)]
NEW = "A.5.7 A.5.23 A.5.30 A.7.4 A.8.9 A.8.10 A.8.11 A.8.12 A.8.16 A.8.23 A.8.28".split()
TABLES = ["areas", "audit_days", "clauses_2013", "clauses_2022", "controls_2013", "controls_2022", "documents",
          "exclusions", "gates", "mapping_2013_2022", "requirements"]
SPECIAL = {"statement-complete", "controls-implemented", "no-major"}
passed, failed = 0, []


def check(what, holds):
    global passed
    passed += bool(holds)
    if not holds:
        failed.append(what)


def number(ident):
    return [int(part) for part in ident.removeprefix("A.").split(".")]


def head(ident):
    """The id one level up: "A.5.1" of "A.5.1.2", nothing of "4"."""
    return ident.rpartition(".")[0]


def controls_2013():
    for group, sizes in enumerate(CATEGORIES, 5):
        for category, size in enumerate(sizes, 1):
            for n in range(1, size + 1):
                yield f"A.{group}.{category}.{n}"


def controls_2022():
    for theme, size in zip((5, 6, 7, 8), (37, 8, 14, 34)):
        for n in range(1, size + 1):
            yield f"A.{theme}.{n}"


check("only the known tables", sorted(os.listdir(FACTS)) == [name + ".csv" for name in TABLES])
old, new = table("controls_2013"), table("controls_2022")
old_ids, new_ids = [row["id"] for row in old], [row["id"] for row in new]
check("2013: 114 controls", len(old_ids) == 114)
check("2013: 14 groups of 35 categories", old_ids == list(controls_2013()))
check("2013: group and category are the head of the id",
      all(row["category"] == head(row["id"]) and row["group"] == head(row["category"]) for row in old))
check("2013: 35 categories", len({row["category"] for row in old}) == 35)
check("2013: one title a group", len({(row["group"], row["group_title"]) for row in old}) == 14)
check("2013: one title a category", len({(row["category"], row["category_title"]) for row in old}) == 35)
check("2022: 93 controls", len(new_ids) == 93)
check("2022: 37, 8, 14 and 34 in the four themes", new_ids == list(controls_2022()))
check("2022: the theme is that of the id", all(THEMES[row["id"].rpartition(".")[0]] == row["theme"] for row in new))
check("2022: the 11 new controls", [row["id"] for row in new if row["is_new"] == "true"] == NEW)
check("no title is empty or used twice",
      all(len({row["title"] for row in rows} - {""}) == len(rows) for rows in (old, new)))

links = [(row["old_id"], row["new_id"]) for row in table("mapping_2013_2022")]
merged = Counter(to for _, to in links)
check("115 links, none twice", len(links) == len(set(links)) == 115)
check("114 controls carried over; only A.18.2.3 is split",
      Counter(Counter(of for of, _ in links).values()) == {1: 113, 2: 1} and links.count(("A.18.2.3", "A.8.8")) == 1)
check("every 2013 control is carried over", {of for of, _ in links} == set(old_ids))
check("to all but the 11 new ones", set(merged) == set(new_ids) - set(NEW))
check("58 controls carried over from one, 24 merged from 57",
      (sum(n == 1 for n in merged.values()), [n > 1 for n in merged.values()].count(True)) == (58, 24)
      and sum(n for n in merged.values() if n > 1) == 57)

for edition, ids in (("2013", old_ids), ("2022", new_ids)):
    clauses = table(f"clauses_{edition}")
    known, read = [row["id"] for row in clauses], facts(edition)
    check(f"{edition}: clauses 0 to 10", [i for i in known if "." not in i] == [str(n) for n in range(11)])
    check(f"{edition}: clauses in order, none twice", known == sorted(set(known), key=number))
    check(f"{edition}: the parent is the head of the id", all(row["parent"] == head(row["id"]) for row in clauses))
    check(f"{edition}: the leaf clauses", read["clauses"] == LEAVES[edition].split())
    check(f"{edition}: their number", len(read["clauses"]) == {"2013": 26, "2022": 30}[edition])
    check(f"{edition}: sections partition the requirements",
          [i for _, _, refs in read["sections"] for i in refs] == read["clauses"] + ids)
    check(f"{edition}: number of sections", len(read["sections"]) == {"2013": 7 + 14, "2022": 7 + 4}[edition])
    order = {ident: n for n, ident in enumerate(read["clauses"] + ids)}
    refs = [ref for _, _, refs in read["areas"] for ref in refs]
    check(f"{edition}: areas partition the requirements", sorted(refs) == sorted(order))
    check(f"{edition}: number of areas", len(read["areas"]) == {"2013": 30, "2022": 37}[edition])
    check(f"{edition}: area keys differ", len({key for key, _, _ in read["areas"]}) == len(read["areas"]))
    for key, _, refs in read["areas"]:
        check(f"{edition}: area {key} holds clauses only or controls only", len({ref[0] == "A" for ref in refs}) == 1)
        check(f"{edition}: area {key} is in order", refs == sorted(refs, key=order.__getitem__))
    check(f"{edition}: number of documents", len(read["documents"]) == {"2013": 30, "2022": 31}[edition])
    demanded = {key: document["demand"] for key, document in read["documents"].items()}
    check(f"{edition}: 17 documents are always demanded", list(demanded.values()).count("always") == 17)
    check(f"{edition}: demands are known words", set(demanded.values()) <= {"always", "if-applicable", "usual"})
    for key, document in read["documents"].items():
        heads = [ref.split()[0] for ref in document["refs"]]
        check(f"{edition}: {key} refers to requirements", set(heads) <= set(order))
        check(f"{edition}: {key} is demanded by clauses always, or also by controls where they apply",
              (document["demand"] == "always") == all(ref in read["clauses"] for ref in heads))
        check(f"{edition}: {key} is core, so always demanded", not document["core"] or document["demand"] == "always")
    for gate in read["gates"]:
        check(f"{edition}: gate {gate['id']} refers to requirements", set(gate["refs"]) <= set(order))
        check(f"{edition}: controls of gate {gate['id']} are never excluded",
              all(read["exclusion"].get(ref, "never") == "never" for ref in gate["refs"]))
        check(f"{edition}: documents of gate {gate['id']} are demanded",
              all(demanded[key] != "usual" for key in gate["documents"]))
        check(f"{edition}: gate {gate['id']} looks at requirements of its own, or further",
              bool(gate["refs"]) != (gate["id"] in SPECIAL))
    rows = [row for row in table("requirements") if row["edition"] == edition]
    check(f"{edition}: weight and gravity for every clause requirement, in order",
          [row["id"] for row in rows] == read["clauses"])
    check(f"{edition}: weights from 1 to 4", {row["weight"] for row in rows} <= set("1234"))
    check(f"{edition}: the weight of all", sum(int(row["weight"]) for row in rows) == {"2013": 60, "2022": 61}[edition])
    check(f"{edition}: gravities are known words", {row["gravity"] for row in rows} == {"core", "normal", "supporting"})
    check(f"{edition}: what supports weighs 1",
          all(row["weight"] == "1" for row in rows if row["gravity"] == "supporting"))
    held = {ref for gate in read["gates"] if gate["least"] == "conform" for ref in gate["refs"]}
    check(f"{edition}: what is core has to conform for a gate",
          {row["id"] for row in rows if row["gravity"] == "core"} <= held)
    rows = [row for row in table("exclusions") if row["edition"] == edition]
    check(f"{edition}: an exclusion for every control, in order", [row["id"] for row in rows] == ids)
    kinds = Counter(row["exclusion"] for row in rows)
    check(f"{edition}: exclusions are never, rarely or often", set(kinds) == {"never", "rarely", "often"})
    check(f"{edition}: never is the exception", 3 * kinds["never"] < len(ids))
    check(f"{edition}: controls that are rarely excluded", kinds["rarely"] == {"2013": 53, "2022": 45}[edition])

weights = {(row["edition"], row["id"]): (int(row["weight"]), row["gravity"]) for row in table("requirements")}
same = [ref for ref in LEAVES["2013"].split() if ref in LEAVES["2022"].split() and not ref.startswith("10.")]
check("what both editions have, they weigh alike", all(weights["2013", ref] == weights["2022", ref] for ref in same))
check("10.1 and 10.2 change places", (weights["2013", "10.1"], weights["2013", "10.2"])
      == (weights["2022", "10.2"], weights["2022", "10.1"]))
for old_id, parts in (("9.2", ("9.2.1", "9.2.2")), ("9.3", ("9.3.1", "9.3.2", "9.3.3"))):
    check(f"the parts of {old_id} weigh what it weighed",
          weights["2013", old_id][0] == sum(weights["2022", part][0] for part in parts))
never = {edition: {row["id"] for row in table("exclusions")
                   if row["edition"] == edition and row["exclusion"] == "never"} for edition in LEAVES}
pairs = [(row["old_id"], row["new_id"]) for row in table("mapping_2013_2022")]
check("never in 2013 leads to never in 2022", never["2013"] <= {a for a, b in pairs if b in never["2022"]})
check("never in 2022 comes from never in 2013", never["2022"] <= {b for a, b in pairs if a in never["2013"]})

documents, gates = table("documents"), table("gates")
check("30 documents and records in 2013, one more in 2022",
      [row["key"] for row in documents if not row["refs_2013"]] == ["configuration_baselines"])
check("every document has references in 2022", all(row["refs_2022"] for row in documents))
check("keys differ", len({row["key"] for row in documents}) == len(documents) == 31)
check("the 16 documents and 7 records of the public list",
      {row["source_line"] for row in documents} - {""}
      == {f"D{n}" for n in range(1, 17)} | {f"R{n}" for n in range(1, 8)})
check("core is true or false", {row["core"] for row in documents} == {"true", "false"})
check("every line of the public list is demanded in 2013",
      all(row["demand_2013"] in ("always", "if-applicable") for row in documents if row["source_line"]))
check("kind is document or record", {row["kind"] for row in documents} == {"document", "record"})
check("corrective action swapped its number",
      {("corrective_action_results", "10.1", "10.2"), ("nonconformity_records", "10.1", "10.2")}
      <= {(row["key"], row["refs_2013"], row["refs_2022"]) for row in documents})
check("11 gates for stage 1, then 9 for stage 2", [row["stage"] for row in gates] == ["1"] * 11 + ["2"] * 9)
check("gate ids differ", len({row["id"] for row in gates}) == 20)
check("least is conform or planned", {row["least"] for row in gates} == {"conform", "planned"})
check("every core document is in a gate", {row["key"] for row in documents if row["core"] == "true"}
      <= {key for row in gates for key in items(row["documents"])})
check("carried-over gates refer to the same clauses, parts of clause 9 aside",
      all(row["refs_2013"] == row["refs_2022"] or row["refs_2022"].startswith(("9.2", "9.3", "10", "A.5.31"))
          for row in gates))

days = [(int(row["persons_from"]), int(row["persons_to"]), float(row["days"])) for row in table("audit_days")]
check("audit days: 22 windows without holes", len(days) == 22 and all(a[1] + 1 == b[0] for a, b in zip(days, days[1:])))
check("audit days: from 1 person to 10700", (days[0][0], days[-1][1]) == (1, 10700))
check("audit days: 5 to 28, always more",
      (days[0][2], days[-1][2]) == (5, 28) and all(a[2] < b[2] for a, b in zip(days, days[1:])))

if len(sys.argv) > 1:
    for name in TABLES:
        here, there = (os.path.join(folder, name + ".csv") for folder in (FACTS, sys.argv[1]))
        check(f"{name}.csv is the same in {sys.argv[1]}",
              os.path.exists(there) and filecmp.cmp(here, there, shallow=False))

print("\n".join(failed + [f"{passed} passed, {len(failed)} failed"]))
sys.exit(bool(failed))
