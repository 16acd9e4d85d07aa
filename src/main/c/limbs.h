/*
 * Natural numbers as arrays of 32-bit limbs, lowest first, and ints seen as those. Only for the
 * files of numbers.
 */
#ifndef SANDGLASS_LIMBS_H
#define SANDGLASS_LIMBS_H

#include "runtime.h"

/* An int of either form: sign is -1, 0 or 1. It points into itself for a small one, so it is not
 * to be copied. */
typedef struct num { i32 sign; u32 size; const u32 *limb; u32 own[2]; } num;

/* limbs.c: the results may be one of the operands unless said otherwise */
void num_load(num *n, val v);          /* an int or bool */
big *big_new(u32 limbs);               /* positive and 0; MemoryError and null */
val big_value(big *b);                 /* without high zeros, small if it fits */
val big_signed(big *b, i32 sign);
u32 *limbs_new(u32 limbs);             /* zeroed scratch; MemoryError and null */
u32 limbs_trim(const u32 *a, u32 n);   /* n without the high zeros */
u32 limbs_bits(const u32 *a, u32 n);
i32 limbs_compare(const u32 *a, u32 na, const u32 *b, u32 nb); /* both trimmed */
u32 limbs_add(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb); /* na >= nb; the carry */
u32 limbs_sub(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb); /* a >= b; the borrow */
u32 limbs_scale(u32 *r, const u32 *a, u32 n, u32 by, u32 carry);   /* a * by + carry */
u32 limbs_split(u32 *r, const u32 *a, u32 n, u32 by);              /* a / by; the rest */
u32 limbs_up(u32 *r, const u32 *a, u32 n, u32 bits);   /* bits < 32; what falls out above */
void limbs_down(u32 *r, const u32 *a, u32 n, u32 bits); /* bits < 32 */
/* r has the limbs of both, and is neither of them */
bool limbs_mul(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb);
/* q (na - nb + 1 limbs) and r (nb limbs) may each be null; nb > 0 and trimmed */
bool limbs_divide(u32 *q, u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb);

/* big.c and its fellows: int arithmetic; operands are int_like */
val int_add(val a, val b);
val int_sub(val a, val b);
val int_mul(val a, val b);
bool int_divmod(val a, val b, val *quotient, val *rest); /* floors; b is not 0 */
val int_negate(val a);
val int_shift_left(val a, u32 bits);
val int_shift_right(val a, u32 bits);  /* floors */
val int_shift(u32 op, val a, val b);   /* 'l' or 'r', with all checks */
val int_bits(u32 op, val a, val b);    /* '&' '|' '^' */
val int_power(val a, val b);           /* b is not negative */
val int_power_mod(val a, val b, val modulus);
val int_gcd(val a, val b);
i32 int_sign(val a);
u32 int_bit_length(val a);
double int_to_double(val v, bool *ok);
val int_true_divide(val a, val b);
val int_from_double(double d);         /* truncates; finite */
val float_to_int(double d);            /* as int(d), with its errors */
i32 int_compare_double(val a, double d); /* d is not a NaN */
/* the top 64 bits of it, a bit of the rest or'ed in, times 2^*exponent; 0 is 0 */
u64 limbs_top(const u32 *a, u32 n, i32 *exponent);
double double_assemble(u64 mantissa, i32 exponent); /* rounds half to even; may give inf */
/* digits in a base to 36, '-' before; null and ValueError beyond the limit */
raw *int_digits(val v, u32 base, u32 *length);

/* float_digits.c, float_repr.c: decimal digits */
typedef struct decimal {
  u32 count;   /* digits, without zeros at either end; 0 for 0 */
  i32 point;   /* the value is 0.DIGITS * 10^point */
  char digits[1104];
} decimal;
void decimal_shortest(decimal *d, double positive);
/* rounded half to even to that many digits, or to that many places after the point */
void decimal_digits(decimal *d, double positive, i32 digits);
void decimal_places(decimal *d, double positive, i32 places);
/* CPython's PyOS_double_to_string: format one of e f g E F G r; alternate: '#';
 * add_point: ".0" where it would look like an int; no_negative_zero: the flag z */
raw *float_text(double v, u32 format, i32 precision, bool alternate, bool add_point,
                bool no_negative_zero, u32 *length);
/* number_text.c: the text without spaces around, in ASCII, 0 where a character has no place */
raw *number_text(val text, u32 *length);
u32 number_digit(u32 c);               /* the decimal digit that it is in any script; 99 if none */
/* ASCII, exactly a number and nothing else; false if it is none */
bool float_read(const char *text, u32 length, double *result);

/* float.c */
val float_binary(u32 op, double a, double b);
bool float_divmod(double a, double b, double *quotient, double *rest);
double math_pow(double a, double b);   /* math_pow.c: the closest double, no errors */
bool number_real(val v, double *d);    /* TypeError "must be real number, not str" */

static inline u64 double_bits(double d) { union { double d; u64 u; } x = {d}; return x.u; }
static inline double bits_double(u64 u) { union { u64 u; double d; } x = {u}; return x.d; }
static inline bool double_is_nan(double d) { return d != d; }
static inline bool double_is_finite(double d) { return d - d == 0; }

#endif
