"""The example for Spark over 200,000 generated documents in local-cluster mode: the answers are those of one process.

    check.py COMMAND FOLDER [DOCUMENTS]
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from argparse import Namespace
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "examples/spark"))
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"

import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as f  # noqa: E402

import documents  # noqa: E402
import events  # noqa: E402
import generate  # noqa: E402
import job  # noqa: E402

SEED = 20
# A task has less than all documents, so that there is something to divide.
PARTITION = 2 << 20
BAD = [
    "{ no JSON",
    '{"id": "wrong", "text": 5}',
    '{"id": "d3", "text": "一個已經有的號碼。"}',
    "",
    '{"id": "day", "date": "today", "text": "日"}',
    '{"id": "wrong", "text": "壞行的號碼可以再用。"}',
]


def main():
    command, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 200_000
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # What one process says is found out while Spark starts.
    with ThreadPoolExecutor() as beside:
        alone = beside.submit(lambda: step("generated, and answered by one process", lambda: prepared(command, folder, number)))
        spark = step("Spark started", lambda: opened(folder))
        words, groups, said = alone.result()
    step("Spark: the stories of the page", lambda: check_page(spark, folder, command))
    counts = Namespace(input=f"{folder}/corpus", output=f"{folder}/counts", command=str(killing(command, folder)), format="json")
    faults = step("Spark: count, an executor killed", lambda: job.count(spark, counts, []))
    step("compared", lambda: check_counts(spark, folder, words, said, faults))
    step("written as Parquet", lambda: as_parquet(spark, folder))
    pairs = Namespace(input=f"{folder}/corpus.parquet", output=f"{folder}/events", command=str(command), format="parquet")
    faults = step("Spark: events, from Parquet to Parquet", lambda: job.find_events(spark, pairs, []))
    step("compared", lambda: check_events(spark, folder, groups, faults))
    spark.stop()
    shutil.rmtree(folder)


def step(name, work):
    """Does some work, and says how long it took."""
    start = time.monotonic()
    result = work()
    print(f"{time.monotonic() - start:6.1f} s  {name}", flush=True)
    return result


def prepared(command, folder, number):
    """Writes the documents; returns the words and the groups that one process finds, and what it says of lines."""
    generated(folder, number)
    # The words of one document do not know that others are in another script.
    words, said = alone(command, folder, ["count", "words", "--fold=false"])
    groups, _ = alone(command, folder, ["similarity", "--groups"])
    return words, groups, said


def generated(folder, number):
    """Writes the documents: most of them into one file that cannot be split, with bad lines and one giant document."""
    (folder / "corpus").mkdir()
    with (
        gzip.open(folder / "corpus/part-1.jsonl.gz", "wt", compresslevel=1, encoding="utf-8") as packed,
        open(folder / "corpus/part-2.jsonl", "w", encoding="utf-8") as plain,
        open(folder / "all.jsonl", "w", encoding="utf-8") as everything,
    ):
        giant = []
        for index, document in enumerate(generate.documents(number, SEED)):
            file = packed if index < number * 3 // 4 else plain
            lines = [generate.written(document)]
            if index < 3000:
                giant.append(document["text"])
            if index % (number // len(BAD)) == number // 10:
                lines.append(BAD[index * len(BAD) // number] + "\n")
            if index == 3000:
                lines.append(generate.written({"id": "giant", "text": "".join(text[::-1] for text in giant)}))
            for line in lines:
                file.write(line)
                everything.write(line)


def alone(command, folder, arguments):
    """Returns what the command answers in one process, and what it says of lines."""
    output = subprocess.run([command, *arguments, "--input", folder / "all.jsonl"], capture_output=True, text=True, encoding="utf-8")
    assert output.returncode == 1, output.stderr
    return [json.loads(line) for line in output.stdout.splitlines()], output.stderr.splitlines()


def opened(folder):
    """Opens Spark with two executors, each a process of its own with one core."""
    shutil.rmtree(Path(pyspark.__file__).parent / "work", ignore_errors=True)
    # Compiled quickly rather than well: the test is over before the second compiler pays.
    java = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    settings = {
        "spark.driver.extraJavaOptions": java,
        "spark.executor.extraJavaOptions": java,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.warehouse.dir": f"{folder}/warehouse",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.adaptive.coalescePartitions.initialPartitionNum": "12",
        "spark.sql.adaptive.advisoryPartitionSizeInBytes": str(PARTITION),
        "spark.sql.files.maxPartitionBytes": str(PARTITION),
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("duidu test")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = job.session(builder)
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def killing(command, folder):
    """Writes a program that is the command, but that kills its executor when it is called for the fourth time."""
    script = folder / "killing"
    script.write_text(f"#!{sys.executable}\n" + (HERE / "killing.py").read_text())
    script.chmod(0o755)
    (folder / "duidu").symlink_to(command)
    (folder / "calls").mkdir()
    return script


def rows(folder):
    """Returns the rows of a folder of JSON Lines."""
    for file in sorted(Path(folder).glob("part-*.json")):
        with open(file, encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def check_page(spark, folder, command):
    """Compares the words of the stories of the page with those that the tests of the page expect of window.duidu."""
    with open(folder / "page.jsonl", "wb") as file:
        subprocess.run([command, "stories", "--bundled"], stdout=file, check=True)
    page = Namespace(input=f"{folder}/page.jsonl", output=f"{folder}/page", command=str(command), format="json")
    assert job.count(spark, page, []) == 0
    found = [[row["word"], row["frequency"], row["range"]] for row in rows(f"{folder}/page/words")]
    with open(ROOT / "tests/golden/word-counts.json", encoding="utf-8") as lines:
        golden = [json.loads(line)[1:] for line in lines]
    assert sorted(found) == sorted(golden), "the words of Spark are not those of the page"
    print(f"{len(found)} words of the page's own stories, as in the browser")


def check_counts(spark, folder, expected, said, faults):
    """Compares the word list and the faults with those of one process, and the sizes of partitions with the file's."""
    assert (folder / "killed").exists(), "no executor was killed"
    named = {int(found[1]): found[2] for found in (re.fullmatch(r"duidu: .*: line (\d+): (.*)", line) for line in said)}
    read = {row["number"]: row["fault"] for row in rows(f"{folder}/counts/faults")}
    # The command also names the file of an earlier document; here the lines are numbered over all files.
    named = {number: re.sub(r"\S+: line", "line", fault) for number, fault in named.items()}
    assert faults == len(read) == 4 and read == named, (read, named)
    found = list(rows(f"{folder}/counts/words"))
    found.sort(key=lambda row: (-row["frequency"], row["word"]))
    assert len(found) == len(expected), (len(found), len(expected))
    for own, other in zip(found, expected):
        for name in ["word", "frequency", "range"]:
            assert own[name] == other[name], (own, other)
        for name in ["per10k", "dp"]:
            assert abs(own[name] - other[name]) < 1e-6, (own, other)
    staged = spark.read.parquet(f"{folder}/counts/staged/lines").groupBy(f.input_file_name()).agg(f.sum(f.length("line")).alias("size"))
    sizes = sorted(row["size"] for row in staged.collect())
    assert sizes[-1] < sum(sizes) / 4, f"three quarters are one file, and a partition has {sizes[-1]} of {sum(sizes)}"
    print(f"{len(found)} words, {sum(row['frequency'] for row in found)} occurrences; partitions of {sizes[0]} to {sizes[-1]} characters")


def as_parquet(spark, folder):
    """Writes the documents that could be read as Parquet, with a column for each field."""
    lines = documents.numbered(spark.read.parquet(f"{folder}/counts/staged/lines"))
    faults = spark.read.schema("number long").json(f"{folder}/counts/faults")
    document = f.from_json("line", "id string, paper string, text string").alias("document")
    good = lines.join(f.broadcast(faults), "number", "left_anti").where("trim(line) != ''").select(document).select("document.*")
    good.write.parquet(f"{folder}/corpus.parquet")


def check_events(spark, folder, expected, faults):
    """Compares the events with those that one process finds by comparing all with all.

    Of two documents alone only those may be missed that share no run as long as fingerprints promise. One link that is missed
    divides an event of many.
    """
    assert faults == 0, faults
    # A document without an id has another number in Parquet than in the lines.
    named = lambda groups: {group for group in groups if not any(story.isdigit() for story in group)}  # noqa: E731
    found = named(tuple(row["ids"]) for row in spark.read.parquet(f"{folder}/events/events").collect())
    exact = named(tuple(sorted(group["ids"])) for group in expected)
    compared = spark.read.parquet(f"{folder}/events/comparisons").count()
    print(f"{compared} pairs compared; {len(exact)} events, {len(found & exact)} of them found, {len(found - exact)} others")
    assert len(found & exact) >= 0.98 * len(exact) and len(found - exact) <= 0.03 * len(exact)
    pairs = [pair for pair in exact - found if len(pair) == 2]
    texts = letters_of(folder, {story for pair in pairs for story in pair})
    longest = [shared(*(texts[story] for story in pair)) for pair in pairs]
    promised = events.RUN + events.WINDOW - 1
    print(f"{len(pairs)} pairs missed, with shared runs of {min(longest, default=0)} to {max(longest, default=0)} letters")
    assert all(length < promised for length in longest), max(longest)


def letters_of(folder, ids):
    """Returns the ideographs of some documents by id."""
    letters = {}
    with open(folder / "all.jsonl", encoding="utf-8") as lines:
        for line in lines:
            try:
                document = json.loads(line)
            except ValueError:
                continue
            if isinstance(document, dict) and isinstance(document.get("text"), str):
                story = document.get("id")
                if story in ids:
                    letters.setdefault(story, re.sub(r"[^一-鿿]", "", document["text"]))
    return letters


def shared(a, b):
    """Returns the length of the longest run that is in both."""
    longest = 0
    for start in range(len(a)):
        while start + longest < len(a) and a[start : start + longest + 1] in b:
            longest += 1
    return longest


if __name__ == "__main__":
    main()
