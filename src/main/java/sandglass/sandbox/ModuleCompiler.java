package sandglass.sandbox;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.compiler.internal.CompilerResult;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import sandglass.sandbox.meter.Excerpt;
import sandglass.sandbox.meter.Metered;
import sandglass.sandbox.meter.Split;
import sandglass.sandbox.meter.Splitter;

/**
 * Compiles a metered module: splits what is too large, gives Chicory's compiler one piece of the
 * module after the other, and rewrites the classes. A piece has the bodies of some functions only,
 * with which go some of the classes that the compiler makes; so pieces are compiled side by side,
 * an interrupt is answered between them, and no more than a few are in memory.
 */
final class ModuleCompiler {
  /** Functions in a class; small, as a class is loaded whole. */
  private static final int FUNCTIONS_A_CLASS = 64;

  /** In the names of classes with functions, before the number of the class. */
  private static final String FUNCTIONS = "FuncGroup_";

  /** Bytes of bodies in a piece at most, and at least where there are several. */
  private static final int LARGEST_PIECE = 8 << 20;

  private static final int SMALLEST_PIECE = 1 << 19;

  /** The share of the work on a piece that is parsing it. */
  private static final double PARSING = 0.25;

  private final byte[] module;
  private final Metered metered;
  private final Split split;
  private final PreparationProgress progress;
  private final boolean hasMemory;

  private ModuleCompiler(
      Metered metered, Split split, boolean hasMemory, PreparationProgress progress) {
    this.module = split.module();
    this.metered = metered;
    this.split = split;
    this.hasMemory = hasMemory;
    this.progress = progress;
  }

  /**
   * Compiles a module, on the calling thread and helpers of it.
   *
   * @param metered the metered module
   * @param splitTarget bytes of JVM code above which functions are split
   * @throws RejectedException if it is not valid
   * @throws InterruptedException if the thread was interrupted
   */
  static CompiledModule compile(Metered metered, int splitTarget, PreparationProgress progress)
      throws RejectedException, InterruptedException {
    if (metered.vectors()) {
      return interpreted(
          metered, "it has vector instructions, which the engine's compiler does not have");
    }
    Split split = split(metered, splitTarget);
    progress.reach(0.2);
    byte[] skeleton = Excerpt.toRun(split.module(), function -> false);
    WasmModule frame = ModulePreparer.parse(skeleton);
    boolean hasMemory = frame.memorySection().map(memories -> memories.memoryCount()).orElse(0) > 0;
    int imported = split.firstPart() - definedBefore(frame, split);
    progress.reach(0.25);
    return new ModuleCompiler(metered, split, hasMemory, progress).compile(skeleton, imported);
  }

  /**
   * Splits what is too large. The splitter leaves out what is never reached, but that must be valid
   * too: so the originals are validated, at the same time.
   */
  private static Split split(Metered metered, int target)
      throws RejectedException, InterruptedException {
    byte[] module = metered.module();
    BitSet large = Splitter.large(module, target);
    if (large.isEmpty()) {
      return Splitter.split(module, target);
    }
    List<Pieces.Piece<Split>> work =
        List.of(
            () -> Splitter.split(module, target),
            () -> {
              ModulePreparer.parse(Excerpt.toCompile(module, large::get));
              return null;
            });
    Split split = new Pieces<>(work).run().getFirst();
    Interrupts.check();
    return split;
  }

  private static int definedBefore(WasmModule frame, Split split) {
    return frame.functionSection().functionCount() - split.origins().size();
  }

  private CompiledModule compile(byte[] skeleton, int imported)
      throws RejectedException, InterruptedException {
    List<Piece> pieces = pieces(imported, metered.entangled() ? Long.MAX_VALUE : pieceBytes());
    CompiledModule compiled = compile(skeleton, imported, pieces);
    if (pieces.size() > 1 && !compiled.interpreted().isEmpty() && compiled.refusal().isEmpty()) {
      // The machine has to know of all that are interpreted.
      return compile(skeleton, imported, pieces(imported, Long.MAX_VALUE));
    }
    return compiled;
  }

  private CompiledModule compile(byte[] skeleton, int imported, List<Piece> pieces)
      throws RejectedException, InterruptedException {
    List<Pieces.Piece<PieceResult>> work = new ArrayList<>();
    pieces.forEach(piece -> work.add(() -> compile(piece)));
    List<PieceResult> results = new Pieces<>(work).run();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    Set<Integer> interpreted = new TreeSet<>();
    String mainClass = "";
    for (PieceResult result : results) {
      if (result.refusal() != null) {
        return interpreted(metered, result.refusal());
      }
      classes.putAll(result.classes());
      interpreted.addAll(result.interpreted());
      mainClass = result.mainClass(); // the same in all
    }
    Map<Integer, String> reasons = new HashMap<>();
    interpreted.forEach(function -> reasons.put(function, reason(function)));
    byte[] kept =
        interpreted.isEmpty()
            ? skeleton
            : Excerpt.toRun(module, defined -> interpreted.contains(defined + imported));
    return new CompiledModule(
        kept,
        classes,
        mainClass,
        metered.fuelGlobal(),
        metered.startupFuel(),
        split.firstPart(),
        reasons);
  }

  /** All of it is left to the interpreter, unsplit. */
  static CompiledModule interpreted(Metered metered, String reason) throws RejectedException {
    byte[] whole = Excerpt.toRun(metered.module(), function -> true);
    ModulePreparer.parse(whole);
    return new CompiledModule(
        whole,
        Map.of(),
        "",
        metered.fuelGlobal(),
        metered.startupFuel(),
        Integer.MAX_VALUE,
        Map.of(Interpreted.ALL, reason));
  }

  private String reason(int function) {
    int whole =
        function < split.firstPart() ? function : split.origins().get(function - split.firstPart());
    return split.whole().stream()
        .filter(entry -> entry.function() == whole)
        .map(entry -> "it is too large for a method of the JVM, and " + entry.reason())
        .findFirst()
        .orElse("it is too large for a method of the JVM");
  }

  /** Functions of a module, by their indices: {@code from} to before {@code to}. */
  record Piece(int imported, int from, int to, double share) {}

  /**
   * What a piece came to.
   *
   * @param refusal why the compiler cannot take the module, or null
   */
  record PieceResult(
      Map<String, byte[]> classes, String mainClass, Set<Integer> interpreted, String refusal) {}

  /** As few as keep the processors busy: each has to be told of all other functions too. */
  private long pieceBytes() {
    int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
    long code = 0;
    for (int size : Excerpt.bodySizes(module)) {
      code += size;
    }
    return Math.clamp(code / processors + 1, SMALLEST_PIECE, LARGEST_PIECE);
  }

  /** Ends pieces where a class ends, so that each class is of one piece. */
  private List<Piece> pieces(int imported, long bytesEach) {
    int[] sizes = Excerpt.bodySizes(module);
    long total = 1;
    for (int size : sizes) {
      total += size;
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    long bytes = 0;
    int functions = imported + sizes.length;
    for (int at = 0; at < functions; at++) {
      bytes += at < imported ? 0 : sizes[at - imported];
      boolean last = at == functions - 1;
      if (last || (bytes >= bytesEach && (at + 1) % FUNCTIONS_A_CLASS == 0)) {
        pieces.add(new Piece(imported, from, at + 1, 0.7 * (bytes + 1) / total));
        from = at + 1;
        bytes = 0;
      }
    }
    if (pieces.isEmpty()) {
      pieces.add(new Piece(imported, 0, 0, 0.7));
    }
    return pieces;
  }

  private PieceResult compile(Piece piece) throws RejectedException, InterruptedException {
    byte[] excerpt =
        Excerpt.toCompile(
            module,
            defined -> {
              int function = defined + piece.imported();
              return function >= piece.from() && function < piece.to();
            });
    WasmModule parsed = ModulePreparer.parse(excerpt);
    Interrupts.check();
    progress.advance(piece.share() * PARSING);
    double each = piece.share() * (1 - PARSING) / classes(parsed);
    CompilerResult result;
    try {
      result =
          Compiler.builder(parsed)
              .withMaxFunctionsPerClass(FUNCTIONS_A_CLASS)
              .withInterpreterFallback(InterpreterFallback.SILENT)
              .withClassCollectorFactory(
                  () ->
                      new PieceClasses(name -> belongs(name, piece), () -> progress.advance(each)))
              .build()
              .compile();
    } catch (CancellationException e) {
      throw new InterruptedException();
    } catch (LinkageError | RuntimeException | StackOverflowError e) {
      return new PieceResult(Map.of(), "", Set.of(), "the engine's compiler fails on it: " + e);
    }
    Interrupts.check();
    var rewriter = new CodeRewriter(metered.fuelGlobal(), hasMemory);
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (var entry : result.collector().classBytes().entrySet()) {
      // The main class comes another way than the others.
      if (belongs(entry.getKey(), piece)) {
        classes.put(entry.getKey(), rewriter.rewrite(entry.getKey(), entry.getValue()));
      }
    }
    return new PieceResult(
        classes, result.collector().mainClassName(), result.interpretedFunctions(), null);
  }

  /** About how many classes the compiler makes. */
  private static int classes(WasmModule module) {
    return module.functionSection().functionCount() / FUNCTIONS_A_CLASS + 8;
  }

  /** Whether a class is made of a piece's own functions; the first has all that is shared. */
  private static boolean belongs(String className, Piece piece) {
    int at = className.indexOf(FUNCTIONS);
    if (at < 0) {
      return piece.from() == 0;
    }
    int first = Integer.parseInt(className.substring(at + FUNCTIONS.length())) * FUNCTIONS_A_CLASS;
    return first >= piece.from() && first < Math.max(piece.to(), 1);
  }
}
