# stdin: Ann\n42\n
# input with prompts, to the end of stdin.
name = input("name? ")
age = int(input())
print(name, age + 1)
input("more? ")
