package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;

final class Builtins {
  record Parameter(String name) {}

  record Signature(String name, String runtime, List<Parameter> parameters) {}

  private Builtins() {}

  static Signature function(String name) {
    return of(name, switch (name) {
      case "str", "bool", "list", "tuple", "dict", "type", "hash", "next" -> "py." + name + "1";
      case "range" -> "py.range3";
      case "pow" -> "py.pow3";
      default -> "py." + name;
    }, 0);
  }

  static Signature method(String name) {
    return of(name, "py.m_" + name, 1);
  }

  static Signature math(String name) {
    return of(name, "py.math_" + name, 0);
  }

  static Signature sys(String name) {
    return of(name, "py." + name, 0);
  }

  private static Signature of(String name, String runtime, int skip) {
    String head = RuntimeText.get().head(runtime);
    int count = head.contains("(param ") ? head.substring(head.indexOf("(param ") + 7).split("\\)")[0].split(" ").length : 0;
    var list = new ArrayList<Parameter>();
    String[] names = switch (name) { case "sorted" -> new String[] {"iterable","reverse"}; case "sum" -> new String[] {"iterable","start"}; case "sort" -> new String[]{"reverse"}; case "split" -> new String[]{"sep","maxsplit"}; default -> new String[0]; };
    for (int i = skip; i < count; i++) {
      list.add(new Parameter(i - skip < names.length ? names[i - skip] : "_" + i));
    }
    return new Signature(name, runtime, list);
  }
}
