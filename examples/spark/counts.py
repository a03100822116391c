"""The word list of a whole corpus, merged exactly from the words of each document."""

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as f

from command import answered

EACH = "id string, tokens long, words array<struct<word: string, folded: string, frequency: long>>"


def count(documents: DataFrame, command: str, flags: list[str]) -> DataFrame:
    """Returns the words of each document, or its fault."""
    return answered(documents, command, ["count", "each", *flags], EACH)


def word_list(counted: DataFrame) -> DataFrame:
    """Adds up the words of all documents: frequency, range, and the deviation of proportions (Gries 2008).

    That deviation is no mean of the deviations of partitions. With N words in all, s of them in a document, and f occurrences of
    a word, i of them there, it is ½ Σ |s/N − i/f| over all documents, of which those without the word add s/N each. Documents
    that are alike in s and i are one row, so that a frequent word has not as many rows as documents.
    """
    good = counted.where("fault is null")
    total = good.agg(f.coalesce(f.sum("answer.tokens"), f.lit(0))).first()[0]
    rows = good.select(f.col("answer.tokens").alias("size"), f.explode("answer.words").alias("row"))
    rows = rows.select("size", f.coalesce("row.folded", "row.word").alias("word"), f.col("row.frequency").alias("there"))
    alike = rows.groupBy("word", "there", "size").agg(f.count("*").alias("documents"))
    alike = alike.withColumn("frequency", f.sum(f.expr("there * documents")).over(Window.partitionBy("word")))
    apart = f"sum(documents * (abs(size / {total} - there / frequency) - size / {total}))"
    words = alike.groupBy("word").agg(f.max("frequency").alias("frequency"), f.sum("documents").alias("range"), f.expr(apart).alias("apart"))
    return words.select(
        "word",
        "frequency",
        f.expr(f"frequency * 10000 / {total}").alias("per10k"),
        "range",
        # Rounded, because sums of floating-point numbers depend on the order.
        f.expr("round(greatest(0D, least(1D, (1 + apart) / 2)), 12)").alias("dp"),
    ).orderBy(f.desc("frequency"), "word")
