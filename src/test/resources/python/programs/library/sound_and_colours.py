# Sample arithmetic in bytes: waves written and read, colours converted.
import colorsys
import io
import math
import struct
import wave

out = io.BytesIO()
with wave.open(out, "wb") as w:
    w.setnchannels(1)
    w.setsampwidth(2)
    w.setframerate(8000)
    w.writeframes(b"".join(struct.pack("<h", round(8000 * math.sin(i / 5))) for i in range(800)))
print(len(out.getvalue()), out.getvalue()[:4])
out.seek(0)
with wave.open(out) as w:
    print(w.getparams(), struct.unpack("<5h", w.readframes(5)), w.tell())
print([round(c, 6) for c in colorsys.rgb_to_hsv(0.2, 0.4, 0.4)], colorsys.hsv_to_rgb(0.5, 1, 1), [round(c, 6) for c in colorsys.rgb_to_hls(0.1, 0.9, 0.3)])
try:
    wave.open(io.BytesIO(b"RIFFxxxxWRONG"))
except (wave.Error, EOFError) as e:
    print(type(e).__name__, e)
