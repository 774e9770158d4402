"""Makes the faces for letters beyond Russian and English from the npm package @fontsource-variable/golos-text 5.3.0.

    npm pack @fontsource-variable/golos-text@5.3.0 && tar xf fontsource-variable-golos-text-5.3.0.tgz
    pip install fonttools brotli
    python tests/fonts/extended.py package/files themes/default/static/fonts

golos-text-extended.woff2        letters of the Cyrillic alphabets of the republics and neighbours
golos-text-latin-extended.woff2  Latin letters with marks (Karelian, Vepsian), the sign of the rouble

The package cuts Cyrillic into two files whose glyphs have the same names, axes and masters; the few letters of the
first that Russian does not use (Altai, Khakas, Komi need them) are put beside those of the second.
"""
import sys
from copy import deepcopy
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Figures of advances by glyph number: glyphs are added, and the same figures stand in gvar.
BY_NUMBER = ["HVAR", "VVAR", "vhea", "vmtx"]


def opened(folder: Path, part: str) -> TTFont:
    return TTFont(folder / f"golos-text-{part}-wght-normal.woff2", recalcTimestamp=False)


def add(font: TTFont, other: TTFont, name: str) -> None:
    """Adds a glyph of another file with the glyphs it is made of."""
    if name in font["glyf"].glyphs:
        return
    glyph = deepcopy(other["glyf"][name])
    for part in glyph.getComponentNames(other["glyf"]):
        add(font, other, part)
    font["glyf"][name] = glyph
    font["hmtx"][name] = other["hmtx"][name]
    font["gvar"].variations[name] = deepcopy(other["gvar"].variations[name])


def written(font: TTFont, letters: set[int], path: Path) -> None:
    options = subset.Options()
    options.layout_features = ["*"]
    options.flavor = "woff2"
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=letters)
    cut.subset(font)
    font.flavor = "woff2"
    font.save(path)
    print(path.name, path.stat().st_size, "bytes:", ranges(sorted(font.getBestCmap())))


def ranges(letters: list[int]) -> str:
    """As unicode-range of CSS writes them."""
    runs: list[list[int]] = []
    for letter in letters:
        if runs and letter == runs[-1][1] + 1:
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return ", ".join(f"U+{a:04X}" if a == b else f"U+{a:04X}-{b:04X}" for a, b in runs)


def cyrillic(source: Path, target: Path) -> None:
    font, other = opened(source, "cyrillic-ext"), opened(source, "cyrillic")
    font.ensureDecompiled()
    russian = {0x401, 0x451, *range(0x410, 0x450)}
    for table in BY_NUMBER:
        if table in font:
            del font[table]
    letters = {c for c in font.getBestCmap() if 0x400 <= c < 0x530}
    for letter, name in other.getBestCmap().items():
        if 0x400 <= letter < 0x530 and letter not in russian:
            add(font, other, name)
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[letter] = name
            letters.add(letter)
    font.setGlyphOrder(font["glyf"].glyphOrder)
    written(font, letters, target / "golos-text-extended.woff2")


def latin(source: Path, target: Path) -> None:
    font = opened(source, "latin-ext")
    wanted = [*range(0x100, 0x180), *range(0x218, 0x21C), 0x2BC, *range(0x1E80, 0x1EF4), 0x20BD]
    letters = set(wanted) & set(font.getBestCmap())
    written(font, letters, target / "golos-text-latin-extended.woff2")


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    cyrillic(source, target)
    latin(source, target)
