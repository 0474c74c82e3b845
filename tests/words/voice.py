"""What `docs/voice.md` lists: terms with the names they replace, and words that the texts do without."""

import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGE = ROOT / "languages/en"
MESSAGES = sorted(
    file for file in LANGUAGE.glob("*.json") if file.name != "language.json" and not file.name.startswith("example_")
)
EXPORTS, CORE = LANGUAGE / "exports.txt", LANGUAGE / "core.txt"
DOCUMENTS = [ROOT / "README.md", ROOT / "pkg-config/npm/README.md"]
MOST_WORDS = 20
# Words with -ize that are no American spelling, and the name of the highest level.
KEEP_IZE = {"size", "sizes", "sized", "resize", "prize", "seize", "optimizing", "organization", "standardization"}


def lists():
    """({wrong name: right name}, [word to do without]) of the glossary."""
    text = (ROOT / "docs/voice.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!say|---)([^|]+) \| ([^|]+) \|$", text, re.M)
    terms = {wrong.strip(): say for say, wrongs in rows for wrong in wrongs.split(", ")}
    line = re.search(r"^- (and/or, .*)$", text, re.M)
    return terms, line.group(1).split(", ")


TERMS, FORBIDDEN = lists()


def whole(words):
    """Finds any of the words, not inside longer ones."""
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.I)


WRONG_NAME, FORBIDDEN_WORD = whole(TERMS), whole(FORBIDDEN)


def faults_of_words(text):
    """What the lists object to in one text."""
    faults = [f"“{word}” for {TERMS[word.lower()]}" for word in WRONG_NAME.findall(text)]
    faults += [f"“{word}”" for word in FORBIDDEN_WORD.findall(text)]
    faults += ["a dash"] if "—" in text else []
    faults += ["a space before %"] if re.search(r"[\d}] %", text) else []
    faults += ["two spaces"] if "  " in text else []
    ends = r"\b\w+?(?:ization|izations|ized|izing|izes|izer|ize)\b"
    faults += [f"American “{word}”" for word in re.findall(ends, text) if word.lower() not in KEEP_IZE]
    return faults


def faults_of_sentences(text):
    """Sentences that are too long, and semicolons."""
    faults = ["a semicolon"] if ";" in text else []
    for sentence in re.split(r"(?<=[.!?:])\s+(?=[A-Z“\"{])", text):
        if len(re.findall(r"[\w’'/.-]*\w", sentence)) > MOST_WORDS:
            faults.append(f"more than {MOST_WORDS} words: {sentence[:60]}")
    return faults


def texts_of(value, path):
    """(path, text) of every text in a file of messages."""
    if isinstance(value, str):
        yield path, value
    elif value:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in pairs:
            if key not in ("id", "route", "match"):
                yield from texts_of(part, f"{path}/{key}")


def messages():
    """(file and key, text) of everything that the page, the frame, the element and the exports say."""
    for file in MESSAGES:
        yield from texts_of(json.loads(file.read_text(encoding="utf-8")), file.name)
    for file in (EXPORTS, CORE):
        for line in file.read_text(encoding="utf-8").splitlines():
            key, colon, text = line.partition(": ")
            if colon and not line.startswith("#"):
                yield f"{file.name}/{key}", text


def paragraphs():
    """(file, text) of the prose in the documents: no code, no tables, no addresses."""
    for file in DOCUMENTS:
        text = re.sub(r"^\s*```.*?^\s*```$", "", file.read_text(encoding="utf-8"), flags=re.M | re.S)
        for line in text.splitlines():
            if line.strip() and not line.startswith(("|", "!", "#")):
                yield file.relative_to(ROOT), " ".join(re.sub(r"`[^`]*`|\]\([^)]*\)", " ", line).split())


def check():
    """(passed, failed) of all of these, with a line for each fault."""
    passed, failed = 0, 0
    # How a language parts the items of a list is no sentence of it.
    found = [
        (path, faults_of_words(text) + ([] if "/list." in path else faults_of_sentences(text)))
        for path, text in messages()
    ]
    found += [(path, faults_of_words(text)) for path, text in paragraphs()]
    for path, faults in found:
        for fault in faults:
            print(f"{path}: {fault}")
        passed, failed = passed + (not faults), failed + bool(faults)
    print(f"{len(found)} messages and paragraphs")
    return passed, failed
