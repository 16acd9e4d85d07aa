package sandglass.program.wat;

import com.dylibso.chicory.log.Logger;
import com.dylibso.chicory.log.SystemLogger;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wabt.Wat2WasmModule;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import io.roastedroot.zerofs.Configuration;
import io.roastedroot.zerofs.ZeroFs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run of {@code wat2wasm}: an ahead-of-time compiled module over a file system in memory. */
final class Wabt implements AutoCloseable {
  /** All that Chicory's parser reads beyond what the compiler takes by default. */
  private static final List<String> ARGUMENTS =
      List.of(
          "wat2wasm",
          "/in/main.wat",
          "--output=/in/o.wasm",
          "--debug-names",
          "--enable-threads",
          "--enable-tail-call",
          "--enable-exceptions",
          "--enable-multi-memory",
          "--enable-extended-const",
          "--enable-annotations");

  private static final int PAGE = 1 << 16;

  /** The compiler's stack for its variables: 432 bytes a level of nesting, with room to spare. */
  private static final int STACK_PAGES = 128;

  /** 1 GiB. */
  private static final int MAX_PAGES = 16_384;

  /** Far more errors than anybody reads. */
  private static final int REPORT_BYTES = 1 << 20;

  private final FileSystem files;
  private final Path folder;
  private final ByteArrayOutputStream report = new ByteArrayOutputStream();

  Wabt(String source) {
    files =
        ZeroFs.newFileSystem(Configuration.unix().toBuilder().setAttributeViews("unix").build());
    folder = files.getPath("in");
    try {
      Files.createDirectory(folder);
      Files.writeString(folder.resolve("main.wat"), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void run() {
    var module = Lazy.MODULE;
    var options =
        WasiOptions.builder()
            .withStdout(OutputStream.nullOutputStream())
            .withStderr(new Bounded(report))
            .withDirectory("/in", folder)
            .withArguments(ARGUMENTS)
            .withThrowOnExit0(false)
            .build();
    try (var wasi = WasiPreview1.builder().withLogger(SILENT).withOptions(options).build()) {
      int pages = module.memorySection().orElseThrow().getMemory(0).limits().initialPages();
      var instance =
          Instance.builder(module)
              .withStart(false)
              .withMachineFactory(Wat2WasmModule::create)
              .withMemoryFactory(ByteArrayMemory::new)
              .withMemoryLimits(new MemoryLimits(pages + STACK_PAGES, MAX_PAGES))
              .withImportValues(ImportValues.builder().addFunction(wasi.toHostFunctions()).build())
              .build();
      // The module's own stack is 64 KiB, and what overflows it overwrites its data in silence:
      // some 150 nested blocks are enough. So it gets one of ours, above all that it knows of; its
      // heap takes the rest of the first pages, then grows behind this.
      instance.global(0).setValue((long) (pages + STACK_PAGES) * PAGE);
      instance.export("_start").apply();
    }
  }

  /** The binary, if one was written. */
  Optional<byte[]> output() {
    var file = folder.resolve("o.wasm");
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written to stderr. */
  String report() {
    return report.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Logger SILENT =
      new SystemLogger() {
        @Override
        public boolean isLoggable(Logger.Level level) {
          return false;
        }
      };

  /** Parsing the compiler takes a while; do it when it is first needed. */
  private static final class Lazy {
    static final WasmModule MODULE = Wat2WasmModule.load();
  }

  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream out;

    Bounded(ByteArrayOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) {
      if (out.size() < REPORT_BYTES) {
        out.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      out.write(bytes, offset, Math.max(0, Math.min(length, REPORT_BYTES - out.size())));
    }
  }
}
