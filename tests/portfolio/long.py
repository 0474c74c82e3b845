"""DuckDB and Spark in local mode over made assessments, each figure held against the batch's own.

The last line says how many checks passed. COUNT sets the number of assessments.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet

ROOT = Path(__file__).parents[2]
PORTFOLIO = ROOT / "pkg-config/portfolio"
BIN = ROOT / "target/release/iso27001-readiness"
MADE = ROOT / "target/release/examples/bench"
COUNT = int(os.environ.get("COUNT", "100000"))
work = ROOT / "target/portfolio-run"
passed = failed = 0


def check(what, found, expected):
    global passed, failed
    if found == expected:
        passed += 1
    else:
        failed += 1
        print(f"{what}: found {str(found)[:300]}, expected {str(expected)[:300]}")


def timed(what, lines, run):
    start = time.monotonic()
    run()
    seconds = time.monotonic() - start
    print(f"{what}: {lines:,} lines in {seconds:.1f} s, {lines / seconds:,.0f} a second")


def duck():
    connection = duckdb.connect()
    tables = [connection.execute(part.query).fetchall() for part in connection.extract_statements(sql)]
    return tables[1:]


def spark(source, output, *more):
    job = [sys.executable, PORTFOLIO / "portfolio.py", source, output, "--command", BIN, "--minimums", minimums, *more]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    subprocess.run(job, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


work.mkdir(exist_ok=True)
os.chdir(work)
made, results, minimums = work / "made.ndjson", work / "results.ndjson", work / "minimums.json"
minimums.write_text('{ "A.8.13": 3, "A.5.7": 2, "9.2.1": 3 }')
with made.open("w") as out:
    subprocess.run([MADE, "made", str(COUNT), "begun"], check=True, stdout=out)
    # Lines that cannot be read go the same way.
    out.write('{"broken\n')


def batch():
    with results.open("w") as out:
        code = subprocess.run([BIN, "batch", "--minimums", minimums, made], stdout=out).returncode
    check("a line that cannot be read ends the batch with 1", code, 1)


timed("batch", COUNT, batch)
lines = [json.loads(line) for line in results.open()]
check("a line for each", len(lines), COUNT + 1)
verdicts = Counter(tuple(stage["state"] for stage in line["stages"]) for line in lines if line["stages"])
short = Counter(id for line in lines for id in line["shortfalls"] or [])

sql = (PORTFOLIO / "portfolio.sql").read_text()
by_verdict = by_shortfall = twins = None


def query():
    global by_verdict, by_shortfall, twins
    by_verdict, by_shortfall, twins = duck()


timed("DuckDB", COUNT, query)
found = {tuple(row[:2]): row[2] for row in by_verdict}
check("DuckDB: the line with an error has no verdict", found.pop((None, None)), 1)
check("DuckDB: verdicts", found, dict(verdicts))
check("DuckDB: shortfalls", dict(by_shortfall), dict(short))
check("DuckDB: each id once", twins, [])

timed("Spark, with its start", COUNT, lambda: spark(made, work / "scored"))
read = lambda name: pa.dataset.dataset(work / "scored" / name, format="parquet").to_table().to_pylist()
scores = {row["id"]: row for row in read("scores")}
check("Spark: a row for each", len(scores), COUNT + 1)
check("Spark: the error", scores[None]["error"] is not None, True)
differing = 0
for line in lines[:-1]:
    row = scores[line["id"]]
    theirs = [row[name] for name in ("organisation", "edition", "ok", "low", "high", "stage_1", "stage_2", "certifiable")]
    theirs += [row["majors"], row["minors"], row["shortfalls"], row["differences"], row["error"]]
    first, second = line["stages"]
    ours = [line["organisation"], line["edition"], line["ok"], line["overall"]["low"], line["overall"]["high"]]
    ours += [first["state"], second["state"], first["certifiable"], line["findings"]["major"], line["findings"]["minor"]]
    differing += theirs != [*ours, line["shortfalls"], None, None]
check("Spark: rows that differ from the batch", differing, 0)
sums = {(row["stage_1"], row["stage_2"]): row["organisations"] for row in read("by_verdict")}
check("Spark: verdicts", sums, {**verdicts, (None, None): 1})
check("Spark: shortfalls", {row["requirement"]: row["count"] for row in read("by_shortfall")}, dict(short))

# A column that is carried along, a text on several lines, a blank one, and one that is missing.
texts = made.read_text().splitlines()[:1000]
texts[1] = json.dumps(json.loads(texts[1]), indent=1)
texts[2:4] = [" ", None]
table = pa.table({"country": [("DE", "FR", "PT")[n % 3] for n in range(1000)], "assessment": texts})
pa.parquet.write_table(table, work / "made.parquet")
spark(work / "made.parquet", work / "scored", "--by", "country")
rows = read("scores")
check("Parquet: a row for each", len(rows), 1000)
check("Parquet: countries", Counter(row["country"] for row in rows), Counter(table["country"].to_pylist()))
check("Parquet: only the blank and the missing cannot be read", sum(row["error"] is not None for row in rows), 2)
check("Parquet: by country", sum(row["organisations"] for row in read("by_column")), 1000)

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
