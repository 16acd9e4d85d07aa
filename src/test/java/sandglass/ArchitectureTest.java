package sandglass;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import sandglass.sandbox.wasi.Wasi;

/** The arrows between packages. */
@AnalyzeClasses(packages = "sandglass", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("sandglass.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package that can be read on its own can be changed on its own");

  @ArchTest
  static final ArchRule NOTHING_IMPORTS_THE_LAUNCHER =
      noClasses()
          .that()
          .resideOutsideOfPackage("sandglass")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("sandglass")
          .because("Main puts the parts together and no part may know how");

  @ArchTest
  static final ArchRule ENGINE_HAS_NO_WINDOW =
      noClasses()
          .that()
          .resideInAnyPackage(
              "sandglass.sandbox..",
              "sandglass.program..",
              "sandglass.replay..",
              "sandglass.interpreter..",
              "sandglass.data..",
              "sandglass.capsule..",
              "sandglass.tool..",
              "sandglass.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
          .because("the same core runs headless, where there is no toolkit");

  @ArchTest
  static final ArchRule SANDBOX_KNOWS_NO_PROGRAMS =
      noClasses()
          .that()
          .resideInAPackage("sandglass.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("sandglass.program..", "sandglass.cli..")
          .because("the sandbox takes bytes, wherever they came from");

  @ArchTest
  static final ArchRule METER_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("sandglass.sandbox.meter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "sandglass.sandbox",
              "sandglass.sandbox.wasi..",
              "com.dylibso.chicory.runtime..",
              "com.dylibso.chicory.wasi..",
              "java.nio.file..")
          .because("it turns bytes into bytes, without an engine, a file or a state");

  @ArchTest
  static final ArchRule WASI_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("sandglass.sandbox.wasi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("sandglass.sandbox", "sandglass.sandbox.meter..")
          .because("host functions serve any engine and any meter");

  @ArchTest
  static final ArchRule WAT_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("sandglass.program.wat..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("sandglass.program", "sandglass.sandbox..", "sandglass.cli..")
          .because("the text format is a subject of its own");

  @ArchTest
  static final ArchRule PYTHON_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("sandglass.program.python..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("sandglass.program.python..", "java..")
          .because("a compiler from text to text needs nothing but the language it is written in");

  @ArchTest
  static final ArchRule PROGRAMS_DO_NOT_RUN =
      noClasses()
          .that()
          .resideInAPackage("sandglass.program")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("sandglass.sandbox.Sandbox")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("sandglass.cli..")
          .orShould()
          .dependOnClassesThat(
              resideInAPackage("sandglass.sandbox.wasi..").and(not(type(Wasi.class))))
          .orShould()
          .callMethodWhere(
              target(owner(type(Wasi.class))).and(target(not(nameMatching("signature|functions")))))
          .because("loading a program must never execute any of it; what WASI offers may be asked");

  @ArchTest
  static final ArchRule PROGRAMS_KNOW_NO_INTERPRETERS =
      noClasses()
          .that()
          .resideInAnyPackage("sandglass.sandbox..", "sandglass.program..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("sandglass.interpreter..")
          .because("an interpreter is a module like any other to what loads and runs it");

  @ArchTest
  static final ArchRule INTERPRETERS_NEED_THE_SANDBOX_ONLY =
      noClasses()
          .that()
          .resideInAPackage("sandglass.interpreter..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "sandglass.interpreter..", "sandglass.sandbox..", "sandglass.program", "java..")
          .because("what is known of guest languages serves every door to the core");

  @ArchTest
  static final ArchRule CAPSULES_KNOW_NO_DOOR =
      noClasses()
          .that()
          .resideInAPackage("sandglass.capsule..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "sandglass.capsule..",
              "sandglass.data..",
              "sandglass.program",
              "sandglass.sandbox..",
              "sandglass.interpreter..",
              "com.fasterxml.jackson..",
              "io.roastedroot.zerofs..",
              "java..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("sandglass.sandbox.Sandbox")
          .because("a capsule describes a run, and whoever wants it runs it");

  @ArchTest
  static final ArchRule DATA_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("sandglass.data..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "sandglass.data..",
              "sandglass.program", // for near misses
              "com.fasterxml.jackson.core..",
              "org.yaml.snakeyaml..",
              "java..")
          .because("a text is read the same way whatever it is about");

  @ArchTest
  static final ArchRule ONLY_DATA_READS_YAML =
      noClasses()
          .that()
          .resideOutsideOfPackage("sandglass.data..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.yaml..", "com.fasterxml.jackson.dataformat..")
          .because("what hostile YAML can do is guarded against in one place");

  @ArchTest
  static final ArchRule SETTINGS_FILES_RUN_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("sandglass.tool.settings..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("sandglass.tool", "sandglass.tool.grpc..", "sandglass.capsule..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("sandglass.sandbox.Sandbox")
          .because("a file says what calls may do; it is read without making any");

  @ArchTest
  static final ArchRule TOOLS_KNOW_NO_DOOR =
      noClasses()
          .that()
          .resideInAPackage("sandglass.tool")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("sandglass.tool.grpc..", "sandglass.tool.mcp..", "sandglass.cli..")
          .because("the same calls come through every door, and get the same answers");

  @ArchTest
  static final ArchRule ONLY_CLI_PARSES_ARGUMENTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("sandglass.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("every other entry to the core brings its own form");

  @ArchTest
  static final ArchRule ONLY_THE_GRPC_SERVER_SPEAKS_GRPC =
      noClasses()
          .that()
          .resideOutsideOfPackage("sandglass.tool.grpc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..", "io.netty..", "com.google.protobuf..", "com.google.rpc..")
          .because("a tool call is the same by whichever door it came");

  @ArchTest
  static final ArchRule PANES_KNOW_NO_OTHER_PANE =
      slices()
          .matching("sandglass.ui.(*)")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage("sandglass.ui.common"))
          .because("the window puts panes together, and each can be shown on its own");

  @ArchTest
  static final ArchRule VIEW_MODEL_HAS_NO_NODES =
      noClasses()
          .that()
          .resideInAnyPackage("sandglass.playground..", "sandglass.settings..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "sandglass.ui..",
              "sandglass.cli..",
              "javafx.scene..",
              "javafx.stage..",
              "javafx.animation..",
              "javafx.application..",
              "java.awt..")
          .because("what the window knows and does is tested without a toolkit");

  @ArchTest
  static final ArchRule SETTINGS_STAND_ALONE =
      noClasses()
          .that()
          .resideInAPackage("sandglass.settings..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "sandglass.settings..",
              "java..",
              "javafx.beans..",
              "javafx.collections..",
              "com.fasterxml.jackson..")
          .because("what is remembered knows nothing of what it is for");

  @ArchTest
  static final ArchRule PANES_ASK_THE_VIEW_MODEL =
      noClasses()
          .that()
          .resideInAPackage("sandglass.ui..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("sandglass.sandbox.Sandbox")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("sandglass.program.ProgramLoader")
          .because("the FX thread never runs a guest, compiles or reads files");

  @ArchTest
  static final ArchRule MCP_STAYS_AT_ITS_DOOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("sandglass.tool.mcp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.modelcontextprotocol..", "reactor..")
          .because("tool calls are the same whichever way they come");
}
