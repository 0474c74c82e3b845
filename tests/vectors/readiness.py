#!/usr/bin/env python3
"""A second, independent reading of the method `readiness/1` (METHOD.md), in exact fractions.

    python3 readiness.py FILE [CATALOG]     print the report of an assessment file; with a catalog dump, its plan too

It was written from the method and the fact tables alone and shares no line with the Rust core. Every function names
the section of METHOD.md that it reads. Nothing is rounded before `basis_points`.
"""
import csv
import json
import os
import sys
from fractions import Fraction
from functools import lru_cache
from math import floor

FACTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "facts")
WEIGHTS = {"clauses": 50, "controls": 30, "documents": 20}
THEMES = {"A.5": "Organizational", "A.6": "People", "A.7": "Physical", "A.8": "Technological"}
NOTHING = {"low": None, "high": None}


# ---- facts ----------------------------------------------------------------------------------------------------------

def table(name):
    with open(os.path.join(FACTS, name + ".csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def items(cell):
    return [part for part in cell.split(";") if part]


@lru_cache(maxsize=None)
def facts(edition):
    """Terms: the requirements in catalog order, the areas, the documents with references in the edition, the gates."""
    clauses, controls = table(f"clauses_{edition}"), table(f"controls_{edition}")
    parents = {row["parent"] for row in clauses}
    clause_ids = [row["id"] for row in clauses if row["id"] not in parents and int(row["id"].split(".")[0]) >= 4]
    control_ids = [row["id"] for row in controls]
    sections = [(row["id"], row["title"], [i for i in clause_ids if i.split(".")[0] == row["id"]])
                for row in clauses if not row["parent"] and int(row["id"]) >= 4]
    groups = ({row["group"]: row["group_title"] for row in controls} if edition == "2013" else THEMES)
    for group, title in groups.items():
        sections.append((group, title, [i for i in control_ids if i.startswith(group + ".")]))
    return {
        "clauses": clause_ids,
        "controls": control_ids,
        "sections": sections,
        "areas": [(row["key"], row["title"], items(row["refs"]))
                  for row in table("areas") if row["edition"] == edition],
        "documents": [{"key": row["key"], "always": row["required"] == "always", "refs": items(row[f"refs_{edition}"])}
                      for row in table("documents") if row[f"refs_{edition}"]],
        "gates": [{"id": row["id"], "stage": int(row["stage"]), "title": row["title"], "least": row["least"],
                   "refs": clause_ids if row["id"] == "no-absent-requirement" else items(row[f"refs_{edition}"]),
                   "documents": items(row["documents"])} for row in table("gates")],
    }


# ---- the method -----------------------------------------------------------------------------------------------------

class Reading:
    """One assessment, read by the method. `assessment` is the parsed file; it is never changed."""

    def __init__(self, assessment):
        self.assessment = assessment
        self.edition = assessment["edition"]
        self.target = assessment.get("target", 3)
        self.facts = facts(self.edition)
        own = {i: entry["answer"] for i, entry in assessment.get("requirements", {}).items() if "answer" in entry}
        of_area = {k: entry["answer"] for k, entry in assessment.get("areas", {}).items() if "answer" in entry}
        self.status = {k: entry["status"] for k, entry in assessment.get("documents", {}).items() if "status" in entry}
        # Terms, effective answer: its own; else the answer of its area, then provisional; else none.
        self.answer, self.provisional = {}, {}
        for key, _, refs in self.facts["areas"]:
            for ref in refs:
                self.provisional[ref] = ref not in own and key in of_area
                self.answer[ref] = own.get(ref, of_area.get(key))

    # Terms and Attainment

    def applicable(self, ident):
        """Terms: everything but a control answered not applicable; without an answer it is applicable."""
        return self.answer[ident] != "not-applicable"

    def because(self, document):
        """Attainment: the references that make a document required; none when it is not."""
        return [r for r in document["refs"] if document["always"] or self.applicable(r)]

    def attainment(self, ident):
        """Attainment of a requirement: both ends, or None where it is not applicable."""
        answer = self.answer[ident]
        if answer == "not-applicable":
            return None
        if answer is None:
            return Fraction(0), Fraction(1)
        if answer == "unknown":
            return Fraction(0), Fraction(0)
        share = Fraction(min(answer, self.target), self.target)
        return share, share

    def document_attainment(self, document):
        """Attainment of a document: both ends, or None where it is not required."""
        if not self.because(document):
            return None
        ends = {"missing": (0, 0), "draft": (Fraction(1, 2),) * 2, "in-force": (1, 1), None: (0, 1)}
        return tuple(map(Fraction, ends[self.status.get(document["key"])]))

    # Scores

    def mean(self, idents):
        """Scores: the mean of the applicable requirements, ends apart; None for an empty set."""
        return mean([self.attainment(i) for i in idents])

    def parts(self):
        """Scores: the three parts."""
        return {
            "clauses": self.mean(self.facts["clauses"]),
            "controls": self.mean(self.facts["controls"]),
            "documents": mean([self.document_attainment(d) for d in self.facts["documents"]]),
        }

    def overall(self):
        """Scores: the parts weighted 50 : 30 : 20; a part without items gives its weight to the others."""
        scored = [(WEIGHTS[name], ends) for name, ends in self.parts().items() if ends]
        weights = sum(weight for weight, _ in scored)
        return tuple(sum(weight * ends[end] for weight, ends in scored) / weights for end in (0, 1))

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
        part_items = {
            "clauses": [(i, self.attainment(i)) for i in self.facts["clauses"]],
            "controls": [(i, self.attainment(i)) for i in self.facts["controls"]],
            "documents": [(d["key"], self.document_attainment(d)) for d in self.facts["documents"]],
        }
        points = {name: None for pairs in part_items.values() for name, _ in pairs}
        scored = {part: [pair for pair in pairs if pair[1]] for part, pairs in part_items.items()}
        weights = sum(WEIGHTS[part] for part, pairs in scored.items() if pairs)
        names, earned, open_, lost = [], [], [], []
        for part, pairs in scored.items():
            for name, (low, high) in pairs:
                full = Fraction(10000 * WEIGHTS[part], weights * len(pairs))
                names.append(name)
                earned.append(full * low)
                open_.append(full * (high - low))
                lost.append(full * (1 - high))
        low, high = map(basis_points, self.overall())
        columns = apportion(earned, low), apportion(open_, high - low), apportion(lost, 10000 - high)
        for name, *row in zip(names, *columns):
            points[name] = dict(zip(("earned", "open", "lost"), row))
        return points

    def what_if(self, name, answer):
        """Points, whatIf: what `overall.low` gains by this one answer (for a document: this status)."""
        changed = dict(self.assessment)
        if name.startswith("area:"):
            place, name, field = "areas", name[5:], "answer"
        elif name in self.answer:
            place, field = "requirements", "answer"
        else:
            place, field = "documents", "status"
        changed[place] = {**changed.get(place, {}), name: {field: answer}}
        return basis_points(Reading(changed).overall()[0]) - basis_points(self.overall()[0])

    # Findings

    def finding(self, ident):
        """Findings: what an auditor would likely write."""
        answer, is_clause = self.answer[ident], not ident.startswith("A.")
        if answer is None or answer == "not-applicable":
            return None
        if answer != "unknown" and answer >= self.target:
            return "none"
        if answer == "unknown" or answer <= 1:
            return "major" if is_clause else "minor"
        return "minor" if is_clause else "opportunity"

    # Gates

    def least(self, gate):
        """Gates: the least level that a gate asks for."""
        return {"target": self.target, "planned": 1, "started": min(2, self.target)}[gate["least"]]

    def reference_state(self, ident, least):
        """Gates: the state that one reference gives."""
        answer = self.answer[ident]
        if answer is None:
            return "undetermined"
        if answer == "unknown" or answer < least:
            return "open"
        return "undetermined" if self.provisional[ident] else "met"

    def document_state(self, key):
        """Gates: the state that one required document gives; None where it is not required."""
        document = next((d for d in self.facts["documents"] if d["key"] == key), None)
        if document is None or not self.because(document):
            return None
        return {None: "undetermined", "in-force": "met"}.get(self.status.get(key), "open")

    def area_state(self, refs):
        """Gates, no-absent-area: the state of one control area; None without an applicable control."""
        applicable = [i for i in refs if self.applicable(i)]
        if not applicable:
            return None
        present = [i for i in applicable if self.answer[i] not in (None, "unknown") and self.answer[i] >= 1]
        if any(not self.provisional[i] for i in present):
            return "met"
        if present or any(self.answer[i] is None for i in applicable):
            return "undetermined"
        return "open"

    def gate_states(self, gate):
        """Gates: the state that each reference and document gives to a gate, by id or key.

        For `no-absent-area` each applicable control stands for its area.
        """
        if gate["id"] == "no-absent-area":
            states = {i: self.area_state(refs) for _, _, refs in self.facts["areas"] if refs[0].startswith("A.")
                      for i in refs if self.applicable(i)}
        else:
            states = {i: self.reference_state(i, self.least(gate)) for i in gate["refs"]}
            states.update((key, self.document_state(key)) for key in gate["documents"])
        return {name: state for name, state in states.items() if state}

    def gate_state(self, gate):
        """Gates: open if any state is open, else undetermined if any is, else met."""
        return worst(self.gate_states(gate).values())

    def stages(self):
        """Gates: both stages; a stage lists its own gates, and stage 2 looks at those of both."""
        words = {"open": "not-ready", "undetermined": "undetermined", "met": "ready"}
        stages, states = [], []
        for stage in (1, 2):
            own = [gate for gate in self.facts["gates"] if gate["stage"] == stage]
            listed = [{"id": gate["id"], "title": gate["title"], "state": self.gate_state(gate),
                       "refs": list(gate["refs"]), "documents": list(gate["documents"])} for gate in own]
            states += [gate["state"] for gate in listed]
            stages.append({"stage": stage, "state": words[worst(states)], "gates": listed})
        return stages

    # Plan

    def blocks(self, name):
        """Plan: the ids of the gates to which this item gives the state open, and the stage of the first."""
        gates = [gate for gate in self.facts["gates"] if self.gate_states(gate).get(name) == "open"]
        return [gate["id"] for gate in gates], min((gate["stage"] for gate in gates), default=None)

    def actions(self):
        """Plan: an action for each finding other than none, and for each required document missing or draft.

        In catalog order and without the effort, which is ours and not the method's.
        """
        found = [(i, "requirement", self.target) for i in self.facts["clauses"] + self.facts["controls"]
                 if self.finding(i) not in (None, "none")]
        found += [(d["key"], "document", "in-force") for d in self.facts["documents"]
                  if self.because(d) and self.status.get(d["key"]) in ("missing", "draft")]
        actions = []
        for name, kind, answer in found:
            gates, stage = self.blocks(name)
            actions.append({
                "id": name, "kind": kind, "gates": gates, "stage": stage, "gain": self.what_if(name, answer),
                "finding": self.finding(name) if kind == "requirement" else None,
                "status": self.status[name] if kind == "document" else None,
            })
        return actions

    def plan(self, efforts):
        """Plan, order: stage 1, stage 2, none; greater gain; smaller effort; catalog order (the sort is stable)."""
        actions = [{**action, "effort": efforts[action["id"]]} for action in self.actions()]
        return sorted(actions, key=lambda a: (a["stage"] or 3, -a["gain"], "SML".index(a["effort"])))

    def questions(self):
        """Plan: unanswered items, listed apart, with the undetermined gates that wait for them."""
        waiting = [(i, "requirement") for i in self.facts["clauses"] + self.facts["controls"] if self.answer[i] is None]
        waiting += [(d["key"], "document") for d in self.facts["documents"]
                    if self.because(d) and d["key"] not in self.status]
        undetermined = {gate["id"]: self.gate_states(gate) for gate in self.facts["gates"]
                        if self.gate_state(gate) == "undetermined"}
        return [{"id": name, "kind": kind,
                 "gates": [gate for gate, states in undetermined.items() if states.get(name) == "undetermined"]}
                for name, kind in waiting]

    def awaited(self):
        """Beside the plan: what has no answer or only a provisional one, where a gate that is not met waits for it."""
        waiting = [(i, "requirement") for i in self.facts["clauses"] + self.facts["controls"]
                   if self.answer[i] is None or self.provisional[i]]
        waiting += [(d["key"], "document") for d in self.facts["documents"]]
        states = {gate["id"]: self.gate_states(gate) for gate in self.facts["gates"]}
        named = [{"id": name, "kind": kind,
                  "gates": [gate for gate, of in states.items() if of.get(name) == "undetermined"]}
                 for name, kind in waiting]
        return [row for row in named if row["gates"]]

    # The report of API.md

    def report(self):
        points = self.points()
        every = self.facts["clauses"] + self.facts["controls"]
        return {
            "method": "readiness/1",
            "edition": self.edition,
            "target": self.target,
            "overall": interval(self.overall()),
            "coverage": self.coverage(every),
            "parts": {name: interval(ends) for name, ends in self.parts().items()},
            "sections": [{"id": i, "title": title, **(interval(self.mean(refs)) or NOTHING), **self.coverage(refs)}
                         for i, title, refs in self.facts["sections"]],
            "areas": [{"key": key, "title": title, **(interval(self.mean(refs)) or NOTHING)}
                      for key, title, refs in self.facts["areas"]],
            "stages": self.stages(),
            "requirements": [{"id": i, "answer": self.answer[i], "provisional": self.provisional[i],
                              **(interval(self.attainment(i)) or NOTHING),
                              "finding": self.finding(i), "points": points[i]} for i in every],
            "documents": [{"key": d["key"], "required": bool(self.because(d)), "because": self.because(d),
                           "status": self.status.get(d["key"]), "points": points[d["key"]]}
                          for d in self.facts["documents"]],
        }


# ---- arithmetic -----------------------------------------------------------------------------------------------------

def mean(ends):
    """Scores: the mean of the ends that are there, low and high apart; None for an empty set."""
    ends = [pair for pair in ends if pair]
    if not ends:
        return None
    return tuple(Fraction(sum(sixtieths(pair[end]) for pair in ends), 60 * len(ends)) for end in (0, 1))


def sixtieths(share):
    """Every attainment is a whole number of these (targets 1 to 5 and a half); adding whole numbers is quicker."""
    assert 60 % share.denominator == 0
    return share.numerator * (60 // share.denominator)


def basis_points(share):
    """Scores: basis points, rounded half up, once."""
    return floor(share * 10000 + Fraction(1, 2))


def interval(ends):
    return {"low": basis_points(ends[0]), "high": basis_points(ends[1])} if ends else None


def apportion(shares, total):
    """Points: whole basis points by largest remainder, ties to the earlier item."""
    whole = [floor(share) for share in shares]
    left = total - sum(whole)
    order = sorted(range(len(shares)), key=lambda n: (whole[n] - shares[n], n))
    assert 0 <= left <= sum(share != part for share, part in zip(shares, whole))
    for n in order[:left]:
        whole[n] += 1
    return whole


def worst(states):
    """Gates: open before undetermined before met."""
    states = set(states)
    return next((state for state in ("open", "undetermined") if state in states), "met")


def efforts(catalog):
    """The effort of every requirement and document, from a dump of `catalog(edition)` of API.md."""
    rows = [row for name in ("clauses", "controls", "documents") for row in catalog[name] if "effort" in row]
    return {row.get("id", row.get("key")): row["effort"] for row in rows}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        reading = Reading(json.load(file))
    result = {"report": reading.report()}
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as file:
            result["plan"] = {"actions": reading.plan(efforts(json.load(file))), "questions": reading.questions(),
                              "awaited": reading.awaited()}
    print(json.dumps(result, ensure_ascii=False, indent=1))
