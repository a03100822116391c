"""The events of a whole corpus: documents that share text, found by a join of shingles and compared pair by pair."""

import json
from zlib import crc32

from pyspark.sql import DataFrame
from pyspark.sql import functions as f

from command import answered

# The least run of letters that counts as copied, and the share of one document in the other from which both are on one event:
# those of `duidu similarity --groups`.
RUN = 10
SAME_EVENT = 0.25
# Of this many shingles in a row one is kept: no shared run of RUN + WINDOW - 1 letters is missed.
WINDOW = 8
# A shingle of more documents is a set phrase, and would pair all of them.
MOST_DOCUMENTS = 100

COMPARED = """of array<string>, relation string, copied struct<aInB: double, bInA: double>,
    reuse struct<aInB: double, bInA: double>, counts map<string, long>, effects map<string, long>"""


def shingles(line: str) -> set[str]:
    """Returns some of the shingles of a document, chosen by winnowing (Schleimer, Wilkerson and Aiken 2003)."""
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return set()
    text = document.get("text") if isinstance(document, dict) else None
    letters = "".join(filter(str.isalnum, text)) if isinstance(text, str) else ""
    all_of_them = [letters[start : start + RUN] for start in range(len(letters) - RUN + 1)]
    ranks = [crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in all_of_them]
    chosen, least = set(), -1
    for last, rank in enumerate(ranks):
        first = max(0, last - WINDOW + 1)
        if least < first:
            least = min(range(first, last + 1), key=ranks.__getitem__)
        elif rank <= ranks[least]:
            least = last
        if last + 1 >= min(WINDOW, len(ranks)):
            chosen.add(all_of_them[least])
    return chosen


def candidates(documents: DataFrame) -> DataFrame:
    """Returns the pairs (a, b) of documents that share a shingle, as numbers."""
    rows = documents.select("number", "line").rdd.flatMap(lambda row: ((row[0], shingle) for shingle in shingles(row[1])))
    held = documents.sparkSession.createDataFrame(rows, "number long, shingle string", verifySchema=False)
    held = held.select("number", f.xxhash64("shingle").alias("shingle"))
    common = held.groupBy("shingle").count().where(f.col("count").between(2, MOST_DOCUMENTS))
    sets = held.join(common, "shingle", "left_semi").groupBy("shingle").agg(f.collect_list("number").alias("numbers"))
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
