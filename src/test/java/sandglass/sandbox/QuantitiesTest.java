package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "65536, 65536",
    "64k, 65536",
    "64K, 65536",
    "64KiB, 65536",
    "64 KiB, 65536",
    "1KB, 1000",
    "1MB, 1000000",
    "256MiB, 268435456",
    "1.5GiB, 1610612736",
    "1e3, 1000",
    "7EiB, -1",
    "1TiB, 1099511627776",
    "8388607TiB, 9223370937343148032",
    "1_000, 1000",
    "3b, 3"
  })
  void readsSizes(String text, long bytes) {
    if (bytes < 0) {
      assertThrows(IllegalArgumentException.class, () -> Quantities.parseBytes(text));
    } else {
      assertEquals(bytes, Quantities.parseBytes(text));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1M, 1000000",
    "1000G, 1000000000000",
    "100_000_000, 100000000",
    "1e6, 1000000",
    "2.5k, 2500",
    "1E+3, 1000",
    "9223372036854775807, 9223372036854775807"
  })
  void readsCounts(String text, long count) {
    assertEquals(count, Quantities.parseCount(text));
  }

  @ParameterizedTest
  @CsvSource({
    "30s, 30000",
    "500ms, 500",
    "2m, 120000",
    "1h, 3600000",
    "1.5s, 1500",
    "1d, 86400000"
  })
  void readsDurations(String text, long millis) {
    assertEquals(Duration.ofMillis(millis), Quantities.parseDuration(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "",
        " ",
        "-1",
        "-0",
        "1e99",
        "1e999999999",
        "9999999TiB",
        "NaN",
        "inf",
        "Infinity",
        "0x10",
        "1.2.3",
        "1__0",
        "_1",
        "1_",
        "12 monkeys",
        "1e-3",
        ".5",
        "9223372036854775808",
        "1.00000000001",
        "٣"
      })
  void refusesWhatIsNoSize(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Quantities.parseBytes(text));
    assertTrue(e.getMessage().contains("write for example 256MiB"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Quantities.parseCount(text));
    assertThrows(IllegalArgumentException.class, () -> Quantities.parseDuration(text));
  }

  @Test
  void namesTheText() {
    var e = assertThrows(IllegalArgumentException.class, () -> Quantities.parseCount("9z"));
    assertEquals(
        "\"9z\" has an unknown unit (z); write for example 1M or 100_000_000", e.getMessage());
  }

  @Test
  void asksForTheUnitOfADuration() {
    var e = assertThrows(IllegalArgumentException.class, () -> Quantities.parseDuration("30"));
    assertTrue(e.getMessage().contains("lacks its unit"), e.getMessage());
  }

  @Test
  void cutsLongTextsShort() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Quantities.parseBytes("9".repeat(100_000)));
    assertTrue(e.getMessage().length() < 120, e.getMessage());
  }

  @Test
  void formats() {
    assertEquals("1 byte", Quantities.formatBytes(1));
    assertEquals("1023 bytes", Quantities.formatBytes(1023));
    assertEquals("1.5 KiB", Quantities.formatBytes(1536));
    assertEquals("256 MiB", Quantities.formatBytes(256L << 20));
    assertEquals("8 EiB", Quantities.formatBytes(Long.MAX_VALUE));
    assertEquals("100,000,000", Quantities.formatCount(100_000_000));
    assertEquals("30 s", Quantities.formatDuration(Duration.ofSeconds(30)));
    assertEquals("12.3 ms", Quantities.formatDuration(Duration.ofNanos(12_300_000)));
    assertEquals("2 min", Quantities.formatDuration(Duration.ofMinutes(2)));
  }
}
