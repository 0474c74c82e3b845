#!/usr/bin/env python3
"""Writes the vectors beside this file: assessments with the report that readiness.py gives them.

    python3 generate.py

The same seeds give the same bytes. A vector is `{"name", "assessment", "report"}`, sometimes with `"whatIf"`
(`[[id, answer, gain]]`), `"actions"` (the plan in catalog order, without effort) and `"questions"`. To keep the folder
small, many vectors hold only some keys of the report, each in full.
"""
import glob
import json
import os
import random

from readiness import Reading, facts

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLES = os.path.join(HERE, "..", "..", "src", "assessment")
EDITIONS = ("2013", "2022")
STATUSES = ("missing", "draft", "in-force")
NOT_APPLICABLE = {"answer": "not-applicable", "reason": "none"}
BASE = ("method", "edition", "target", "overall", "coverage", "parts", "sections")
LISTS = ("areas", "stages", "documents")


# ---- building blocks ------------------------------------------------------------------------------------------------

def assessment(edition, target=None, requirements=None, areas=None, documents=None):
    """An assessment file; answers and states are given bare. An empty table is left out, as is the default target."""
    entry = lambda answer: dict(NOT_APPLICABLE) if answer == "not-applicable" else {"answer": answer}
    file = {"format": "iso27001-readiness/assessment", "version": 1, "edition": edition}
    if target:
        file["target"] = target
    if requirements:
        file["requirements"] = {i: entry(answer) for i, answer in requirements.items()}
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
    return {d["key"]: status for d in facts(edition)["documents"]}


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
    """A random assessment: its own share of answers, of areas, of don't know, of not applicable, its own mood."""
    dice = Dice(f"readiness/1 {edition} {seed}")
    own, of_area, unknown, out, written = (dice.pick(shares) for shares in (
        (0, 0.1, 0.5, 0.8, 0.95, 1), (0, 0, 0.3, 0.7, 1), (0, 0.05, 0.3), (0, 0.05, 0.3, 0.7), (0, 0.5, 0.9, 1)))
    target, mood, present = dice.pick((None, 1, 2, 3, 4, 5)), dice.random() * 4, dice.random()

    def answer(is_control):
        if is_control and dice.chance(out):
            return "not-applicable"
        return "unknown" if dice.chance(unknown) else dice.level(mood)

    requirements = {i: answer(i.startswith("A.")) for i in every(edition, 0) if dice.chance(own)}
    areas = {key: answer(refs[0].startswith("A.")) for key, _, refs in facts(edition)["areas"] if dice.chance(of_area)}
    states = {key: "in-force" if dice.chance(present) else dice.pick(STATUSES)
              for key in documents(edition, None) if dice.chance(written)}
    return assessment(edition, target, requirements, areas, states)


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
    return assessment("2022", 3, {"4.1": 3, "4.2": 1, "4.3": 5, "9.2.1": "unknown", "A.5.1": 2,
                                  "A.7.4": "not-applicable"}, {"policy": 3, "cryptography": 0},
                      {"isms_scope": "in-force", "security_policy": "draft"})


def halves():
    """Scores that end in half a basis point: they need 32 parts, since 10000 holds four factors of two."""
    for edition in EDITIONS:
        idents = facts(edition)["controls"]
        kept = idents[::2][:32]
        out = {i: "not-applicable" for i in idents if i not in kept}
        zero = {**clauses(edition, 0), **out, **{i: 0 for i in kept}}
        bare = documents(edition, "missing")
        # Of 32 controls at target 4, each level is worth 30 % of 1/128: eight of them 187.5 basis points.
        yield f"half-overall-{edition}", assessment(edition, 4, {**zero, **{i: 1 for i in kept[:8]}}, None, bare)
        # The low end at half a point and the high end at half a point: the open column is a whole number.
        both = {**zero, **{i: 1 for i in kept[:8]}}
        for i in kept[8:12]:
            del both[i]
        yield f"half-both-ends-{edition}", assessment(edition, 4, both, None, bare)
        if edition == "2022":
            # Only the high end at half a point.
            high = {i: answer for i, answer in zero.items() if i not in kept[:2]}
            yield "half-high-end", assessment(edition, 4, high, None, bare)
            # One control of 32 at target 1: the part at 312.5.
            yield "half-part", assessment(edition, 1, {**zero, kept[0]: 5}, None, bare)
    # Groups and areas of eight at target 4, and of 32 of 34 at target 1.
    people = {f"A.6.{n}": 1 if n == 1 else "unknown" for n in range(1, 9)}
    equipment = {f"A.7.{n}": 3 if n == 14 else 0 for n in range(7, 15)}
    yield "half-of-eight", assessment("2022", 4, {**people, **equipment})
    technological = {f"A.8.{n}": "not-applicable" if n in (6, 17) else int(n in (1, 2, 3)) for n in range(1, 35)}
    yield "half-of-thirty-two", assessment("2022", 1, technological)


def named():
    """The vectors with a name of their own, with their whole report; the value says whether to add the plan."""
    yield "worked-example", worked_example(), True
    for edition in EDITIONS:
        with open(os.path.join(EXAMPLES, f"example_{edition}.json"), encoding="utf-8") as file:
            yield f"example-{edition}", json.load(file), True
    yield "empty-2022", assessment("2022"), False
    quick = {key: (n * 5 + 1) % 6 for n, (key, _, _) in enumerate(facts("2022")["areas"])}
    yield "quick-scan-2022", assessment("2022", None, None, quick), False
    yield "all-ready-2022", assessment("2022", None, every("2022", 3), None, documents("2022", "in-force")), True


def short():
    """More vectors with a name of their own; the value says which list of the report they are about."""
    for edition in EDITIONS:
        for target in range(1, 6):
            file = drawn(edition, "targets")
            file["target"] = target
            yield f"target-{target}-{edition}", file, LISTS[target % 3]
        for level in (0, 3, 5, "unknown"):
            yield f"all-{level}-{edition}", assessment(edition, None, every(edition, level)), "stages"
        out = {**clauses(edition, 2), **controls(edition, "not-applicable")}
        about = {"2022": "requirements", "2013": "documents"}[edition]
        yield f"no-controls-{edition}", assessment(edition, None, out), about
        quick = {key: (n * 5 + 4) % 6 for n, (key, _, _) in enumerate(facts(edition)["areas"])}
        yield f"quick-scan-low-{edition}", assessment(edition, None, None, quick), "stages"
        states = {key: STATUSES[n % 3] for n, key in enumerate(documents(edition, None))}
        yield f"documents-only-{edition}", assessment(edition, None, None, None, states), "documents"
        yield f"empty-{edition}-target-5", assessment(edition, 5), "stages" if edition == "2013" else "areas"
        missing = documents(edition, "missing")
        yield f"all-missing-{edition}", assessment(edition, None, every(edition, 0), None, missing), "stages"
        in_force = documents(edition, "in-force")
        yield f"all-ready-target-1-{edition}", assessment(edition, 1, every(edition, 1), None, in_force), "stages"
        quick = {key: 3 for key, _, _ in facts(edition)["areas"]}
        yield f"quick-scan-at-target-{edition}", assessment(edition, None, None, quick, in_force), "stages"
        out = {key: "not-applicable" for key, _, refs in facts(edition)["areas"] if refs[0].startswith("A.")}
        yield f"no-areas-{edition}", assessment(edition, None, clauses(edition, 3), out, in_force), "documents"
    # Stage 2 looks at the gates of stage 1 too, all its own being met.
    for name, states in (("open", {"security_policy": "draft"}), ("undetermined", {"security_policy": None})):
        states = {key: status for key, status in {**documents("2022", "in-force"), **states}.items() if status}
        yield f"only-stage-1-{name}", assessment("2022", None, every("2022", 3), None, states), "stages"
    # Required because of two controls: both, one and none applicable.
    for name, out in (("both", ()), ("one", ("A.6.2",)), ("none", ("A.6.2", "A.6.6"))):
        file = assessment("2022", None, {i: "not-applicable" for i in out}, None, {"security_roles": "draft"})
        yield f"because-{name}", file, "documents"
    # Own answers win over those of their area: an own "unknown", and an own level beside a not applicable area, too.
    own = {"4.1": "unknown", "A.5.24": 1, "A.5.25": "not-applicable", "A.7.1": 4}
    areas = {"context": 3, "incidents": 4, "secure-areas": "not-applicable", "logging": "unknown"}
    yield "own-over-area", assessment("2022", None, own, areas), "requirements"
    # no-absent-area at its edges: one area of two controls, everything else present.
    for name, change, areas in (
            ("absent", {"A.5.7": 0, "A.5.8": 0}, {}), ("unknown", {"A.5.7": "unknown", "A.5.8": 0}, {}),
            ("unanswered", {"A.5.7": None, "A.5.8": 0}, {}), ("own-one", {"A.5.7": 1, "A.5.8": None}, {}),
            ("provisional", {"A.5.7": None, "A.5.8": 0}, {"threats-and-projects": 2}),
            ("provisional-zero", {"A.5.7": None, "A.5.8": 0}, {"threats-and-projects": 0}),
            ("excluded", {"A.5.7": "not-applicable", "A.5.8": "not-applicable"}, {}),
            ("half-excluded", {"A.5.7": "not-applicable", "A.5.8": 0}, {})):
        requirements = {i: answer for i, answer in {**every("2022", 3), **change}.items() if answer is not None}
        yield f"area-{name}", assessment("2022", None, requirements, areas, documents("2022", "in-force")), "stages"
    for name, file in halves():
        yield name, file, "areas" if "-of-" in name else "requirements" if name.endswith("ends-2022") else "documents"


def vectors():
    for name, file, with_plan in named():
        yield vector(name, file, plan=with_plan, what_ifs=12)
    for name, file, about in short():
        yield vector(name, file, BASE + (about,), what_ifs=8)
    for edition in EDITIONS:
        for n in range(1, 31):
            keys = None if n == 1 else BASE + (LISTS[n % 3],)
            yield vector(f"random-{edition}-{n:02}", drawn(edition, n), keys, plan=n == 1, what_ifs=12)


def vector(name, file, keys=None, plan=False, what_ifs=0):
    reading = Reading(file)
    report = reading.report()
    made = {"name": name, "assessment": file, "report": {key: report[key] for key in keys or report}}
    if what_ifs:
        made["whatIf"] = some_what_ifs(file, name, what_ifs)
    if plan:
        made["actions"], made["questions"] = reading.actions(), reading.questions()
    return made


if __name__ == "__main__":
    for stale in glob.glob(os.path.join(HERE, "*.json")):
        os.remove(stale)
    size = count = 0
    for made in vectors():
        path = os.path.join(HERE, made["name"] + ".json")
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"
        size, count = size + len(text.encode()), count + 1
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    print(f"{count} vectors, {size} bytes")
