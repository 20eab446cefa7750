#!/usr/bin/env python3
"""How good the annotator is, how fast, and how compromise (npm) does on the same files: as a table.

usage: bench_annotate.py [--runs N] PROGRAM LEXICON CORPORA

CORPORA holds ner/conll03-testa, ner/gum-news, ner/wikigold and ner/conll04-dev, each with raw/*.txt and gold.jsonl. What is not at hand, or not made yet, says
so in its row. Names are right where start, end and kind are; relations where kinds are the same and both ends overlap.
"""
import argparse
import collections
import glob
import json
import os
import pty
import re
import select
import shutil
import signal
import statistics
import subprocess
import tempfile

TYPES = ("PER", "LOC", "ORG")
HERE = os.path.dirname(os.path.abspath(__file__))
STORY_BYTES = 5 * 1024
LARGE_BYTES = 24 * 10**6


def row(what, value, must="", aim="", note=""):
    shown = value if isinstance(value, str) else f"{value:.1f}"
    print(f"{what:58} {shown:>10}  {must:8} {aim:8} {note}", flush=True)


# ---- names ----

def lines_of(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def names_in(rows):
    return {(o["doc"], o["start"], o["end"], o["type"]) for o in rows if "start" in o and o.get("type") in TYPES}


def f1(found, gold):
    right = len(found & gold)
    return 200 * right / (len(found) + len(gold)) if found or gold else 0.0


def spans(program, texts):
    run = subprocess.run([program, "annotate", "--to", "spans", *texts], stdout=subprocess.PIPE, check=False)
    return lines_of(run.stdout.decode())


class Corpus:
    def __init__(self, program, corpora, name):
        self.folder = os.path.join(corpora, "ner", name)
        self.texts = sorted(glob.glob(os.path.join(self.folder, "raw", "*.txt")))
        self.rows, self.gold = [], set()
        if self.texts:
            self.rows = spans(program, self.texts)
            with open(os.path.join(self.folder, "gold.jsonl"), encoding="utf-8") as gold:
                self.gold = names_in(lines_of(gold.read()))
        self.found = names_in(self.rows)

    def size(self):
        return sum(os.path.getsize(text) for text in self.texts)


def bench_names(corpora):
    wanted = {"conll03-testa": ("CoNLL-2003 testa, strict F1", "77", "80"), "gum-news": ("GUM news, strict F1", "72", "76"),
              "wikigold": ("WikiGold, strict F1", "64", "68")}
    for name, (what, must, aim) in wanted.items():
        corpus = corpora[name]
        row(what, f1(corpus.found, corpus.gold) if corpus.texts else "absent", must, aim)
    testa = corpora["conll03-testa"]
    for kind, must, aim in (("PER", "85", "88"), ("LOC", "85", "88"), ("ORG", "55", "62")):
        own = [{name for name in names if name[3] == kind} for names in (testa.found, testa.gold)]
        row(f"CoNLL-2003 testa, {kind}", f1(*own) if testa.texts else "absent", must, aim)


# ---- people ----

def b_cubed(mentions):
    """Of [(found, gold)]."""
    found, gold, both = (collections.Counter(key) for key in zip(*((f, g, (f, g)) for f, g in mentions)))
    precision = sum(n * n / found[f] for (f, _), n in both.items()) / len(mentions)
    recall = sum(n * n / gold[g] for (_, g), n in both.items()) / len(mentions)
    return 200 * precision * recall / (precision + recall)


def bench_people(corpus, program):
    """On given mentions a test measures it; on those that are found, what was not found is somebody else."""
    test = os.path.join(os.path.dirname(program), "test_identity")
    given = None
    if os.path.exists(test):
        env = dict(os.environ, NG_TEST_ERRORS="1")
        run = subprocess.run([test, "--filter", "identity/people_are_told_apart*"], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        given = re.search(r"F1 ([\d.]+)", run.stdout.decode(errors="replace"))
    row("people, B-cubed F1 on given mentions, GUM news", float(given[1]) if given else "not made", "96", "98", "" if given else "make test_identity")
    path = os.path.join(corpus.folder, "person_coref.jsonl")
    if not os.path.exists(path):
        return
    own = {(o["doc"], o["start"], o["end"]): o["entity"] for o in corpus.rows if o.get("type") == "PER" and "start" in o}
    with open(path, encoding="utf-8") as gold:
        people = lines_of(gold.read())
    mentions = []
    for i, o in enumerate(people):
        entity = own.get((o["doc"], o["start"], o["end"]), i)
        mentions.append(((o["doc"], entity), (o["doc"], o["entity"])))
    row("... on the mentions that are found", b_cubed(mentions))


# ---- relations ----

def type_of(relation, object_type):
    """What a kind is called in CoNLL04; None of what is not asked there."""
    if relation in ("kill", "shoot"):
        return "Kill"
    if relation in ("located", "based"):
        return "Located_In" if relation == "located" else "OrgBased_In"
    if relation in ("work", "lead", "found", "own", "represent", "live", "born"):
        return "Live_In" if object_type == "LOC" else "Work_For"
    return None


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def bench_relations(corpus):
    must = {"precision": ("70", "78"), "recall": ("33", "42")}
    told = [o for o in corpus.rows if "relation" in o]
    path = os.path.join(corpus.folder, "relations.jsonl")
    if not told or not os.path.exists(path):
        for what, limits in must.items():
            row(f"CoNLL04 dev, relations, {what}", "none told" if corpus.texts else "absent", *limits)
        return
    kinds = {(o["doc"], o["start"], o["end"]): o["type"] for o in corpus.rows if "start" in o}
    with open(path, encoding="utf-8") as lines:
        gold = lines_of(lines.read())
    by_doc = collections.defaultdict(list)
    for i, o in enumerate(gold):
        by_doc[o["doc"]].append((i, o))
    asked, right, met = 0, 0, set()
    for o in told:
        kind = type_of(o["relation"], kinds.get((o["doc"], *o["object"])))
        if not kind:
            continue
        asked += 1
        hits = [i for i, g in by_doc[o["doc"]] if g["type"] == kind and overlap(g["head"], o["subject"]) and overlap(g["tail"], o["object"])]
        right += bool(hits)
        met.update(hits)
    row("CoNLL04 dev, relations, precision", 100 * right / max(asked, 1), *must["precision"], f"{asked} told")
    row("CoNLL04 dev, relations, recall", 100 * len(met) / max(len(gold), 1), *must["recall"], f"of {len(gold)}")


# ---- speed and memory ----

def timed(program, lexicon, path, runs):
    timer = os.path.join(os.path.dirname(program), "time_annotate")
    times = [tuple(map(float, subprocess.check_output([timer, lexicon, path]).split())) for _ in range(runs)]
    looks, sums = [t[0] for t in times], [sum(t) for t in times]
    return min(looks), statistics.median(looks), min(sums), statistics.median(sums)


def one_text(corpora, path, least):
    """Texts one after the other, over and over, each with lines of its own."""
    texts = [open(text, encoding="utf-8").read() for name in ("gum-news", "wikigold") for text in corpora[name].texts]
    size = 0
    with open(path, "w", encoding="utf-8") as out:
        while size < least and texts:
            for text in texts:
                size += out.write(text + "\n\n")
                if size >= least:
                    break
    return size


def reader_mib(program, path, home):
    """The most memory that the reader had, of its own, until its screen fell quiet."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(program, [program, path], dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", HOME=home, XDG_STATE_HOME=home))
    while select.select([terminal], [], [], 1.0)[0]:
        os.read(terminal, 1 << 16)
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    return peak / 1024


def bench_speed(program, lexicon, corpora, folder, runs):
    large, story = os.path.join(folder, "large.txt"), os.path.join(folder, "story.txt")
    one_text(corpora, large, LARGE_BYTES)
    size = os.path.getsize(large)
    if not size:
        row("text to article, MB/s", "absent", "20", "30")
        return 0
    _, _, all_ms, median_ms = timed(program, lexicon, large, min(runs, 5))
    speed = size / all_ms / 1e3
    row("text to article, one core, MB/s", speed, "20", "30",
        f"the fastest of {min(runs, 5)} runs, median {size / median_ms / 1e3:.1f}; {size / 1e6:.0f} MB of GUM news and WikiGold, over and over")
    with open(large, encoding="utf-8") as source, open(story, "w", encoding="utf-8") as out:
        out.write(source.read(STORY_BYTES))
    least, median, _, _ = timed(program, lexicon, story, 3 * runs)
    row("5 KB: what names add before the first paint, ms", f"{median:.2f}", "1", "", f"least {least:.2f}; a process that has only begun its heap as the reader does")
    row("resident memory of the reader, MiB", reader_mib(program, story, folder), "32", "", "the same 5 KB")
    return speed


def bench_compromise(corpora, speed):
    node = shutil.which("node")
    script = os.path.join(HERE, "compromise_spans.js")
    for name in ("conll03-testa", "gum-news"):
        corpus = corpora[name]
        run = subprocess.run([node, script, *corpus.texts], capture_output=True, check=False) if node and corpus.texts else None
        if not run or run.returncode:
            row(f"beside compromise, {name}", "absent", "+20", "", "npm install compromise, and say where by NODE_PATH")
            continue
        theirs = f1(names_in(lines_of(run.stdout.decode())), corpus.gold)
        their_speed = corpus.size() / float(run.stderr.split()[-1]) / 1e3
        row(f"F1 points above compromise, {name}", f1(corpus.found, corpus.gold) - theirs, "20", "", f"its F1 is {theirs:.1f}")
        row(f"times as fast as compromise, {name}", speed / their_speed, "100", "", f"it reads {their_speed:.2f} MB/s")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("program")
    parser.add_argument("lexicon")
    parser.add_argument("corpora")
    asked = parser.parse_args()
    program = os.path.abspath(asked.program)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder  # nobody's corrections
        names = ("conll03-testa", "gum-news", "wikigold", "conll04-dev")
        corpora = {name: Corpus(program, asked.corpora, name) for name in names}
        print(f"{'what':58} {'reached':>10}  {'must':8} aim", flush=True)
        bench_names(corpora)
        bench_people(corpora["gum-news"], program)
        bench_relations(corpora["conll04-dev"])
        speed = bench_speed(program, asked.lexicon, corpora, folder, asked.runs)
        bench_compromise(corpora, speed)


main()
