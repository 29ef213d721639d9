"""Writes normalization.txt, the character data that the Unicode normal forms need: python3 normalization.py > normalization.txt

.NET does not normalise where globalisation is invariant, as it is in H2Ask. The characters left out were assigned after the
tables of the tokenizers library that models are trained with, which therefore leaves them as they are.
"""
import unicodedata

LATER = {0x32FF, *range(0xA7F2, 0xA7F5), 0xAB69, *range(0x10781, 0x107BB), 0x1F16C, *range(0x1FBF0, 0x1FBFA), 0x11938}

for code in range(0x110000):
    character = chr(code)
    mapping = unicodedata.decomposition(character).split()
    rank = unicodedata.combining(character)
    if mapping and code not in LATER:
        kind = "~" if mapping[0].startswith("<") else "=" if unicodedata.normalize("NFC", character) == character else "!"
        print(f"{code:04X}", kind, *(part for part in mapping if not part.startswith("<")))
    if rank:
        print(f"{code:04X} # {rank}")
