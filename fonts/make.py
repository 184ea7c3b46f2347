#!/usr/bin/python3
"""Makes the fonts of this folder from those of Debian's packages.

    python3 fonts/make.py FOLDER...

The folders hold the unpacked packages; wherever in them the files lie, they are found by name:

    apt-get download fonts-noto-cjk fonts-lxgw-wenkai texlive-lang-chinese unicode-data
    for package in *.deb; do dpkg -x $package source; done

It needs python3-fonttools. The same sources give the same bytes. What a source lacks is listed on standard output. The tests' list
of 通用规范汉字表 is made as well.
"""

import bz2
import pathlib
import sys
import unicodedata

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

HERE = pathlib.Path(__file__).resolve().parent

# Outlines of CFF are cubic, those of glyf quadratic; this is how far, in thousandths of an em, the new ones may be off.
MAX_ERROR = 1.0

# When these versions were made; the GPL asks for the date of a modification.
MODIFIED = "2026-11"

NOTE = "Subset with quadratic outlines, made for nianbao by fonts/make.py, " + MODIFIED

# What is made: file, source, number in a collection, whether digits are the half-width forms, and names (by name id) that change.
FONTS = [
    ("NotoSerifCJKsc-Regular.ttf", "NotoSerifCJK-Regular.ttc", 2, True, {}),
    ("NotoSerifCJKsc-Bold.ttf", "NotoSerifCJK-Bold.ttc", 2, True, {}),
    ("NotoSansCJKsc-Regular.ttf", "NotoSansCJK-Regular.ttc", 2, False, {}),
    # LXGW and 霞鹜 are Reserved Font Names: a modified version must be called something else.
    ("NianbaoKai-Regular.ttf", "LXGWWenKai-Regular.ttf", -1, False,
     {1: ("Nianbao Kai", "年报楷体"), 3: "Nianbao Kai:Version 1.250", 4: ("Nianbao Kai", "年报楷体"), 6: "NianbaoKai-Regular"}),
    ("FandolFang-Regular.ttf", "FandolFang-Regular.otf", -1, False,
     {13: "GNU General Public License, version 3, with font exception; see FandolFang-COPYING.txt"}),
]

# What a source draws as another character; the program takes such a one from its next font. FandolFang has $ for ￥ and - for ￣.
WRONG = {"FandolFang-Regular.ttf": "￥￣"}

# Blanks and their widths: in thousandths of an em, or the character that they are as wide as.
BLANKS = {
    0x00A0: " ", 0x2000: 500, 0x2001: 1000, 0x2002: 500, 0x2003: 1000, 0x2004: 333, 0x2005: 250, 0x2006: 167, 0x2007: "0",
    0x2008: ".", 0x2009: 200, 0x200A: 100, 0x200B: 0, 0x200C: 0, 0x200D: 0, 0x202F: 200, 0x205F: 222, 0x2060: 0, 0x3000: 1000,
    0xFEFF: 0,
}

# Quotation marks by the side on which they have their ink: in Chinese text they are as wide as a character.
OPENING, CLOSING = "‘“", "’”"
MIDDLE_DOT, EM_DASH, HORIZONTAL_BAR = 0x00B7, 0x2014, 0x2015
BEARING = 80

# Radicals of the block CJK Radicals Supplement that are drawn like the character, each before it. Unicode itself says so of others.
RADICALS = "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"


def find(folders, name):
    """The file of a name in the folders."""
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob(name)):
            return path
    sys.exit(f"{name} is in none of the folders; see the top of {sys.argv[0]}")


def general_standard(path):
    """The 8105 characters of 通用规范汉字表 (国发〔2013〕23号) in their order, which Unihan has in its field kTGH."""
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        fields = [line.split("\t") for line in lines if "\tkTGH\t" in line and not line.startswith("#")]
    numbers = {int(number.removeprefix("2013:")): int(code[2:], 16) for code, _, number in fields}
    if sorted(numbers) != list(range(1, 8106)):
        sys.exit(f"{path} has {len(numbers)} characters of the 8105 of 通用规范汉字表")
    return [numbers[i] for i in sorted(numbers)]


def write_list(path, chars):
    path.parent.mkdir(exist_ok=True)
    lines = ("".join(map(chr, chars[i:i + 50])) for i in range(0, len(chars), 50))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def look_alikes():
    """Characters that are drawn like others: radicals, which text copied from a PDF is full of, compatibility characters, hyphens."""
    alike = {0x2010: ord("-"), 0x2011: ord("-")}
    alike.update((ord(RADICALS[i]), ord(RADICALS[i + 1])) for i in range(0, len(RADICALS), 2))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA)):
        normal = unicodedata.normalize("NFKC", chr(code))
        if normal != chr(code):
            alike[code] = ord(normal)
    return alike


def gb2312():
    """All of GB 2312, and the two of its symbols that Python has elsewhere in Unicode than people type them."""
    pairs = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(c) for c in map(lambda pair: pair.decode("gb2312", "ignore"), pairs) if c} | {MIDDLE_DOT, EM_DASH}


def symbols():
    """What official documents have beside that."""
    ranges = [(0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0xFF),  # ASCII, Latin-1
              (0x2460, 0x2473), (0x2474, 0x249B), (0x3220, 0x3229), (0x2160, 0x216B), (0x2170, 0x2179),  # numbering
              (0xFF01, 0xFF5E), (0xFFE0, 0xFFE5)]  # full-width ASCII
    return {c for first, last in ranges for c in range(first, last + 1)} | {ord(c) for c in
        "–—―‥…“”‘’‹›《》〈〉「」『』〔〕【】〖〗〇々、。·•‧﹒‰′″※℃℉№℡ΩμÅ−"
        "×±÷≥≤≧≦≠≈≡∑√∞∵∴∥∠⊙∶∷∽π○●◎■□△▲▽▼◇◆★☆→←↑↓↗↘⇒✓♂♀¥€£㎡㎥㎞㎝㎜㎏㎎㏄〓"}


def substitutes(font, feature):
    """What a GSUB feature puts in a glyph's place."""
    if "GSUB" not in font:
        return {}
    table, found = font["GSUB"].table, {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    found.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return found


def choose_forms(font, cmap, half_width_digits):
    """Puts the forms that Chinese text wants into the cmap; afterwards there is no GSUB to choose them."""
    full, half = substitutes(font, "fwid"), substitutes(font, "hwid")
    for code in (MIDDLE_DOT, EM_DASH):
        cmap[code] = full.get(cmap[code], cmap[code])
    if half_width_digits:
        for code in range(ord("0"), ord("9") + 1):
            cmap[code] = half[cmap[code]]


def take_subset(font, cmap):
    """Leaves of a font the glyphs of a cmap and the tables that embedding needs."""
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, glyph_names=False, legacy_kern=False,
        name_IDs=["*"], name_languages=["*"], name_legacy=True, recalc_timestamp=False, passthrough_tables=False)
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "gasp", "DSIG"]
    set_cmap(font, cmap)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=cmap.keys())
    subsetter.subset(font)


def set_cmap(font, cmap):
    font["cmap"].tables = []
    for fmt, encoding, last in ((4, 1, 0xFFFF), (12, 10, 0x10FFFF)):
        table = CmapSubtable.newSubtable(fmt)
        table.platformID, table.platEncID, table.language = 3, encoding, 0
        table.cmap = {code: glyph for code, glyph in cmap.items() if code <= last}
        font["cmap"].tables.append(table)


def to_glyf(font):
    """Replaces CFF by glyf: what TrueType writers, and the readers of OFD, understand best."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    glyf = newTable("glyf")
    glyf.glyphs, glyf.glyphOrder = {}, order
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyf.glyphs[name] = glyph = pen.glyph()
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = font["hmtx"][name][0], left(glyph)
    del font["CFF "]
    font["glyf"], font["loca"] = glyf, newTable("loca")
    font.sfntVersion = "\0\1\0\0"
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours",
                  "maxComponentElements", "maxComponentDepth"):
        setattr(maxp, field, 0)
    font["post"].formatType = 3.0
    font["maxp"].numGlyphs = len(order)


def left(glyph):
    """A glyph's left side bearing, by which readers place its outline."""
    return glyph.xMin if glyph.numberOfContours else 0


def box_of(font, name):
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.bounds


def shift(font, name, to):
    """Makes a glyph an em wide, with its ink from a place on."""
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(None)
    glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, to - box_of(font, name)[0], 0)))
    put(font, name, pen.glyph(), font["head"].unitsPerEm)


def put(font, name, glyph, advance):
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = advance, left(glyph)


def full_width(font, cmap):
    """Gives the punctuation that Chinese and Latin text share the width that it has in Chinese text."""
    em = font["head"].unitsPerEm
    for chars, place in ((OPENING, lambda width: em - BEARING - width), (CLOSING, lambda width: BEARING),
                         (chr(MIDDLE_DOT), lambda width: (em - width) // 2)):
        for name in (cmap[ord(c)] for c in chars):
            if font["hmtx"][name][0] != em:
                box = box_of(font, name)
                shift(font, name, place(round(box[2] - box[0])))
    # a dash is two of these (破折号): without a gap between them
    _, bottom, _, top = (round(v) for v in box_of(font, cmap[EM_DASH]))
    pen = TTGlyphPen(None)
    for i, point in enumerate(((0, bottom), (0, top), (em, top), (em, bottom))):
        (pen.lineTo if i else pen.moveTo)(point)
    pen.closePath()
    put(font, cmap[EM_DASH], pen.glyph(), em)


def add_blanks(font, cmap):
    """Adds the blanks, one glyph for each width."""
    by_width = {}
    for code, width in sorted(BLANKS.items()):
        if isinstance(width, str):
            width = font["hmtx"][cmap[ord(width)]][0]
        if width not in by_width:
            name = f"blank{width}"
            font.setGlyphOrder(font.getGlyphOrder() + [name])
            font["glyf"].glyphOrder = font.getGlyphOrder()
            put(font, name, TTGlyphPen(None).glyph(), width)
            by_width[width] = name
        cmap[code] = by_width[width]
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def set_names(font, changes):
    """Renames where a licence asks for it and says in the description that this is a modified version."""
    table = font["name"]
    for record in list(table.names):
        change = changes.get(record.nameID)
        if isinstance(change, tuple):
            change = change[record.langID in (0x21, 0x804)]
        if change is not None:
            table.setName(change, record.nameID, record.platformID, record.platEncID, record.langID)
    for name_id, text in changes.items():
        if table.getName(name_id, 3, 1, 0x409) is None:
            table.setName(text, name_id, 3, 1, 0x409)
    # Macintosh strings in Chinese say nothing that the others do not, and some readers stumble over their encoding
    table.names = [r for r in table.names if r.platformID == 3]
    described = table.getDebugName(10)
    table.setName(f"{described.rstrip('.')}. {NOTE}" if described else NOTE, 10, 3, 1, 0x409)


def report_missing(name, font, wanted, standard):
    have = set(font.getBestCmap())
    lacking = wanted - have
    print(f"{name}: {len(have)} characters, {len(standard & have)} of the {len(standard)} of 通用规范汉字表")
    for title, chars in (("通用规范汉字表", lacking & standard), ("others", lacking - standard)):
        if chars:
            print(f"  lacks {len(chars)} ({title}): {''.join(map(chr, sorted(chars)))}")


def main(folders):
    if not folders:
        sys.exit(__doc__)
    standard = general_standard(find(folders, "Unihan_OtherMappings.txt.bz2"))
    write_list(HERE / "testdata" / "general-standard.txt", standard)
    wanted = set(standard) | gb2312() | symbols()
    alike = look_alikes()
    for name, source, number, half_width_digits, names in FONTS:
        font = TTFont(find(folders, source), fontNumber=number, recalcTimestamp=False)
        have = font.getBestCmap()
        for c in WRONG.get(name, ""):
            del have[ord(c)]
        cmap = {code: have[code] for code in sorted(wanted - set(BLANKS)) if code in have}
        choose_forms(font, cmap, half_width_digits)
        cmap.update({code: have.get(code, cmap[other]) for code, other in sorted(alike.items()) if other in cmap})
        cmap[HORIZONTAL_BAR] = cmap[EM_DASH]
        take_subset(font, cmap)
        if "CFF " in font:
            to_glyf(font)
        full_width(font, cmap)
        add_blanks(font, cmap)
        set_cmap(font, cmap)
        set_names(font, names)
        font["OS/2"].fsType = 0
        font.save(HERE / name)
        report_missing(name, font, wanted, set(standard))


main(sys.argv[1:])
