"""The groups of `duidu similarity --groups` against an exact comparison of its own, letter by letter.

    recall.py documents.jsonl groups.jsonl [DOCUMENTS]

Of all pairs among the first DOCUMENTS (20,000) of which one has more than 30 % of its letters in runs of ten or more that
occur in the other, says how many are in one group.
"""

import itertools
import json
import sys
from collections import defaultdict

RUN = 10
SHARE = 0.3


def main():
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
    ids, letters = [], []
    with open(sys.argv[1], encoding="utf-8") as lines:
        for place, line in enumerate(itertools.islice(lines, number), 1):
            document = json.loads(line)
            ids.append(document.get("id", str(place)))
            letters.append("".join(filter(str.isalnum, document["text"])))
    group = {}
    with open(sys.argv[2], encoding="utf-8") as lines:
        for place, line in enumerate(lines):
            group.update((each, place) for each in json.loads(line)["ids"])
    pairs = [(a, b) for a, b in candidates(letters) if max(reuse(letters[a], letters[b]), reuse(letters[b], letters[a])) > SHARE]
    found = [(a, b) for a, b in pairs if group.get(ids[a], a) == group.get(ids[b], -1)]
    print(f"{len(pairs)} pairs above {SHARE:.0%}, {len(found)} of them in one group: recall {len(found) / len(pairs):.4f}")


def runs(text):
    return (text[start : start + RUN] for start in range(len(text) - RUN + 1))


def candidates(letters):
    """Returns all pairs of texts that have a run in common."""
    # Most runs are in one text only.
    first, several = {}, defaultdict(set)
    for place, text in enumerate(letters):
        for run in runs(text):
            other = first.setdefault(hash(run), place)
            if other != place:
                several[hash(run)].update((other, place))
    found = set()
    for places in several.values():
        found.update(itertools.combinations(sorted(places), 2))
    return sorted(found)


def reuse(own, other):
    """Returns the share of the letters of a text that are in runs which occur in another."""
    there = set(runs(other))
    covered, end = 0, 0
    for start, run in enumerate(runs(own)):
        if run in there:
            covered += start + RUN - max(start, end)
            end = start + RUN
    return covered / len(own) if own else 0


if __name__ == "__main__":
    main()
