#!/usr/bin/env python3
"""Makes outline.bin, the coasts and borders of the map, from two files of the package world-atlas.

usage: outline.py FOLDER outline.bin

FOLDER holds countries-110m.json and countries-50m.json (TopoJSON). The coast is what belongs to one country's ring only, in closed
rings around the land; a border is what two countries share. See README.outline for the format.
"""
import json
import pathlib
import struct
import sys

MAGIC = b"NGOUTL1\n"
UNITS_PER_DEG = 160  # a point is a pair of int16: 1/160 of a degree, 700 m at most
FULL_TURN = 360 * UNITS_PER_DEG
SOUTH_POLE = -90 * UNITS_PER_DEG


def decoded_arcs(topology):
    """Every arc as a list of (lon, lat) in units."""
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x += dx
            y += dy
            points.append(tuple(round((v * s + o) * UNITS_PER_DEG) for v, s, o in ((x, scale[0], origin[0]), (y, scale[1], origin[1]))))
        arcs.append(points)
    return arcs


def rings_of(geometry):
    """The rings of a (multi)polygon or a collection of them, each as a list of numbers of arcs."""
    if geometry["type"] == "GeometryCollection":
        return [ring for part in geometry["geometries"] for ring in rings_of(part)]
    if geometry["type"] == "Polygon":
        return geometry["arcs"]
    if geometry["type"] == "MultiPolygon":
        return [ring for polygon in geometry["arcs"] for ring in polygon]
    return []


def number(arc):
    return arc if arc >= 0 else ~arc


def joined(arcs, ring):
    points = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += part[1:] if points else part
    return points


def unrolled(points):
    """Without the jumps from 180 E to 180 W: longitudes go on past them. A ring around the pole is closed by way of it."""
    shift, rolled = 0, points[:1]
    for before, point in zip(points, points[1:]):
        if abs(point[0] - before[0]) > FULL_TURN // 2:
            shift += FULL_TURN if point[0] < before[0] else -FULL_TURN
        rolled.append((point[0] + shift, point[1]))
    if points[0] == points[-1] and rolled[0] != rolled[-1]:
        rolled += [(rolled[-1][0], SOUTH_POLE), (rolled[0][0], SOUTH_POLE), rolled[0]]
    middle = (min(p[0] for p in rolled) + max(p[0] for p in rolled)) / 2
    turn = -round(middle / FULL_TURN) * FULL_TURN
    return [(lon + turn, lat) for lon, lat in rolled]


def without_doubles(points):
    kept = points[:1]
    for point in points[1:]:
        if point != kept[-1]:
            kept.append(point)
    return kept


def layers_of(path):
    """The rings of the land and the lines of the borders."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = decoded_arcs(topology)
    land = rings_of(topology["objects"]["land"])
    coast = {number(arc) for ring in land for arc in ring}
    shared = {}
    for ring in rings_of(topology["objects"]["countries"]):
        for arc in ring:
            shared[number(arc)] = shared.get(number(arc), 0) + 1
    rings = [without_doubles(unrolled(joined(arcs, ring))) for ring in land]
    borders = [without_doubles(unrolled(arcs[arc])) for arc in sorted(shared) if shared[arc] > 1 and arc not in coast]
    return [ring for ring in rings if len(ring) >= 4], [line for line in borders if len(line) >= 2]


def main(folder, target):
    layers = [layer for scale in ("110m", "50m") for layer in layers_of(pathlib.Path(folder) / f"countries-{scale}.json")]
    lines = [line for layer in layers for line in layer]
    table, points = b"", b""
    for line in lines:
        lons, lats = [p[0] for p in line], [p[1] for p in line]
        table += struct.pack("<IIhhhh", len(points) // 4, len(line), min(lons), min(lats), max(lons), max(lats))
        points += b"".join(struct.pack("<hh", *point) for point in line)
    head = MAGIC + struct.pack("<IIIII", *(len(layer) for layer in layers), len(points) // 4)
    pathlib.Path(target).write_bytes(head + b"\0" * (32 - len(head)) + table + points)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
