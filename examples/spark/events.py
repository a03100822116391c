"""The events of a whole corpus: documents that share text, found by a join of fingerprints and compared pair by pair."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as f

from command import answered

# The least run of letters that counts as copied, and the share of one document in the other from which both are on one event:
# those of `duidu similarity --groups`.
RUN = 10
SAME_EVENT = 0.25
# Of this many runs in a row one is kept: no shared run of RUN + WINDOW - 1 letters is missed.
WINDOW = 8
# A fingerprint of more documents is a set phrase, and would pair all of them.
MOST_DOCUMENTS = 100

PRINTED = "id string, fingerprints array<long>"
COMPARED = """of array<string>, relation string, copied struct<aInB: double, bInA: double>,
    reuse struct<aInB: double, bInA: double>, counts map<string, long>, effects map<string, long>"""


def fingerprints(documents: DataFrame, command: str) -> DataFrame:
    """Returns the fingerprints of each document, or its fault."""
    return answered(documents, command, ["fingerprints", "--min-run", str(RUN), "--window", str(WINDOW)], PRINTED)


def candidates(printed: DataFrame) -> DataFrame:
    """Returns the pairs (a, b) of documents that share a fingerprint, as numbers."""
    held = printed.where("fault is null").select("number", f.explode(f.array_distinct("answer.fingerprints")).alias("fingerprint"))
    # Most are in one document only.
    common = held.groupBy("fingerprint").count().where(f.col("count").between(2, MOST_DOCUMENTS))
    sets = held.join(common, "fingerprint", "left_semi").groupBy("fingerprint").agg(f.collect_list("number").alias("numbers"))
    pairs = sets.select("numbers", f.explode("numbers").alias("a")).select("a", f.explode("numbers").alias("b"))
    return pairs.where("a < b").distinct()


def compare(documents: DataFrame, pairs: DataFrame, command: str, flags: list[str]) -> DataFrame:
    """Returns the comparison of each pair, or its fault."""
    one = documents.select(f.col("number").alias("a"), f.col("line").alias("line_a"))
    other = documents.select(f.col("number").alias("b"), f.col("line").alias("line_b"))
    line = f.concat(f.lit('{"stories": ['), "line_a", f.lit(", "), "line_b", f.lit("]}"))
    sets = pairs.join(one, "a").join(other, "b").select(f.col("a").alias("number"), line.alias("line"))
    return answered(sets, command, ["compare", "--min-run", str(RUN), *flags], COMPARED)


def groups(compared: DataFrame) -> DataFrame:
    """Returns the ids of each event: documents of which one has enough of the other, also by way of a third."""
    share = f.greatest("answer.copied.aInB", "answer.copied.bInA")
    joined = compared.where("fault is null").where(share >= SAME_EVENT)
    a, b = f.col("answer.of")[0], f.col("answer.of")[1]
    links = joined.select(a.alias("id"), b.alias("other")).union(joined.select(b, a)).checkpoint()
    labels = links.groupBy("id").agg(f.least("id", f.min("other")).alias("label")).checkpoint()
    changed = True
    while changed:
        # Each document takes the least label around it, until none changes.
        around = links.join(labels.select(f.col("id").alias("other"), "label"), "other")
        around = around.groupBy("id").agg(f.min("label").alias("near"))
        nearer = labels.select("id", "label").join(around, "id")
        labels = nearer.select("id", f.least("label", "near").alias("label"), f.expr("near < label").alias("changed")).checkpoint()
        changed = labels.where("changed").limit(1).count()
    return labels.groupBy("label").agg(f.array_sort(f.collect_list("id")).alias("ids")).select("ids")
