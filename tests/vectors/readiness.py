#!/usr/bin/env python3
"""A second, independent reading of the method `readiness/2` (METHOD.md), in exact whole numbers.

    python3 readiness.py FILE [CATALOG]     print the report of an assessment file and its plan; with a dump of the
                                            catalog, the plan in its order and the ways

It was written from the method and the fact tables alone and shares no line with the Rust core. Every function names
the section of METHOD.md that it reads. Nothing is rounded before `basis_points`. The plan is in `plan.py`.
"""
import json
import sys
from fractions import Fraction
from functools import cached_property

from tables import facts, is_control

PARTS = {"clauses": 50, "controls": 30, "documents": 20}
CONFORMITY = 3
WHOLE = 60  # Every attainment is a whole number of sixtieths: thirds, quarters, fifths and halves.
GIVEN = ("edition", "facts", "target", "headcount", "own", "of_area", "status", "planned")
DOCUMENT = {"missing": (0, 0), "draft": (30, 30), "in-force": (60, 60), None: (0, 60)}
NOTHING = {"low": None, "high": None}


# ---- the method -----------------------------------------------------------------------------------------------------

class Reading:
    """One assessment, read by the method. `assessment` is the parsed file; it is never changed."""

    def __init__(self, assessment):
        entries = assessment.get("requirements", {})
        self.edition = assessment["edition"]
        self.facts = facts(self.edition)
        # Ambition: 3 to 5; a file may hold 1 or 2, which count as 3.
        self.target = max(CONFORMITY, assessment.get("target", CONFORMITY))
        self.headcount = assessment.get("organisation", {}).get("headcount")
        self.own = {i: entry["answer"] for i, entry in entries.items() if entry.get("answer") is not None}
        self.of_area = {key: entry["answer"] for key, entry in assessment.get("areas", {}).items()
                        if entry.get("answer") is not None}
        self.status = {key: entry["status"] for key, entry in assessment.get("documents", {}).items()
                       if entry.get("status") is not None}
        # Terms, planned: both an owner and a due date that are not blank.
        self.planned = {i for i, entry in entries.items()
                        if (entry.get("owner") or "").strip() and (entry.get("due") or "").strip()}
        self.read()

    def read(self):
        """Terms: effective answers, and the exclusions that are refused."""
        # Effective answer: its own; else the answer of its area, then provisional; else none.
        self.answer, self.provisional = {}, {}
        for key, _, refs in self.facts["areas"]:
            for ref in refs:
                self.provisional[ref] = ref not in self.own and key in self.of_area
                self.answer[ref] = self.own.get(ref, self.of_area.get(key))
        # Exclusion: refused if never, or if rarely and more than a quarter of the rarely ones are excluded.
        kinds = self.facts["exclusion"]
        excluded = [i for i in self.facts["controls"] if self.answer[i] == "not-applicable"]
        rarely = sum(kind == "rarely" for kind in kinds.values())
        too_many = 4 * sum(kinds[i] == "rarely" for i in excluded) > rarely
        self.refused = {i for i in excluded if kinds[i] == "never" or (kinds[i] == "rarely" and too_many)}
        # A refused exclusion counts as level 0 in everything; `counts` is None where a control is not applicable.
        self.counts = {**self.answer, **{i: 0 for i in self.refused}}

    def with_answer(self, name, answer):
        """The same assessment with one answer more: of a requirement, of `area:KEY`, or the status of a document."""
        copy = self.copy()
        if name.startswith("area:"):
            copy.of_area = {**self.of_area, name[5:]: answer}
        elif name in self.facts["documents"]:
            copy.status = {**self.status, name: answer}
        else:
            copy.own = {**self.own, name: answer}
        copy.read()
        return copy

    def copy(self):
        """The same assessment, to be changed and read anew."""
        copy = object.__new__(type(self))
        copy.__dict__.update((name, self.__dict__[name]) for name in GIVEN)
        return copy

    def applicable(self, ident):
        """Terms: everything but an excluded control whose exclusion is not refused."""
        return self.counts[ident] != "not-applicable"

    def because(self, key):
        """Attainment: the references that make a document required; none when it is not."""
        document = self.facts["documents"][key]
        if document["demand"] == "always":
            return list(document["refs"])
        if document["demand"] == "usual":
            return []
        return [ref for ref in document["refs"] if is_control(ref) and self.applicable(ref)]

    def required(self):
        return [key for key in self.facts["documents"] if self.because(key)]

    # Attainment and scores, in sixtieths

    def attainment(self, ident, full=CONFORMITY):
        """Attainment of a requirement: both ends, or None where it is not applicable."""
        answer = self.counts[ident]
        if answer == "not-applicable":
            return None
        if answer is None:
            return 0, WHOLE
        if answer == "unknown":
            return 0, 0
        return (WHOLE * min(answer, full) // full,) * 2

    def document_attainment(self, key):
        """Attainment of a document: both ends, or None where it is not required."""
        return DOCUMENT[self.status.get(key)] if self.because(key) else None

    def weighed(self, idents, full=CONFORMITY):
        """Every applicable requirement of a set with its weight and its attainment."""
        rows = [(i, self.facts["weight"][i], self.attainment(i, full)) for i in idents]
        return [row for row in rows if row[2]]

    def weighed_parts(self, full=CONFORMITY):
        documents = [(key, 1, self.document_attainment(key)) for key in self.facts["documents"]]
        return {"clauses": self.weighed(self.facts["clauses"], full),
                "controls": self.weighed(self.facts["controls"], full),
                "documents": [row for row in documents if row[2]]}

    def overall(self, full=CONFORMITY):
        """Scores: the mean of the three parts weighted 50 : 30 : 20."""
        means = {part: mean(rows) for part, rows in self.weighed_parts(full).items()}
        return tuple(sum(PARTS[part] * ends[end] for part, ends in means.items()) / 100 for end in (0, 1))

    @cached_property
    def scored(self):
        return self.overall()

    def coverage(self, idents):
        """Scores, coverage: own answers and provisional ones, both among the applicable."""
        applicable = [i for i in idents if self.applicable(i)]
        return {
            "answered": sum(self.answer[i] is not None and not self.provisional[i] for i in applicable),
            "provisional": sum(self.provisional[i] for i in applicable),
            "applicable": len(applicable),
            "total": len(idents),
        }

    # Points

    def points(self):
        """Points: each item's earned, open and lost basis points, by id or key; None where nothing can be scored."""
        names, columns = [], ([], [], [])
        for part, rows in self.weighed_parts().items():
            weights = sum(weight for _, weight, _ in rows)
            for name, weight, (low, high) in rows:
                names.append(name)
                for column, share in zip(columns, (low, high - low, WHOLE - high)):
                    column.append(Fraction(10000 * PARTS[part] * weight * share, 100 * weights * WHOLE))
        low, high = map(basis_points, self.overall())
        shares = [apportion(column, total) for column, total in zip(columns, (low, high - low, 10000 - high))]
        points = dict.fromkeys([*self.facts["requirements"], *self.facts["documents"]])
        points.update((name, dict(zip(("earned", "open", "lost"), row))) for name, *row in zip(names, *shares))
        return points

    def what_if(self, name, answer):
        """Points, whatIf: what `overall.low` gains by this one answer (for a document: this status)."""
        return basis_points(self.with_answer(name, answer).overall()[0]) - basis_points(self.scored[0])

    # Findings

    def finding(self, name):
        """Findings: what an auditor would likely write about a requirement or a document."""
        if name in self.facts["documents"]:
            status = self.status.get(name)
            if status is None or not self.because(name):
                return None
            core = self.facts["documents"][name]["core"]
            return {"in-force": "none", "draft": "minor", "missing": "major" if core else "minor"}[status]
        answer = self.counts[name]
        if answer is None:
            return None
        if answer == "unknown":
            return "unclear"
        if name in self.refused:
            return "minor"
        if answer == "not-applicable" or answer >= CONFORMITY:
            return "none"
        if is_control(name):
            return "opportunity" if name in self.planned else "minor"
        majors = {"core": (0, 1), "normal": (0,), "supporting": ()}[self.facts["gravity"][name]]
        return "major" if answer in majors else "minor"

    def faulty(self, name):
        return self.finding(name) in ("minor", "major")

    def first_reference(self, key):
        return self.facts["documents"][key]["refs"][0].split()[0]

    def touches(self, name):
        """Accumulation: the requirement that a fault of this item touches; None for a document of controls."""
        ref = name if name in self.answer else self.first_reference(name)
        return None if name not in self.answer and is_control(ref) else ref

    def touched(self):
        """Accumulation: the touched requirements, in catalog order."""
        names = [*(i for i in self.facts["requirements"] if self.applicable(i)), *self.required()]
        return self.ordered({self.touches(name) for name in names if self.faulty(name)})

    @cached_property
    def piled_up(self):
        """Accumulation: the further majors, clauses first, then areas of controls, then the system."""
        touched, weight = set(self.touched()), self.facts["weight"]
        found = []

        def look(scope, ident, refs, times, least):
            refs = [i for i in refs if self.applicable(i)]
            hit = [i for i in refs if i in touched]
            if len(hit) >= least and times * sum(weight[i] for i in hit) > sum(weight[i] for i in refs):
                found.append({"scope": scope, "id": ident, "touched": hit})

        for ident, _, refs in self.facts["sections"]:
            if not is_control(ident):
                look("clause", ident, refs, 2, 3)
        for key, _, refs in self.facts["areas"]:
            if is_control(refs[0]):
                look("area", key, refs, 2, 3)
        look("system", None, self.facts["requirements"], 10, 0)
        return found

    # Gates

    def reference_state(self, ident, least):
        """Gates: the state that one requirement gives; None for an exclusion that is not refused."""
        answer = self.counts[ident]
        if answer == "not-applicable":
            return None
        if least == "planned" and ident in self.planned:
            return "met"
        if answer is None:
            return "undetermined"
        core = least == "conform" and self.facts["gravity"].get(ident) == "core"
        if answer == "unknown" or answer < (3 if core else 2):
            return "open"
        return "undetermined" if self.provisional[ident] else "met"

    def document_state(self, key):
        """Gates: the state that one required document gives; None where it is not required."""
        if key not in self.facts["documents"] or not self.because(key):
            return None
        status = self.status.get(key)
        if status is None:
            return "undetermined"
        core = self.facts["documents"][key]["core"]
        return "met" if status == "in-force" or (status == "draft" and not core) else "open"

    def decided_state(self, ident):
        """Gates, statement-complete: the state that one control gives."""
        if self.answer[ident] is None:
            return "undetermined"
        if self.answer[ident] == "unknown" or ident in self.refused:
            return "open"
        return "undetermined" if self.provisional[ident] else "met"

    def states(self, gate):
        """Gates: the state that each reference and document gives to a gate, by id or key."""
        states = {i: self.reference_state(i, gate["least"]) for i in gate["refs"]}
        states.update((key, self.document_state(key)) for key in gate["documents"])
        if gate["id"] == "statement-complete":
            states.update((i, self.decided_state(i)) for i in self.facts["controls"])
        return {name: state for name, state in states.items() if state}

    def shows(self, ident, level):
        """Gates, controls-implemented: whether the own answer reaches the level."""
        return self.may(ident, level) and self.answer[ident] is not None and not self.provisional[ident]

    def may(self, ident, level):
        """Gates, controls-implemented: whether the answer reaches the level, or there is none."""
        answer = self.counts[ident]
        return answer is None or (answer != "unknown" and answer >= level)

    def implemented_state(self):
        """Gates, controls-implemented."""
        controls = [i for i in self.facts["controls"] if self.applicable(i)]
        areas = [[i for i in refs if self.applicable(i)] for _, _, refs in self.facts["areas"] if is_control(refs[0])]

        def holds(reaches):
            most = 5 * sum(reaches(i, 3) for i in controls) >= 4 * len(controls)
            return most and all(2 * sum(reaches(i, 2) for i in area) >= len(area) for area in areas if area)

        return "met" if holds(self.shows) else "undetermined" if holds(self.may) else "open"

    def unsettled(self):
        """Gates, no-major: what has no answer, an unknown or provisional one, or no status."""
        waiting = [i for i in self.facts["requirements"] if self.applicable(i)
                   and (self.answer[i] in (None, "unknown") or self.provisional[i])]
        return waiting + [key for key in self.required() if key not in self.status]

    def gate_state(self, gate):
        """Gates: open if any state is open, else undetermined if any is, else met; two gates look at all."""
        if gate["id"] == "controls-implemented":
            return self.implemented_state()
        if gate["id"] == "no-major":
            names = [*self.facts["requirements"], *self.facts["documents"]]
            if self.piled_up or any(self.finding(name) == "major" for name in names):
                return "open"
            return "undetermined" if self.unsettled() else "met"
        return worst(self.states(gate).values())

    @cached_property
    def feeding(self):
        """Plan: what is a major or feeds one, in catalog order."""
        touched = {i for row in self.piled_up for i in row["touched"]}
        names = [*self.facts["requirements"], *self.facts["documents"]]
        return [name for name in names if self.finding(name) == "major"
                or (self.faulty(name) and self.touches(name) in touched)]

    def holding(self, gate):
        """Plan: what holds an open gate open, in catalog order."""
        if self.gate_state(gate) != "open":
            return []
        if gate["id"] == "controls-implemented":
            return [i for i in self.facts["controls"] if self.applicable(i) and not self.may(i, 3)]
        if gate["id"] == "no-major":
            return self.feeding
        return self.ordered(name for name, state in self.states(gate).items() if state == "open")

    def awaited(self, gate):
        """Plan: what a gate that is not met waits for: unanswered, unknown, provisional to be confirmed.

        What holds the gate open is not to be confirmed but to be raised; what is unknown is both.
        """
        if self.gate_state(gate) == "met":
            return []
        if gate["id"] in ("controls-implemented", "no-major"):
            waiting = [i for i in self.unsettled() if gate["id"] == "no-major" or is_control(i)]
        else:
            waiting = self.ordered(name for name, state in self.states(gate).items() if state != "met")
        holding = set(self.holding(gate))
        return [name for name in waiting if name not in holding or self.answer.get(name) == "unknown"]

    def ordered(self, names):
        names = set(names)
        return [name for name in [*self.facts["requirements"], *self.facts["documents"]] if name in names]

    @cached_property
    def gates(self):
        """Every gate with its state and what it waits for."""
        return [{"id": gate["id"], "title": gate["title"], "state": self.gate_state(gate), "refs": list(gate["refs"]),
                 "documents": list(gate["documents"]), "awaited": self.awaited(gate), "holding": self.holding(gate)}
                for gate in self.facts["gates"]]

    def stages(self):
        """Gates: both stages; a stage lists its own gates, and stage 2 looks at those of both."""
        words = {"open": "not-ready", "undetermined": "undetermined", "met": "ready"}
        stages, states = [], []
        for stage in (1, 2):
            own = [row for gate, row in zip(self.facts["gates"], self.gates) if gate["stage"] == stage]
            states += [row["state"] for row in own]
            stages.append({"stage": stage, "state": words[worst(states)], "certifiable": self.edition != "2013",
                           "gates": own})
        return stages

    # The report of API.md

    def report(self):
        points, every, keys = self.points(), self.facts["requirements"], list(self.facts["documents"])
        found = [self.finding(name) for name in [*every, *keys]]
        score = lambda refs: interval(mean(self.weighed(refs))) or NOTHING
        return {
            "method": "readiness/2",
            "edition": self.edition,
            "overall": interval(self.overall()),
            "ambition": ({"target": self.target, **interval(self.overall(self.target))}
                         if self.target > CONFORMITY else None),
            "coverage": self.coverage(every),
            "parts": {part: interval(mean(rows)) for part, rows in self.weighed_parts().items()},
            "sections": [{"id": i, "title": title, **score(refs), **self.coverage(refs)}
                         for i, title, refs in self.facts["sections"]],
            "areas": [{"key": key, "title": title, **score(refs)} for key, title, refs in self.facts["areas"]],
            "findings": {kind: found.count(kind) for kind in ("major", "minor", "opportunity", "unclear")},
            "accumulated": self.piled_up,
            "stages": self.stages(),
            "requirements": [{"id": i, "answer": self.answer[i], "provisional": self.provisional[i],
                              "planned": i in self.planned, "refused": i in self.refused,
                              **(interval(share(self.attainment(i))) or NOTHING),
                              "finding": self.finding(i), "points": points[i]} for i in every],
            "documents": [{"key": key, "demand": self.facts["documents"][key]["demand"],
                           "required": bool(self.because(key)), "because": self.because(key),
                           "status": self.status.get(key), "finding": self.finding(key), "points": points[key]}
                          for key in keys],
        }


# ---- arithmetic -----------------------------------------------------------------------------------------------------

def mean(rows):
    """Scores: the weighted mean of the attainments, ends apart; None for an empty set."""
    weights = WHOLE * sum(weight for _, weight, _ in rows)
    return tuple(Fraction(sum(weight * ends[end] for _, weight, ends in rows), weights)
                 for end in (0, 1)) if rows else None


def share(ends):
    return ends and tuple(Fraction(end, WHOLE) for end in ends)


def basis_points(part):
    """Scores: basis points, rounded half up, once."""
    return (20000 * part.numerator + part.denominator) // (2 * part.denominator)


def interval(ends):
    return {"low": basis_points(ends[0]), "high": basis_points(ends[1])} if ends else None


def apportion(shares, total):
    """Points: whole basis points by largest remainder, ties to the earlier item."""
    whole = [part.numerator // part.denominator for part in shares]
    left = total - sum(whole)
    order = sorted(range(len(shares)), key=lambda n: (whole[n] - shares[n], n))
    assert 0 <= left <= len(shares)
    for n in order[:left]:
        whole[n] += 1
    return whole


def worst(states):
    """Gates: open before undetermined before met."""
    states = set(states)
    return next((state for state in ("open", "undetermined") if state in states), "met")


if __name__ == "__main__":
    from plan import efforts, estimate, plan, ways

    with open(sys.argv[1], encoding="utf-8") as file:
        reading = Reading(json.load(file))
    sizes = None
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as file:
            sizes = efforts(json.load(file))
    result = {"report": reading.report(), "plan": plan(reading, sizes), "estimate": estimate(reading)}
    if sizes:
        result["plan"]["ways"] = ways(reading, result["plan"]["actions"])
    print(json.dumps(result, ensure_ascii=False, indent=1))
