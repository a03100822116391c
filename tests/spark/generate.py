"""Generated documents: words of jieba's dictionary in random order, so that nothing of them is a real text.

    generate.py DOCUMENTS SEED [SENTENCES] > documents.jsonl

A document has one sentence or two, or at most SENTENCES; it is the same for the same seed.
"""

import itertools
import json
import random
import sys
from pathlib import Path

DICTIONARY = Path(__file__).resolve().parents[2] / "static/dictionary/jieba.txt"
WORDS = 20_000


def documents(number: int, seed: int, sentences: int = 2):
    """Yields documents, of which every tenth has a part of an earlier one."""
    chance = random.Random(seed)
    words = vocabulary()
    # As in a language, some are far more frequent; but not so much that five of them in a row occur twice by accident.
    weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(WORDS)))
    texts = []
    for index in range(number):
        text = "。".join("，".join(clauses(chance, words, weights)) for _ in range(chance.randint(1, sentences))) + "。"
        if texts and index % 10 == 9:
            earlier = texts[chance.randrange(len(texts))]
            length = max(30, len(earlier) * chance.randint(3, 9) // 10)
            start = chance.randint(0, max(0, len(earlier) - length))
            text = earlier[start : start + length] + "。" + text
        texts.append(text)
        document = {"id": f"d{index}", "paper": chance.choice("甲乙丙"), "text": text}
        if index % 1000 == 7:
            del document["id"]
        yield document


def vocabulary() -> list[str]:
    """Returns the most frequent words of the dictionary that are ideographs alone."""
    with open(DICTIONARY, encoding="utf-8") as lines:
        rows = [line.split(" ") for line in lines]
    rows = [(int(row[1]), row[0]) for row in rows if len(row) > 1 and all("一" <= c <= "鿿" for c in row[0])]
    rows.sort(key=lambda row: (-row[0], row[1]))
    return [word for _, word in rows[:WORDS]]


def clauses(chance, words, weights):
    for _ in range(chance.randint(2, 3)):
        yield "".join(chance.choices(words, cum_weights=weights, k=chance.randint(4, 9)))


def written(document) -> str:
    return json.dumps(document, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for each in documents(int(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:])):
        sys.stdout.buffer.write(written(each).encode())
