#!/usr/bin/env python3
"""What igraph makes of a graph: for tests of our own measures.

Reads the number of nodes, a line with the community that we give each of them, and a line `from to weight` for each pair of neighbours.
Prints a line `betweenness component` for each node; then the modularity of our communities, and that of igraph's own.
"""
import sys

import igraph

lines = sys.stdin.read().split("\n")
n = int(lines[0])
ours = [int(word) for word in lines[1].split()]
rows = [[int(word) for word in line.split()] for line in lines[2:] if line]
graph = igraph.Graph(n=n, edges=[(row[0], row[1]) for row in rows], directed=False)
weights = [row[2] for row in rows]
components = graph.connected_components().membership if hasattr(graph, "connected_components") else graph.clusters().membership
for value, component in zip(graph.betweenness(directed=False), components):
    print(f"{value:.9g} {component}")
print(graph.modularity(ours, weights=weights), graph.community_multilevel(weights=weights).modularity)
