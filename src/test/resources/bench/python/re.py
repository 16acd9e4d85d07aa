import re
text = " ".join("user%d@host%d.example 2026-%02d-%02d" % (i, i % 7, i % 12 + 1, i % 28 + 1)
                for i in range(1500))
mails = re.findall(r"(\w+)@([\w.]+)", text)
dates = re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3.\2.\1", text)
print(len(mails), mails[99], dates[-10:], len(re.split(r"\s+", text)))
