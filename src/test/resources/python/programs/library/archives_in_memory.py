# Zip and tar archives made and read in memory, with fixed dates.
import io
import tarfile
import zipfile

out = io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
    for name, text in [("a.txt", "alpha " * 50), ("dir/b.txt", "beta"), ("é.txt", "")]:
        info = zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6))
        info.compress_type = zipfile.ZIP_DEFLATED
        z.writestr(info, text)
    z.comment = b"made here"
with zipfile.ZipFile(out) as z:
    print(z.namelist(), z.testzip(), z.read("dir/b.txt"), z.comment, [(i.file_size, i.CRC, i.date_time) for i in z.infolist()])
    try:
        z.read("none")
    except KeyError as e:
        print(e)
data = bytearray(out.getvalue())
data[40] ^= 0xFF
try:
    zipfile.ZipFile(io.BytesIO(data)).read("a.txt")
except Exception as e:
    print(type(e).__name__)
out = io.BytesIO()
with tarfile.open(fileobj=out, mode="w:gz") as t:
    for name in ("x", "long/" * 30 + "y"):
        info = tarfile.TarInfo(name)
        info.size, info.mtime = 5, 1_000_000
        t.addfile(info, io.BytesIO(b"12345"))
out.seek(0)
with tarfile.open(fileobj=out) as t:
    print([(m.name[-12:], m.size, m.mtime, m.isfile()) for m in t.getmembers()], t.extractfile("x").read())
for opener, wrong in ((zipfile.ZipFile, zipfile.BadZipFile), (lambda f: tarfile.open(fileobj=f), tarfile.TarError)):
    try:
        opener(io.BytesIO(b"not an archive at all"))
    except wrong as e:
        print(type(e).__name__)
