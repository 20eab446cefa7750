#!/usr/bin/env python3
"""How fast nutgraf is beside its peers, as a table.

usage: bench.py [--runs N] [--volumes N] PROGRAM ARTICLE [VOLUME...]

Programs that are compared run in turn, A B C A B C, so that the drift of the machine hits all of them; what is printed is
the median and its ratio. The time to the first paint ends with the last byte before the screen falls quiet. Without a VOLUME one
is made, of the size of a volume of diplomatic papers. Peers that are not installed are left out.
"""
import argparse
import html
import math
import os
import pty
import fcntl
import random
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import tempfile
import termios
import time

ROWS, COLS = 40, 120
KEYS = 200  # of each kind
QUIET_S = 0.05


class Screen:
    """A program in a pseudo-terminal, by the bytes that it writes."""

    def __init__(self, argv, home):
        env = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLS, 0, 0))
            os.execvpe(argv[0], argv, env)
        self.seen = b""

    def settle(self, since, limit_s, marker=None):
        """Reads until nothing comes for a while (and the marker has come). The time of the last byte, or None."""
        last, end = None, time.perf_counter() + limit_s
        while time.perf_counter() < end:
            done = last is not None and (marker is None or marker in self.seen)
            ready, _, _ = select.select([self.fd], [], [], QUIET_S if done else max(end - time.perf_counter(), 0))
            if not ready:
                return last if done else None
            try:
                chunk = os.read(self.fd, 1 << 16)
            except OSError:
                return None
            if not chunk:
                return None
            last = time.perf_counter() - since
            self.seen += chunk
        return last

    def paint(self, marker):
        return self.settle(self.began, 60, marker.encode())

    def key(self, keys):
        self.seen = b""
        since = time.perf_counter()
        os.write(self.fd, keys)
        return self.settle(since, 0.5)

    def answer(self, keys):
        """When the first byte comes after a key; then waits until it is quiet."""
        self.seen = b""
        since = time.perf_counter()
        os.write(self.fd, keys)
        ready, _, _ = select.select([self.fd], [], [], 0.5)
        taken = time.perf_counter() - since if ready else None
        self.settle(since, 2)
        return taken

    def resize(self, rows, cols):
        self.seen = b""
        since = time.perf_counter()
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
        return self.settle(since, 0.5)

    def peak_mib(self):
        with open(f"/proc/{self.pid}/status", encoding="ascii", errors="replace") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def run_ms(argv, forked=False):
    """The time of a program without a screen, and its peak memory. Forked, it starts as a Screen does, which has to copy this process: what is compared
    is to start alike."""
    began = time.perf_counter()
    process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               preexec_fn=(lambda: None) if forked else None)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return (time.perf_counter() - began) * 1e3, usage.ru_maxrss / 1024


def paint_ms(argv, marker, home):
    screen = Screen(argv, home)
    painted = screen.paint(marker)
    screen.end()
    return painted * 1e3 if painted is not None else float("nan")


def in_turn(runs, measures):
    """{name: function} to {name: median}; a first round warms the caches and is not counted."""
    taken = {name: [] for name in measures}
    for round_ in range(runs + 1):
        for name, measure in measures.items():
            value = measure()
            if round_:
                taken[name].append(value)
    return {name: statistics.median(values) for name, values in taken.items()}


def row(what, own, peer, against, must="", aim=""):
    print(f"{what:48} {own:>9.1f} {peer:>9.1f} {own / peer:>7.2f}  {against:22} {must:12} {aim}", flush=True)


def plain(what, value, unit, must, aim=""):
    print(f"{what:48} {value:>9.1f} {'':>9} {'':>7}  {unit:22} {must:12} {aim}", flush=True)


# ---- what is read ----

def make_volume(path, documents=440):
    """A volume of diplomatic papers: 2.5 MB, 300 people in a list, 20 mentions a document."""
    chance = random.Random(1955)
    words = "the of and to in that for on with was is by it as his at had been from this which not be have were".split()
    people = [f"p{i}" for i in range(300)]
    with open(path, "w", encoding="utf-8") as out:
        out.write('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Papers</title></titleStmt>'
                  "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
                  "<standOff><listPerson>\n")
        for person in people:
            out.write(f'<person xml:id="{person}"><persName>Envoy {person}</persName></person>\n')
        out.write("</listPerson></standOff><text><body>\n")
        for document in range(documents):
            out.write(f'<div xml:id="d{document}"><head>Telegram {document}</head>\n')
            for _ in range(10):
                text = [chance.choice(words) for _ in range(120)]
                for _ in range(2):
                    person = chance.choice(people)
                    text[chance.randrange(120)] = f'<persName corresp="#{person}">Envoy {person}</persName>.'
                out.write(f"<p>Papers {' '.join(text)}.</p>\n")
            out.write("</div>\n")
        out.write("</body></text></TEI>\n")


def make_graph(path, edges):
    """So many sentences, each of which names another two of the people: as many edges."""
    people = int(edges**0.5) * 2
    pairs = ((a, (a + step) % people) for step in range(1, people // 2) for a in range(people))
    with open(path, "w", encoding="utf-8") as out:
        out.write('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>\n')
        for _, (a, b) in zip(range(edges), pairs):
            out.write(f'<p><persName ref="#p{a}">Envoy {a}</persName> met <persName ref="#p{b}">Envoy {b}</persName>.</p>\n')
        out.write("</body></text></TEI>\n")


def make_corpus(path, volume, copies):
    """Many volumes in one file."""
    with open(volume, encoding="utf-8") as source:
        text = re.sub(r"<\?xml.*?\?>|<\?xml-.*?\?>|<!DOCTYPE[^>]*>", "", source.read(), flags=re.S)
    with open(path, "w", encoding="utf-8") as out:
        out.write('<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n')
        for _ in range(copies):
            out.write(text)
        out.write("</teiCorpus>\n")


def shown(program, path, folder):
    """The article as text, and as the plainest HTML."""
    text = os.path.join(folder, "text.txt")
    with open(text, "wb") as out:
        subprocess.run([program, "show", "--width=100", path], stdout=out, stderr=subprocess.DEVNULL, check=False)
    page = os.path.join(folder, "page.html")
    with open(text, encoding="utf-8") as source, open(page, "w", encoding="utf-8") as out:
        out.write('<html><head><meta charset="utf-8"></head><body>')
        for paragraph in source.read().split("\n\n"):
            out.write(f"<p>{html.escape(paragraph)}</p>\n")
        out.write("</body></html>\n")
    return text, page


def first_word(text):
    """A word of the first rows that every program paints in one piece."""
    with open(text, encoding="utf-8") as source:
        return max(re.findall(r"[A-Za-z]{3,}", source.read(400).split("\n")[0]), key=len)


# ---- what is measured ----

def bench_article(program, article, folder, runs):
    text, _ = shown(program, article, folder)
    marker = first_word(text)
    measures = {"nutgraf": lambda: paint_ms([program, article], marker, folder)}
    for peer in ("less", "w3m", "lynx"):
        if shutil.which(peer):
            measures[peer] = lambda peer=peer: paint_ms([peer, text], marker, folder)
    medians = in_turn(runs, measures)
    for peer in list(medians)[1:]:
        row("first paint, the bundled article, ms", medians["nutgraf"], medians[peer], peer, *(("2", "1.3") if peer == "less" else ("",)))


def bench_volume(program, volume, folder, runs):
    name, size = os.path.basename(volume), os.path.getsize(volume) / 2**20
    _, page = shown(program, volume, folder)
    marker = first_word(os.path.join(folder, "text.txt"))
    sax = ["xmllint", "--sax", "--noout", volume]
    measures = {"paint": lambda: paint_ms([program, volume], marker, folder),
                "xmllint": lambda: run_ms(sax)[0],
                "forked": lambda: run_ms(sax, forked=True)[0],
                "export": lambda: run_ms([program, "export", "--to", "json", volume])[0]}
    if shutil.which("w3m"):
        measures["w3m"] = lambda: paint_ms(["w3m", page], marker, folder)
    medians = in_turn(runs, measures)
    row(f"first paint, {name}, ms", medians["paint"], medians["forked"], "xmllint --sax, forked", "3", "2")
    row(f"first paint, {name}, ms", medians["paint"], medians["xmllint"], "xmllint --sax, spawned")
    if "w3m" in medians:
        row(f"first paint, {name}, ms", medians["paint"], medians["w3m"], "w3m, HTML", "0.2")
    row(f"export --to json, {name}, ms", medians["export"], medians["xmllint"], "xmllint --sax", "6", "4")
    bench_keys(program, volume, marker, folder, size)


# Keys that ask nutgraf and less for much the same, and those of them that are not timed: a lone Esc is known for one only after a pause, and ^U ends what
# is typed into less.
KINDS = {"n": (b"n", b"n", b""),
         "G, g": (b"Gg", b"Gg", b""),
         "Tab": (b"\t", b"j", b""),
         "search as typed": (b"/the president\x1b", b"/the president\x15\x15", b"\x1b\x15")}


def time_keys(screen, keys, i, untimed):
    key = keys[i % len(keys):][:1]
    took = screen.key(key)
    return [took * 1e3] if took is not None and key not in untimed else []


def time_resize(screen, i):
    took = screen.resize(ROWS - i % 2 * 10, COLS - i % 3 * 20)
    return [took * 1e3] if took is not None else []


def bench_keys(program, volume, marker, folder, size):
    """Each key is pressed in nutgraf and then in less, for a machine that has other things to do is late with both."""
    screen = Screen([program, volume], folder)
    peer = Screen(["less", os.path.join(folder, "text.txt")], folder)
    if screen.paint(marker) is None or peer.paint(marker) is None:
        print(f"{program} {volume}: no paint")
        return
    peer.key(b"/" + marker.encode() + b"\r")
    for kind, (own, others, untimed) in KINDS.items():
        taken, beside = [], []
        for i in range(KEYS):
            taken += time_keys(screen, own, i, untimed)
            beside += time_keys(peer, others, i, untimed)
        report_beside(f"key {kind}", taken, beside)
        screen.key(b"\x1b")
        peer.key(b"\x15\x15")
    taken, beside = [], []
    for i in range(KEYS):
        taken += time_resize(screen, i)
        beside += time_resize(peer, i)
    report_beside("resize", taken, beside)
    plain(f"peak memory, {os.path.basename(volume)}, MiB", screen.peak_mib(), f"file of {size:.1f} MiB", f"{24 + 2 * size:.0f}")
    screen.end()
    peer.end()


def percentile(sorted_values, share):
    """By nearest rank: the least that so many in a hundred do not exceed."""
    return sorted_values[math.ceil(len(sorted_values) * share / 100) - 1]


def report_beside(what, taken, beside):
    taken, beside = sorted(taken), sorted(beside)
    row(f"{what}, median of {len(taken)}, ms", percentile(taken, 50), percentile(beside, 50), "less")
    row(f"{what}, 99th percentile, ms", percentile(taken, 99), percentile(beside, 99), f"less; worst {taken[-1]:.1f} {beside[-1]:.1f}", "8 ms", "3 ms")


def report_key(what, taken, must):
    if taken:
        taken.sort()
        plain(what, percentile(taken, 99), f"of {len(taken)}, the worst {taken[-1]:.1f}", must)


def bench_corpus(program, volume, folder, copies):
    corpus = os.path.join(folder, "corpus.xml")
    make_corpus(corpus, volume, copies)
    size = os.path.getsize(corpus) / 2**20
    marker = first_word(os.path.join(folder, "text.txt"))
    medians = in_turn(1, {"paint": lambda: paint_ms([program, corpus], marker, folder),
                          "xmllint": lambda: run_ms(["xmllint", "--sax", "--noout", "--huge", corpus])[0],
                          "export": lambda: run_ms([program, "export", corpus])[0]})
    row(f"first paint, {copies} volumes, {size:.0f} MiB, ms", medians["paint"], medians["xmllint"], "xmllint --sax", "3", "2")
    row(f"export --to json, {copies} volumes, ms", medians["export"], medians["xmllint"], "xmllint --sax", "6", "4")
    screen = Screen([program, corpus], folder)
    screen.paint(marker)
    plain(f"peak memory, {copies} volumes, MiB", screen.peak_mib(), f"file of {size:.1f} MiB", f"{24 + 2 * size:.0f}")
    screen.end()


def bench_graphs(program, folder, runs):
    """Graphs, built and printed, beside the reading of their articles alone; and with all measures."""
    path = os.path.join(folder, "graph.xml")
    for edges in (50, 500, 5000, 50000):
        make_graph(path, edges)
        medians = in_turn(runs, {"graph": lambda: run_ms([program, "graph", "--to", "csv", path])[0],
                                 "stats": lambda: run_ms([program, "graph", "--stats", path])[0],
                                 "people": lambda: run_ms([program, "people", path])[0]})
        row(f"graph of {edges} edges, ms", medians["graph"], medians["people"], "people, without a graph", "")
        row(f"graph --stats of {edges} edges, ms", medians["stats"], medians["people"], "people, without a graph", "")


def bench_pictures(program, article, folder, runs):
    """The picture of the whole graph: layout and drawing, beside Graphviz's layout of the same graph as a program of its own."""
    timer = os.path.join(os.path.dirname(program), "time_whole")
    if not os.path.exists(timer):
        return
    paths = [("the article", article)]
    for edges in (50, 500, 5000, 50000):
        paths.append((f"{edges} edges", os.path.join(folder, f"graph{edges}.xml")))
        make_graph(paths[-1][1], edges)
    for what, path in paths:
        times = [tuple(map(float, subprocess.check_output([timer, path]).split())) for _ in range(runs)]
        dot_ms = None
        if shutil.which("dot") and what == "the article":
            dot = os.path.join(folder, "graph.dot")
            with open(dot, "wb") as out:
                subprocess.run([program, "graph", "--to", "dot", path], stdout=out, check=True)
            dot_ms = statistics.median(run_ms(["dot", "-Tplain", dot])[0] for _ in range(runs))
        layout_ms = statistics.median(t[0] for t in times)
        if dot_ms:
            row(f"layout of {what}, ms", layout_ms, dot_ms, "dot -Tplain", "100")
        else:
            plain(f"layout of {what}, ms", layout_ms, "", "100")
        plain(f"drawing of {what}, ms", statistics.median(t[1] for t in times), "", "16")


def bench_graph_keys(program, article, folder):
    """How long a key takes in the views of the whole graph, those that ask for another layout among them."""
    paths = [("the article", article)] + [(f"{n} edges", os.path.join(folder, f"graph{n}.xml")) for n in (50, 500, 5000, 50000)]
    for what, path in paths:
        screen = Screen([program, path], folder)
        if screen.paint("Relations") is None:
            continue
        for key in b"4z":
            screen.key(bytes([key]))
        taken = []
        for view in ("whole", "tree", "matrix"):
            taken.append(screen.answer(b"v"))
            if view == "whole":
                screen.settle(time.perf_counter(), 10, b"relations")
            for key in [b"j", b"l", b"k", b"h", b"\t"] * 10 + ([b"-", b"-", b"+", b"+"] if view == "whole" else []):
                taken.append(screen.answer(key))
        report_key(f"key in the graph of {what}, 99th percentile", [t * 1e3 for t in taken if t is not None], "16")
        screen.end()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--volumes", type=int, default=25, help="volumes in the one large file; 0: leave it out")
    parser.add_argument("program")
    parser.add_argument("article")
    parser.add_argument("volume", nargs="*")
    asked = parser.parse_args()
    program = os.path.abspath(asked.program)
    with tempfile.TemporaryDirectory() as folder:
        volumes = asked.volume
        if not volumes:
            volumes = [os.path.join(folder, "made.xml")]
            make_volume(volumes[0])
        print(f"{'what':48} {'nutgraf':>9} {'peer':>9} {'ratio':>7}  {'against':22} {'must':12} aim")
        bench_article(program, asked.article, folder, asked.runs)
        bench_graphs(program, folder, asked.runs)
        bench_pictures(program, asked.article, folder, asked.runs)
        bench_graph_keys(program, asked.article, folder)
        for volume in volumes:
            bench_volume(program, volume, folder, asked.runs)
        if asked.volumes:
            bench_corpus(program, volumes[-1], folder, asked.volumes)


main()
