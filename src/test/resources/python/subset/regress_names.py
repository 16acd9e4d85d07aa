local = 1
func = 2
block = 3
loop = 4
end = 5
i64 = 6
memory = 7
error = 8
py = 9
sp = 10
_start = 11
module = 12
param = 13
result = 14
line = 15
frame = 16
fail = 17
résumé = 18
ñ = 19
变量 = 20
Ω = 21
self = 22
drop = 23
__x = 24
_ = 25
type_ = 26
nop = 27
def call(local, get, i32, i64=3):
    global error
    error += local
    unreachable = get + i32 + i64
    return unreachable
def select(memory, grow=1):
    line = memory
    frame = line
    return line + frame + grow
def module_name():
    return __name__
def début(été, naïve=2):
    global ñ
    ñ += été
    œuvre = été * naïve
    return œuvre
def memcpy(a):
    return a
def _initialize():
    return "init"
def main():
    return "main"
def program_mark():
    return "pm"
def py_add(a, b):
    return a - b
print(local, func, block, loop, end, i64, memory, error, py, sp, _start, module, param, result, line, frame, fail)
print(résumé, ñ, 变量, Ω, self, drop, __x, _, type_, nop)
print(call(1, 2, 3), call(1, get=2, i32=3, i64=4), error, select(5), module_name(), début(3), ñ, memcpy(4), _initialize(), main(), program_mark(), py_add(5, 3))
ﬁ = 5
print(fi)
𝐱 = 6
print(x)
ª = 1
print(a)
def param2(result, local2, FAIL=1, RETURN=2):
    try:
        return result // local2
    except ZeroDivisionError as error:
        return str(error)
print(param2(1, 0))
list2 = [1]
print([local for local in range(2)], local, [é for é in "ab"])
