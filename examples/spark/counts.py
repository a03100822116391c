"""The word list of a whole corpus, merged exactly from the words of each document."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as f

from command import answered

EACH = "id string, tokens long, words array<struct<word: string, folded: string, frequency: long>>"


def count(documents: DataFrame, command: str, flags: list[str]) -> DataFrame:
    """Returns the words of each document, or its fault."""
    return answered(documents, command, ["count", "each", *flags], EACH)


def word_list(counted: DataFrame) -> DataFrame:
    """Adds up the words of all documents: frequency, range, and the deviation of proportions (Gries 2008).

    That deviation is no mean of the deviations of partitions: it needs, for each document with the word, the frequency there
    and the size of the document, and then the totals. Documents that are alike in both are one row, so that a frequent word
    has not as many rows as documents; nothing is rounded before the last step.
    """
    good = counted.where("fault is null")
    total = good.agg(f.coalesce(f.sum("answer.tokens"), f.lit(0))).first()[0]
    rows = good.select(f.col("answer.tokens").alias("size"), f.explode("answer.words").alias("row"))
    rows = rows.select("size", f.coalesce("row.folded", "row.word").alias("word"), f.col("row.frequency").alias("there"))
    alike = rows.groupBy("word", "there", "size").agg(f.count("*").alias("documents"))
    words = alike.groupBy("word").agg(
        f.sum(f.expr("there * documents")).alias("frequency"),
        f.sum("documents").alias("range"),
        # Sorted, because sums of floating-point numbers depend on the order.
        f.array_sort(f.collect_list(f.struct("there", "size", "documents"))).alias("parts"),
    )
    distance = f"aggregate(parts, 0D, (sum, p) -> sum + p.documents * abs(p.size / {total} - p.there / frequency))"
    elsewhere = f"1 - aggregate(parts, 0L, (sum, p) -> sum + p.documents * p.size) / {total}"
    return words.select(
        "word",
        "frequency",
        f.expr(f"frequency * 10000 / {total}").alias("per10k"),
        "range",
        f.expr(f"greatest(0D, least(1D, ({distance} + {elsewhere}) / 2))").alias("dp"),
    ).orderBy(f.desc("frequency"), "word")
