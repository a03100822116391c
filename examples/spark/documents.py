"""The documents of a corpus: numbered over all files, spread evenly over partitions, each id once."""

import json

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f


def stage(spark: SparkSession, source: str, folder: str) -> tuple[DataFrame, DataFrame]:
    """Copies JSON Lines or Parquet into `folder`; returns the documents (number, id, line) and faults (number, fault)."""
    numbered = lines(spark, source).zipWithIndex().map(identified)
    frame = spark.createDataFrame(numbered, "number long, id string, line string", verifySchema=False)
    # A file that cannot be split is one partition, however large. The hint spreads its lines over partitions of
    # spark.sql.adaptive.advisoryPartitionSizeInBytes.
    frame.hint("rebalance").write.mode("overwrite").parquet(f"{folder}/lines")
    staged = spark.read.parquet(f"{folder}/lines")
    first = staged.groupBy("id").agg(f.min("number").alias("first"), f.count("*").alias("times"))
    repeated = staged.join(first.where("times > 1 and id is not null"), "id").where("number > first")
    repeated.select("number", "id", "first").write.mode("overwrite").parquet(f"{folder}/repeated")
    repeated = spark.read.parquet(f"{folder}/repeated")
    fault = f.format_string("the id “%s” is that of line %d already", "id", "first")
    documents = staged.join(f.broadcast(repeated.select("number")), "number", "left_anti")
    return documents, repeated.select("number", fault.alias("fault"))


def lines(spark: SparkSession, source: str):
    """Returns the lines of files, in the order of their names; a row of Parquet is written as a line."""
    if source.rstrip("/").endswith(".parquet"):
        return spark.read.parquet(source).select(f.to_json(f.struct("*"))).rdd.map(lambda row: row[0])
    return spark.sparkContext.textFile(source)


def identified(numbered):
    """Returns number, id and line. A document without an id gets its number over all files, as the command gives it."""
    line, index = numbered
    number = index + 1
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return number, None, line  # The command says why it is none.
    if not isinstance(document, dict):
        return number, None, line
    if document.get("id") is None:
        document["id"] = str(number)
        line = json.dumps(document)
    return number, str(document["id"]), line
