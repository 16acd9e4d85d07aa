package sandglass.tool.mcp;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sandglass.tool.ToolCaller;

/** A server at the other end of two pipes, spoken to in lines. */
public final class RawClient implements AutoCloseable {
  static final long MODULE_BYTES = 50L << 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final OutputStream toServer;
  private final InputStream fromServer;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final CompletableFuture<Boolean> served = new CompletableFuture<>();

  /** With an endpoint in this process. */
  public RawClient(ToolCaller tools) throws IOException {
    this(tools, MODULE_BYTES);
  }

  RawClient(ToolCaller tools, long moduleBytes) throws IOException {
    Pipe in = Pipe.open();
    Pipe out = Pipe.open();
    toServer = Channels.newOutputStream(in.sink());
    fromServer = Channels.newInputStream(out.source());
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (var outgoing = Channels.newOutputStream(out.sink())) {
                served.complete(
                    new McpEndpoint(tools, moduleBytes)
                        .serve(Channels.newInputStream(in.source()), outgoing));
              } catch (IOException | InterruptedException | RuntimeException e) {
                served.completeExceptionally(e);
              }
            });
    Thread.ofPlatform().daemon().start(this::readAnswers);
  }

  private void readAnswers() {
    try (var reader =
        new BufferedReader(new InputStreamReader(fromServer, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        answers.add(MAPPER.readTree(line));
      }
    } catch (JsonProcessingException e) {
      answers.add(new TextNode("not JSON: " + e.getMessage())); // which no test expects
    } catch (IOException e) {
      // The test closed it.
    }
  }

  /** With a server that is a process. */
  RawClient(Process process) {
    toServer = process.getOutputStream();
    fromServer = process.getInputStream();
    var _ = process.onExit().thenAccept(ended -> served.complete(ended.exitValue() == 0));
    Thread.ofPlatform().daemon().start(this::readAnswers);
  }

  /** Sends text as it is. */
  void sendRaw(String text) throws IOException {
    sendBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes as they are. */
  void sendBytes(byte[] bytes) throws IOException {
    toServer.write(bytes);
    toServer.flush();
  }

  /** Sends a line of JSON, in which single quotes stand for double ones. */
  void send(String json) throws IOException {
    sendRaw(json.replace('\'', '"') + "\n");
  }

  /** Begins the session. */
  public void initialize(String version) throws IOException, InterruptedException {
    send(
        "{'jsonrpc':'2.0','id':'init','method':'initialize','params':{'protocolVersion':'"
            + version
            + "','capabilities':{},'clientInfo':{'name':'test','version':'1'}}}");
    assertNotNull(answer("init").get("result"), "initialize is answered");
    send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
  }

  /** Calls a tool with arguments as JSON. */
  public void call(int id, String tool, String arguments) throws IOException {
    send(
        "{'jsonrpc':'2.0','id':%d,'method':'tools/call','params':{'name':'%s','arguments':%s}}"
            .formatted(id, tool, arguments));
  }

  /** The next message. */
  JsonNode next() throws InterruptedException {
    JsonNode answer = answers.poll(300, TimeUnit.SECONDS);
    assertNotNull(answer, "the server answers in time");
    return answer;
  }

  /** The next message, or null if none comes for a while. */
  JsonNode nextIfAny(long millis) throws InterruptedException {
    return answers.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** The next message, which must answer this request. */
  public JsonNode answer(Object id) throws InterruptedException {
    JsonNode next = next();
    if (!next.path("id").asText().equals(id.toString())) {
      throw new AssertionError("an answer to " + id + " was expected, not " + next);
    }
    return next;
  }

  /** Ends the input, and waits until the server has ended. */
  public boolean end() throws Exception {
    toServer.close();
    return served.get(180, TimeUnit.SECONDS);
  }

  /** Takes no more of what the server has to say. */
  void turnAway() throws IOException {
    fromServer.close();
  }

  /** Waits until the server has ended by itself. */
  boolean served() throws Exception {
    return served.get(180, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    toServer.close();
    fromServer.close();
  }
}
