x = 1  # ;) (; comment
y = "(; ;) ;;"  # (;
if x:  # ;;
    print(y, ";)")  # (; (; (;
# ;)
def f(a):  # ;) ;;
    # (;
    return a + 1  # ;)
print(f(1), "\"", '\\', "\x00\x01", "é;)")  # \ " é 変
for i in range(2):  # ;)
    pass  # (;
while x: # (; ;)
    x = 0 # "
try: # ;)
    {}["(;"] # ;)
except KeyError as e: # (;
    print(e) # ;)
print('''(;
;)
''') # ;)
print("tab	tab", "vt\x0bff\x0c")
1 // 0  # ;) (; \ " é
