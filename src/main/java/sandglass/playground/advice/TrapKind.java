package sandglass.playground.advice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The traps of the specification: what they mean, what to try, and which instructions trap so. */
enum TrapKind {
  UNREACHABLE(
      "unreachable",
      "It reached an instruction that compilers put where a program gives up: behind an abort, a"
          + " panic or a failed assertion.",
      "See whether it said why on stderr, and what leads there.",
      "unreachable"),
  DIVIDE_BY_ZERO(
      "integer divide by zero",
      "It divided an integer by zero, which has no result. Only integers trap; a float would become"
          + " infinity.",
      "Check the divisor before dividing.",
      "i(32|64)\\.(div|rem)_[su]"),
  INTEGER_OVERFLOW(
      "integer overflow",
      "A result does not fit its integer type: the smallest number divided by -1, or a float too"
          + " large to convert.",
      "Check the operands first, use a wider type, or trunc_sat for a float.",
      "i(32|64)\\.(div_s|trunc_f(32|64)_[su])"),
  INVALID_CONVERSION(
      "invalid conversion to integer",
      "It turned a float that is not a number (NaN) into an integer.",
      "Check the float first, or use trunc_sat, which gives 0 for it.",
      "i(32|64)\\.trunc_f(32|64)_[su]"),
  MEMORY_BOUNDS(
      "out of bounds memory access",
      "It read or wrote beyond the end of its memory: a wrong address or length, or more data than"
          + " it has pages for.",
      "Check the address against memory.size, or give the module more pages.",
      "(i32|i64|f32|f64|v128)\\..*(load|store).*|memory\\.(copy|fill|init)|.*\\.atomic\\..*"),
  TABLE_BOUNDS(
      "out of bounds table access",
      "It used a place beyond the end of a table.",
      "Check the index against table.size, or give the table more elements.",
      "table\\.(get|set|copy|fill|init)"),
  UNDEFINED_ELEMENT(
      "undefined element",
      "It called through a place that its table does not have.",
      "Check the index, or give the table more elements.",
      "(return_)?call_indirect"),
  UNINITIALIZED_ELEMENT(
      "uninitialized element",
      "It called through a place of its table that holds no function.",
      "Put a function there with elem, or check the index.",
      "(return_)?call_indirect"),
  TYPE_MISMATCH(
      "indirect call type mismatch",
      "The function in the table has another type than the call says, as when a function pointer is"
          + " cast to the wrong type.",
      "Compare the type at the call with that of the function at this index.",
      "(return_)?call_indirect"),
  STACK_EXHAUSTED(
      "call stack exhausted",
      "Functions called each other too deeply, most often because a recursion never ends.",
      "Look for the condition that should end it.",
      "call(_indirect|_ref)?"),
  NULL_FUNCTION(
      "null function reference",
      "It called through a reference that is null.",
      "Check it with ref.is_null first.",
      "(return_)?call_ref"),
  NULL_REFERENCE(
      "null reference",
      "It used a reference that is null.",
      "Check it with ref.is_null first.",
      "ref\\.as_non_null|throw_ref"),
  NULL_STRUCT(
      "null structure reference",
      "It used a field of a struct through a reference that is null.",
      "Check it with ref.is_null first.",
      "struct\\.(get(_[su])?|set)"),
  NULL_ARRAY(
      "null array reference",
      "It used an array through a reference that is null.",
      "Check it with ref.is_null first.",
      "array\\.(get(_[su])?|set|len|fill|copy|init_.*)"),
  NULL_I31(
      "null i31 reference",
      "It read a small integer through a reference that is null.",
      "Check it with ref.is_null first.",
      "i31\\.get_[su]"),
  ARRAY_BOUNDS(
      "out of bounds array access",
      "It used a place beyond the end of an array.",
      "Check the index against array.len.",
      "array\\.(get(_[su])?|set|fill|copy|init_.*)"),
  CAST_FAILURE(
      "cast failure",
      "A reference is not of the type that it was cast to.",
      "Test it with ref.test first, or branch with br_on_cast.",
      "ref\\.cast"),
  UNCAUGHT_EXCEPTION(
      "uncaught exception",
      "It threw an exception that no function on its stack catches.",
      "Catch it with try_table, or find out why it is thrown.",
      "throw(_ref)?"),
  UNALIGNED_ATOMIC(
      "unaligned atomic",
      "An atomic instruction used an address that is not a multiple of its size.",
      "Align the address.",
      ".*\\.atomic\\..*"),
  OUT_OF_BOUNDS(
      "out of bounds access",
      "It used a place beyond the end of its memory or of a table.",
      "Check the address or index.",
      ".*(load|store).*|(table|memory)\\..*");

  private final String words;
  private final String meaning;
  private final String hint;
  private final Pattern instructions;

  TrapKind(String words, String meaning, String hint, String instructions) {
    this.words = words;
    this.meaning = meaning;
    this.hint = hint;
    this.instructions = Pattern.compile(instructions);
  }

  /** The kind whose words a reason holds: those that it begins with, or else the longest. */
  static Optional<TrapKind> of(String reason) {
    return Arrays.stream(values())
        .filter(kind -> reason.contains(kind.words))
        .max(
            Comparator.comparing((TrapKind kind) -> reason.startsWith(kind.words))
                .thenComparing(kind -> kind.words.length()));
  }

  /** The specification's words. */
  String words() {
    return words;
  }

  /** What happened, and why such things happen: one or two sentences. */
  String meaning() {
    return meaning;
  }

  /** What to try: one sentence. */
  String hint() {
    return hint;
  }

  /** Whether an instruction, such as {@code i32.div_s}, may trap so. */
  boolean by(String instruction) {
    return instructions.matcher(instruction).matches();
  }
}
