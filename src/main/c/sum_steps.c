/* sum of what a generator gives, one by one, as py_sum adds: see builtins.c. */
#include "runtime.h"

val py_add(val a, val b);

/* The sum so far is a list: the result while it is no float; then the sum, a float of its own that is
 * changed in place; then what the additions have lost. */
enum { RESULT, SUM, LOST, SIZE };
enum stage { INTS, FLOATS, REST }; /* in the list's flags */

static double *number(list *state, u32 at) {
  return &AS(flt, state->items->at[at])->value;
}

static void set_result(list *state, val result) {
  if (result == ERROR) return;
  if (is(result, T_FLOAT) && state->head.flags == INTS) {
    state->head.flags = FLOATS;
    *number(state, SUM) = float_value(result);
    return;
  }
  state->items->at[RESULT] = result;
  if (!int_is(result)) state->head.flags = REST;
}

val py_sum_start(val start) {
  if (py_failed()) return ERROR;
  if (is(start, T_STR)) {
    return py_raise(E_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  val state = list_new(SIZE);
  if (state == ERROR) return ERROR;
  list *l = AS(list, state);
  if (!list_append(l, start) || !list_append(l, float_new(0)) || !list_append(l, float_new(0))) return ERROR;
  if (py_failed()) return ERROR;
  set_result(l, start);
  return state;
}

/* The float's sum with what was lost on the way. */
static val float_result(list *state) {
  double lost = *number(state, LOST);
  double sum = *number(state, SUM);
  return float_new(lost != 0 && lost - lost == 0 ? sum + lost : sum);
}

void py_sum_add(val state, val item) {
  if (py_failed()) return;
  list *l = AS(list, state);
  if (l->head.flags != FLOATS) {
    set_result(l, py_add(l->items->at[RESULT], item));
    return;
  }
  i64 n;
  if (is(item, T_FLOAT)) {
    double x = float_value(item), *sum = number(l, SUM), t = *sum + x;
    double larger = __builtin_fabs(*sum) >= __builtin_fabs(x) ? *sum : x;
    double other = __builtin_fabs(*sum) >= __builtin_fabs(x) ? x : *sum;
    *number(l, LOST) += (larger - t) + other;
    *sum = t;
  } else if (int_like(item) && int_index(item, &n, "") && number_compare(item, int_from_i64(n)) == 0) {
    *number(l, SUM) += (double)n;
  } else {
    val sum = float_result(l);
    l->head.flags = REST;
    if (sum != ERROR) set_result(l, py_add(sum, item));
  }
}

val py_sum_end(val state) {
  if (py_failed()) return ERROR;
  list *l = AS(list, state);
  return l->head.flags == FLOATS ? float_result(l) : l->items->at[RESULT];
}
