#!/usr/bin/env python3
"""Writes the vectors in cases/: assessments with the report that readiness.py gives them.

    python3 generate.py

The same seeds give the same bytes. A vector is `{"name", "assessment", "report"}`, sometimes with `"whatIf"`
(`[[id, answer, gain]]`), `"estimate"`, `"actions"` (the plan in catalog order, without effort) and `"questions"`. To keep
the folder small, many vectors hold only some keys of the report, each in full.
"""
import glob
import json
import os
import random

from plan import actions, estimate, questions
from readiness import Reading
from tables import facts, is_control

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
EXAMPLES = os.path.join(CASES, "..", "..", "..", "languages", "en")
EDITIONS = ("2013", "2022")
STATUSES = ("missing", "draft", "in-force")
NOT_APPLICABLE = {"answer": "not-applicable", "reason": "none"}
BASE = ("method", "edition", "overall", "ambition", "coverage", "parts", "sections", "findings", "accumulated")
LISTS = ("areas", "stages", "documents")
PLAN = {"owner": "CISO", "due": "2027-01-31"}


# ---- building blocks ------------------------------------------------------------------------------------------------

def assessment(edition, target=None, requirements=None, areas=None, documents=None, planned=(), headcount=None):
    """An assessment file; answers and states are given bare. An empty table is left out, as is the default target."""
    entry = lambda answer: (dict(NOT_APPLICABLE) if answer == "not-applicable"
                            else {} if answer is None else {"answer": answer})
    file = {"format": "iso27001-readiness/assessment", "version": 1, "edition": edition}
    if headcount:
        file["organisation"] = {"headcount": headcount}
    if target:
        file["target"] = target
    requirements = {**{i: None for i in planned}, **(requirements or {})}
    if requirements:
        file["requirements"] = {i: {**entry(answer), **(PLAN if i in planned else {})}
                                for i, answer in requirements.items()}
    if areas:
        file["areas"] = {key: entry(answer) for key, answer in areas.items()}
    if documents:
        file["documents"] = {key: {"status": status} for key, status in documents.items()}
    return file


def every(edition, answer):
    return {i: answer for i in facts(edition)["clauses"] + facts(edition)["controls"]}


def clauses(edition, answer):
    return {i: answer for i in facts(edition)["clauses"]}


def controls(edition, answer):
    return {i: answer for i in facts(edition)["controls"]}


def documents(edition, status):
    return {key: status for key in facts(edition)["documents"]}


class Dice:
    """Draws that depend on `random.random` only, whose sequence Python keeps between versions."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, share):
        return self.random() < share

    def pick(self, choices):
        return choices[int(self.random() * len(choices))]

    def level(self, mood):
        return min(5, max(0, int(mood + self.random() * 4 - 1.5)))


def drawn(edition, seed):
    """A random assessment: its own share of answers, areas, don't know, not applicable and planned, its own mood."""
    dice = Dice(f"readiness/2 {edition} {seed}")
    own, of_area, unknown, out, written, plans = (dice.pick(shares) for shares in (
        (0, 0.1, 0.5, 0.8, 0.95, 1), (0, 0, 0.3, 0.7, 1), (0, 0, 0.05, 0.3), (0, 0.05, 0.3, 0.7), (0, 0.5, 0.9, 1),
        (0, 0, 0.2, 0.8)))
    target, mood, present = dice.pick((None, 1, 2, 3, 4, 5)), dice.random() * 5, dice.random()
    kinds = facts(edition)["exclusion"]
    # Some exclude as an auditor would accept it, others whatever they like.
    careful = dice.chance(0.5)

    def answer(control=None):
        allowed = control and (not careful or kinds.get(control) == "often" or
                               (kinds.get(control) == "rarely" and dice.chance(0.2)))
        if allowed and dice.chance(out):
            return "not-applicable"
        return "unknown" if dice.chance(unknown) else dice.level(mood)

    requirements = {i: answer(i if is_control(i) else None) for i in every(edition, 0) if dice.chance(own)}
    areas = {key: answer(refs[0] if is_control(refs[0]) else None)
             for key, _, refs in facts(edition)["areas"] if dice.chance(of_area)}
    states = {key: "in-force" if dice.chance(present) else dice.pick(STATUSES)
              for key in documents(edition, None) if dice.chance(written)}
    planned = [i for i in every(edition, 0) if dice.chance(plans)]
    headcount = dice.pick((None, 1, 10, 11, 50, 51, 250, 251, 1000, 1001, 10700, 10701))
    return assessment(edition, target, requirements, areas, states, planned, headcount)


def some_what_ifs(file, seed, count):
    """A few single answers and what they gain, over requirements, areas and documents."""
    dice, reading = Dice(f"what if {seed}"), Reading(file)
    names = list(every(file["edition"], 0))
    areas = [f"area:{key}" for key, _, _ in facts(file["edition"])["areas"]]
    keys = list(documents(file["edition"], None))
    drawn = [(dice.pick(names), dice.pick((0, 1, 2, 3, 4, 5, "unknown"))) for _ in range(count)]
    drawn += [(dice.pick(areas), dice.pick((0, 3, 5, "unknown"))) for _ in range(count // 4)]
    drawn += [(dice.pick(keys), dice.pick(STATUSES)) for _ in range(count // 4)]
    return [[name, answer, reading.what_if(name, answer)] for name, answer in drawn]


# ---- the vectors ----------------------------------------------------------------------------------------------------

def worked_example():
    """METHOD.md, worked example."""
    return assessment("2022", 4, {"4.1": 3, "4.2": 1, "4.3": 5, "9.2.1": "unknown", "9.3.1": 0, "A.5.1": 2,
                                  "A.5.9": "not-applicable", "A.7.4": "not-applicable", "A.8.12": 1},
                      {"policy": 3, "logging": 2, "cryptography": 0},
                      {"isms_scope": "in-force", "security_policy": "draft", "risk_treatment_plan": "missing"},
                      ["9.3.1", "A.8.12"])


def conforming(edition, change=None, written=None, **rest):
    """Everything at level 3 and in force, but for some answers and states; None takes one away."""
    requirements = {i: answer for i, answer in {**every(edition, 3), **(change or {})}.items() if answer is not None}
    states = {**documents(edition, "in-force"), **(written or {})}
    return assessment(edition, None, requirements, None, {key: s for key, s in states.items() if s}, **rest)


def of_kind(edition, kind):
    return [i for i, of in facts(edition)["exclusion"].items() if of == kind]


def named():
    """The vectors with a name of their own, with their whole report; the value says whether to add the plan."""
    yield "worked-example", worked_example(), True
    for edition in EDITIONS:
        with open(os.path.join(EXAMPLES, f"example_{edition}.json"), encoding="utf-8") as file:
            yield f"example-{edition}", json.load(file), True
    yield "empty-2022", assessment("2022"), False
    quick = {key: (n * 5 + 1) % 6 for n, (key, _, _) in enumerate(facts("2022")["areas"])}
    yield "quick-scan-2022", assessment("2022", None, None, quick), False
    yield "all-ready-2022", conforming("2022"), True


def borders(edition):
    """Conforming but for one thing, on both sides of a border of the method."""
    read = facts(edition)
    controls_, rarely, often, never = read["controls"], *(of_kind(edition, kind) for kind in ("rarely", "often", "never"))
    # Four fifths at level 3, the others planned at level 2, spread evenly.
    for size, name in ((4 * len(controls_) // 5, "below"), (-(-4 * len(controls_) // 5), "at")):
        low = [controls_[n * len(controls_) // (len(controls_) - size)] for n in range(len(controls_) - size)]
        yield f"four-fifths-{name}", conforming(edition, {i: 2 for i in low}, planned=low)
        yield f"four-fifths-{name}-provisional", assessment(
            edition, None, {**every(edition, 3), **{i: 2 for i in low}, controls_[-1]: "unknown"}, None,
            documents(edition, "in-force"), low)
    # Half of an area at level 2, the others planned at level 1.
    refs = next(refs for _, _, refs in read["areas"] if is_control(refs[0]) and len(refs) in (4, 6))
    for count in (len(refs) // 2, len(refs) // 2 + 1):
        low = refs[:count]
        yield f"area-{count}-of-{len(refs)}-low", conforming(edition, {i: 1 for i in low}, planned=low)
    low = refs[:len(refs) // 2 + 1]
    yield "area-may-reach-half", conforming(edition, {**{i: 1 for i in low}, low[0]: None}, planned=low)
    # Accumulated: three of an area, not more than half of it, and two of three.
    six = next(refs for _, _, refs in read["areas"] if is_control(refs[0]) and len(refs) == 6)
    for count in (3, 4):
        yield f"minors-{count}-of-6", conforming(edition, {i: 2 for i in six[:count]})
    three = next(refs for _, _, refs in read["areas"] if is_control(refs[0]) and len(refs) in (3, 5))
    for count in (2, 3):
        yield f"minors-{count}-of-{len(three)}", conforming(edition, {i: 2 for i in three[:count]})
    yield "minors-3-one-planned", conforming(edition, {i: 2 for i in three[:3]}, planned=three[:1])
    # More than half of a clause's weight: the seven of clause 7, one after the other.
    seven = [i for i in read["clauses"] if i.startswith("7.")]
    for count in range(2, 6):
        yield f"clause-7-{count}-minors", conforming(edition, {i: 2 for i in seven[-count:]})
    # A tenth of all: controls weigh 1, so this many of them, spread so that no area holds three.
    total = sum(read["weight"].values())
    spread = [refs[n] for n in (0, 1) for _, _, refs in read["areas"] if is_control(refs[0]) and len(refs) > n]
    for count in (total // 10, total // 10 + 1):
        yield f"system-{count}-of-{total}", conforming(edition, {i: 2 for i in spread[:count]})
    # The border exactly: exclusions that stand bring the total down to a whole number of tens.
    out = often[:total % 10]
    kept = [i for i in spread if i not in out][:(total - len(out)) // 10]
    yield "system-exactly-a-tenth", conforming(edition, {**{i: "not-applicable" for i in out}, **{i: 2 for i in kept}})
    # Exclusions.
    for count in (len(rarely) // 4, len(rarely) // 4 + 1):
        yield f"rarely-{count}-of-{len(rarely)}", conforming(edition, {i: "not-applicable" for i in rarely[:count]})
    yield "often-all", conforming(edition, {i: "not-applicable" for i in often})
    yield "never-one-planned", conforming(edition, {never[0]: "not-applicable"}, planned=never[:1])
    # One fault of each kind in what is core.
    core = [i for i in read["clauses"] if read["gravity"][i] == "core"]
    for level in (0, 1, 2, "unknown", None):
        yield f"core-{level}", conforming(edition, {core[0]: level})
    for gravity in ("normal", "supporting"):
        one = next(i for i in read["clauses"] if read["gravity"][i] == gravity)
        for level in (0, 1):
            yield f"{gravity}-{level}", conforming(edition, {one: level})
    for status in ("missing", "draft", None):
        yield f"core-document-{status}", conforming(edition, None, {"isms_scope": status})
        yield f"plain-document-{status}", conforming(edition, None, {"competence_records": status})
    usual = [key for key, document in read["documents"].items() if document["demand"] == "usual"]
    yield "usual-missing", conforming(edition, None, {key: "missing" for key in usual})
    # Planned audits and reviews.
    audits = [i for i in read["clauses"] if i.startswith(("9.2", "9.3"))]
    for level in (None, "unknown", 0, 1, 2):
        yield f"audits-planned-{level}", conforming(edition, {i: level for i in audits}, planned=audits)
    yield "audits-not-planned", conforming(edition, {i: 1 for i in audits})


def short():
    """More vectors with a name of their own; the value says which list of the report they are about."""
    for edition in EDITIONS:
        for name, file in borders(edition):
            yield f"{name}-{edition}", file, "stages"
        for target in range(1, 6):
            file = drawn(edition, "targets")
            file["target"] = target
            yield f"target-{target}-{edition}", file, LISTS[target % 3]
        for level in (0, 2, 5, "unknown"):
            yield f"all-{level}-{edition}", assessment(edition, None, every(edition, level)), "stages"
        out = {**clauses(edition, 2), **controls(edition, "not-applicable")}
        about = {"2022": "requirements", "2013": "documents"}[edition]
        yield f"no-controls-{edition}", assessment(edition, None, out), about
        yield f"empty-{edition}-target-5", assessment(edition, 5), "stages" if edition == "2013" else "areas"
        missing = documents(edition, "missing")
        yield f"all-missing-{edition}", assessment(edition, None, every(edition, 0), None, missing), "stages"
        in_force = documents(edition, "in-force")
        yield f"all-ready-target-1-{edition}", assessment(edition, 1, every(edition, 1), None, in_force), "stages"
        quick = {key: 3 for key, _, _ in facts(edition)["areas"]}
        yield f"quick-scan-at-3-{edition}", assessment(edition, None, None, quick, in_force), "stages"
        out = {key: "not-applicable" for key, _, refs in facts(edition)["areas"] if is_control(refs[0])}
        yield f"no-areas-{edition}", assessment(edition, None, clauses(edition, 3), out, in_force), "documents"
    # Own answers win over those of their area: an own "unknown", and an own level beside a not applicable area, too.
    own = {"4.1": "unknown", "A.5.24": 1, "A.5.25": "not-applicable", "A.7.1": 4}
    areas = {"context": 3, "incidents": 4, "secure-areas": "not-applicable", "logging": "unknown"}
    yield "own-over-area", assessment("2022", None, own, areas), "requirements"


def vectors():
    for name, file, with_plan in named():
        yield vector(name, file, plan=with_plan, what_ifs=12)
    for name, file, about in short():
        yield vector(name, file, BASE + (about,), what_ifs=4)
    for edition in EDITIONS:
        for n in range(1, 31):
            keys = None if n == 1 else BASE + (LISTS[n % 3],)
            yield vector(f"random-{edition}-{n:02}", drawn(edition, n), keys, plan=n < 6, what_ifs=12)


def vector(name, file, keys=None, plan=False, what_ifs=0):
    reading = Reading(file)
    report = reading.report()
    made = {"name": name, "assessment": file, "report": {key: report[key] for key in keys or report}}
    if what_ifs:
        made["whatIf"] = some_what_ifs(file, name, what_ifs)
    if plan:
        made["actions"], made["questions"] = actions(reading), questions(reading)
    if reading.headcount:
        made["estimate"] = estimate(reading)
    return made


if __name__ == "__main__":
    os.makedirs(CASES, exist_ok=True)
    for stale in glob.glob(os.path.join(CASES, "*.json")):
        os.remove(stale)
    size = count = 0
    for made in vectors():
        path = os.path.join(CASES, made["name"] + ".json")
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"
        size, count = size + len(text.encode()), count + 1
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    print(f"{count} vectors, {size} bytes")
