"""Prints a recipe for another number of guests."""

import argparse

from kitchen import scaled

parser = argparse.ArgumentParser(prog="kitchen", description=__doc__)
parser.add_argument("lines", nargs="+", metavar="LINE", help='such as "250 g flour"')
parser.add_argument("--for", type=int, required=True, dest="guests", metavar="GUESTS")
parser.add_argument("--of", type=int, required=True, dest="usual", metavar="USUAL")
asked = parser.parse_args()
for line in asked.lines:
    print(scaled(line, asked.guests, asked.usual))
