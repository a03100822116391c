"""The command duidu as a process inside a Spark task, which answers line by line."""

import re
import subprocess
import threading
from array import array
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as f

FAULT = re.compile(r"duidu: line (\d+): (.*)")
SCHEMA = "number long, answer string, fault string"


def answered(lines: DataFrame, command: str, arguments: list[str], answer: str) -> DataFrame:
    """Returns an answer or a fault for each line; `lines` has `number` and `line`, `answer` is the schema of an answer."""
    piped = lines.select("number", "line").rdd.mapPartitions(partial(through, command, arguments))
    rows = lines.sparkSession.createDataFrame(piped, SCHEMA, verifySchema=False)
    return rows.select("number", "fault", f.from_json("answer", answer).alias("answer"))


def through(command, arguments, rows):
    """Sends the lines of a partition through one process, and yields its answers, then the faults that it named.

    Memory does not grow with the partition, but for eight bytes a line.
    """
    process = subprocess.Popen([command, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    numbers, said, failures = array("q"), [], []

    def feed():
        try:
            with process.stdin:
                for number, line in rows:
                    numbers.append(number)
                    process.stdin.write(line.encode("utf-8", "surrogatepass") + b"\n")
        except BrokenPipeError:
            pass  # The exit code says why.
        except BaseException as failure:
            failures.append(failure)
            process.kill()

    threads = [threading.Thread(target=feed), threading.Thread(target=lambda: said.extend(process.stderr))]
    for thread in threads:
        thread.start()
    try:
        for answer in process.stdout:
            yield None, answer.decode().rstrip("\n"), None
        for thread in threads:
            thread.join()
        code = process.wait()
    finally:
        process.kill()
        process.wait()
    if failures:
        raise failures[0]
    said = [message.decode("utf-8", "replace").rstrip("\n") for message in said]
    # 1 means that lines were named and all others done. After any other code Spark tries the whole partition again.
    if code not in (0, 1):
        raise RuntimeError(f"{command} ended with {code}: {' '.join(said[-3:])}")
    for message in said:
        fault = FAULT.fullmatch(message)
        yield (numbers[int(fault[1]) - 1], None, fault[2]) if fault else (None, None, message)
