def shout(text):
    return text.upper() + "!"
print(shout("hello"))
count = 3
while count:
    print(count)
    count -= 1
print(undefined_thing)
print("never")
