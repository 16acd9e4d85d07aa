# folder: data
# Reads files of a folder: text, bytes, seeks, listing.
import os
import sys

folder = sys.argv[1]
print(sorted(os.listdir(folder)), os.path.isdir(folder), os.path.exists(folder + "/none"))
with open(folder + "/lines.txt", encoding="utf-8") as f:
    print(f.readline(), f.tell(), f.read().splitlines())
with open(folder + "/lines.txt", "rb") as f:
    f.seek(-6, os.SEEK_END)
    print(f.read(), os.path.getsize(folder + "/lines.txt"), f.seekable())
for root, folders, files in os.walk(folder):
    folders.sort()
    print(os.path.relpath(root, folder), sorted(files))
try:
    open(folder + "/none")
except FileNotFoundError as e:
    print(e.errno == 2 or e.errno == 44, e.strerror)
try:
    open(folder)
except IsADirectoryError as e:
    print(e.strerror)
