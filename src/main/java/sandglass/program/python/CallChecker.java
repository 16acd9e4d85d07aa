package sandglass.program.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sandglass.program.python.Builtins.Signature;
import sandglass.program.python.Expression.Argument;
import sandglass.program.python.Expression.Attribute;
import sandglass.program.python.Expression.Call;
import sandglass.program.python.Expression.Generator;
import sandglass.program.python.Expression.Lambda;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Expression.Starred;
import sandglass.program.python.Statement.FunctionDef;
import sandglass.program.python.Statement.Parameter;
import sandglass.program.python.Statement.Passing;

/** Says what in calls is outside the subset. */
final class CallChecker {
  private static final Set<String> OS_ERRORS =
      Set.of(
          "OSError",
          "IOError",
          "EnvironmentError",
          "BlockingIOError",
          "ChildProcessError",
          "ConnectionError",
          "BrokenPipeError",
          "ConnectionAbortedError",
          "ConnectionRefusedError",
          "ConnectionResetError",
          "FileExistsError",
          "FileNotFoundError",
          "InterruptedError",
          "IsADirectoryError",
          "NotADirectoryError",
          "PermissionError",
          "ProcessLookupError",
          "TimeoutError");

  /** Exceptions that need more than a message, or show more. */
  static final Set<String> NOT_MADE = Set.of("UnicodeDecodeError", "UnicodeEncodeError");

  private final Scope scope;
  private final Refusals refusals;
  private final ExpressionChecker expressions;
  private final boolean functionsMayStop;

  CallChecker(
      Scope scope, Refusals refusals, ExpressionChecker expressions, boolean functionsMayStop) {
    this.scope = scope;
    this.refusals = refusals;
    this.expressions = expressions;
    this.functionsMayStop = functionsMayStop;
  }

  void check(Call call) {
    for (var argument : call.arguments()) {
      if (argument.value() instanceof Starred
          || (argument.value() instanceof Expression.Outside(_, var construct, _)
              && construct == Expression.Construct.DOUBLE_STAR_ARGUMENT)) {
        refusals.many(argument.span(), "star-arguments");
        return;
      }
    }
    switch (call.function()) {
      case Name name -> named(call, name);
      case Attribute attribute -> attribute(call, attribute);
      default -> {
        refusals.one(call.function().span(), "calling the value of an expression");
        arguments(call, Set.of());
      }
    }
  }

  private void named(Call call, Name name) {
    var word = name.name();
    switch (scope.what(word)) {
      case VARIABLE -> {
        refusals.one(name.span(), "calling the variable '" + word + "'");
        arguments(call, Set.of());
      }
      case MODULE -> refusals.one(name.span(), "calling the module '" + word + "'");
      case FUNCTION -> own(call, scope.function(word));
      case MEMBER -> {
        var member = scope.member(word);
        int dot = member.lastIndexOf('.');
        member(call, member.substring(0, dot), member.substring(dot + 1));
      }
      case BUILTIN -> builtin(call, name);
    }
  }

  private void attribute(Call call, Attribute attribute) {
    var module = scope.module(attribute.value());
    if (module != null) {
      member(call, module, attribute.name());
      return;
    }
    if (scope.isBuiltin(attribute.value(), Builtins.NAMES)) {
      refusals.many(attribute.nameSpan(), "methods of types");
      return;
    }
    expressions.check(attribute.value());
    var signature = Builtins.method(attribute.name());
    if (signature == null) {
      refusals.one(attribute.nameSpan(), "the method '" + attribute.name() + "'");
      arguments(call, Set.of());
      return;
    }
    switch (attribute.name()) {
      case "format" -> arguments(call, Set.of());
      case "sort" -> {
        key(call);
        bind(call, signature, Set.of("key"));
      }
      case "join" -> generatorOr(call, signature);
      default -> {
        arguments(call, Set.of());
        bind(call, signature, Set.of());
      }
    }
  }

  private void member(Call call, String module, String name) {
    var signature =
        switch (module) {
          case "math" -> Builtins.math(name);
          case "sys" -> Builtins.sys(name);
          default -> null;
        };
    if (signature == null) {
      var span =
          call.function() instanceof Attribute attribute
              ? attribute.nameSpan()
              : call.function().span();
      // Of another module the import is refused.
      if (module.equals("math") || module.equals("sys")) {
        refusals.one(span, "the function '" + module + "." + name + "'");
      }
    } else {
      bind(call, signature, Set.of());
    }
    arguments(call, Set.of());
  }

  private void builtin(Call call, Name name) {
    var word = name.name();
    if (Builtins.EXCEPTIONS.contains(word)) {
      exception(call, name);
      return;
    }
    var signature = Builtins.function(word);
    if (signature == null) {
      if (Builtins.NAMES.contains(word)) {
        refusals.one(name.span(), "the built-in '" + word + "'");
      } else {
        expressions.undefined(name);
      }
      arguments(call, Set.of());
      return;
    }
    switch (word) {
      case "isinstance" -> {
        bind(call, signature, Set.of());
        for (int i = 0; i < call.arguments().size(); i++) {
          var value = call.arguments().get(i).value();
          if (i == 1) {
            expressions.typesOr(value);
          } else {
            expressions.check(value);
          }
        }
      }
      case "print" -> {
        bind(call, signature, Set.of("flush"));
        call.arguments().forEach(argument -> expressions.typeOr(argument.value()));
        flush(call);
      }
      case "str", "repr" -> {
        bind(call, signature, Set.of());
        call.arguments().forEach(argument -> expressions.typeOr(argument.value()));
      }
      case "sorted", "min", "max" -> {
        key(call);
        generatorOr(call, signature);
      }
      case "int" -> {
        arguments(call, Set.of());
        bind(call, signature, Set.of());
        var first = call.arguments().isEmpty() ? null : call.arguments().getFirst();
        if (first != null && first.name() != null) {
          refusals.fails(call.span(), "int() missing string argument");
        }
      }
      default -> {
        if (Builtins.TAKE_GENERATORS.contains(word)) {
          generatorOr(call, signature);
        } else {
          arguments(call, Set.of());
          bind(call, signature, Set.of());
        }
      }
    }
  }

  private void flush(Call call) {
    for (var argument : call.arguments()) {
      if ("flush".equals(argument.name()) && !(argument.value() instanceof Expression.Constant)) {
        refusals.one(argument.span(), "flush= with anything but True or False");
      }
    }
  }

  private void exception(Call call, Name name) {
    arguments(call, Set.of());
    var word = name.name();
    boolean syntax = word.equals("SyntaxError") && call.arguments().size() != 1;
    if (syntax || NOT_MADE.contains(word)) {
      refusals.one(call.span(), "making a " + word);
    }
    if (OS_ERRORS.contains(word) && call.arguments().size() > 1) {
      refusals.one(call.span(), "making a " + word + " of an error number");
    }
    for (var argument : call.arguments()) {
      if (argument.name() != null) {
        refusals.many(argument.span(), "keyword arguments of exceptions");
      }
    }
  }

  private void arguments(Call call, Set<String> except) {
    for (var argument : call.arguments()) {
      if (argument.name() == null || !except.contains(argument.name())) {
        expressions.check(argument.value());
      }
    }
  }

  // The first argument may be a generator, where it is the only one by place.
  private void generatorOr(Call call, Signature signature) {
    bind(call, signature, Set.of("key"));
    var places = call.arguments().stream().filter(a -> a.name() == null).toList();
    boolean alone = places.size() == 1 || (signature.name().equals("sum") && !places.isEmpty());
    for (var argument : call.arguments()) {
      boolean keyed = "key".equals(argument.name()) && takesKey(signature.name());
      if (argument.value() instanceof Generator generator
          && alone
          && argument.equals(call.arguments().getFirst())
          && argument.name() == null) {
        generator(generator, signature.name());
        besides(call);
      } else if (!keyed) {
        expressions.check(argument.value());
      }
    }
  }

  // Computed when the generator has been made but before its items are, so plain values only.
  private void besides(Call call) {
    for (var argument : call.arguments().subList(1, call.arguments().size())) {
      if (!"key".equals(argument.name()) && !isPlain(argument.value())) {
        refusals.one(argument.span(), "anything but a plain value beside a generator expression");
      }
    }
  }

  private static boolean isPlain(Expression value) {
    return switch (value) {
      case Expression.IntLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.Constant _ ->
          true;
      case Expression.Unary(_, var operator, var operand) ->
          operator != Expression.UnaryOperator.INVERT && operand instanceof Expression.IntLiteral;
      case Expression.ListDisplay(_, var elements) -> elements.isEmpty();
      case Expression.TupleDisplay(_, var elements) -> elements.isEmpty();
      default -> false;
    };
  }

  private static boolean takesKey(String name) {
    return name.equals("sorted") || name.equals("min") || name.equals("max");
  }

  private void generator(Generator generator, String function) {
    expressions.comprehension(generator.clauses(), List.of(generator.element()));
    if (functionsMayStop && Generators.mayStop(generator, scope)) {
      refusals.one(generator.span(), "a generator expression in which StopIteration may arise");
    }
    if (function.equals("dict")) {
      boolean pairs =
          generator.element() instanceof Expression.TupleDisplay(_, var elements)
              && elements.size() == 2;
      if (!pairs || !Generators.isQuiet(generator, scope)) {
        refusals.one(generator.span(), "a generator expression for dict other than of plain pairs");
      }
    }
  }

  private void key(Call call) {
    for (var argument : call.arguments()) {
      if ("key".equals(argument.name())) {
        keyValue(argument.value());
      }
    }
  }

  private void keyValue(Expression key) {
    switch (key) {
      case Lambda(var span, var parameters, var body) -> {
        if (parameters.size() != 1
            || parameters.getFirst().defaultValue() != null
            || parameters.getFirst().passing() == Passing.STAR
            || parameters.getFirst().passing() == Passing.DOUBLE_STAR
            || parameters.getFirst().passing() == Passing.KEYWORD_ONLY) {
          refusals.one(span, "lambda with other than one plain parameter");
          return;
        }
        scope.open(List.of(parameters.getFirst().name()));
        expressions.check(body);
        scope.close();
      }
      case Name(var span, var name) when scope.what(name) == Scope.What.FUNCTION -> {
        var function = scope.function(name);
        var item = new Argument(span, null, key);
        bindOwn(new Call(span, key, List.of(item)), function);
      }
      case Name name when scope.isBuiltin(name, Builtins.KEYS) -> {}
      case Attribute(_, Name type, var method, var span)
          when scope.isBuiltin(type, Set.of("str")) -> {
        var signature = Builtins.method(method);
        if (signature == null || signature.least() > 0 || !isOfStrings(method)) {
          refusals.one(span, "'str." + method + "' as a key");
        }
      }
      case Expression.Constant(_, var value) when value == Expression.Constant.Value.NONE -> {}
      default ->
          refusals.one(
              key.span(), "a key other than lambda, a function's name or a built-in's name");
    }
  }

  private static boolean isOfStrings(String method) {
    return Set.of(
            "capitalize",
            "casefold",
            "expandtabs",
            "isalnum",
            "isalpha",
            "isascii",
            "isdecimal",
            "isdigit",
            "isidentifier",
            "islower",
            "isnumeric",
            "isprintable",
            "isspace",
            "istitle",
            "isupper",
            "lower",
            "lstrip",
            "rstrip",
            "split",
            "splitlines",
            "strip",
            "swapcase",
            "title",
            "upper")
        .contains(method);
  }

  // Of built-in functions and methods.
  private void bind(Call call, Signature signature, Set<String> also) {
    int places = 0;
    var names = new HashSet<String>();
    for (var argument : call.arguments()) {
      if (argument.name() == null) {
        places++;
      } else {
        names.add(argument.name());
      }
    }
    var words = signature.name() + "()";
    if (places > signature.most()) {
      // Of some, CPython takes more.
      refusals.one(
          call.span(),
          "'" + signature.name() + "' with " + places + (places == 1 ? " argument" : " arguments"));
      return;
    }
    for (var argument : call.arguments()) {
      var name = argument.name();
      if (name == null || also.contains(name)) {
        continue;
      }
      var parameter = signature.named(name);
      if (parameter == null && signature.takesNames()) {
        continue;
      }
      if (parameter == null) {
        refusals.one(
            argument.span(), "the keyword argument '" + name + "' of '" + signature.name() + "'");
        return;
      }
      if (signature.parameters().indexOf(parameter) < places
          && signature.parameters().stream().noneMatch(Builtins.Parameter::many)) {
        refusals.fails(call.span(), words + " got '" + name + "' twice");
        return;
      }
    }
    for (int i = places; i < signature.parameters().size(); i++) {
      var parameter = signature.parameters().get(i);
      if (!parameter.optional() && !parameter.many() && !names.contains(parameter.name())) {
        refusals.fails(call.span(), words + " missing the argument '" + parameter.name() + "'");
        return;
      }
    }
    if (signature.name().equals("min") || signature.name().equals("max")) {
      if (places == 0) {
        refusals.fails(call.span(), words + " expected at least 1 argument, got 0");
      } else if (places > 1 && names.contains("default")) {
        refusals.fails(call.span(), "Cannot specify a default for " + words);
      }
    }
  }

  private void own(Call call, FunctionDef function) {
    arguments(call, Set.of());
    bindOwn(call, function);
  }

  // Of a function of the program, in CPython's words.
  private void bindOwn(Call call, FunctionDef function) {
    var parameters = function.parameters();
    if (parameters.stream()
        .anyMatch(p -> p.passing() == Passing.STAR || p.passing() == Passing.DOUBLE_STAR)) {
      return;
    }
    var places = parameters.stream().filter(p -> p.passing() != Passing.KEYWORD_ONLY).toList();
    var given = new HashSet<Parameter>();
    int count = 0;
    var words = function.name() + "()";
    for (var argument : call.arguments()) {
      if (argument.name() == null) {
        if (count < places.size()) {
          given.add(places.get(count));
        }
        count++;
        continue;
      }
      var found =
          parameters.stream()
              .filter(
                  p -> p.name().equals(argument.name()) && p.passing() != Passing.POSITIONAL_ONLY)
              .findFirst();
      if (found.isEmpty()) {
        refusals.fails(
            argument.span(),
            words + " got an unexpected keyword argument '" + argument.name() + "'");
        return;
      }
      if (!given.add(found.get())) {
        refusals.fails(
            argument.span(), words + " got multiple values for argument '" + argument.name() + "'");
        return;
      }
    }
    if (count > places.size()) {
      refusals.fails(call.span(), tooMany(words, places, count));
      return;
    }
    var missing = new ArrayList<String>();
    boolean keywords = false;
    for (var parameter : parameters) {
      if (parameter.defaultValue() == null && !given.contains(parameter)) {
        missing.add("'" + parameter.name() + "'");
        keywords |= parameter.passing() == Passing.KEYWORD_ONLY;
      }
    }
    if (!missing.isEmpty()) {
      refusals.fails(
          call.span(),
          words
              + " missing "
              + missing.size()
              + (keywords ? " required argument" : " required positional argument")
              + (missing.size() == 1 ? ": " : "s: ")
              + String.join(", ", missing));
    }
  }

  private static String tooMany(String words, List<Parameter> places, int count) {
    long required = places.stream().filter(p -> p.defaultValue() == null).count();
    int most = places.size();
    var takes = required < most ? "from " + required + " to " + most : "" + most;
    boolean one = required == most && most == 1;
    return words
        + " takes "
        + takes
        + (one ? " positional argument but " : " positional arguments but ")
        + count
        + (count == 1 ? " was given" : " were given");
  }
}
