import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a script in the place of jpackage's launcher, on Linux: that asks the package managers which package it is of, by some
 * twenty processes for each start, before Java begins. The script has what jpackage wrote down for its launcher.
 *
 * <p>Run by the profile {@code dist}, before anything is trained: {@code java installer/Script.java IMAGE TEMPLATE}. On other
 * systems it does nothing.
 */
final class Script {
    /** What the script calls Java, so that lists of processes name the program. */
    private static final String JAVA = "gradeline";

    private Script() {}

    public static void main(String[] arguments) throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        Path image = Path.of(arguments[0]);
        Path given = image.resolve("lib/app/gradeline.cfg");
        List<String> lines = Files.readAllLines(given);
        String script = Files.readString(Path.of(arguments[1]))
                .replace("@OPTIONS@", values(lines, "java-options").collect(Collectors.joining(" \\\n  ")))
                .replace("@CLASS_PATH@", jars(lines).collect(Collectors.joining(":")))
                .replace("@MAIN@", values(lines, "app.mainclass").findFirst().orElseThrow());
        Path program = image.resolve("bin/gradeline");
        Files.delete(program);
        Files.writeString(program, script.replace("$APPDIR", "$app"));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(given);
        Files.delete(image.resolve("lib/libapplauncher.so"));
        Files.deleteIfExists(image.resolve("lib/app/.jpackage.xml"));
        Path commands = image.resolve("lib/runtime/bin");
        Path java = commands.resolve("java");
        // copied: the runtime calls itself by its own name while the cache is made (Train.java takes it away then)
        Files.copy(java, commands.resolve(JAVA), StandardCopyOption.COPY_ATTRIBUTES);
        try (Stream<Path> others = Files.list(commands)) {
            for (Path other : others.filter(each -> !each.endsWith(JAVA) && !each.equals(java))
                    .toList()) {
                Files.delete(other);
            }
        }
    }

    /** The main jar first, as jpackage has them. */
    private static Stream<String> jars(List<String> lines) {
        return values(lines, "app.classpath");
    }

    private static Stream<String> values(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                // of use to jpackage's launcher alone
                .filter(value -> !value.startsWith("-Djpackage."))
                .map(value -> value.contains("$APPDIR") && name.equals("java-options") ? '"' + value + '"' : value);
    }
}
