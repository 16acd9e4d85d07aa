package sandglass.sandbox;

import java.util.function.Consumer;
import sandglass.sandbox.meter.WasmBytes;

/** Modules that no compiler makes. */
final class HostileModules {
  private static final int BLOCK = 0x02;
  private static final int END = 0x0b;
  private static final int EMPTY = 0x40;

  private HostileModules() {}

  /** The magic number and the version. */
  static WasmBytes header() {
    return new WasmBytes().raw(0, 'a', 's', 'm', 1, 0, 0, 0);
  }

  static WasmBytes section(int id, Consumer<WasmBytes> content) {
    var bytes = new WasmBytes();
    content.accept(bytes);
    return new WasmBytes().raw(id).sized(bytes);
  }

  /** A module whose {@code _start}, function 0, has this code, without its final end. */
  static byte[] start(WasmBytes code) {
    return module(1, 0, function -> code);
  }

  /** The same with i32 locals, and a memory of one page. */
  static byte[] start(long locals, WasmBytes code) {
    return module(1, locals, function -> code);
  }

  /** What one function's code is. */
  interface Code {
    WasmBytes of(int function);
  }

  /** A module of functions without parameters and results; function 0 is {@code _start}. */
  static byte[] module(int functions, long locals, Code code) {
    var bodies = new WasmBytes().u(functions);
    for (int i = 0; i < functions; i++) {
      var body = new WasmBytes();
      if (locals == 0) {
        body.u(0);
      } else {
        body.u(1).u(locals).raw(0x7f);
      }
      bodies.sized(body.append(code.of(i)).raw(END));
    }
    return header()
        .append(section(1, types -> types.u(1).raw(0x60).u(0).u(0)))
        .append(
            section(
                3,
                types -> {
                  types.u(functions);
                  for (int i = 0; i < functions; i++) {
                    types.u(0);
                  }
                }))
        .append(section(5, memories -> memories.u(1).raw(0).u(1)))
        .append(section(7, exports -> exports.u(1).name("_start").raw(0).u(0)))
        .append(section(10, codes -> codes.append(bodies)))
        .toByteArray();
  }

  /** {@code i32.load}, add one, {@code i32.store} at address 0, so many times: 6 units each. */
  static WasmBytes additions(int count) {
    var code = new WasmBytes();
    for (int i = 0; i < count; i++) {
      code.raw(0x41, 0, 0x41, 0, 0x28, 2, 0, 0x41, 1, 0x6a, 0x36, 2, 0);
    }
    return code;
  }

  /** Blocks within blocks. */
  static WasmBytes nest(int depth) {
    var code = new WasmBytes();
    for (int i = 0; i < depth; i++) {
      code.raw(BLOCK, EMPTY);
    }
    for (int i = 0; i < depth; i++) {
      code.raw(END);
    }
    return code;
  }

  /** A {@code br_table} with so many labels, all of the block around it. */
  static WasmBytes branchTable(int labels) {
    var code = new WasmBytes().raw(BLOCK, EMPTY, 0x41, 3, 0x0e).u(labels);
    for (int i = 0; i < labels; i++) {
      code.u(0);
    }
    return code.u(0).raw(END);
  }
}
