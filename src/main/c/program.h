/* What the written code tells of itself. */
#ifndef SANDGLASS_PROGRAM_H
#define SANDGLASS_PROGRAM_H

#include "runtime.h"

#define GIVEN(name) __attribute__((import_module("env"), import_name(#name)))
extern val program_name(void) GIVEN(program_name);                 /* the file's name, a str */
extern val program_function(u32 function) GIVEN(program_function); /* its name, a str */
extern val program_line(u32 line) GIVEN(program_line);             /* its text, stripped, a str */

#endif
