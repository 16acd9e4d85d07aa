words = {}
for i in range(12000):
    key = "k%d" % (i * 7919 % 1000)
    words.setdefault(key, []).append(str(i)[::-1])
text = ",".join(k + "=" + "".join(v[:3]) for k, v in sorted(words.items()))
parts = [p.split("=")[1].upper() for p in text.split(",")]
print(len(text), parts[17], sum(len(v) for v in words.values()))
