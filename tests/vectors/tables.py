"""The fact tables in facts/, as the method looks at them."""
import csv
import os
from functools import lru_cache

FACTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "facts")
THEMES = {"A.5": "Organizational", "A.6": "People", "A.7": "Physical", "A.8": "Technological"}


def table(name):
    with open(os.path.join(FACTS, name + ".csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def items(cell):
    return [part for part in cell.split(";") if part]


def is_control(ident):
    return ident.startswith("A.")


@lru_cache(maxsize=None)
def facts(edition):
    """Terms: the requirements in catalog order, the areas, the documents with a demand in the edition, the gates."""
    clauses, controls = table(f"clauses_{edition}"), table(f"controls_{edition}")
    parents = {row["parent"] for row in clauses}
    clause_ids = [row["id"] for row in clauses if row["id"] not in parents and int(row["id"].split(".")[0]) >= 4]
    control_ids = [row["id"] for row in controls]
    sections = [(row["id"], row["title"], [i for i in clause_ids if i.split(".")[0] == row["id"]])
                for row in clauses if not row["parent"] and int(row["id"]) >= 4]
    groups = ({row["group"]: row["group_title"] for row in controls} if edition == "2013" else THEMES)
    for group, title in groups.items():
        sections.append((group, title, [i for i in control_ids if i.startswith(group + ".")]))
    weighed = {row["id"]: row for row in table("requirements") if row["edition"] == edition}
    return {
        "clauses": clause_ids,
        "controls": control_ids,
        "requirements": clause_ids + control_ids,
        "weight": {i: int(weighed[i]["weight"]) if i in weighed else 1 for i in clause_ids + control_ids},
        "gravity": {i: weighed[i]["gravity"] for i in clause_ids},
        "exclusion": {row["id"]: row["exclusion"] for row in table("exclusions") if row["edition"] == edition},
        "sections": sections,
        "areas": [(row["key"], row["title"], items(row["refs"]))
                  for row in table("areas") if row["edition"] == edition],
        "documents": {row["key"]: {"key": row["key"], "demand": row[f"demand_{edition}"],
                                   "core": row["core"] == "true", "refs": items(row[f"refs_{edition}"])}
                      for row in table("documents") if row[f"demand_{edition}"]},
        "gates": [{"id": row["id"], "stage": int(row["stage"]), "title": row["title"], "least": row["least"],
                   "refs": items(row[f"refs_{edition}"]), "documents": items(row["documents"])}
                  for row in table("gates")],
    }
