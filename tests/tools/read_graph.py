#!/usr/bin/env python3
"""Reads a graph that another program wrote, and says as JSON what stands in it.

usage: read_graph.py graphml|gexf|csv|json-ld|mermaid|dot|svg <FILE

Prints {"nodes": [name...], "edges": [[from, to, label, weight]...]}: nodes in their order, edges by the numbers of their ends; null for what the
format does not tell. GraphML is read by igraph, GEXF by networkx, JSON-LD by rdflib, Mermaid by mermaid, DOT by Graphviz; CSV and what is seen of
SVG by Python's own readers.
"""
import csv
import html
import io
import json
import os
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
    """By networkx, for which a mutual edge is two of one id, and parallel ones are told apart by it."""
    import networkx

    graph = networkx.read_gexf(io.BytesIO(data))
    names = [graph.nodes[f"n{i}"]["label"] for i in range(len(graph))]
    edges = {}
    for source, target, found in graph.edges(data=True):
        ends = [int(source[1:]), int(target[1:])]
        if found["id"] in edges:
            ends.sort()
        edges[found["id"]] = [*ends, found["label"], int(found["weight"])]
    return names, list(edges.values())


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
    """By rdflib, as the statements that it makes."""
    import rdflib

    graph = rdflib.Graph().parse(data=data, format="json-ld")
    named = rdflib.URIRef("https://schema.org/name")
    statements = set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    names = {int(thing[1:]): str(name) for thing, name in graph.subject_objects(named) if thing not in statements}
    edges = [[int(graph.value(thing, rdflib.RDF.subject)[1:]), int(graph.value(thing, rdflib.RDF.object)[1:]),
              str(graph.value(thing, named)), int(graph.value(thing, rdflib.URIRef("urn:nutgraf:weight")))] for thing in statements]
    return [names[i] for i in range(len(names))], edges


def mermaid(data):
    """By mermaid itself, which read_mermaid.js asks what it understood."""
    script = os.path.join(os.path.dirname(__file__), "read_mermaid.js")
    read = subprocess.run(["node", script], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert read.returncode == 0, read.stderr.decode()
    found = json.loads(read.stdout)
    names = {int(node["id"][1:]): html.unescape(node["text"]) for node in found["nodes"]}
    return [names[i] for i in range(len(names))], [
        [int(edge["start"][1:]), int(edge["end"][1:]), html.unescape(edge["text"]) or None, None] for edge in found["edges"]]


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
