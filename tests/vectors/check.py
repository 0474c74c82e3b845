#!/usr/bin/env python3
"""Recomputes every vector with readiness.py; exit status 0 when nothing differs.

    python3 check.py                                     the worked example of METHOD.md, all situations and vectors
    python3 check.py LINES.jsonl [CATALOG.json ...]      also lines {"assessment", "report"} that the Rust core wrote

A line may also hold `"plan"` (the `plan()` of API.md; its order and its ways are checked with the efforts of the catalog
dump of its edition), `"estimate"`, `"whatIf"` (`[[id, answer, gain]]`), `"summary"` and `"name"`. `-` reads lines from
standard input.
"""
import glob
import json
import os
import sys

from generate import worked_example
from plan import actions, efforts, estimate, is_ready, name_of, plan, questions, taken, way
from readiness import Reading

HERE = os.path.dirname(os.path.abspath(__file__))


def differences(claimed, computed, path=""):
    """The paths at which two JSON values differ; 1, 1.0 and true are three values."""
    if type(claimed) is not type(computed):
        yield f"{path}: {claimed!r} should be {computed!r}"
    elif isinstance(claimed, dict):
        for key in sorted(claimed.keys() | computed.keys()):
            if key not in claimed or key not in computed:
                yield f"{path}.{key}: {'missing' if key in computed else 'not in the method'}"
            else:
                yield from differences(claimed[key], computed[key], f"{path}.{key}")
    elif isinstance(claimed, list):
        if len(claimed) != len(computed):
            yield f"{path}: {len(claimed)} entries, should be {len(computed)}"
        for n, (a, b) in enumerate(zip(claimed, computed)):
            yield from differences(a, b, f"{path}[{n}]")
    elif claimed != computed:
        yield f"{path}: {claimed!r} should be {computed!r}"


def laws(report):
    """What the method promises of every report, whatever computed it."""
    overall = report["overall"]
    points = [row["points"] for row in report["requirements"] + report["documents"] if row["points"]]
    totals = {"earned": overall["low"], "open": overall["high"] - overall["low"], "lost": 10000 - overall["high"]}
    for column, total in totals.items():
        if sum(p[column] for p in points) != total or any(p[column] < 0 for p in points):
            yield f"points.{column} must add up to {total}"
    scored = [overall, *report["parts"].values(), *report["sections"], *report["areas"], *report["requirements"]]
    if any(not 0 <= s["low"] <= s["high"] <= 10000 for s in scored if s and s["low"] is not None):
        yield "an interval must lie in order between 0 and 10000"
    coverage = report["coverage"]
    if any(sum(s[key] for s in report["sections"]) != coverage[key] for key in coverage):
        yield "the coverage of the sections must add up to that of all"
    complete = all(d["status"] or not d["required"] for d in report["documents"])
    if complete and coverage["answered"] == coverage["applicable"] and overall["low"] != overall["high"]:
        yield "nothing is open, so the interval must be closed"


def summary(report):
    """The short form that API.md gives for every keystroke."""
    count = lambda stage, state: sum(gate["state"] == state for gate in stage["gates"])
    stages = [{"stage": stage["stage"], "state": stage["state"], "certifiable": stage["certifiable"],
               **{state: count(stage, state) for state in ("met", "open", "undetermined")}}
              for stage in report["stages"]]
    return {**{key: report[key] for key in ("overall", "coverage", "parts", "findings")}, "stages": stages}


def rows_differences(claimed, computed, path):
    """Rows by name, in what both say of them; our own wording is not the method's."""
    yield from differences([name_of(row) for row in claimed], [name_of(row) for row in computed], path)
    for one, other in zip(claimed, computed):
        shared = one.keys() & other.keys()
        pick = lambda row: {key: row[key] for key in shared - {"id", "key"}}
        yield from differences(pick(one), pick(other), f"{path} {name_of(other)}")


def way_differences(claimed, reading, stage, actions_in_order):
    """Ways: the same steps in the same order; together they make the stage ready, and it says so."""
    steps = [*claimed["actions"], *claimed["questions"]]
    yield from differences(steps, way(reading, stage, actions_in_order), f"plan.ways.{stage}")
    if not (claimed["ready"] and is_ready(taken(reading, steps), stage)):
        yield f"plan.ways.{stage}: does not lead to the stage"


def plan_differences(claimed, reading, catalogs):
    """Plan: actions, questions, what gates wait for, ways; in their order, where the efforts of a catalog give one."""
    sizes = efforts(catalogs[reading.edition]) if reading.edition in catalogs else None
    computed = plan(reading, sizes)
    if not sizes:
        place = {name_of(row): n for n, row in enumerate(computed["actions"])}
        claimed = {**claimed, "actions": sorted(claimed["actions"], key=lambda row: place.get(name_of(row), -1))}
    for row in claimed["actions"]:
        if not {"finding", "major", "gates", "gain", "effort"} <= row.keys():
            yield f"plan.actions {name_of(row)}: {sorted(row)} leaves something out"
    for name in ("actions", "questions", "awaited"):
        if name in claimed:
            yield from rows_differences(claimed[name], computed[name], f"plan.{name}")
    if sizes:
        for stage in (1, 2):
            yield from way_differences(claimed["ways"][str(stage)], reading, stage, computed["actions"])


def check(case, partial, catalogs=None):
    """All differences between one vector or line and the method. A vector may hold only some keys of the report."""
    reading = Reading(case["assessment"])
    report = reading.report()
    computed = {key: report[key] for key in case["report"] if key in report} if partial else report
    yield from differences(case["report"], computed, "report")
    yield from laws(report)
    if "summary" in case:
        yield from differences(case["summary"], summary(report), "summary")
    if "whatIf" in case:
        gains = [[name, answer, reading.what_if(name, answer)] for name, answer, _ in case["whatIf"]]
        yield from differences(case["whatIf"], gains, "whatIf")
    for name, made in (("actions", actions), ("questions", questions), ("estimate", estimate)):
        if name in case:
            computed = made(reading)
            if not partial and computed and case[name]:
                computed = {key: computed[key] for key in case[name] if key in computed}
            yield from differences(case[name], computed, name)
    if "plan" in case:
        yield from plan_differences(case["plan"], reading, catalogs or {})


def worked_example_text():
    """METHOD.md, worked example: every figure of its text, by hand."""
    reading = Reading(worked_example())
    report = reading.report()
    ends = lambda row: (row["low"], row["high"])
    every = {row.get("id", row.get("key")): row for row in report["requirements"] + report["documents"]}
    sections = {row["id"]: row for row in report["sections"]}
    gates = {gate["id"]: gate["state"] for stage in report["stages"] for gate in stage["gates"]}
    of = lambda finding: [name for name, row in every.items() if row["finding"] == finding]
    points = lambda name: tuple(every[name]["points"].values())
    weight = reading.facts["weight"]
    found = {
        "clause requirements and their weight": (len(reading.facts["clauses"]),
                                                 sum(weight[i] for i in reading.facts["clauses"])),
        "applicable controls": sum(reading.applicable(i) for i in reading.facts["controls"]),
        "required documents": len(reading.required()),
        "overall": ends(report["overall"]), **{name: ends(part) for name, part in report["parts"].items()},
        "clause 4": ends(sections["4"]), "clause 9": ends(sections["9"]), "A.5": ends(sections["A.5"]),
        "A.5 title": sections["A.5"]["title"],
        "logging": next(ends(row) for row in report["areas"] if row["key"] == "logging"),
        "ambition": (report["ambition"]["target"], *ends(report["ambition"])),
        **{f"points of {name}": points(name) for name in (
            "4.1", "4.2", "4.3", "4.4", "A.5.1", "A.5.2", "A.5.9", "A.8.12", "security_policy", "risk_treatment_plan",
            "asset_inventory")},
        "asset_inventory is required": every["asset_inventory"]["required"],
        "what if 4.2 were 3": reading.what_if("4.2", 3), "A.5.9 taken up and at 3": reading.what_if("A.5.9", 3),
        **{finding: of(finding) for finding in ("major", "minor", "opportunity", "unclear", "none")},
        "refused": [name for name, row in every.items() if row.get("refused")],
        "touched": (reading.touched(), sum(weight[i] for i in reading.touched() if i in reading.facts["gravity"])),
        "accumulated": [(row["scope"], row["id"], len(row["touched"])) for row in report["accumulated"]],
        "of the system": (sum(weight[i] for i in reading.touched()),
                          sum(weight[i] for i in weight if reading.applicable(i))),
        **{state: [name for name, of in gates.items() if of == state] for state in ("open", "met")},
        "undetermined": sum(state == "undetermined" for state in gates.values()),
        "stages": [stage["state"] for stage in report["stages"]],
    }
    told = {
        "clause requirements and their weight": (30, 61), "applicable controls": 92, "required documents": 29,
        "overall": (830, 9329), "clauses": (1257, 9126), "controls": (326, 9565), "documents": (517, 9483),
        "clause 4": (6296, 8519), "clause 9": (0, 6000), "A.5": (180, 9640), "A.5 title": "Organizational",
        "logging": (6667, 6667), "ambition": (4, 710, 9209),
        "points of 4.1": (164, 0, 0), "points of 4.2": (54, 0, 109), "points of 4.3": (246, 0, 0),
        "points of 4.4": (0, 164, 0), "points of A.5.1": (22, 0, 11), "points of A.5.2": (0, 33, 0),
        "points of A.5.9": (0, 0, 33), "points of A.8.12": (11, 0, 22), "points of security_policy": (34, 0, 34),
        "points of risk_treatment_plan": (0, 0, 69), "points of asset_inventory": (0, 69, 0),
        "asset_inventory is required": True, "what if 4.2 were 3": 109, "A.5.9 taken up and at 3": 32,
        "major": ["9.3.1", "risk_treatment_plan"],
        "minor": ["4.2", "A.5.1", "A.5.9", "A.8.15", "A.8.16", "A.8.17", "A.8.24", "security_policy"],
        "opportunity": ["A.8.12"], "unclear": ["9.2.1"], "none": ["4.1", "4.3", "5.2", "A.7.4", "isms_scope"],
        "refused": ["A.5.9"],
        "touched": (["4.2", "5.2", "6.1.3", "9.3.1", "A.5.1", "A.5.9", "A.8.15", "A.8.16", "A.8.17", "A.8.24"], 10),
        "accumulated": [("area", "logging", 3), ("system", None, 10)], "of the system": (16, 153),
        "open": ["scope", "policy", "risk-treatment", "statement-complete", "audit-planned", "internal-audit",
                 "management-review", "controls-implemented", "no-major"],
        "met": ["review-planned"], "undetermined": 10, "stages": ["not-ready", "not-ready"],
    }
    yield from (f"{name}: {found[name]} should be {told[name]}" for name in told if found[name] != told[name])
    yield from (f"{name} is not told" for name in found.keys() - told.keys())


def situation_differences(situation):
    """What an auditor would say of a situation, and its figures."""
    report = Reading(situation["assessment"]).report()
    mark = {"clause": "{}", "area": "area:{}", "system": "system"}
    found = {"stage1": report["stages"][0]["state"], "stage2": report["stages"][1]["state"],
             "overall": report["overall"], "major": report["findings"]["major"], "minor": report["findings"]["minor"],
             "accumulated": [mark[row["scope"]].format(row["id"]) for row in report["accumulated"]]}
    yield from differences({key: value for key, value in situation.items() if key != "assessment"}, found)
    yield from laws(report)


def cases(arguments):
    """Each thing to check: its name and its differences."""
    yield "METHOD.md, worked example", worked_example_text()
    with open(os.path.join(HERE, "situations.json"), encoding="utf-8") as file:
        for name, situation in json.load(file).items():
            yield f"situation: {name}", situation_differences(situation)
    for path in sorted(glob.glob(os.path.join(HERE, "cases", "*.json"))):
        with open(path, encoding="utf-8") as file:
            vector = json.load(file)
        yield vector["name"], check(vector, partial=True)
    catalogs = {}
    for path in arguments[1:]:
        with open(path, encoding="utf-8") as file:
            catalog = json.load(file)
        catalogs[catalog["edition"]] = catalog
    if arguments:
        with sys.stdin if arguments[0] == "-" else open(arguments[0], encoding="utf-8") as file:
            for n, line in enumerate(file, 1):
                if line.strip():
                    case = json.loads(line)
                    yield case.get("name", f"line {n}"), check(case, partial=False, catalogs=catalogs)


def main(arguments):
    passed = failed = 0
    for name, found in cases(arguments):
        found = list(found)
        passed, failed = passed + (not found), failed + bool(found)
        if found and failed <= 20:
            print(f"{name}:", *found[:10], *([f"and {len(found) - 10} more"] if len(found) > 10 else []), sep="\n  ")
    print(f"{passed} passed, {failed} failed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
