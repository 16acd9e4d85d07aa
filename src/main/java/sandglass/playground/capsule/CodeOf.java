package sandglass.playground.capsule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.capsule.CapsuleMaker;
import sandglass.capsule.Content;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Interpreters;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.document.Origin;
import sandglass.sandbox.Quantities;

/**
 * What runs, as a capsule says it. Reads files.
 *
 * @param origin the capsule that it came from
 * @param notes takes what there is to know, a sentence each
 */
record CodeOf(
    Inputs inputs,
    Optional<Origin> origin,
    CapsulePaths paths,
    CapsuleMaker maker,
    HostFolders folders,
    Interpreters interpreters,
    List<String> notes) {
  /** A module of more bytes is named by its file, where it has one. */
  private static final int VALUE_BYTES = 4 << 20;

  Code code() throws IOException, InterpreterException {
    return switch (inputs.document().language()) {
      case WAT -> new Code.Wat(text());
      case PYTHON -> inputs.runner() == Runner.COMPILED ? new Code.Python(text()) : script();
      case BINARY -> new Code.Module(module());
    };
  }

  /** With the ends of lines that the capsule had, if it is still the capsule's. */
  private String text() {
    var given =
        origin.map(
            from ->
                switch (from.file().program()) {
                  case Code.Wat(var text) -> text;
                  case Code.Python(var text) -> text;
                  case Code.Script script -> script.text();
                  case Code.Module m -> "";
                });
    return given
        .filter(text -> text.replace("\r\n", "\n").replace('\r', '\n').equals(inputs.text()))
        .orElse(inputs.text());
  }

  private Code script() throws IOException, InterpreterException {
    var given = givenScript();
    if (inputs.runner() == Runner.CAPSULE && given.isPresent()) {
      return new Code.Script(
          text(),
          paths.again(given.get().interpreter()),
          given.get().packages().stream().map(paths::again).toList());
    }
    return new Code.Script(text(), interpreter(given), folders.packages());
  }

  private Optional<Code.Script> givenScript() {
    return origin
        .map(from -> from.file().program())
        .filter(Code.Script.class::isInstance)
        .map(Code.Script.class::cast);
  }

  private GivenInterpreter interpreter(Optional<Code.Script> given) throws InterpreterException {
    long most = Interpreter.LIMITS.moduleBytes();
    if (inputs.runner() == Runner.OTHER) {
      String file = inputs.interpreter().getFirst();
      String command = inputs.interpreter().getLast();
      if (file.isEmpty()) {
        throw new InterpreterException("choose the interpreter's .wasm file first, beside Run");
      }
      String digest = interpreters.load(file, most).sha256();
      var content = new Content.There(maker.path(Path.of(file)), digest);
      return new GivenInterpreter(
          new Source.Own(content), Optional.of(command).filter(text -> !text.isBlank()));
    }
    if (given.isPresent()
        && inputs.runner() == Runner.CPYTHON
        && given.get().interpreter().source() instanceof Source.Catalogued
        && given.get().interpreter().command().isEmpty()) {
      return given.get().interpreter();
    }
    String id = Catalog.CPYTHON.id();
    Optional<String> digest =
        interpreters.isThere(Catalog.CPYTHON)
            ? Optional.of(interpreters.load(id, most).sha256())
            : Optional.empty();
    return new GivenInterpreter(new Source.Catalogued(id, digest), Optional.empty());
  }

  private Content module() throws IOException {
    if (origin.isPresent() && origin.get().file().program() instanceof Code.Module(var given)) {
      return paths.again(given);
    }
    byte[] bytes = inputs.module().orElseThrow().wasm();
    var file = inputs.document().path().get();
    if (bytes.length <= VALUE_BYTES || file.isEmpty() || !holds(file.get(), bytes)) {
      return Content.of(bytes);
    }
    notes.add(
        "The module (%s) is not in it but named by its path and digest; hand %s on with it."
            .formatted(Quantities.formatBytes(bytes.length), file.get().getFileName()));
    return maker.there(file.get(), bytes);
  }

  /** It may have been read from base64, or the file may be another by now. */
  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && sha256(Files.readAllBytes(file)).equals(sha256(bytes));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every Java platform has it
    }
  }
}
