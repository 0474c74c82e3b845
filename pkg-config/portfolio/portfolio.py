"""Scores a portfolio on Apache Spark, by the command `iso27001-readiness batch`.

    spark-submit portfolio.py INPUT OUTPUT [--command PATH] [--minimums PATH] [--by COLUMN]

INPUT is NDJSON with an assessment or a result a line, or Parquet with those as text in a column `assessment`; its other
columns are carried along. OUTPUT gets Parquet: `scores`, a row for each of the input, and the sums `by_verdict`,
`by_shortfall` and, with --by, `by_column`. Each task keeps one child of the command for all of its rows.
"""

import argparse
import json
import subprocess
import threading
from collections import deque
from queue import SimpleQueue

FIELDS = """id string, organisation string, edition string, ok boolean, low int, high int, stage_1 string, stage_2 string,
    certifiable boolean, majors int, minors int, shortfalls array<string>, differences string, error string"""


def fields(line):
    """The columns of a line of the batch; of one that could not be read, the error alone."""
    if line["error"]:
        return {"error": f"{line['error']['subject']}: {line['error']['message']}"}
    first, second = line["stages"]
    return {
        "id": line["id"],
        "organisation": line["organisation"],
        "edition": line["edition"],
        "ok": line["ok"],
        "low": line["overall"]["low"],
        "high": line["overall"]["high"],
        "stage_1": first["state"],
        "stage_2": second["state"],
        "certifiable": first["certifiable"],
        "majors": line["findings"]["major"],
        "minors": line["findings"]["minor"],
        "shortfalls": line["shortfalls"],
        "differences": json.dumps(line["differences"]) if line["differences"] else None,
    }


def scorer(command, carried):
    """What a task does with its batches of rows: one line in, one line out, in the same order."""

    def score(batches):
        import pyarrow as pa

        arrow = {"string": pa.string(), "boolean": pa.bool_(), "int": pa.int32(), "array<string>": pa.list_(pa.string())}
        schema = [field.split() for field in FIELDS.replace("\n", " ").split(",")]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        lines = SimpleQueue()

        def collect():
            # Whatever the child writes is taken at once, so that neither waits for the other.
            for line in child.stdout:
                lines.put(line)
            lines.put(None)

        threading.Thread(target=collect, daemon=True).start()
        waiting = deque()

        def whole():
            batch = waiting.popleft()
            rows = []
            for _ in range(batch.num_rows):
                line = lines.get()
                if line is None:
                    raise RuntimeError(f"{command[0]} ended with {child.wait()} before its last line")
                rows.append(fields(json.loads(line)))
            columns = [batch.column(name) for name in carried]
            columns += [pa.array([row.get(name) for row in rows], arrow[kind]) for name, kind in schema]
            return pa.RecordBatch.from_arrays(columns, names=[*carried, *(name for name, _ in schema)])

        try:
            for batch in batches:
                for text in batch.column("assessment").to_pylist():
                    # One line each: a line break in JSON is space, and one that is blank would be passed over.
                    text = (text or "").replace("\n", " ").replace("\r", " ")
                    child.stdin.write((text if text.strip() else "null").encode() + b"\n")
                waiting.append(batch)
                while waiting and lines.qsize() >= waiting[0].num_rows:
                    yield whole()
            child.stdin.close()
            while waiting:
                yield whole()
            if child.wait() > 1:
                raise RuntimeError(f"{command[0]} ended with {child.returncode}")
        finally:
            child.kill()
            child.wait()

    return score


def main():
    from pyspark.sql import SparkSession, functions as f

    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("input")
    arguments.add_argument("output")
    arguments.add_argument("--command", default="iso27001-readiness", help="its path on the executors")
    arguments.add_argument("--minimums", help="least levels by requirement, a file on the executors")
    arguments.add_argument("--by", help="a column of the input to sum by, such as country")
    asked = arguments.parse_args()

    spark = SparkSession.builder.appName("iso27001-readiness").getOrCreate()
    is_table = asked.input.rstrip("/").endswith(".parquet")
    source = spark.read.parquet(asked.input) if is_table else spark.read.text(asked.input).toDF("assessment")
    carried = [name for name in source.columns if name != "assessment"]
    command = [asked.command, "batch", "--threads", "1", *(["--minimums", asked.minimums] if asked.minimums else [])]
    kinds = [f"`{name}` {source.schema[name].dataType.simpleString()}" for name in carried]
    source.mapInArrow(scorer(command, carried), ", ".join([*kinds, FIELDS])).write.mode("overwrite").parquet(
        f"{asked.output}/scores"
    )

    scores = spark.read.parquet(f"{asked.output}/scores")
    means = [f.count("*").alias("organisations"), f.avg("low").alias("low"), f.avg("high").alias("high")]
    scores.groupBy("stage_1", "stage_2").agg(*means).write.mode("overwrite").parquet(f"{asked.output}/by_verdict")
    short = scores.select(f.explode("shortfalls").alias("requirement")).groupBy("requirement").count()
    short.write.mode("overwrite").parquet(f"{asked.output}/by_shortfall")
    if asked.by:
        by = scores.groupBy(asked.by, "stage_1").agg(*means)
        by.write.mode("overwrite").parquet(f"{asked.output}/by_column")
    spark.stop()


if __name__ == "__main__":
    main()
