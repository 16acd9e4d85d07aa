package sandglass.tool.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoint, line by line, with tools that do as the test says. */
class McpEndpointTest {
  private static final String LATEST = "2025-11-25";

  private final FakeTools tools = new FakeTools();
  private RawClient client;

  @BeforeEach
  void open() throws Exception {
    client = new RawClient(tools);
  }

  @AfterEach
  void close() throws Exception {
    client.close();
  }

  @Test
  void agreesOnTheVersionThatTheClientAsksFor() throws Exception {
    for (String version : List.of("2024-11-05", "2025-03-26", "2025-06-18", LATEST)) {
      assertEquals(version, agreed(version));
    }
    assertEquals(LATEST, agreed("2031-01-01"), "else on the newest that is known");
  }

  private String agreed(String version) throws Exception {
    client.send(
        "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':'"
            + version
            + "','capabilities':{},'clientInfo':{'name':'test','version':'1'}}}");
    return client.answer(1).at("/result/protocolVersion").asText();
  }

  @Test
  void listsToolsWithSchemas() throws Exception {
    client.initialize(LATEST);
    client.send("{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
    JsonNode tool = client.answer(1).at("/result/tools/0");
    assertEquals("echo", tool.path("name").asText());
    assertEquals("object", tool.at("/inputSchema/type").asText());
    assertEquals("boolean", tool.at("/outputSchema/properties/success/type").asText());
    assertTrue(tool.at("/annotations/readOnlyHint").asBoolean());
  }

  @Test
  void answersWithTextAndWithTheWholeResult() throws Exception {
    client.initialize(LATEST);
    client.call(1, "echo", "{'text':'Grüße \\ud83d\\ude00'}");
    JsonNode result = client.answer(1).path("result");
    assertEquals("Grüße \ud83d\ude00", result.at("/content/0/text").asText());
    assertFalse(result.path("isError").asBoolean());
    assertEquals(12, result.at("/structuredContent/metadata/fuel_used").asInt());
  }

  @Test
  @SuppressWarnings("unchecked")
  void givesResultsThatAreAsTheirSchemaSays() throws Exception {
    client.initialize(LATEST);
    client.send("{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
    JsonNode schema = client.answer(1).at("/result/tools/0/outputSchema");
    client.call(2, "echo", "{'text':'a'}");
    JsonNode result = client.answer(2).at("/result/structuredContent");
    var mapper = new ObjectMapper();
    var validation =
        new DefaultJsonSchemaValidator()
            .validate(
                mapper.convertValue(schema, Map.class), mapper.convertValue(result, Map.class));
    assertTrue(validation.valid(), validation.errorMessage());
  }

  @Test
  void saysSomethingWhereThereIsNoOutput() throws Exception {
    client.initialize(LATEST);
    client.call(1, "echo", "{'text':''}");
    JsonNode result = client.answer(1).path("result");
    assertEquals("done, without output", result.at("/content/0/text").asText());
    assertEquals("", result.at("/structuredContent/output").asText());
  }

  @Test
  void keepsStructureFromClientsOfBeforeIt() throws Exception {
    client.initialize("2024-11-05");
    client.call(1, "echo", "{'text':'a'}");
    JsonNode result = client.answer(1).path("result");
    assertTrue(result.path("structuredContent").isMissingNode(), result.toString());
    client.send("{'jsonrpc':'2.0','id':2,'method':'tools/list'}");
    JsonNode list = client.answer(2).path("result");
    assertTrue(list.at("/tools/0/outputSchema").isMissingNode(), list.toString());
    assertEquals("object", list.at("/tools/0/inputSchema/type").asText());
  }

  @Test
  void tellsAFailureAsAnErrorOfTheTool() throws Exception {
    client.initialize(LATEST);
    client.call(1, "fail", "{}");
    JsonNode result = client.answer(1).path("result");
    assertTrue(result.path("isError").asBoolean());
    assertEquals("the guest trapped", result.at("/content/0/text").asText());
    assertEquals("half of it", result.at("/content/1/text").asText());
    assertFalse(result.at("/structuredContent/success").asBoolean(true));
  }

  @Test
  void namesTheParameterThatIsWrong() throws Exception {
    client.initialize(LATEST);
    client.call(1, "echo", "{'text':5}");
    JsonNode result = client.answer(1).path("result");
    assertTrue(result.path("isError").asBoolean());
    assertEquals(
        "parameters.text: must be a text; give one", result.at("/content/0/text").asText());
  }

  @Test
  void tellsABugInOneLineAndLivesOn() throws Exception {
    client.initialize(LATEST);
    client.call(1, "break", "{}");
    JsonNode error = client.answer(1).path("error");
    assertEquals(-32603, error.path("code").asInt());
    assertFalse(error.path("message").asText().contains("\n"), error.toString());
    assertTrue(error.path("data").isMissingNode(), "no stack trace: " + error);
    echoes(2);
  }

  @Test
  void refusesAnUnknownTool() throws Exception {
    client.initialize(LATEST);
    client.call(1, "ecko", "{}");
    JsonNode error = client.answer(1).path("error");
    assertEquals(-32602, error.path("code").asInt());
    assertEquals(
        "params.name: there is no tool \"ecko\"; did you mean echo?",
        error.path("message").asText());
  }

  @Test
  void refusesRequestsOfTheWrongForm() throws Exception {
    refused(-32600, "initialize first", "{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
    // Clients of later versions ask so whether the server is of their kind.
    refused(-32601, "server/discover", "{'jsonrpc':'2.0','id':1,'method':'server/discover'}");
    refused(-32602, "params", "{'jsonrpc':'2.0','id':1,'method':'initialize'}");
    refused(
        -32602,
        "params.protocolVersion",
        "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':5}}");
    refused(
        -32602,
        "params.capabilities",
        "{'jsonrpc':'2.0','id':1,'method':'initialize','params':"
            + "{'protocolVersion':'2025-06-18','capabilities':[]}}");
    client.initialize(LATEST);
    refused(-32601, "no/such", "{'jsonrpc':'2.0','id':1,'method':'no/such'}");
    refused(-32600, "jsonrpc", "{'jsonrpc':'1.0','id':1,'method':'ping'}");
    refused(-32600, "method", "{'jsonrpc':'2.0','id':1}");
    refused(-32600, "method", "{'jsonrpc':'2.0','id':1,'method':7}");
    refused(-32602, "params", "{'jsonrpc':'2.0','id':1,'method':'tools/call'}");
    refused(-32602, "params", "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':[]}");
    refused(
        -32602,
        "params.name",
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':null}}");
    refused(
        -32602,
        "params.arguments",
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'echo','arguments':'a'}}");
    refused(
        -32602,
        "params._meta.progressToken",
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':"
            + "{'name':'echo','_meta':{'progressToken':[1]}}}");
    echoes(2);
  }

  private void refused(int code, String named, String message) throws Exception {
    client.send(message);
    JsonNode answer = client.answer(1);
    assertEquals(code, answer.at("/error/code").asInt(), answer.toString());
    assertTrue(answer.at("/error/message").asText().contains(named), answer.toString());
  }

  @Test
  void livesOnAfterGarbage() throws Exception {
    client.initialize(LATEST);
    garbage(-32700, "hello");
    garbage(-32700, "{'jsonrpc':'2.0','id':1,'method':'ping'} {}");
    garbage(-32700, "{'jsonrpc':'2.0','id':1,");
    garbage(-32700, "{'id':1,'id':2}");
    garbage(-32700, "\u0000\u0001\u0002");
    garbage(-32700, "[".repeat(100_000));
    garbage(-32700, "{'a':".repeat(100_000));
    garbage(-32600, "5");
    garbage(-32600, "[]");
    garbage(-32600, "{'jsonrpc':'2.0','id':{},'method':'ping'}");
    garbage(-32600, "{'jsonrpc':'2.0','id':1.5,'method':'ping'}");
    garbage(-32600, "{'jsonrpc':'2.0','id':null,'method':'ping'}");
    client.send("");
    client.send("   \r");
    client.send("{'jsonrpc':'2.0','method':'no/such/notification','params':7}");
    client.send("{'jsonrpc':'2.0','method':'notifications/cancelled'}");
    client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':99}}");
    client.send("{'jsonrpc':'2.0','id':77,'result':{}}");
    echoes(2);
  }

  private void garbage(int code, String line) throws Exception {
    client.send(line);
    JsonNode answer = client.next();
    assertTrue(answer.has("id") && answer.get("id").isNull(), answer.toString());
    assertEquals(code, answer.at("/error/code").asInt(), line + " gives " + answer);
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws Exception {
    client.initialize(LATEST);
    client.sendRaw("\"");
    client.sendBytes(new byte[] {(byte) 0xc3, (byte) 0x28, '"', '\n'});
    assertEquals(-32700, client.next().at("/error/code").asInt());
    echoes(2);
  }

  private void echoes(int id) throws Exception {
    client.call(id, "echo", "{'text':'still here'}");
    assertEquals("still here", client.answer(id).at("/result/content/0/text").asText());
  }

  @Test
  void takesEachMessageOfABatch() throws Exception {
    client.initialize("2025-03-26");
    client.send(
        "[{'jsonrpc':'2.0','id':1,'method':'ping'},5,{'jsonrpc':'2.0','id':2,'method':'ping'}]");
    assertTrue(client.answer(1).has("result"));
    assertEquals(-32600, client.next().at("/error/code").asInt());
    assertTrue(client.answer(2).has("result"));
  }

  @Test
  void answersPingsBeforeTheSessionBegins() throws Exception {
    client.send("{'jsonrpc':'2.0','id':1,'method':'ping'}");
    assertTrue(client.answer(1).path("result").isObject());
  }

  @Test
  void doesNotWaitForClientsThatNeverSayTheyAreInitialized() throws Exception {
    assertEquals(LATEST, agreed(LATEST));
    echoes(2);
  }

  @Test
  void stopsACallThatIsCancelledAndAnswersItNoMore() throws Exception {
    client.initialize(LATEST);
    client.call(1, "spin", "{}");
    assertTrue(tools.spinning.await(120, TimeUnit.SECONDS));
    client.send(
        "{'jsonrpc':'2.0','method':'notifications/cancelled','params':"
            + "{'requestId':1,'reason':'a person pressed stop'}}");
    assertTrue(tools.cancelled.await(120, TimeUnit.SECONDS), "the guest is stopped");
    assertTrue(tools.places.tryAcquire(2, 120, TimeUnit.SECONDS), "its place is free");
    tools.places.release(2);
    echoes(2);
    client.call(1, "echo", "{'text':'the id is free'}");
    assertEquals("the id is free", client.answer(1).at("/result/content/0/text").asText());
  }

  @Test
  void stopsACallThatWaitsForItsPlace() throws Exception {
    tools.places.acquire(2);
    client.initialize(LATEST);
    client.call(1, "spin", "{}");
    while (!tools.places.hasQueuedThreads()) {
      Thread.onSpinWait();
    }
    client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");
    while (tools.places.hasQueuedThreads()) {
      Thread.onSpinWait();
    }
    echoes(2);
  }

  @Test
  void answersOthersWhileACallRuns() throws Exception {
    client.initialize(LATEST);
    client.call(1, "spin", "{}");
    client.call(2, "spin", "{}");
    assertTrue(tools.spinning.await(120, TimeUnit.SECONDS));
    echoes(3);
    client.send("{'jsonrpc':'2.0','id':4,'method':'tools/list'}");
    assertTrue(client.answer(4).has("result"));
  }

  @Test
  void refusesAnIdThatIsInUse() throws Exception {
    client.initialize(LATEST);
    client.call(1, "spin", "{}");
    client.call(1, "echo", "{'text':'a'}");
    assertEquals(-32600, client.answer(1).at("/error/code").asInt());
  }

  @Test
  void tellsHowFarACallIsToThoseWhoAsk() throws Exception {
    client.initialize(LATEST);
    client.send(
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':"
            + "{'name':'spin','_meta':{'progressToken':'p'}}}");
    double last = 0;
    for (int i = 0; i < 3; i++) {
      JsonNode told = client.next();
      assertEquals("notifications/progress", told.path("method").asText());
      assertEquals("p", told.at("/params/progressToken").asText());
      assertEquals(1_000_000, told.at("/params/total").asInt());
      assertTrue(told.at("/params/progress").asDouble() > last, told.toString());
      assertTrue(told.at("/params/message").asText().contains("units of fuel"), told.toString());
      last = told.at("/params/progress").asDouble();
    }
  }

  @Test
  void tellsNothingToThoseWhoDoNotAsk() throws Exception {
    client.initialize(LATEST);
    client.call(1, "spin", "{}");
    assertTrue(tools.spinning.await(120, TimeUnit.SECONDS));
    assertNull(client.nextIfAny(700));
  }

  @Test
  void stopsCallsWhenTheInputEndsAndStillAnswersThem() throws Exception {
    client.initialize(LATEST);
    client.call(1, "spin", "{}");
    assertTrue(tools.spinning.await(120, TimeUnit.SECONDS));
    assertTrue(client.end());
    assertEquals(0, tools.cancelled.getCount());
    assertEquals("cancelled", client.answer(1).at("/result/content/0/text").asText());
  }

  @Test
  void endsInTheMiddleOfALine() throws Exception {
    client.initialize(LATEST);
    client.sendRaw("{\"jsonrpc\":\"2.0\",\"id\":1,\"meth");
    assertTrue(client.end());
  }

  @Test
  void answersALastLineWithoutAnEnd() throws Exception {
    client.initialize(LATEST);
    client.sendRaw("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
    assertTrue(client.end());
    assertTrue(client.answer(1).has("result"));
  }

  @Test
  void endsWhenNobodyTakesItsAnswers() throws Exception {
    client.initialize(LATEST);
    client.call(1, "spin", "{}");
    assertTrue(tools.spinning.await(120, TimeUnit.SECONDS));
    client.turnAway();
    client.call(2, "echo", "{'text':'nobody hears this'}");
    assertFalse(client.served());
    assertTrue(tools.cancelled.await(120, TimeUnit.SECONDS));
  }

  @Test
  void takesModulesAsLargeAsAllowed() throws Exception {
    client.initialize(LATEST);
    int length = (int) (RawClient.MODULE_BYTES / 3 * 4);
    client.call(1, "echo", "{'text':'small','module':'" + "A".repeat(length) + "'}");
    assertEquals("small", client.answer(1).at("/result/content/0/text").asText());
  }

  @Test
  void refusesMessagesThatAreLargerAndLivesOn() throws Exception {
    try (var small = new RawClient(tools, 8)) {
      small.initialize(LATEST);
      small.call(1, "echo", "{'text':'" + "A".repeat(17 << 20) + "'}");
      JsonNode answer = small.next();
      assertEquals(-32600, answer.at("/error/code").asInt());
      small.call(2, "echo", "{'text':'a'}");
      assertEquals("a", small.answer(2).at("/result/content/0/text").asText());
    }
  }

  @Test
  void refusesMoreThanItCanHoldAtOnce() throws Exception {
    try (var small = new RawClient(tools, 8)) {
      small.initialize(LATEST);
      String large = "{'text':'" + "A".repeat(15 << 20) + "'}";
      small.call(1, "spin", large);
      small.call(2, "spin", large);
      small.call(3, "spin", large);
      assertEquals(Failure.BUSY, small.answer(3).at("/error/code").asInt());
    }
  }

  @Test
  void answersNamesThatAreNoText() throws Exception {
    client.initialize(LATEST);
    client.send("{'jsonrpc':'2.0','id':1,'method':'no/such/\\ud800\\u0085\\u2028'}");
    assertEquals(-32601, client.answer(1).at("/error/code").asInt());
  }
}
