#!/usr/bin/env python3
"""Reads a graph that another program wrote, and says as JSON what stands in it.

usage: read_graph.py graphml|gexf|csv|json-ld|mermaid|dot|svg <FILE

Prints {"nodes": [name...], "edges": [[from, to, label, weight]...]}: nodes in their order, edges by the numbers of their ends; null for what the
format does not tell. GraphML is read by igraph, DOT by Graphviz, the rest by Python's own readers.
"""
import csv
import html
import io
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as etree


def graphml(data):
    import igraph

    with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
        file.write(data)
        file.flush()
        graph = igraph.Graph.Read_GraphML(file.name)
    names = list(graph.vs["label"]) if graph.vcount() else []
    assert [vertex["id"] for vertex in graph.vs] == [f"n{i}" for i in range(len(names))]
    return names, [[edge.source, edge.target, edge["label"], int(edge["weight"])] for edge in graph.es]


def gexf(data):
    space = "{http://gexf.net/1.3}"
    graph = etree.fromstring(data).find(space + "graph")
    nodes = graph.findall(f"{space}nodes/{space}node")
    number = {node.get("id"): i for i, node in enumerate(nodes)}
    edges = graph.findall(f"{space}edges/{space}edge")
    assert len(number) == len(nodes) and len({edge.get("id") for edge in edges}) == len(edges)
    assert {edge.get("type") for edge in edges} <= {"directed", "mutual"}
    return [node.get("label") for node in nodes], [
        [number[edge.get("source")], number[edge.get("target")], edge.get("label"), int(edge.get("weight"))] for edge in edges]


def of_csv(data):
    assert b"\n" not in data.replace(b"\r\n", b"")
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
    names, edges = {}, []
    for row in rows:
        assert None not in row and None not in row.values()
        for end in ("source", "target"):
            if row[end]:
                assert names.setdefault(int(row[end][1:]), row[end + "_name"]) == row[end + "_name"]
        if row["target"]:
            edges.append([int(row["source"][1:]), int(row["target"][1:]), row["label"], int(row["weight"])])
    return [names[i] for i in range(len(names))], edges


def json_ld(data):
    document = json.loads(data)
    assert set(document) == {"@context", "@graph"} and "@vocab" in document["@context"]
    nodes = [thing for thing in document["@graph"] if thing["@type"] != "rdf:Statement"]
    number = {node["@id"]: i for i, node in enumerate(nodes)}
    edges = []
    for thing in document["@graph"]:
        if thing["@type"] == "rdf:Statement":
            edges.append([number[thing["rdf:subject"]["@id"]], number[thing["rdf:object"]["@id"]], thing["name"],
                          thing["nutgraf:weight"]])
    return [node["name"] for node in nodes], edges


def mermaid(data):
    """There is no reader of it but a browser: the lines must have its form, and no sign of it may stand in a text."""
    lines = data.decode().split("\n")
    assert lines[0] == "flowchart LR" and lines[-1] == ""
    text = r'"((?:[^"#&<>;`\\*_~|\[\]{}()]|#\d+;)*)"'
    names, edges = [], []
    for line in lines[1:-1]:
        node = re.fullmatch(r"  n(\d+)(?:\[|\(\[|\(|\{\{)" + text + r"(?:\]|\]\)|\)|\}\})", line)
        edge = re.fullmatch(r"  n(\d+) (?:-->|<-->)\|" + text + r"\| n(\d+)", line)
        weak = re.fullmatch(r"  n(\d+) -\.- n(\d+)", line)
        assert node or edge or weak, line
        plain = lambda found: html.unescape(re.sub(r"#(\d+);", r"&#\1;", found))
        if node:
            assert int(node[1]) == len(names)
            names.append(plain(node[2]))
        elif edge:
            edges.append([int(edge[1]), int(edge[3]), plain(edge[2]), None])
        else:
            edges.append([int(weak[1]), int(weak[2]), None, None])
    return names, edges


def dot(data):
    plain = subprocess.run(["dot", "-Tplain"], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
    assert not plain.stderr, plain.stderr
    text = re.sub(r"\\\n", "", plain.stdout.decode())
    names, edges = {}, []
    for line in text.split("\n"):
        words = re.findall(r'"(?:[^"\\]|\\.)*"|\S+', line)
        unquoted = [re.sub(r"\\(.)", r"\1", word[1:-1]) if word.startswith('"') else word for word in words]
        if words and words[0] == "node":
            names[int(words[1][1:])] = unquoted[6]
        elif words and words[0] == "edge":
            n = int(words[3])
            label = unquoted[4 + 2 * n] if len(words) > 6 + 2 * n else None
            edges.append([int(words[1][1:]), int(words[2][1:]), label, None])
    return [names[i] for i in range(len(names))], edges


def svg(data):
    """What is seen: the text in the nodes."""
    space = "{http://www.w3.org/2000/svg}"
    names, edges = {}, []
    for group in etree.fromstring(data).iter(space + "g"):
        title = group.findtext(space + "title")
        text = "".join(part.text or "" for part in group.findall(".//" + space + "text")).replace("\xa0", " ")
        if group.get("class") == "node":
            names[int(title[1:])] = text
        elif group.get("class") == "edge":
            ends = re.fullmatch(r"n(\d+)->n(\d+)", title)
            edges.append([int(ends[1]), int(ends[2]), text or None, None])
    return [names[i] for i in range(len(names))], edges


readers = {"graphml": graphml, "gexf": gexf, "csv": of_csv, "json-ld": json_ld, "mermaid": mermaid, "dot": dot, "svg": svg}
nodes, edges = readers[sys.argv[1]](sys.stdin.buffer.read())
json.dump({"nodes": nodes, "edges": sorted(edges, key=lambda edge: edge[:2] + [str(edge[2])])}, sys.stdout)
