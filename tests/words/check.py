"""The editorial rules of the statements: all fields there, short sentences, plain words, no line twice. `voice.py` holds
these and all messages to the words of `docs/voice.md`.

`python3 tests/words/check.py` prints counts by kind and edition, then `N passed, M failed`, a block each.
"""

import collections
import csv
import pathlib
import re
import sys

import voice

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "languages/en/statements"
FACTS = ROOT / "tests/vectors/facts"
EVERYWHERE = ["statement", "0", "1", "2", "3", "example"]
OF_REQUIREMENTS = ["kinds", "effort", "guidance", "evidence", "sampling", "finding", "next", "small"]
NOT_PROSE = {"kinds", "effort", "practice", "as"}
OF_DOCUMENTS = ["holds", "length", "signed", "checked", "next", "effort"]
PLACEHOLDERS = {"{organisation}", "{scope}", "{owner}"}
LONGEST_LINE, LONGEST_STATEMENT = 90, 140


def blocks():
    """(file, head, [(key, text)]) of every block."""
    for path in sorted(FOLDER.glob("*.txt")):
        current = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("== "):
                if current:
                    yield current
                current = (path.name, line[3:], [])
            elif line.strip() and not line.startswith("#") and current:
                key, _, text = line.partition(": ")
                current[2].append((key, text.strip()))
        if current:
            yield current


def faults_of(head, fields):
    """What the rules object to in one block."""
    values = collections.defaultdict(list)
    for key, text in fields:
        values[key].append(text)
    if head.startswith("document "):
        return faults_of_document(values) + faults_of_all_prose(values)
    kind, _, name = head.split(" ")
    if "as" in values:
        return [] if len(fields) == 1 else ["a block that takes another's text has none of its own"]
    wanted = list(EVERYWHERE)
    if kind == "requirement":
        wanted += OF_REQUIREMENTS + (["exclusion"] if name.startswith("A.") else ["short"])
    faults = [f"{key} is missing" for key in wanted if not values[key]]
    faults += [f"{key} is not known" for key in values if key not in wanted + ["practice"]]
    faults += [f"{key} stands twice" for key in values if key != "evidence" and len(values[key]) > 1]
    if kind == "requirement" and not 2 <= len(values["evidence"]) <= 4:
        faults.append("evidence has two to four lines")
    for level in "0123":
        faults += [f"{level} is longer than {LONGEST_LINE}" for text in values[level] if len(text) > LONGEST_LINE]
    faults += [f"longer than {LONGEST_STATEMENT}" for text in values["statement"] if len(text) > LONGEST_STATEMENT]
    faults += ["the statement asks" for text in values["statement"] if text.startswith("How") or not text.endswith(".")]
    faults += ["the example starts otherwise" for text in values["example"] if not text.startswith("For instance, ")]
    faults += ["the effort is S, M or L" for text in values["effort"] if text not in ("S", "M", "L")]
    return faults + faults_of_all_prose(values)


def faults_of_document(values):
    """What the rules object to in the advice on a document and in the outline of its first version."""
    faults = [f"{key} is missing" for key in OF_DOCUMENTS if not values[key]]
    faults += [f"{key} is not known" for key in values if key not in OF_DOCUMENTS + ["changed", "outline"]]
    faults += [f"{key} stands twice" for key in values if key != "outline" and len(values[key]) > 1]
    faults += ["the effort is S, M or L" for text in values["effort"] if text not in ("S", "M", "L")]
    # Every document of the catalog is required in an edition, always or where its control applies.
    faults += [] if 5 <= len(values["outline"]) <= 12 else ["an outline has five to twelve lines"]
    for line in values["outline"]:
        heading, bar, text = line.partition(" | ")
        if not bar or not heading or len(heading) > 40 or not text.endswith("."):
            faults.append(f"an outline line is “heading | sentence”: {line[:40]}")
        if re.search(r"[.!?] ", text):
            faults.append(f"one sentence a line: {line[:40]}")
        faults += [f"{name} is no placeholder" for name in set(re.findall(r"{.*?}", text)) - PLACEHOLDERS]
    headings = [line.partition(" | ")[0] for line in values["outline"]]
    faults += ["a heading stands twice"] if len(set(headings)) < len(headings) else []
    faults += [f"“{text[:30]}” opens with a pronoun" for text in values["holds"] if re.match(r"(What|It|One|Of)\b", text)]
    return faults


def faults_of_all_prose(values):
    """What the rules object to in the texts of a block."""
    prose = [(key, text) for key, texts in values.items() if key not in NOT_PROSE for text in texts]
    return [f"{key}: {fault}" for key, text in prose for fault in voice.faults_of_words(text) + voice.faults_of_sentences(text)]


def facts(name):
    """The rows of a table of facts."""
    with open(FACTS / f"{name}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def joined(fields):
    """The lines of a block by key, those of one key as one text."""
    values = collections.defaultdict(list)
    for key, text in fields:
        values[key].append(text)
    return {key: " ".join(texts) for key, texts in values.items()}


def faults_between(fields):
    """What the rules object to between blocks: texts taken over, controls named, and classes of exclusion."""
    faults = []
    links = [(row["old_id"], row["new_id"]) for row in facts("mapping_2013_2022")]
    old, new = (collections.Counter(pair[side] for pair in links) for side in (0, 1))
    alone = {f"requirement 2013 {a}": b for a, b in links if old[a] == 1 and new[b] == 1}
    controls = {edition: {row["id"] for row in facts(f"controls_{edition}")} for edition in ("2013", "2022")}
    classes = {f"requirement {row['edition']} {row['id']}": row["exclusion"] for row in facts("exclusions")}
    for head, values in fields.items():
        if head.startswith("document "):
            continue
        kind, edition, name = head.split(" ")
        named = {text for value in values.values() for text in re.findall(r"\bA(?:\.\d+)+", value)}
        if "as" in values:
            source = f"{kind} 2022 {values['as']}"
            if edition != "2013" or source not in fields:
                faults.append(f"{head}: takes its text from {source}, which is not there")
                continue
            if name.startswith("A.") and alone.get(head) != values["as"]:
                faults.append(f"{head}: did not become {values['as']} one to one, so it needs a text of its own")
            # An id of a control of 2022 means another control, or none, to a reader of 2013.
            text = " ".join(fields[source].values())
            if edition == "2013" and re.search(r"\bA\.\d", text):
                faults.append(f"{source}: both editions show this text, so it cannot name controls by id")
        else:
            faults += [f"{head}: {id} is no control of {edition}" for id in sorted(named - controls[edition])]
        said = values.get("exclusion", "").partition(" ")[0]
        if head in classes and "as" in values:
            said = fields[f"{kind} 2022 {values['as']}"]["exclusion"].partition(" ")[0]
        if head in classes and said != classes[head]:
            faults.append(f"{head}: exclusion is {classes[head]} in the table, {said} here")
    return faults


def main():
    passed, failed, seen = 0, 0, {}
    count, known = collections.Counter(), set()
    for file, head, fields in blocks():
        faults = faults_of(head, fields)
        for key, text in fields:
            if key in ("statement", "0", "1", "2", "3"):
                if text.lower() in seen:
                    faults.append(f"{key} is that of {seen[text.lower()]}")
                seen[text.lower()] = head
        known.add(tuple(head.split(" ")))
        count["documents" if head.startswith("document ") else "s ".join(head.split(" ")[:2])] += 1
        for fault in faults:
            print(f"{file}: {head}: {fault}")
        passed, failed = passed + (not faults), failed + bool(faults)
    # Every clause requirement, every control and every area of both editions.
    wanted = {("requirement", row["edition"], row["id"]) for row in facts("requirements")}
    wanted |= {("requirement", row["edition"], row["id"]) for row in facts("exclusions")}
    wanted |= {("document", row["key"]) for row in facts("documents")}
    wanted |= {("area", row["edition"], row["key"]) for row in facts("areas")}
    wrong = [f"no block for {' '.join(head)}" for head in sorted(wanted - known)]
    wrong += [f"a block for {' '.join(head)}, which is in no edition" for head in sorted(known - wanted)]
    wrong += faults_between({head: joined(fields) for _, head, fields in blocks()})
    for fault in wrong:
        print(fault)
    failed += len(wrong)
    print(", ".join(f"{n} {name}" for name, n in sorted(count.items())))
    more_passed, more_failed = voice.check()
    passed, failed = passed + more_passed, failed + more_failed
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
