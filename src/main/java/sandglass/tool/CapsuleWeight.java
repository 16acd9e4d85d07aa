package sandglass.tool;

import sandglass.capsule.CapsuleFile;
import sandglass.capsule.Content;
import sandglass.capsule.GivenFolder;
import sandglass.sandbox.Report;

/** About how many bytes of memory a capsule and a report keep from being used again. */
final class CapsuleWeight {
  private static final long REST = 4_096;

  private CapsuleWeight() {}

  static long of(CapsuleFile capsule) {
    long weight = REST + of(capsule.program()) + of(capsule.world().stdin());
    for (var folder : capsule.world().folders()) {
      if (folder.files() instanceof GivenFolder.Files.Here here) {
        for (var item : here.items()) {
          weight += item instanceof GivenFolder.Item.File file ? of(file.content()) : 0;
        }
      }
    }
    return weight;
  }

  static long of(Report report) {
    return report.stdout().bytes().length
        + report.stderr().bytes().length
        + 200L * (report.calls().size() + report.memoryGrowths().size());
  }

  private static long of(CapsuleFile.Code code) {
    return switch (code) {
      case CapsuleFile.Code.Wat wat -> wat.text().length();
      case CapsuleFile.Code.Python python -> python.text().length();
      case CapsuleFile.Code.Module module -> of(module.content());
      case CapsuleFile.Code.Script script -> script.text().length();
    };
  }

  private static long of(Content content) {
    return content instanceof Content.Here here ? here.bytes().length : 0;
  }
}
