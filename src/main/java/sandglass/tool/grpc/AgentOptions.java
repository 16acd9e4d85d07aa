package sandglass.tool.grpc;

import java.time.Duration;

/**
 * How the gRPC server serves.
 *
 * @param host the address to listen on, a name or a number
 * @param port the port, 0 for any that is free
 * @param maxMessageBytes what a request may have, 1 or more; larger ones are {@code
 *     RESOURCE_EXHAUSTED}
 * @param grace how long calls may go on after the server was told to stop, 0 or more
 */
public record AgentOptions(String host, int port, int maxMessageBytes, Duration grace) {
  /** The guide's port. */
  public static final int PORT = 50051;

  /** A module of 50 MiB in base64, and what is around it; 51 MiB too, to be told what is wrong. */
  public static final int MAX_MESSAGE_BYTES = 72 << 20;

  /** Loopback only, the guide's port, 72 MiB, 10 s. */
  public static final AgentOptions DEFAULT =
      new AgentOptions("127.0.0.1", PORT, MAX_MESSAGE_BYTES, Duration.ofSeconds(10));

  /** Checks the ranges. */
  public AgentOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is between 0 and 65535");
    }
    if (maxMessageBytes < 1) {
      throw new IllegalArgumentException("a message has 1 byte or more");
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("the time to finish must not be negative");
    }
  }

  /** These options with another port. */
  public AgentOptions withPort(int value) {
    return new AgentOptions(host, value, maxMessageBytes, grace);
  }

  /** These options with another bound on requests, in bytes. */
  public AgentOptions withMaxMessageBytes(int value) {
    return new AgentOptions(host, port, value, grace);
  }

  /** These options with another time to finish. */
  public AgentOptions withGrace(Duration value) {
    return new AgentOptions(host, port, maxMessageBytes, value);
  }
}
