package sandglass.program.python;

import java.util.Arrays;

/**
 * The built-in exceptions, in the order of KINDS in {@code runtime.h}: their ordinal is the kind.
 */
enum ExceptionKind {
  BaseException,
  Exception,
  SystemExit,
  KeyboardInterrupt,
  GeneratorExit,
  ArithmeticError,
  FloatingPointError,
  OverflowError,
  ZeroDivisionError,
  AssertionError,
  AttributeError,
  BufferError,
  EOFError,
  ImportError,
  ModuleNotFoundError,
  LookupError,
  IndexError,
  KeyError,
  MemoryError,
  NameError,
  UnboundLocalError,
  OSError,
  ReferenceError,
  RuntimeError,
  NotImplementedError,
  RecursionError,
  StopIteration,
  SyntaxError,
  SystemError,
  TypeError,
  ValueError,
  UnicodeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnsupportedOperation,
  BlockingIOError,
  ChildProcessError,
  ConnectionError,
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileExistsError,
  FileNotFoundError,
  InterruptedError,
  IsADirectoryError,
  NotADirectoryError,
  PermissionError,
  ProcessLookupError,
  TimeoutError;

  /** The exception of that name; Python's other names for OSError are that. */
  static ExceptionKind of(String name) {
    return name.equals("IOError") || name.equals("EnvironmentError") ? OSError : valueOf(name);
  }

  /** Whether there is a built-in exception of that name. */
  static boolean isOne(String name) {
    return name.equals("IOError")
        || name.equals("EnvironmentError")
        || Arrays.stream(values()).anyMatch(kind -> kind.name().equals(name));
  }
}
