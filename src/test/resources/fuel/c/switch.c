// A little machine: one dense switch in a loop, one sparse one beside it.
#include "print.h"

enum op { PUSH, ADD, SUB, MUL, DUP, SWAP, DROP, JUMP_IF, DEC, PRINT, HALT };

static const int program[] = {PUSH, 1,   PUSH, 20, SWAP, PUSH, 3,    MUL,     PUSH, 1,    ADD,
                              PUSH, 997, SUB,  SWAP, DEC, DUP, JUMP_IF, 4, DROP, PRINT, HALT};

static int sparse(int x) {
  switch (x) {
    case -100:
      return 1;
    case 0:
      return 2;
    case 7:
    case 8:
      return 3;
    case 1000:
      return 4;
    case 123456:
      return 5;
    default:
      return 6;
  }
}

int main(void) {
  int stack[16], top = 0, at = 0;
  for (;;) {
    switch (program[at++]) {
      case PUSH:
        stack[top++] = program[at++];
        break;
      case ADD:
        top--;
        stack[top - 1] += stack[top];
        break;
      case SUB:
        top--;
        stack[top - 1] -= stack[top];
        break;
      case MUL:
        top--;
        stack[top - 1] = (int)((unsigned)stack[top - 1] * (unsigned)stack[top]);
        break;
      case DUP:
        stack[top] = stack[top - 1];
        top++;
        break;
      case SWAP: {
        int x = stack[top - 1];
        stack[top - 1] = stack[top - 2];
        stack[top - 2] = x;
        break;
      }
      case DROP:
        top--;
        break;
      case JUMP_IF:
        at = stack[--top] ? program[at] : at + 1;
        break;
      case DEC:
        stack[top - 1]--;
        break;
      case PRINT:
        print_number(stack[--top]);
        break;
      case HALT: {
        static const int probes[] = {-100, 0, 7, 8, 9, 1000, 123456, -1};
        int sum = 0;
        for (unsigned i = 0; i < sizeof probes / sizeof *probes; i++) {
          sum = sum * 7 + sparse(probes[i]);
        }
        print_number(sum);
        return 0;
      }
    }
  }
}
