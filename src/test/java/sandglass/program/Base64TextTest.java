package sandglass.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base64TextTest {
  @Test
  void readsEveryForm() throws ProgramException {
    var random = new Random(1);
    for (int length = 1; length < 200; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      var standard = Base64.getEncoder().encodeToString(bytes);
      for (String text :
          new String[] {
            standard,
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            Base64.getUrlEncoder().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            Base64.getMimeEncoder().encodeToString(bytes),
            "\uFEFF  " + standard + "\n",
            "data:application/wasm;base64," + standard,
            standard.replaceAll("(.)", "$1 \t"),
          }) {
        assertArrayEquals(bytes, Base64Text.decode("t", text, 1000), text);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'AAAA\nAA!A', 2, 3, '''!'''",
    "'AA=A', 1, 4, follows",
    "'=AAA', 1, 1, padding",
    "'AAAAA', 1, 5, middle",
    "'AA=', 1, 3, middle",
    "'AAé=', 1, 3, é",
    "'AA===', 1, 5, padding",
    "'😀', 1, 1, 😀"
  })
  void saysWhatIsWrongAndWhere(String text, int line, int column, String cause) {
    var e =
        assertThrows(ProgramException.InSource.class, () -> Base64Text.decode("t.b64", text, 1000));
    var error = e.errors().getFirst();
    assertTrue(error.message().contains(cause), e.getMessage());
    assertEquals(line, error.line(), e.getMessage());
    assertEquals(column, error.column(), e.getMessage());
  }

  @Test
  void refusesNothingAtAll() {
    assertThrows(ProgramException.Rejected.class, () -> Base64Text.decode("t", " \n", 1000));
  }

  @Test
  void refusesTooMuchBeforeDecoding() {
    var e =
        assertThrows(
            ProgramException.Rejected.class,
            () -> Base64Text.decode("t", "AAAA".repeat(1000), 100));
    assertTrue(e.getMessage().contains("more than the 100 bytes"), e.getMessage());
  }
}
