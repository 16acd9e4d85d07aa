package sandglass.ui.module;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import sandglass.playground.document.Build;
import sandglass.program.ModuleInspector;
import sandglass.program.Program;
import sandglass.program.wat.WatCompiler;
import sandglass.program.wat.WatResult;

/** Modules to look at. */
final class Modules {
  private Modules() {}

  static Build.Good sample(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of("samples", name));
    return name.endsWith(".wat")
        ? wat(name, new String(bytes, StandardCharsets.UTF_8))
        : good(new Program(name, bytes, Optional.empty()));
  }

  static Build.Good wat(String name, String text) throws Exception {
    byte[] wasm =
        switch (WatCompiler.compile(text)) {
          case WatResult.Compiled compiled -> compiled.wasm();
          case WatResult other -> throw new AssertionError(other);
        };
    return good(new Program(name, wasm, Optional.of(text)));
  }

  private static Build.Good good(Program program) throws Exception {
    return new Build.Good(
        program,
        ModuleInspector.inspect(program.name(), program.wasm()),
        Duration.ofNanos(3_200_000));
  }

  /** Two imports that nobody offers, and more memory than allowed. */
  static Build.Good unsupported() throws Exception {
    return wat(
        "not-from-here.wat",
        """
        (module
          (import "wasi_snapshot_preview1" "fd_wrlte"
            (func (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_write"
            (func (param i32 i32 i32 i32) (result i32)))
          (import "env" "emscripten_resize_heap_with_a_very_long_name"
            (func (param i32) (result i32)))
          (memory (export "memory") 8192 16384)
          (table 10 funcref)
          (global (mut i32) (i32.const 1))
          (func (export "add") (param i32 i32) (result i32) (i32.const 1))
          (func (export "bidi \\u{202e}\\u{1b}[31m name"))
          (func $init (export "_initialize"))
          (start $init))
        """);
  }
}
