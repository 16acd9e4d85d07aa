/* What the collector needs of the value stack. */
#ifndef SANDGLASS_STACK_H
#define SANDGLASS_STACK_H
void stack_mark(void);
#endif
