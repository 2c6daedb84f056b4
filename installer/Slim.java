import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes out of the program what this system never uses: native libraries of other systems inside the jars, and the archive of
 * classes for a heap without compressed pointers (more than 32 GB, or a collector such as ZGC), and AWT's libraries for windows.
 * A fifth of the download. This system's own native libraries are laid beside the jars (installer/launcher.options names the
 * place), so that no start unpacks them, to wherever files may be run from.
 *
 * <p>Run by the profile {@code dist}, before anything is trained or packed: {@code java installer/Slim.java JARS RUNTIME}.
 */
final class Slim {
    /** The system's part of the path of a native library, in SQLite's driver and in JNA. */
    private static final Pattern NATIVE = Pattern.compile(
            "org/sqlite/native/([^/]+/[^/]+)/.+|com/sun/jna/((?:aix|darwin|dragonflybsd|freebsd|linux|openbsd|sunos|win32)-[^/]+)/.+");

    /** For a heap that nobody has here, and for AWT's own windows: the program never opens one. */
    private static final List<String> NEVER_USED =
            List.of("classes_nocoops.jsa", "libawt_xawt.so", "libsplashscreen.so");

    private Slim() {}

    public static void main(String[] arguments) throws IOException {
        String system = system(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (Stream<Path> jars = Files.list(Path.of(arguments[0]))) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                slim(jar, system);
            }
        }
        try (Stream<Path> files = Files.walk(Path.of(arguments[1]))) {
            for (Path file : files.filter(each -> NEVER_USED.stream().anyMatch(each::endsWith))
                    .toList()) {
                // the runtime makes its archives read-only, which Windows does not delete
                if (!Files.isWritable(file) && !file.toFile().setWritable(true)) {
                    throw new IOException(file + " stays read-only");
                }
                Files.delete(file);
            }
        }
    }

    /** As JNA says it: linux-x86-64, darwin-aarch64, win32-x86-64. */
    private static String system(String os, String arch) {
        String name = os.toLowerCase(Locale.ROOT);
        String family = name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "darwin" : "linux";
        return family + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x86-64" : arch);
    }

    /** A jar in which there is nothing for this system stays whole. */
    private static void slim(Path jar, String system) throws IOException {
        Path slim = jar.resolveSibling(jar.getFileName() + ".slim");
        boolean taken = false;
        boolean found = false;
        try (ZipFile from = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
                String owner = owner(all.nextElement().getName());
                taken |= owner != null && !owner.equals(system);
                found |= system.equals(owner);
            }
            if (!taken || !found) {
                return;
            }
            try (OutputStream file = Files.newOutputStream(slim);
                    ZipOutputStream to = new ZipOutputStream(file)) {
                for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
                    ZipEntry entry = all.nextElement();
                    String owner = owner(entry.getName());
                    if (system.equals(owner)) {
                        String name = entry.getName();
                        try (InputStream in = from.getInputStream(entry)) {
                            Files.copy(in, jar.resolveSibling(name.substring(name.lastIndexOf('/') + 1)));
                        }
                    } else if (owner == null) {
                        ZipEntry same = new ZipEntry(entry.getName());
                        same.setTimeLocal(entry.getTimeLocal());
                        to.putNextEntry(same);
                        try (InputStream in = from.getInputStream(entry)) {
                            in.transferTo(to);
                        }
                        to.closeEntry();
                    }
                }
            }
        }
        long before = Files.size(jar);
        Files.move(slim, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        System.out.printf("%s: %d kB became %d kB%n", jar.getFileName(), before / 1000, Files.size(jar) / 1000);
    }

    /** The system that an entry is for, as JNA says it; null when it is for all. */
    private static String owner(String name) {
        Matcher matcher = NATIVE.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        String sqlite = matcher.group(1);
        return sqlite == null
                ? matcher.group(2)
                : sqlite.toLowerCase(Locale.ROOT)
                        .replace("windows/", "win32-")
                        .replace("mac/", "darwin-")
                        .replace("/", "-")
                        .replace("x86_64", "x86-64");
    }
}
