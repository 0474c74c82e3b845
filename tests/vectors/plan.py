"""The plan, the shortest ways and the estimate of `readiness/2`, read from METHOD.md and from "Ways" in README.md."""
from readiness import CONFORMITY, basis_points
from tables import table


def name_of(row):
    """Requirements go by `id`, documents by `key`."""
    return row["id"] if "id" in row else row["key"]


def named(reading, name):
    return {"key" if name in reading.facts["documents"] else "id": name}


# ---- Plan -----------------------------------------------------------------------------------------------------------

def actions(reading):
    """Plan: an action for each finding major, minor or opportunity, in catalog order and without what the catalog says.

    Each has its finding, whether it is a major or feeds one, the gates that it holds open, and its gain.
    """
    feeding, gates = set(reading.feeding), reading.gates
    rows = []
    for name in [*reading.facts["requirements"], *reading.facts["documents"]]:
        finding = reading.finding(name)
        if finding in ("major", "minor", "opportunity"):
            goal = "in-force" if name in reading.facts["documents"] else CONFORMITY
            rows.append({**named(reading, name), "finding": finding, "major": name in feeding,
                         "gates": [gate["id"] for gate in gates if name in gate["holding"]],
                         "gain": reading.what_if(name, goal)})
    return rows


def effort(reading, name, sizes):
    """Plan, effort: as in the catalog; one size smaller, at least S, from level 2; S from a draft."""
    if reading.status.get(name) == "draft":
        return "S"
    size = sizes[name]
    return {"S": "S", "M": "S", "L": "M"}[size] if reading.counts.get(name) == 2 else size


def plan(reading, sizes=None):
    """Plan, order: stage 1, stage 2, none; major, minor, opportunity; gain; effort; catalog order (the sort is stable).

    Without the sizes of a catalog the actions stay in catalog order and have no effort.
    """
    rows = actions(reading)
    if sizes:
        stage = {gate["id"]: gate["stage"] for gate in reading.facts["gates"]}
        rows = [{**row, "effort": effort(reading, name_of(row), sizes)} for row in rows]
        rows.sort(key=lambda row: (min((stage[gate] for gate in row["gates"]), default=3),
                                   ("major", "minor", "opportunity").index(row["finding"]),
                                   -row["gain"], "SML".index(row["effort"])))
    return {"actions": rows, "questions": questions(reading), "awaited": awaited(reading)}


def questions(reading):
    """Plan: unclear and unanswered items, with the gates that wait for them, in catalog order."""
    gates = reading.gates
    waiting = [i for i in reading.facts["requirements"] if reading.answer[i] in (None, "unknown")]
    waiting += [key for key in reading.required() if key not in reading.status]
    return [{**named(reading, name), "gates": [gate["id"] for gate in gates if name in gate["awaited"]]}
            for name in waiting]


def awaited(reading):
    """Beside the plan: what each gate that is not met waits for, in catalog order."""
    gates = reading.gates
    return [{**named(reading, name), "gates": [gate["id"] for gate in gates if name in gate["awaited"]]}
            for name in reading.ordered(name for gate in gates for name in gate["awaited"])]


def efforts(catalog):
    """The effort of every requirement and document, from a dump of `catalog(edition)` of API.md."""
    rows = [row for name in ("clauses", "controls", "documents") for row in catalog[name] if "effort" in row]
    return {name_of(row): row["effort"] for row in rows}


# ---- Ways -----------------------------------------------------------------------------------------------------------

def way(reading, stage, actions_in_order):
    """Ways: what is enough for a stage, its actions in the order of the plan and then what waits to be found out.

    README.md, Ways: everything that holds a gate of the stage open or that one waits for is done; then, from the end,
    whatever turns out not to be needed is given up.
    """
    needed = asked(reading, stage, actions_in_order)
    for name in reversed(needed):
        without = [other for other in needed if other != name]
        if is_ready(taken(reading, without), stage):
            needed = without
    return needed


def asked(reading, stage, actions_in_order):
    """Ways: what holds a gate of the stage open or what one waits for: actions in their order, then questions."""
    unmet = [gate for gate in reading.facts["gates"] if gate["stage"] <= stage and reading.gate_state(gate) != "met"]
    names = {name for gate in unmet for name in (*reading.holding(gate), *reading.awaited(gate))}
    acted = [name_of(row) for row in actions_in_order if name_of(row) in names]
    return acted + [name for name in reading.ordered(names) if name not in acted]


def taken(reading, steps):
    """The assessment with every step taken: a requirement conforms, a document is in force.

    An exclusion that stands, though only by area, is confirmed.
    """
    copy = reading.copy()
    copy.own, copy.status = dict(reading.own), dict(reading.status)
    for name in steps:
        if name in reading.facts["documents"]:
            copy.status[name] = "in-force"
        else:
            copy.own[name] = CONFORMITY if reading.counts[name] != "not-applicable" else "not-applicable"
    copy.read()
    return copy


def is_ready(reading, stage):
    return all(reading.gate_state(gate) == "met" for gate in reading.facts["gates"] if gate["stage"] <= stage)


def ways(reading, actions_in_order):
    """Ways: the shortest way to each stage, as names; empty where it is ready."""
    return {str(stage): way(reading, stage, actions_in_order) for stage in (1, 2)}


# ---- Time and audit days --------------------------------------------------------------------------------------------

def estimate(reading):
    """Time and audit days: months and days in tenths; None for 2013 and without a headcount."""
    persons = reading.headcount
    if reading.edition == "2013" or not persons:
        return None
    start, end = next(window for most, window in ((10, (3, 6)), (50, (4, 9)), (250, (6, 12)), (1000, (9, 12)),
                                                  (persons, (12, 12))) if persons <= most)
    low, high = map(basis_points, reading.overall())
    # 2 + (from − 2) × (1 − overall): in tenths, with the score in ten thousandths, rounded half up.
    tenths = lambda months, score: 20 + (2 * (months - 2) * (10000 - score) + 1000) // 2000
    days = next((round(float(row["days"]) * 10) for row in table("audit_days")
                 if int(row["persons_from"]) <= persons <= int(row["persons_to"])), None)
    return {"headcount": persons,
            "months": {"from": start, "to": end, "andMore": persons > 1000,
                       "likely": {"low": tenths(start, high), "high": tenths(end, low)}},
            "auditDays": days and {"total": days}}
