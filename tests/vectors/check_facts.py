#!/usr/bin/env python3
"""Counts and references of the fact tables in facts/, derived from the published structure of both editions.

    python3 check_facts.py [FOLDER]     FOLDER: a second copy of the tables, which must be the same byte for byte

Exit status 0 when all hold.
"""
import filecmp
import os
import sys
from collections import Counter

from readiness import FACTS, THEMES, facts, items, table

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
TABLES = ["areas", "audit_days", "clauses_2013", "clauses_2022", "controls_2013", "controls_2022", "documents", "gates",
          "mapping_2013_2022"]
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
    check(f"{edition}: 17 documents are always required", sum(d["always"] for d in read["documents"]) == 17)
    for document in read["documents"]:
        for ref in document["refs"]:
            check(f"{edition}: {document['key']} refers to a {'clause' if document['always'] else 'control'}",
                  ref.split()[0] in (read["clauses"] if document["always"] else ids))
    for gate in read["gates"]:
        check(f"{edition}: gate {gate['id']} refers to leaf clauses", set(gate["refs"]) <= set(read["clauses"]))
        check(f"{edition}: documents of gate {gate['id']} are always required",
              set(gate["documents"]) <= {d["key"] for d in read["documents"] if d["always"]})

documents, gates = table("documents"), table("gates")
check("30 documents and records in 2013, one more in 2022",
      [row["key"] for row in documents if not row["refs_2013"]] == ["configuration_baselines"])
check("every document has references in 2022", all(row["refs_2022"] for row in documents))
check("keys differ", len({row["key"] for row in documents}) == len(documents) == 31)
check("the 16 documents and 7 records of the public list",
      {row["source_line"] for row in documents} - {""}
      == {f"D{n}" for n in range(1, 17)} | {f"R{n}" for n in range(1, 8)})
check("required is always or if-applicable", {row["required"] for row in documents} == {"always", "if-applicable"})
check("kind is document or record", {row["kind"] for row in documents} == {"document", "record"})
check("corrective action swapped its number",
      {("corrective_action_results", "10.1", "10.2"), ("nonconformity_records", "10.1", "10.2")}
      <= {(row["key"], row["refs_2013"], row["refs_2022"]) for row in documents})
check("9 gates for stage 1, then 8 for stage 2", [row["stage"] for row in gates] == ["1"] * 9 + ["2"] * 8)
check("gate ids differ", len({row["id"] for row in gates}) == 17)
check("least is one of three", {row["least"] for row in gates} == {"target", "planned", "started"})
check("no gate refers to a control",
      not any(ref.startswith("A.") for row in gates for ref in items(row["refs_2013"]) + items(row["refs_2022"])))
check("carried-over gates refer to the same clauses, parts of clause 9 aside",
      all(row["refs_2013"] == row["refs_2022"] or row["refs_2022"].startswith(("9.2", "9.3", "10")) for row in gates))

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
