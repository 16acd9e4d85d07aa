grüße = "grüße"
größe = 5
def länge(text):
    return "日本" + len(text)
print(grüße, größe)
for i in range(2):
    print("é" * i)
print(länge(grüße + "😀"))
