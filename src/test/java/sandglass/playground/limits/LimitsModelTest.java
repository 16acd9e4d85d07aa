package sandglass.playground.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.sandbox.Limits;

class LimitsModelTest {
  private final LimitsModel model = new LimitsModel();

  @Test
  void startsWithTheDefaultsInShortForm() {
    assertEquals(Limits.DEFAULT, model.value().get());
    assertEquals(
        List.of("100M", "256MiB", "30s", "50MiB", "64MiB", "256MiB", "10k"),
        model.fields().stream().map(field -> field.text().get()).toList());
    assertEquals("268,435,456 bytes", model.field(LimitKind.MEMORY).fullText());
    assertEquals("30,000 ms", model.field(LimitKind.TIMEOUT).fullText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "abc", "1e99", "9999999TiB", "", "   ", "NaN", "1.5.5", "∞", "1e999999999"})
  void keepsLastGoodValue(String typed) {
    for (var field : model.fields()) {
      long before = field.value().get();
      field.text().set(typed);
      String said = field.error().get();
      assertTrue(said.contains("write for example"), said);
      field.commit();
      assertEquals(before, field.value().get());
      assertEquals(typed, field.text().get(), "what was typed stays to be put right");
      assertEquals(said, field.error().get());
    }
    assertEquals(Limits.DEFAULT, model.commit());
  }

  @ParameterizedTest
  @CsvSource({
    "FUEL, 0, '\"0\" is below the least, 1; write for example 100M'",
    "FUEL, 2e18, '\"2e18\" is above the most, 1000000T; write for example 100M'",
    "MEMORY, 2TiB, '\"2TiB\" is above the most, 1TiB; write for example 256MiB'",
    "TIMEOUT, 0s, '\"0s\" is below the least, 1ms; write for example 30s'",
    "TIMEOUT, 366d, '\"366d\" is above the most, 365d; write for example 30s'",
    "TIMEOUT, 30, '\"30\" lacks its unit; write for example 30s, 500ms or 2m'",
    "MODULE, 7, '\"7\" is below the least, 8B; write for example 50MiB'",
    "TABLES, 3G, '\"3G\" is above the most, 2_147_483_647; write for example 10k'",
    "MEMORY, 12 parsecs,"
        + " '\"12 parsecs\" has an unknown unit (parsecs); write for example 256MiB or 65536'",
  })
  void saysWhatIsWrong(LimitKind kind, String typed, String message) {
    model.field(kind).text().set(typed);
    assertEquals(message, model.field(kind).error().get());
  }

  @Test
  void takesWhatIsTypedWhenCommitted() {
    var fuel = model.field(LimitKind.FUEL);
    fuel.text().set("1_000_000_000");
    assertEquals(Limits.DEFAULT, model.value().get(), "not while typing");
    fuel.commit();
    assertEquals(1_000_000_000L, model.value().get().fuel());
    assertEquals("1G", fuel.text().get());
    assertTrue(fuel.modified().get());
    fuel.reset();
    assertEquals("100M", fuel.text().get());
    assertFalse(fuel.modified().get());
  }

  @Test
  void takesWhatIsTypedInEveryFieldForARun() {
    model.field(LimitKind.FUEL).text().set("2G");
    model.field(LimitKind.MEMORY).text().set("abc");
    model.field(LimitKind.TIMEOUT).text().set("1.5s");
    assertEquals(
        Limits.DEFAULT.withFuel(2_000_000_000L).withTimeout(Duration.ofMillis(1500)),
        model.commit());
  }

  @Test
  void forgetsWhatWasTypedOnRevert() {
    var memory = model.field(LimitKind.MEMORY);
    memory.text().set("abc");
    memory.revert();
    assertEquals("256MiB", memory.text().get());
    assertEquals("", memory.error().get());
  }

  @ParameterizedTest
  @CsvSource({
    "FUEL, 1, 1",
    "FUEL, 2048, 2048",
    "FUEL, 5000, 5k",
    "FUEL, 1500000, 1.5M",
    "FUEL, 123456789, 123_456_789",
    "FUEL, 1000000000000000000, 1000000T",
    "FUEL, 10000, 10k",
    "FUEL, 12345, 12.345k",
    "MEMORY, 0, 0B",
    "MEMORY, 65536, 64KiB",
    "MEMORY, 1572864, 1.5MiB",
    "MEMORY, 65537, 65_537B",
    "MEMORY, 9223372036854775807, 9_223_372_036_854_775_807B",
    "TIMEOUT, 1, 1ns",
    "TIMEOUT, 1500000, 1.5ms",
    "TIMEOUT, 90000000000, 90s",
    "TIMEOUT, 120000000000, 2m",
    "TIMEOUT, 5400000000000, 90m",
    "TIMEOUT, 3600000000000, 1h",
    "TIMEOUT, 86400000000000, 1d",
    "TIMEOUT, 1234567891, 1234567891ns",
  })
  void writesShortlyAndReadsBackExactly(LimitKind kind, long value, String text) {
    assertEquals(text, LimitScale.of(kind).unit().compact(value));
    assertEquals(value, LimitScale.of(kind).unit().parse(text));
  }

  @ParameterizedTest
  @EnumSource(LimitKind.class)
  void slidesThroughRoundValuesUpwards(LimitKind kind) {
    var field = model.field(kind);
    var seen = new ArrayList<Long>();
    for (int i = 0; i <= 1000; i++) {
      field.slide(i / 1000.0);
      long value = field.value().get();
      if (seen.isEmpty() || seen.getLast() != value) {
        assertTrue(seen.isEmpty() || seen.getLast() < value, () -> value + " after " + seen);
        seen.add(value);
      }
    }
    assertEquals(LimitScale.of(kind).slider().min(), seen.getFirst());
    assertEquals(LimitScale.of(kind).slider().max(), seen.getLast());
    assertTrue(seen.size() > 10, seen::toString);
    for (long value : seen) {
      field.put(value);
      field.slide(field.position());
      assertEquals(value, field.value().get(), "there and back");
      assertTrue(field.text().get().length() <= 6, field.text().get());
    }
    assertEquals(value(kind), field.value().get());
  }

  private long value(LimitKind kind) {
    return kind.get(model.value().get());
  }

  @Test
  void slidesInOneTwoFiveAndPowersOfTwo() {
    assertEquals(List.of("1k", "2k", "5k", "10k", "20k"), climb(LimitKind.FUEL, 5));
    assertEquals(List.of("64KiB", "128KiB", "256KiB"), climb(LimitKind.MEMORY, 3));
    assertEquals(
        List.of(
            "100ms", "200ms", "500ms", "1s", "2s", "5s", "10s", "20s", "50s", "1m", "2m", "5m",
            "10m", "30m", "1h", "1h"),
        climb(LimitKind.TIMEOUT, 16));
  }

  private List<String> climb(LimitKind kind, int steps) {
    var field = model.field(kind);
    field.slide(0);
    var texts = new ArrayList<String>();
    for (int i = 0; i < steps; i++) {
      texts.add(field.text().get());
      field.step(1);
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, -1})
  void slidesNowhereOutside(double position) {
    model.field(LimitKind.FUEL).slide(position);
    assertEquals(1000, model.value().get().fuel());
  }

  @Test
  void keepsTypedValuesBetweenTheSteps() {
    var fuel = model.field(LimitKind.FUEL);
    fuel.text().set("123_456_789");
    fuel.commit();
    assertEquals(123_456_789L, model.value().get().fuel());
    assertTrue(fuel.position() > 0.55 && fuel.position() < 0.57, () -> "" + fuel.position());
    fuel.step(1);
    assertEquals("200M", fuel.text().get());
    fuel.put(123_456_789L);
    fuel.step(-1);
    assertEquals("100M", fuel.text().get());
  }

  @Test
  void standsAtTheSlidersEndForMoreThanItReaches() {
    var memory = model.field(LimitKind.MEMORY);
    memory.put(1L << 39);
    assertEquals(1, memory.position());
    memory.step(1);
    assertEquals(1L << 39, memory.value().get());
    memory.step(-1);
    assertEquals(4L << 30, memory.value().get());
    memory.put(0);
    assertEquals(0, memory.position());
    memory.step(-1);
    assertEquals(0, memory.value().get());
    memory.step(1);
    assertEquals("64KiB", memory.text().get());
  }

  @Test
  void knowsItsPresets() {
    for (var preset : LimitsPreset.values()) {
      model.set(preset.limits());
      assertEquals(Optional.of(preset), model.preset().get());
      assertEquals(preset.limits(), model.value().get());
    }
    model.field(LimitKind.FUEL).step(1);
    assertEquals(Optional.empty(), model.preset().get());
  }

  @Test
  void setsAllAtOnce() {
    var seen = new ArrayList<Limits>();
    model.value().addListener((property, before, now) -> seen.add(now));
    model.field(LimitKind.OUTPUT).text().set("abc");
    model.set(LimitsPreset.CPYTHON.limits());
    assertEquals(List.of(LimitsPreset.CPYTHON.limits()), seen);
    assertEquals("", model.field(LimitKind.OUTPUT).error().get());
    assertEquals("10G", model.field(LimitKind.FUEL).text().get());
  }

  @Test
  void takesLimitsThatCannotBeTyped() {
    var odd = Limits.DEFAULT.withMemoryBytes(Long.MAX_VALUE).withTimeout(Duration.ofNanos(7));
    model.set(odd);
    assertEquals(odd, model.commit());
    assertEquals("", model.field(LimitKind.MEMORY).error().get());
  }

  @Test
  void raisesWhatWasReached() {
    model.markReached(Optional.of(LimitKind.FUEL));
    assertTrue(model.field(LimitKind.FUEL).reached().get());
    assertFalse(model.field(LimitKind.MEMORY).reached().get());
    assertEquals(Optional.of("1G"), model.field(LimitKind.FUEL).raisedText());
    assertEquals(
        Optional.of(Limits.DEFAULT.withFuel(1_000_000_000L)), model.raised(LimitKind.FUEL));
    model.raise(LimitKind.FUEL);
    assertEquals(1_000_000_000L, model.value().get().fuel());
    assertFalse(model.field(LimitKind.FUEL).reached().get(), "another limit, not reached yet");
    model.markReached(Optional.of(LimitKind.MEMORY));
    model.markReached(Optional.empty());
    assertFalse(model.field(LimitKind.MEMORY).reached().get());
  }

  @Test
  void doublesMemoryAndTime() {
    assertEquals(Optional.of("512MiB"), model.field(LimitKind.MEMORY).raisedText());
    assertEquals(Optional.of("1m"), model.field(LimitKind.TIMEOUT).raisedText());
    model.field(LimitKind.MEMORY).put(0);
    assertEquals(Optional.of("64KiB"), model.field(LimitKind.MEMORY).raisedText());
  }

  @Test
  void raisesNoFurtherThanTheMost() {
    var fuel = model.field(LimitKind.FUEL);
    fuel.put(Limits.MAX_FUEL - 1);
    assertEquals(Optional.of(Limits.MAX_FUEL), fuel.raised());
    model.raise(LimitKind.FUEL);
    assertEquals(Optional.empty(), model.raised(LimitKind.FUEL));
    model.raise(LimitKind.FUEL);
    assertEquals(Limits.MAX_FUEL, model.value().get().fuel());
  }
}
