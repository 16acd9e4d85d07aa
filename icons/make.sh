#!/bin/sh
# Draws the icons from their sources; needs rsvg-convert (librsvg2-bin) and convert (imagemagick).
set -eu
cd "$(dirname "$0")"

rsvg-convert --width 16 --height 16 sandglass-small.svg --output sandglass-16.png
for size in 24 32 48 64 128 256 512; do
  rsvg-convert --width $size --height $size sandglass.svg --output sandglass-$size.png
done
convert sandglass-16.png sandglass-24.png sandglass-32.png sandglass-48.png sandglass-256.png \
  sandglass.ico
