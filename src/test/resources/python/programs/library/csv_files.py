# CSV: dialects, quoting, dictionaries, sniffing, errors.
import csv
import io

rows = [["name", "says", "n"], ["Ann", 'a "quoted" word', 1], ["Bo, the 2nd", "two\nlines", 2.5], ["", None, ""]]
for options in ({}, {"delimiter": ";", "quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC, "lineterminator": "\n"},
                {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False, "escapechar": "!"}):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    print(repr(out.getvalue()))
print(list(csv.reader(io.StringIO('a,"b ""c""",\r\n"x\ny", z ,""\n'))), list(csv.reader(["a|'b|c'"], delimiter="|", quotechar="'")))
reader = csv.DictReader(io.StringIO("k,v\na,1\nb\nc,3,extra\n"), restval="-", restkey="more")
print([*reader], reader.fieldnames, reader.line_num)
out = io.StringIO()
w = csv.DictWriter(out, ["x", "y"], extrasaction="ignore", lineterminator="\n")
w.writeheader()
w.writerow({"y": 2, "x": 1, "z": 3})
print(out.getvalue())
d = csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n")
print(d.delimiter, csv.Sniffer().has_header("name,n\nann,1\nbob,22\n"), sorted(csv.list_dialects()), csv.field_size_limit())
for wrong in (lambda: list(csv.reader(['"a"b'], strict=True)), lambda: csv.writer(out, delimiter="ab"),
              lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: w.writerow({"x": 1, "q": 2}) and csv.reader([], "no")):
    try:
        wrong()
    except (csv.Error, TypeError) as e:
        print(type(e).__name__, e)
