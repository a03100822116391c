"""The command duidu as a process inside a Spark task, which answers line by line."""

import re
import subprocess
import tempfile
import threading
from array import array
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as f

FAULT = re.compile(r"duidu: line (\d+): (.*)")
# The characters that Unicode calls white space: Python's strip() takes some others, too.
WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
SCHEMA = "number long, answer string, fault string"


def answered(lines: DataFrame, command: str, arguments: list[str], answer: str) -> DataFrame:
    """Returns an answer or a fault for each line; `lines` has `number` and `line`, `answer` is the schema of an answer."""
    piped = lines.select("number", "line").rdd.mapPartitions(partial(through, command, arguments))
    rows = lines.sparkSession.createDataFrame(piped, SCHEMA, verifySchema=False)
    return rows.select("number", "fault", f.from_json("answer", answer).alias("answer"))


def through(command, arguments, rows):
    """Sends the lines of a partition through one process; yields an answer or a fault for each, with the number of the line.

    The process answers in order and says nothing of a line with a fault but its number, so that the answers wait on the disk
    until all faults are known. Memory grows by eight bytes a line.
    """
    with tempfile.TemporaryFile() as answers:
        process = subprocess.Popen([command, *arguments], stdin=subprocess.PIPE, stdout=answers, stderr=subprocess.PIPE)
        numbers, said = array("q"), []
        listening = threading.Thread(target=lambda: said.extend(process.stderr))
        listening.start()
        try:
            with process.stdin:
                for number, line in rows:
                    # The command says nothing of such a line.
                    if line.strip(WHITE_SPACE):
                        numbers.append(number)
                        process.stdin.write(line.encode("utf-8", "surrogatepass") + b"\n")
        except BrokenPipeError:
            pass  # The exit code says why.
        except BaseException:
            process.kill()
            raise
        finally:
            code = process.wait()
            listening.join()
        said = [message.decode("utf-8", "replace").rstrip("\n") for message in said]
        # 1 means that lines were named and all others done. After any other code Spark tries the whole partition again.
        if code not in (0, 1):
            raise RuntimeError(f"{command} ended with {code}: {' '.join(said[-3:])}")
        found = [FAULT.fullmatch(message) for message in said]
        yield from ((None, None, message) for message, fault in zip(said, found) if not fault)
        faults = {int(fault[1]): fault[2] for fault in found if fault}
        answers.seek(0)
        for place, number in enumerate(numbers, 1):
            if place in faults:
                yield number, None, faults[place]
            else:
                yield number, answers.readline().decode().rstrip("\n"), None
        if answers.read(1):
            raise RuntimeError(f"{command} gave more answers than there were lines")
