# folder: data
# Reads a table, writes a report, reads it back.
import csv
import pathlib
import statistics
import sys

folder = pathlib.Path(sys.argv[1])
with open(folder / "table.csv", newline="", encoding="utf-8") as f:
    rows = list(csv.DictReader(f))
by_kind = {}
for row in rows:
    by_kind.setdefault(row["kind"], []).append(float(row["grams"]))
with open(folder / "report.txt", "w", encoding="utf-8") as f:
    for kind, grams in sorted(by_kind.items()):
        print(f"{kind:<8}{len(grams):>3}{statistics.mean(grams):8.2f}{max(grams):8.2f}", file=f)
print((folder / "report.txt").read_text(encoding="utf-8"), end="")
