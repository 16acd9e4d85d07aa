package sandglass.program;

import com.dylibso.chicory.wasm.types.FieldType;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.SubType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types as text, in the words of the WebAssembly text format. */
public final class ModuleTypes {
  private ModuleTypes() {}

  /** A function's type, such as {@code (i32, i64) -> (f64)}. */
  public static String text(FunctionType type) {
    return list(type.params()) + " -> " + list(type.returns());
  }

  private static String list(List<ValType> types) {
    return types.stream().map(ModuleTypes::text).collect(Collectors.joining(", ", "(", ")"));
  }

  static String text(SubType type) {
    var comp = type.compType();
    if (comp.funcType() != null) {
      return text(comp.funcType());
    }
    if (comp.arrayType() != null) {
      return "array " + text(comp.arrayType().fieldType());
    }
    return Arrays.stream(comp.structType().fieldTypes())
        .map(ModuleTypes::text)
        .collect(Collectors.joining(", ", "struct {", "}"));
  }

  private static String text(FieldType field) {
    var storage = field.storageType();
    String type =
        storage.packedType() == null
            ? text(storage.valType())
            : storage.packedType().name().toLowerCase(Locale.ROOT);
    return field.mut() == MutabilityType.Var ? "mut " + type : type;
  }

  static String text(ValType type) {
    return switch (type.opcode()) {
      case ValType.ID.I32 -> "i32";
      case ValType.ID.I64 -> "i64";
      case ValType.ID.F32 -> "f32";
      case ValType.ID.F64 -> "f64";
      case ValType.ID.V128 -> "v128";
      case ValType.ID.Ref -> "(ref " + heap(type.typeIdx()) + ")";
      case ValType.ID.RefNull -> nullable(heap(type.typeIdx()));
      default -> nullable(heap(type.opcode() - 0x80));
    };
  }

  /**
   * {@code funcref} is short for {@code (ref null func)}, and so on; indexes have no short form.
   */
  private static String nullable(String heap) {
    return switch (heap) {
      case "none" -> "nullref";
      case "nofunc" -> "nullfuncref";
      case "noextern" -> "nullexternref";
      default -> Character.isDigit(heap.charAt(0)) ? "(ref null " + heap + ")" : heap + "ref";
    };
  }

  private static String heap(int code) {
    return switch (code) {
      case -13 -> "nofunc";
      case -14 -> "noextern";
      case -15 -> "none";
      case -16 -> "func";
      case -17 -> "extern";
      case -18 -> "any";
      case -19 -> "eq";
      case -20 -> "i31";
      case -21 -> "struct";
      case -22 -> "array";
      case -23 -> "exn";
      default -> Integer.toString(code);
    };
  }
}
