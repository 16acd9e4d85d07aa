package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sandglass.program.python.Expression.Construct;
import sandglass.program.python.Expression.JoinedString;
import sandglass.program.python.Expression.JoinedString.Conversion;
import sandglass.program.python.Expression.JoinedString.Field;
import sandglass.program.python.Expression.JoinedString.Part;
import sandglass.program.python.Expression.JoinedString.Text;
import sandglass.program.python.Expression.Outside;
import sandglass.program.python.Expression.StringLiteral;
import sandglass.program.python.Token.Kind;
import sandglass.program.python.TokenBuffer.Rule;

/** Strings, their neighbours joined. */
final class StringParser {
  private final Grammar grammar;
  private final TokenBuffer tokens;
  private final List<Span> surrogates = new ArrayList<>();
  private int inFormat;
  private final List<Odd> odd = new ArrayList<>();

  /** A place that is not as simple as it looks, in the words of a refusal. */
  record Odd(Span span, String what) {}

  StringParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /** Strings in which an escape gave half of a surrogate pair. */
  List<Span> surrogates() {
    return surrogates;
  }

  /** What CPython warns of while it reads, and what it does in ways of its own. */
  List<Odd> odd() {
    return odd;
  }

  Expression strings() {
    return tokens.memo(
        Rule.STRINGS,
        () -> {
          int start = tokens.mark();
          var parts = new ArrayList<Part>();
          int bytes = 0;
          int count = 0;
          boolean template = false;
          while (tokens.at(Kind.STRING) || tokens.at(Kind.TEMPLATE_START)) {
            count++;
            if (tokens.at(Kind.STRING)) {
              bytes += plain(parts) ? 1 : 0;
            } else {
              template = true;
              if (!template(parts)) {
                return tokens.nothing(start);
              }
            }
          }
          if (bytes > 0 && bytes < count) {
            throw tokens.fail(tokens.from(start), "cannot mix bytes and nonbytes literals");
          }
          var span = tokens.from(start);
          if (bytes > 0) {
            return new Outside(span, Construct.BYTES, List.of());
          }
          return template ? new JoinedString(span, parts) : literal(span, parts);
        });
  }

  private static StringLiteral literal(Span span, List<Part> parts) {
    return new StringLiteral(span, parts.isEmpty() ? "" : ((Text) parts.getFirst()).value());
  }

  private static void add(List<Part> parts, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!parts.isEmpty() && parts.getLast() instanceof Text(String before)) {
      parts.set(parts.size() - 1, new Text(before + text));
    } else {
      parts.add(new Text(text));
    }
  }

  // Whether it is one of bytes.
  private boolean plain(List<Part> parts) {
    var token = tokens.take();
    var text = token.text();
    int quote = 0;
    while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
      quote++;
    }
    var prefix = text.substring(0, quote).toLowerCase(Locale.ROOT);
    int quotes = text.startsWith(text.substring(quote, quote + 1).repeat(3), quote) ? 3 : 1;
    if (quotes == 3 && text.length() < quote + 6) {
      quotes = 1;
    }
    var inner = text.substring(quote + quotes, text.length() - quotes);
    if (prefix.contains("b")) {
      if (!inner.chars().allMatch(c -> c < 128)) {
        throw tokens.fail(token.span(), "bytes can only contain ASCII literal characters");
      }
      return true;
    }
    add(parts, prefix.contains("r") ? inner : decode(inner, token));
    return false;
  }

  private String decode(String inner, Token token) {
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    var decoder = new Literals.Decoder(inner);
    var value = decoder.decode();
    if (value == null) {
      throw tokens.fail(token.span(), decoder.error());
    }
    if (decoder.surrogates()) {
      surrogates.add(token.span());
    }
    if (decoder.warned()) {
      odd.add(new Odd(token.span(), "an invalid escape sequence"));
    }
    return value;
  }

  private boolean template(List<Part> parts) {
    boolean raw = tokens.take().text().toLowerCase(Locale.ROOT).contains("r");
    while (tokens.accept(Kind.TEMPLATE_END) == null) {
      if (!textOrField(parts, raw, false)) {
        return false;
      }
    }
    return true;
  }

  // In a format, backslashes count in raw strings too.
  private boolean textOrField(List<Part> parts, boolean raw, boolean format) {
    var text = tokens.accept(Kind.TEMPLATE_TEXT);
    if (text != null) {
      add(parts, raw && !format ? text.text() : decode(text.text(), text));
      return true;
    }
    return field(parts, raw);
  }

  boolean field(List<Part> parts, boolean raw) {
    int start = tokens.mark();
    var brace = tokens.accept("{");
    if (brace != null) {
      var value = grammar.expressions.yieldOrStarExpressions();
      if (value != null && restOfField(parts, raw, brace, value)) {
        return true;
      }
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.mistakes.field();
    }
    return false;
  }

  private boolean restOfField(List<Part> parts, boolean raw, Token brace, Expression value) {
    String shown = null;
    if (tokens.accept("=") != null) {
      shown = tokens.source().text().substring(brace.end(), tokens.peek().start());
      if (shown.contains("#")) {
        odd.add(new Odd(value.span(), "a comment in a field that shows its text"));
      }
      if (inFormat > 0) {
        odd.add(new Odd(value.span(), "a field with '=' in a format"));
      }
    }
    var conversion = Conversion.NONE;
    int mark = tokens.mark();
    var sign = tokens.accept("!");
    if (sign != null) {
      var name = tokens.accept(Kind.NAME);
      if (name == null) {
        tokens.reset(mark);
      } else {
        conversion = conversion(sign, name);
      }
    }
    JoinedString format = null;
    if (tokens.accept(":") != null) {
      int formatStart = tokens.mark();
      var formatParts = new ArrayList<Part>();
      inFormat++;
      while (tokens.at(Kind.TEMPLATE_TEXT) || tokens.at("{")) {
        if (!textOrField(formatParts, raw, true)) {
          inFormat--;
          return false;
        }
      }
      inFormat--;
      format = new JoinedString(tokens.from(formatStart), formatParts);
    }
    if (tokens.accept("}") == null) {
      return false;
    }
    if (shown != null) {
      add(parts, raw ? shown : decode(shown, brace));
      if (conversion == Conversion.NONE && format == null) {
        conversion = Conversion.REPR;
      }
    }
    parts.add(new Field(value, conversion, format));
    return true;
  }

  private Conversion conversion(Token sign, Token name) {
    if (sign.end() != name.start()) {
      throw tokens.fail(
          sign.span().to(name.span()),
          "f-string: conversion type must come right after the exclamanation mark");
    }
    return switch (name.text()) {
      case "s" -> Conversion.STR;
      case "r" -> Conversion.REPR;
      case "a" -> Conversion.ASCII;
      default ->
          throw tokens.fail(
              name.span(),
              "f-string: invalid conversion character '"
                  + name.text()
                  + "': expected 's', 'r', or 'a'");
    };
  }
}
