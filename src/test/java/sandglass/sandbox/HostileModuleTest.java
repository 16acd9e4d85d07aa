package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.Rejected;
import sandglass.sandbox.meter.WasmBytes;

/** Modules that are too large, too deep, or claim what they do not have. */
class HostileModuleTest {
  private static final int ADDITION = 6;

  @Test
  void rejectsAModuleOf51MebibytesUnread() {
    long start = System.nanoTime();
    Report report = Attack.by(new byte[51 << 20]).run(Engine.COMPILED);
    Attack.assertSoon(start);
    Attack.assertEnds(
        Rejected.class, report, "53,477,376 bytes", "limit of 52,428,800", "raise that limit");
    assertEquals("", report.module().sha256());
  }

  @Test
  void rejectsWhatIsNoModule() {
    for (byte[] bytes :
        List.of(
            new byte[0],
            new byte[8],
            "(module)".getBytes(StandardCharsets.UTF_8),
            HostileModules.header().raw(99, 0).toByteArray())) {
      Attack.assertEnds(
          Rejected.class, Attack.by(bytes).run(Engine.COMPILED), "not a valid module");
    }
  }

  /** Every section, and every count inside of one, with four billion entries. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13})
  void rejectsASectionThatClaimsFourBillionEntries(int id) {
    byte[] module =
        HostileModules.header()
            .append(HostileModules.section(id, s -> s.u(0xffff_ffffL).raw(0, 0, 0)))
            .toByteArray();
    long start = System.nanoTime();
    Attack.assertEnds(Rejected.class, Attack.by(module).run(Engine.COMPILED));
    Attack.assertSoon(start);
  }

  @Test
  void rejectsCountsOfFourBillionInsideASection() {
    long all = 0xffff_ffffL;
    for (WasmBytes section :
        List.of(
            HostileModules.section(1, s -> s.u(1).raw(0x60).u(all)),
            HostileModules.section(1, s -> s.u(1).raw(0x60).u(0).u(all)),
            HostileModules.section(1, s -> s.u(1).raw(0x5f).u(all)),
            HostileModules.section(1, s -> s.u(1).raw(0x4e).u(all)),
            HostileModules.section(2, s -> s.u(1).u(all)),
            HostileModules.section(7, s -> s.u(1).u(all)),
            HostileModules.section(9, s -> s.u(1).raw(1, 0).u(all)),
            HostileModules.section(9, s -> s.u(1).raw(5, 0x70).u(all)),
            HostileModules.section(11, s -> s.u(1).raw(1).u(all)),
            HostileModules.section(0, s -> s.u(all)))) {
      byte[] module = HostileModules.header().append(section).toByteArray();
      Attack.assertEnds(Rejected.class, Attack.by(module).run(Engine.COMPILED));
    }
    for (WasmBytes code :
        List.of(
            new WasmBytes().raw(0x0e).u(all), // br_table
            new WasmBytes().raw(0x1c).u(all), // select
            new WasmBytes().raw(0x1f, 0x40).u(all))) { // try_table
      byte[] module = HostileModules.start(code);
      Attack.assertEnds(Rejected.class, Attack.by(module).run(Engine.COMPILED));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void runsAFunctionWith50000Locals(Engine engine) {
    var code = new WasmBytes().raw(0x41, 1, 0x21).u(49_999);
    Report report = Attack.by(HostileModules.start(50_000, code)).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(3, report.fuelUsed());
  }

  @Test
  void rejectsAFunctionWith50001Locals() {
    byte[] module = HostileModules.start(50_001, new WasmBytes());
    Attack.assertEnds(
        Rejected.class, Attack.by(module).run(Engine.COMPILED), "more than 50000 locals");
  }

  /** No method of the JVM holds it; it is interpreted, and counted all the same. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void runsAFunctionBodyOf5Megabytes(Engine engine) {
    int count = 5_000_000 / 13 + 1;
    byte[] module = HostileModules.start(HostileModules.additions(count));
    assertTrue(module.length > 5_000_000);
    Report report = Attack.by(module).with(patient()).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(1L + (long) count * ADDITION, report.fuelUsed());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void runsAFunctionJustTooLargeForTheJvmBesideSmallOnes(Engine engine) {
    var large = HostileModules.additions(3_000).raw(0x10, 1);
    byte[] module = HostileModules.module(2, 0, i -> i == 0 ? large : HostileModules.additions(10));
    Report report = Attack.by(module).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(1 + 3_000 * ADDITION + 1 + 1 + 10 * ADDITION, report.fuelUsed());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void runsAModuleOf100000Functions(Engine engine) {
    byte[] module =
        HostileModules.module(
            100_000,
            0,
            i -> i == 0 ? new WasmBytes().raw(0x10).u(99_999) : new WasmBytes().raw(0x01));
    Report report = Attack.by(module).with(patient()).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(3, report.fuelUsed());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void runsABranchTableWith100000Labels(Engine engine) {
    byte[] module = HostileModules.start(HostileModules.branchTable(100_000));
    Report report = Attack.by(module).with(patient()).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(3, report.fuelUsed());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void runsBlocks20000Deep(Engine engine) {
    byte[] module = HostileModules.start(HostileModules.nest(20_000));
    Report report = Attack.by(module).with(patient()).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(1, report.fuelUsed());
  }

  private static Limits patient() {
    return Limits.DEFAULT.withTimeout(Duration.ofSeconds(Attack.PATIENCE - 5));
  }
}
