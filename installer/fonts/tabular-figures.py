#!/usr/bin/env python3
"""Makes “Inter Tabular” from Inter: digits and signs of equal width for tables and scores.

JavaFX cannot switch on the OpenType feature `tnum`, so the feature's glyphs become the default ones here, and the font
is cut down to the scripts that numbers and dates are written in. Inter is under the SIL OFL without a reserved name.
Needs fontTools. Usage: tabular-figures.py Inter_400Regular.ttf InterTabular_400Regular.ttf
"""
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

source, target = sys.argv[1:]
font = TTFont(source)
gsub = font["GSUB"].table
lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
swap = {}
for index in lookups:
    for table in gsub.LookupList.Lookup[index].SubTable:
        swap.update(getattr(table, "ExtSubTable", table).mapping)
for table in font["cmap"].tables:
    table.cmap = {code: swap.get(glyph, glyph) for code, glyph in table.cmap.items()}
for record in font["name"].names:
    text = record.toUnicode()
    if record.nameID in (1, 3, 4, 16):
        record.string = text.replace("Inter", "Inter Tabular")
    elif record.nameID == 6:
        record.string = text.replace("Inter", "InterTabular")

options = Options()
options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
options.name_IDs = ["*"]
subsetter = Subsetter(options)
subsetter.populate(unicodes=list(range(0x20, 0x180)) + list(range(0x370, 0x400)) + list(range(0x400, 0x500))
                   + list(range(0x2010, 0x2030)) + [0x2212, 0x2192, 0x25B2, 0x25BC, 0x25A0, 0x20AC, 0xFFFD])
subsetter.subset(font)
font.save(target)
