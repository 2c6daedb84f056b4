import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Gathers what the program owes to others: a list of all libraries with their licences, and the texts of these, from the
 * bill of materials, from the libraries themselves and from {@code installer/licences}. Fails where a licence is one that
 * nobody has agreed to, or where a text is missing.
 *
 * <p>Run by the profile {@code dist}, after Slim.java: {@code java -cp JARS/* installer/Notices.java BOM JARS RUNTIME OUTPUT}.
 */
final class Notices {
    private static final String GPL = "GPL-2.0-only WITH Classpath-exception-2.0";

    /** What may be in the product, to how SPDX writes it. GPL only with the exception that lets others link to it. */
    private static final Map<String, String> AGREED = Map.of(
            "Apache-2.0", "Apache-2.0",
            "MIT", "MIT",
            "BSD-2-Clause", "BSD-2-Clause",
            "BSD-3", "BSD-3-Clause",
            "The 3-Clause BSD License", "BSD-3-Clause",
            "EPL-2.0", "EPL-2.0",
            "LGPL-2.1-only", "LGPL-2.1-only",
            "LGPL-2.1-or-later", "LGPL-2.1-or-later",
            "GPL-2.0-with-classpath-exception", GPL);

    /** Licences whose text is the same for all; the others name who wrote the work, so each work needs its own. */
    private static final Map<String, String> SHARED = Map.of(
            "Apache-2.0",
            "Apache-2.0.txt",
            "EPL-2.0",
            "EPL-2.0.txt",
            "LGPL-2.1-only",
            "LGPL-2.1.txt",
            "LGPL-2.1-or-later",
            "LGPL-2.1.txt",
            GPL,
            "GPL-2.0-with-classpath-exception.txt");

    /** Debian's names, where they are not SPDX's. */
    private static final Map<String, String> DEBIAN = Map.of(
            "LGPL-2.1-only",
            "LGPL-2.1",
            "LGPL-2.1-or-later",
            "LGPL-2.1+",
            "blessing",
            "public-domain",
            GPL,
            "GPL-2 with Classpath exception");

    private static final String JAR = ".jar";

    /** What the native library of a jar has in its name on every system. */
    private static final Map<String, String> NATIVES = Map.of("sqlite-jdbc", "sqlitejdbc", "jna", "jnidispatch");

    private static final Path TEXTS = Path.of("installer", "licences");
    private static final Path FONTS = Path.of("src", "main", "resources", "dev", "gradeline", "fonts");

    private final Path jars;
    private final Path out;

    private Notices(Path jars, Path out) {
        this.jars = jars;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Path out = Path.of(arguments[3]);
        Files.createDirectories(out);
        new Notices(Path.of(arguments[1]), out).write(Path.of(arguments[0]), Path.of(arguments[2]));
    }

    private void write(Path bom, Path runtime) throws Exception {
        copy(Path.of("LICENSE"), "Apache-2.0.txt");
        copy(TEXTS.resolve("EPL-2.0.txt"), "EPL-2.0.txt");
        copy(TEXTS.resolve("LGPL-2.1.txt"), "LGPL-2.1.txt");
        Path java = runtime.resolve("legal").resolve("java.base");
        // JavaFX and the JDK have the same licence with the same exception
        Files.writeString(
                out.resolve("GPL-2.0-with-classpath-exception.txt"),
                Files.readString(java.resolve("LICENSE")) + "\n"
                        + Files.readString(java.resolve("ASSEMBLY_EXCEPTION")));
        Materials materials = Materials.of(bom, jars, runtime, FONTS, AGREED);
        materials.write(out.resolve(fileName(bom)));
        // for the field of an .rpm
        Files.writeString(out.resolve("licence.txt"), materials.licence() + "\n");
        StringBuilder list = new StringBuilder("""
                Gradeline is under the Apache License 2.0 (Apache-2.0.txt). It contains the work of others, with thanks.
                Beside this file are the texts of their licences, and gradeline.cdx.json, the same list for machines. The Java
                runtime has works of others in it: see legal/ in the runtime.

                """.replace("\r", ""));
        for (Materials.Part library : materials.parts()) {
            list.append(line(library, texts(library)));
        }
        Files.writeString(out.resolve("THIRD-PARTY.txt"), list);
        Files.writeString(out.resolve("debian-copyright.txt"), debian(materials.parts()));
    }

    /** What a jar is under, and what is in it besides: one of the licences of each is enough. */
    private String debian(List<Materials.Part> parts) throws IOException {
        StringBuilder text = new StringBuilder("""
                Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
                Upstream-Name: gradeline

                Files: *
                Copyright: 2026 the contributors to Gradeline
                License: Apache-2.0

                Files: opt/gradeline/lib/runtime/*
                Copyright: Oracle and/or its affiliates, and others named in opt/gradeline/lib/runtime/legal
                License: GPL-2 with Classpath exception

                """);
        Set<String> used = new TreeSet<>(Set.of("Apache-2.0", DEBIAN.get(GPL)));
        List<String> natives = packed(name -> !name.endsWith(JAR));
        for (String jar : packed(name -> name.endsWith(JAR))) {
            List<Materials.Part> inside =
                    parts.stream().filter(part -> part.in().equals(jar)).toList();
            String name = jar.substring(0, jar.length() - JAR.length());
            boolean ours = inside.stream().noneMatch(part -> part.name().equals(name));
            Set<String> licences = new LinkedHashSet<>(ours ? List.of("Apache-2.0") : List.of());
            Set<String> holders = new LinkedHashSet<>(
                    List.of(ours ? "2026 the contributors to Gradeline" : "as named in opt/gradeline/lib/app/legal"));
            // the library itself before what it brought
            inside.stream()
                    .sorted(Comparator.comparing(
                            (Materials.Part part) -> !part.name().equals(name)))
                    .forEach(part -> {
                        List<String> any = part.licences().stream()
                                .map(licence -> DEBIAN.getOrDefault(licence, licence))
                                .toList();
                        used.addAll(any);
                        licences.add(String.join(" or ", any));
                        if (!part.copyright().isEmpty()) {
                            holders.add(part.copyright().replaceFirst("^Copyright ", ""));
                        }
                    });
            text.append("Files: opt/gradeline/lib/app/" + jar + "\n");
            natives.stream()
                    .filter(file -> owner(file).equals(name))
                    .forEach(file -> text.append(" opt/gradeline/lib/app/" + file + "\n"));
            text.append("Copyright: " + String.join("\n ", holders) + "\n")
                    .append("License: "
                            + String.join(
                                    licences.stream().anyMatch(each -> each.contains(" or ")) ? ", and " : " and ",
                                    licences)
                            + "\n\n");
        }
        used.forEach(licence -> text.append("License: " + licence + "\n " + where(licence) + "\n\n"));
        return text.toString().strip() + "\n";
    }

    /** The library whose jar a file beside the jars was taken out of, by installer/Slim.java. */
    static String owner(String file) {
        return NATIVES.entrySet().stream()
                .filter(each -> file.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        file + " is of no jar that is known here (NATIVES), and would pass for the program's own"));
    }

    private List<String> packed(Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(Files::isRegularFile)
                    .map(Notices::fileName)
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }

    private static String where(String licence) {
        return switch (licence) {
            case "Apache-2.0" -> "On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.";
            case "LGPL-2.1", "LGPL-2.1+" -> "On Debian systems the text is in /usr/share/common-licenses/LGPL-2.1.";
            case "GPL-2 with Classpath exception" ->
                "On Debian systems the text of the GPL is in /usr/share/common-licenses/GPL-2; the exception is in\n"
                        + " /opt/gradeline/lib/runtime/legal/java.base/ASSEMBLY_EXCEPTION.";
            case "public-domain" ->
                "SQLite has been given to the public by its authors, who disclaim copyright: see sqlite.txt in\n"
                        + " /opt/gradeline/lib/app/legal.";
            default -> "The text is in /opt/gradeline/lib/app/legal.";
        };
    }

    private static String line(Materials.Part library, Set<String> texts) {
        String in = library.group().isEmpty() ? "in " + library.in() : library.group();
        return (library.name() + " " + library.version()).strip() + " (" + in + ")\n    "
                + String.join(" or ", library.licences()) + "\n    " + String.join(", ", texts) + "\n\n";
    }

    /** Puts the texts that belong to a library beside the list. */
    private Set<String> texts(Materials.Part library) throws IOException {
        Set<String> found = new TreeSet<>();
        Path jar = jar(library);
        boolean own = false;
        if (Files.exists(jar)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (isText(entry)) {
                        String name = library.name() + "-" + fileName(entry).replaceFirst("\\.(txt|md)$", "") + ".txt";
                        try (InputStream in = file.getInputStream(entry)) {
                            Files.write(out.resolve(name), in.readAllBytes());
                        }
                        found.add(name);
                        own |= fileName(entry).toUpperCase(Locale.ROOT).startsWith("LICENSE");
                    }
                }
            }
        }
        for (Path ours : ours(library)) {
            copy(ours, fileName(ours));
            found.add(fileName(ours));
            own = true;
        }
        for (String licence : library.licences()) {
            String shared = SHARED.get(licence);
            if (shared != null) {
                found.add(shared);
            } else if (!own) {
                throw new IllegalStateException(
                        "There is no text of the licence of " + library.name() + ": put it into " + TEXTS);
            }
        }
        return found;
    }

    /** A text of {@code installer/licences}, or of the fonts, is for all libraries whose names begin with its own. */
    private static List<Path> ours(Materials.Part library) throws IOException {
        String name = library.name().replace(" ", "").toLowerCase(Locale.ROOT);
        try (Stream<Path> texts = Files.list(TEXTS);
                Stream<Path> fonts = Files.list(FONTS)) {
            return Stream.concat(texts, fonts.filter(file -> file.toString().endsWith("-OFL.txt")))
                    .filter(text -> name.startsWith(
                            fileName(text).replaceFirst("(-OFL)?\\.txt$", "").toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isText(JarEntry entry) {
        String name = fileName(entry).toUpperCase(Locale.ROOT);
        return !entry.isDirectory()
                && !name.endsWith(".CLASS")
                && (name.contains("LICENSE") || name.startsWith("NOTICE") || name.equals("AL2.0"));
    }

    private static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path jar(Materials.Part library) {
        return jars.resolve(library.name() + ".jar");
    }

    private void copy(Path from, String name) throws IOException {
        Files.write(out.resolve(name), Files.readAllBytes(from));
    }
}
