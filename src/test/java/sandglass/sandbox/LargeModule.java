package sandglass.sandbox;

import sandglass.sandbox.meter.WasmBytes;

/** A module that takes its time: as large as an interpreter compiled to WebAssembly. */
public final class LargeModule {
  private static final int CONSTANTS = 440;

  private LargeModule() {}

  /** So many functions of 1.3 KB each, all exported; the first is {@code _start}. */
  public static byte[] of(int functions) {
    return of(functions, 1);
  }

  /**
   * The same with a number of one's own in it, so that it is like no other: what was compiled once
   * is kept.
   */
  public static byte[] of(int functions, int number) {
    var rest = new WasmBytes().u(0); // no locals
    for (int i = 0; i < CONSTANTS; i++) {
      rest.raw(0x41, 1, 0x1a); // i32.const 1, drop
    }
    rest.raw(0x0b);
    var first = new WasmBytes().u(0).raw(0x41).s(number).raw(0x1a, 0x0b);
    var declared = new WasmBytes().u(functions);
    var exports = new WasmBytes().u(functions);
    var code = new WasmBytes().u(functions);
    for (int i = 0; i < functions; i++) {
      declared.u(0);
      exports.name(i == 0 ? "_start" : "function" + i).raw(0).u(i);
      code.sized(i == 0 ? first : rest);
    }
    return HostileModules.header()
        .append(new WasmBytes().raw(1, 4, 1, 0x60, 0, 0))
        .append(HostileModules.section(3, section -> section.append(declared)))
        .append(HostileModules.section(7, section -> section.append(exports)))
        .append(HostileModules.section(10, section -> section.append(code)))
        .toByteArray();
  }
}
