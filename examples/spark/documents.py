"""The documents of a corpus: numbered over all files, spread evenly over partitions, each id once."""

import json

from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as f

# Where a line was before it was moved: its file, the place of the part of it that one task read, and its row there.
ORIGIN = ["input_file_name() as file", "input_file_block_start() as block", "monotonically_increasing_id() as row"]


def stage(spark: SparkSession, source: str, folder: str) -> DataFrame:
    """Copies JSON Lines or Parquet into `folder`; returns the documents (number, line), each with an id."""
    rows = lines(spark, source).selectExpr("line", "get_json_object(line, '$.id') as id", *ORIGIN)
    # A file that cannot be split is one partition, however large. The hint spreads its lines over partitions of
    # spark.sql.adaptive.advisoryPartitionSizeInBytes.
    rows.hint("rebalance").write.mode("overwrite").parquet(f"{folder}/lines")
    staged = numbered(spark.read.parquet(f"{folder}/lines"))
    named = staged.where("id is not null").select("number", "line")
    nameless = staged.where("id is null").select("number", "line").rdd.map(identified)
    return named.union(spark.createDataFrame(nameless, named.schema, verifySchema=False))


def lines(spark: SparkSession, source: str) -> DataFrame:
    """Returns the lines of files; a row of Parquet is written as a line."""
    if source.rstrip("/").endswith(".parquet"):
        return spark.read.parquet(source).select(f.to_json(f.struct("*")).alias("line"))
    return spark.read.text(source).withColumnRenamed("value", "line")


def numbered(staged: DataFrame) -> DataFrame:
    """Adds the number of each line over all files, in the order of their names, from 1."""
    parts = staged.groupBy("file", "block").agg(f.min("row").alias("first"), f.count("*").alias("lines"))
    before = Window.orderBy("file", "block").rowsBetween(Window.unboundedPreceding, -1)
    parts = parts.withColumn("before", f.coalesce(f.sum("lines").over(before), f.lit(0))).drop("lines")
    number = f.col("row") - f.col("first") + f.col("before") + 1
    return staged.join(f.broadcast(parts), ["file", "block"]).withColumn("number", number)


def identified(row):
    """Gives a document without an id its number over all files, as the command does."""
    number, line = row
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return number, line  # The command says why it is none.
    if not isinstance(document, dict) or document.get("id") is not None:
        return number, line
    return number, json.dumps({**document, "id": str(number)})


def repeated(answers: DataFrame) -> DataFrame:
    """Returns the answers about a document whose id an earlier one has: their number, and the fault."""
    good = answers.where("fault is null").select("number", f.col("answer.id").alias("id"))
    first = good.groupBy("id").agg(f.min("number").alias("first"), f.count("*").alias("times")).where("times > 1")
    fault = f.format_string("the id “%s” is that of line %d already", "id", "first")
    return good.join(first, "id").where("number > first").select("number", fault.alias("fault"))


def once(answers: DataFrame, repeated: DataFrame) -> DataFrame:
    """Returns the answers without those about a repeated id."""
    return answers.join(f.broadcast(repeated.select("number")), "number", "left_anti")
