/* Iterators. Which container one goes over, and which way, is in its head.flags. */
#include "objects.h"

#define ALL_GONE UINT32_MAX

val iter_new(u32 type, u32 walk, val over) {
  iter *it = py_alloc(type, sizeof(iter));
  if (!it) return ERROR;
  it->head.flags = (u16)walk;
  it->over = over;
  it->a = NONE;
  it->b = NONE;
  return value_of(it);
}

bool is_iterator(val v) {
  if (!is_object(v)) return false;
  u32 type = object_of(v)->type;
  return type == T_ITER || type == T_ENUMERATE || type == T_ZIP || type == T_REVERSED || type == T_FILE;
}

bool is_iterable(val v) {
  if (!is_object(v)) return false;
  switch (object_of(v)->type) {
    case T_STR: case T_LIST: case T_TUPLE: case T_DICT: case T_RANGE: case T_KEYS: case T_VALUES:
    case T_ITEMS: return true;
    default: return is_iterator(v);
  }
}

/* The dict is watched: version is its length when the iterator was made, b what is left. */
static val over_dict(dict *d, u32 walk) {
  val made = iter_new(T_ITER, walk, value_of(d));
  if (made == ERROR) return ERROR;
  iter *it = AS(iter, made);
  it->version = d->length;
  it->b = from_small(d->length);
  if (walk >= WALK_BACK_KEYS) it->at = d->used;
  return made;
}

static val over_range(val r, val start, val stop, val step) {
  bool quick = is_int(start) && is_int(stop) && is_int(step);
  val made = iter_new(T_ITER, quick ? WALK_RANGE : WALK_LONGRANGE, r);
  if (made == ERROR) return ERROR;
  iter *it = AS(iter, made);
  it->a = quick ? start : from_small(0);
  it->b = quick ? stop : range_length(r);
  return it->b == ERROR ? ERROR : made;
}

val py_iter(val v) {
  if (py_failed()) return ERROR;
  switch (py_type(v)) {
    case T_LIST: return iter_new(T_ITER, WALK_LIST, v);
    case T_TUPLE: return iter_new(T_ITER, WALK_TUPLE, v);
    case T_STR: return iter_new(T_ITER, WALK_STR, v);
    case T_DICT: return over_dict(AS(dict, v), WALK_KEYS);
    case T_KEYS: return over_dict(view_dict(v), WALK_KEYS);
    case T_VALUES: return over_dict(view_dict(v), WALK_VALUES);
    case T_ITEMS: return over_dict(view_dict(v), WALK_ITEMS);
    case T_RANGE: {
      const range *r = AS(range, v);
      return over_range(v, r->start, r->stop, r->step);
    }
    default:
      return is_iterator(v) ? v : py_raise(E_TypeError, "'%t' object is not iterable", v);
  }
}

static val walk_from_end(u32 type, u32 walk, val v, u32 length) {
  val made = iter_new(type, walk, v);
  if (made != ERROR) AS(iter, made)->at = length;
  return made;
}

val py_reversed(val v) {
  if (py_failed()) return ERROR;
  switch (py_type(v)) {
    case T_LIST: return walk_from_end(T_ITER, WALK_BACK_LIST, v, AS(list, v)->length);
    case T_TUPLE: return walk_from_end(T_REVERSED, WALK_BACK_TUPLE, v, AS(tuple, v)->length);
    case T_STR: return walk_from_end(T_REVERSED, WALK_BACK_STR, v, AS(str, v)->length);
    case T_DICT: return over_dict(AS(dict, v), WALK_BACK_KEYS);
    case T_KEYS: return over_dict(view_dict(v), WALK_BACK_KEYS);
    case T_VALUES: return over_dict(view_dict(v), WALK_BACK_VALUES);
    case T_ITEMS: return over_dict(view_dict(v), WALK_BACK_ITEMS);
    case T_RANGE: {
      val back = range_getslice(v, NONE, NONE, from_small(-1));
      return back == ERROR ? ERROR : py_iter(back);
    }
    default: return py_raise(E_TypeError, "'%t' object is not reversible", v);
  }
}

static val dict_item(u32 walk, const val *entry) {
  switch (walk) {
    case WALK_KEYS: case WALK_BACK_KEYS: return entry[0];
    case WALK_VALUES: case WALK_BACK_VALUES: return entry[1];
    default: return tuple_pair(entry[0], entry[1]);
  }
}

static val finish(iter *it) {
  it->over = NONE;
  return END;
}

static val next_of_dict(iter *it) {
  const dict *d = AS(dict, it->over);
  if (it->version != d->length) {
    it->version = ALL_GONE; /* from now on it fails always */
    return py_raise(E_RuntimeError, "dictionary changed size during iteration");
  }
  while (it->at < d->used) {
    const val *entry = d->entries->at + it->at * 2;
    if (entry[0] == UNBOUND) {
      it->at++;
      continue;
    }
    if (it->b == from_small(0)) {
      finish(it);
      return py_raise(E_RuntimeError, "dictionary keys changed during iteration");
    }
    it->at++;
    it->b -= from_small(1);
    return dict_item(it->head.flags, entry);
  }
  return finish(it);
}

static val next_back_of_dict(iter *it) {
  const dict *d = AS(dict, it->over);
  if (it->version != d->length) {
    it->version = ALL_GONE;
    return py_raise(E_RuntimeError, "dictionary changed size during iteration");
  }
  if (it->at > d->used) it->at = d->used;
  while (it->at > 0) {
    const val *entry = d->entries->at + --it->at * 2;
    if (entry[0] != UNBOUND) return dict_item(it->head.flags, entry);
  }
  return finish(it);
}

static val next_of_range(iter *it) {
  val here = it->a;
  i64 step = (i64)AS(range, it->over)->step; /* shifted, as the others are */
  if (step > 0 ? (i64)here >= (i64)it->b : (i64)here <= (i64)it->b) return finish(it);
  i64 then;
  it->a = __builtin_add_overflow((i64)here, step, &then) ? it->b : (val)then;
  return here;
}

static val next_of_long_range(iter *it) {
  if (int_compare(it->a, it->b) >= 0) return finish(it);
  val item = range_item(it->over, it->a);
  if (item == ERROR) return ERROR;
  it->a = number_binary('+', it->a, from_small(1));
  return it->a == ERROR ? ERROR : item;
}

static val walk_next(iter *it) {
  if (!is_object(it->over)) return END;
  switch (it->head.flags) {
    case WALK_LIST: {
      const list *l = AS(list, it->over);
      return it->at < l->length ? l->items->at[it->at++] : finish(it);
    }
    case WALK_TUPLE: {
      const tuple *t = AS(tuple, it->over);
      return it->at < t->length ? t->at[it->at++] : finish(it);
    }
    case WALK_STR: {
      const str *s = AS(str, it->over);
      return it->at < s->length ? str_char(str_at(s, it->at++)) : finish(it);
    }
    case WALK_RANGE: return next_of_range(it);
    case WALK_LONGRANGE: return next_of_long_range(it);
    case WALK_BACK_LIST: {
      const list *l = AS(list, it->over);
      return it->at > 0 && it->at <= l->length ? l->items->at[--it->at] : finish(it);
    }
    case WALK_BACK_TUPLE:
      return it->at > 0 ? AS(tuple, it->over)->at[--it->at] : finish(it);
    case WALK_BACK_STR:
      return it->at > 0 ? str_char(str_at(AS(str, it->over), --it->at)) : finish(it);
    case WALK_BACK_KEYS: case WALK_BACK_VALUES: case WALK_BACK_ITEMS: return next_back_of_dict(it);
    default: return next_of_dict(it);
  }
}

static val enumerate_next(iter *it) {
  val item = py_next(it->over);
  if (item == END || item == ERROR) return item;
  val pair = tuple_pair(it->a, item);
  if (pair == ERROR) return ERROR;
  it->a = it->a < from_small(INT32_MAX) && is_int(it->a)
              ? it->a + from_small(1)
              : number_binary('+', it->a, from_small(1));
  return it->a == ERROR ? ERROR : pair;
}

static val uneven(u32 place, const char *how) {
  return py_raise(E_ValueError, "zip() argument %d is %s than argument%s%d", (i32)place + 1, how,
                  place == 1 ? " " : "s 1-", (i32)place);
}

static val zip_next(iter *it) {
  const tuple *from = AS(tuple, it->over);
  if (!from->length) return END;
  val made = tuple_new(from->length);
  if (made == ERROR) return ERROR;
  for (u32 i = 0; i < from->length; i++) {
    val item = py_next(from->at[i]);
    if (item == ERROR) return ERROR;
    if (item != END) {
      AS(tuple, made)->at[i] = item;
      continue;
    }
    if (it->a != TRUE) return END;
    if (i) return uneven(i, "shorter");
    for (u32 j = 1; j < from->length; j++) {
      item = py_next(from->at[j]);
      if (item == ERROR) return ERROR;
      if (item != END) return uneven(j, "longer");
    }
    return END;
  }
  return made;
}

static __attribute__((noinline)) val next_slow(val v) {
  if (py_failed()) return ERROR;
  switch (py_type(v)) {
    case T_ITER: case T_REVERSED: return walk_next(AS(iter, v));
    case T_ENUMERATE: return enumerate_next(AS(iter, v));
    case T_ZIP: return zip_next(AS(iter, v));
    case T_FILE: return file_next(AS(file, v));
    default: return py_raise(E_TypeError, "'%t' object is not an iterator", v);
  }
}

val py_next(val v) {
  if (is(v, T_ITER) && !py_failed()) {
    iter *it = AS(iter, v);
    if (it->head.flags == WALK_LIST && is_object(it->over)) {
      const list *l = AS(list, it->over);
      if (it->at < l->length) return l->items->at[it->at++];
    }
  }
  return next_slow(v);
}

val py_next1(val v, val otherwise) {
  val item = py_next(v);
  if (item != END) return item;
  if (otherwise != MISSING) return otherwise;
  val args = tuple_new(0);
  return args == ERROR ? ERROR : raise_args(E_StopIteration, args);
}

val py_enumerate(val iterable, val start) {
  if (py_failed()) return ERROR;
  if (start == MISSING) start = from_small(0);
  if (!int_like(start)) {
    return py_raise(E_TypeError, "'%t' object cannot be interpreted as an integer", start);
  }
  val over = py_iter(iterable);
  val made = over == ERROR ? ERROR : iter_new(T_ENUMERATE, 0, over);
  if (made != ERROR) AS(iter, made)->a = int_of(start);
  return made;
}

val py_zip(val iterables, val strict) {
  if (py_failed()) return ERROR;
  const tuple *from = AS(tuple, iterables);
  val over = tuple_new(from->length);
  if (over == ERROR) return ERROR;
  for (u32 i = 0; i < from->length; i++) {
    val it = py_iter(from->at[i]);
    if (it == ERROR) return ERROR;
    AS(tuple, over)->at[i] = it;
  }
  bool even = strict != MISSING && py_bool1(strict) == TRUE;
  val made = iter_new(T_ZIP, 0, over);
  if (made != ERROR) AS(iter, made)->a = even ? TRUE : FALSE;
  return made;
}
