package sandglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Store;
import sandglass.sandbox.Sandbox;

/** What {@code serve} says where it cannot serve. */
class ServeCliTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int execute(String... args) {
    try (var sandbox = Sandbox.inMemory()) {
      var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, err);
      var interpreters = new Interpreters(new Store(folder.resolve("kept")), _ -> null);
      return new Cli(
              terminal,
              (_, _, _, _) -> {
                throw new AssertionError("nothing runs");
              },
              interpreters,
              () -> sandbox,
              false)
          .execute(args);
    }
  }

  private void refused(int status, String message, String... args) {
    err.reset();
    assertEquals(status, execute(args), err.toString(StandardCharsets.UTF_8));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains(message), said);
    assertEquals(1, said.lines().count(), said);
    assertEquals(0, out.size());
  }

  @Test
  void saysWhatIsWrongWithItsOptions() throws Exception {
    refused(64, "--port: ", "serve", "--port", "x");
    refused(64, "a port is between 0 and 65535", "serve", "--port", "65536");
    refused(64, "--concurrency must be 1 or more", "serve", "--concurrency", "0");
    refused(64, "--queue must be 0 or more", "serve", "--queue", "-1");
    refused(64, "not COUNT/SIZE", "serve", "--record", "x", "--record-limit", "5");
    refused(64, "--record-limit needs --record", "serve", "--record-limit", "5/1MiB");
    refused(64, "below 2GiB", "serve", "--max-message", "2GiB");
    refused(64, "fuel must be", "serve", "--fuel", "0");
    refused(65, "there is no such folder", "serve", "--allow", folder.resolve("no").toString());
    Path file = Files.writeString(folder.resolve("file"), "");
    refused(65, "is not a folder", "serve", "--allow", file.toString());
    refused(74, "cannot be recorded there", "serve", "--record", file.resolve("x").toString());
  }

  @Test
  void saysWhereASettingsFileIsWrong() throws Exception {
    Path config = folder.resolve("shannon.yaml");
    Files.writeString(config, "wasi:\n  max_fuel: 5\n  security:\n    allow_network: true\n");
    refused(65, config + ":4:", "serve", "--config", config.toString());
    Files.writeString(config, "wasi:\n  max_fool: 5\n");
    refused(65, "max_fool", "serve", "--config", config.toString());
  }

  @Test
  void saysWhyTheAddressCannotBeHad() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      refused(69, "127.0.0.1:" + port + ": the port is taken", "serve", "--port", port);
    }
    refused(69, "there is no such address", "serve", "--host", "no.such.host.invalid");
  }

  @Test
  void helpNamesEveryOption() {
    assertEquals(0, execute("serve", "--help"));
    String help = out.toString(StandardCharsets.UTF_8);
    for (String option :
        new String[] {
          "--port",
          "--host",
          "--allow",
          "--concurrency",
          "--queue",
          "--record",
          "--record-limit",
          "--max-message",
          "--grace",
          "--verbose",
          "--fuel",
          "--timeout"
        }) {
      assertTrue(help.contains(option), option);
    }
    assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
  }
}
