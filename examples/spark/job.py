"""Counts the words of a corpus, or finds its events, on Spark with the command duidu.

    spark-submit examples/spark/job.py count  documents.jsonl OUTPUT
    spark-submit examples/spark/job.py events documents.parquet OUTPUT

The input is JSON Lines (also .gz) or Parquet, with the fields of docs/command.md; a folder of such files is one corpus, its name
ends in .parquet if they are Parquet. OUTPUT is a folder that all machines see: `words` or `events` with `comparisons`, and
`faults` (number of the line over all files, reason). The exit code is 1 if there are faults. Flags that the job does not know
go to the command: --fold, --mode, --terms, --dictionary.
"""

import argparse
import sys
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

import counts
import documents
import events


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["count", "events"])
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--command", default="duidu", help="where the command is on every machine")
    parser.add_argument("--format", default="json", choices=["json", "parquet"])
    options, flags = parser.parse_known_args()
    spark = session(SparkSession.builder.appName(f"duidu {options.task}"))
    task = {"count": count, "events": find_events}[options.task]
    number = task(spark, options, flags)
    print(f"{number} lines could not be read; see {options.output}/faults." if number else "Every line was read.")
    spark.stop()
    return 1 if number else 0


def session(builder) -> SparkSession:
    """Opens Spark, and gives these modules to every executor."""
    spark = builder.getOrCreate()
    for module in ["command", "documents", "counts", "events"]:
        spark.sparkContext.addPyFile(str(Path(__file__).with_name(f"{module}.py")))
    return spark


def count(spark: SparkSession, options, flags: list[str]) -> int:
    """Writes `words` and `faults`; returns the number of faults."""
    staged = documents.stage(spark, options.input, f"{options.output}/staged")
    # Written once: each count below would segment all texts again.
    counted = kept(counts.count(staged, options.command, flags), options, "counted")
    repeated = kept(documents.repeated(counted), options, "repeated")
    write(counts.word_list(documents.once(counted, repeated)), options, "words")
    return write_faults(counted, repeated, options)


def find_events(spark: SparkSession, options, flags: list[str]) -> int:
    """Writes `comparisons`, `events` and `faults`; returns the number of faults."""
    spark.sparkContext.setCheckpointDir(f"{options.output}/staged/checkpoints")
    staged = documents.stage(spark, options.input, f"{options.output}/staged")
    printed = kept(events.fingerprints(staged, options.command), options, "fingerprints")
    repeated = kept(documents.repeated(printed), options, "repeated")
    pairs = events.candidates(documents.once(printed, repeated))
    compared = kept(events.compare(staged, pairs, options.command, flags), options, "compared")
    write(compared.where("fault is null").select("answer.*"), options, "comparisons")
    write(events.groups(compared), options, "events")
    return write_faults(printed.select("number", "fault").union(compared.select("number", "fault")), repeated, options)


def kept(frame: DataFrame, options, name: str) -> DataFrame:
    place = f"{options.output}/staged/{name}"
    frame.write.mode("overwrite").parquet(place)
    return frame.sparkSession.read.parquet(place)


def write(frame: DataFrame, options, name: str):
    frame.write.mode("overwrite").format(options.format).save(f"{options.output}/{name}")


def write_faults(answers: DataFrame, repeated: DataFrame, options) -> int:
    faults = kept(answers.where("fault is not null").select("number", "fault").union(repeated), options, "faults")
    write(faults.orderBy("number"), options, "faults")
    return faults.count()


if __name__ == "__main__":
    sys.exit(main())
