#!/usr/bin/env python3
"""Recomputes every vector with readiness.py; exit status 0 when nothing differs.

    python3 check.py                                     the worked example of METHOD.md and all vectors
    python3 check.py LINES.jsonl [CATALOG.json ...]      also lines {"assessment", "report"} that the Rust core wrote

A line may also hold `"plan"` (the `plan()` of API.md, its questions if they are there; its order is checked with the
efforts of the catalog dump of its edition), `"whatIf"` (`[[id, answer, gain]]`), `"summary"` and `"name"`. `-` reads
lines from standard input.
"""
import glob
import json
import os
import sys

from generate import worked_example
from readiness import Reading, efforts

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
    stages = [{"stage": stage["stage"], "state": stage["state"],
               **{state: count(stage, state) for state in ("met", "open", "undetermined")}}
              for stage in report["stages"]]
    return {**{key: report[key] for key in ("overall", "coverage", "parts")}, "stages": stages}


def plan_differences(claimed, reading, catalogs):
    """Plan: the actions in their order, the open questions, what gates wait for; titles and our wording aside."""
    details = {**reading.assessment.get("requirements", {}), **reading.assessment.get("documents", {})}
    computed = reading.plan(efforts(catalogs[reading.edition])) if reading.edition in catalogs else None
    if computed is None:
        by_id = {action["id"]: n for n, action in enumerate(reading.actions())}
        claimed = {**claimed, "actions": sorted(claimed["actions"], key=lambda a: by_id.get(a["id"], -1))}
        computed = [{**a, "effort": b["effort"]} for a, b in zip(reading.actions(), claimed["actions"])]
    for action in computed:
        detail = details.get(action["id"], {})
        action.update(owner=detail.get("owner", ""), due=detail.get("due", ""))
    strip = lambda rows: [{k: v for k, v in row.items() if k not in ("title", "nextStep")} for row in rows]
    yield from differences(strip(claimed["actions"]), computed, "plan.actions")
    for name in ("questions", "awaited"):
        if name in claimed:
            yield from differences(strip(claimed[name]), getattr(reading, name)(), f"plan.{name}")


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
    for name in ("actions", "questions"):
        if name in case:
            yield from differences(case[name], getattr(reading, name)(), name)
    if "plan" in case:
        yield from plan_differences(case["plan"], reading, catalogs or {})


def method_text():
    """METHOD.md, worked example: every figure of its text, by hand."""
    reading = Reading(worked_example())
    report = reading.report()
    ends = lambda row: (row["low"], row["high"])
    points = {row.get("id", row.get("key")): row["points"] for row in report["requirements"] + report["documents"]}
    sections = {row["id"]: row for row in report["sections"]}
    gates = {gate["id"]: gate["state"] for stage in report["stages"] for gate in stage["gates"]}
    found = {
        "overall": ends(report["overall"]), **{name: ends(part) for name, part in report["parts"].items()},
        "clause 4": ends(sections["4"]), "A.5": ends(sections["A.5"]), "A.5 title": sections["A.5"]["title"],
        **{name: tuple(points[name].values()) for name in ("4.2", "A.5.1", "A.5.2", "security_policy")},
        "open": [name for name, state in gates.items() if state == "open"],
        "others": {state for state in gates.values() if state != "open"},
        "stages": [stage["state"] for stage in report["stages"]],
    }
    told = {
        "overall": (674, 9646), "clauses": (1111, 9444), "controls": (72, 9855), "documents": (484, 9839),
        "clause 4": (5833, 8333), "A.5": (180, 9910), "A.5 title": "Organizational",
        "4.2": (55, 0, 111), "A.5.1": (22, 0, 11), "A.5.2": (0, 33, 0), "security_policy": (32, 0, 32),
        "open": ["scope", "policy", "audit-planned", "internal-audit", "no-absent-requirement", "no-absent-area"],
        "others": {"undetermined"}, "stages": ["not-ready", "not-ready"],
    }
    for name in told:
        if found[name] != told[name]:
            yield f"{name}: {found[name]} should be {told[name]}"


def cases(arguments):
    """Each thing to check: its name and its differences."""
    yield "METHOD.md, worked example", method_text()
    for path in sorted(glob.glob(os.path.join(HERE, "*.json"))):
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
