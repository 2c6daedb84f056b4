import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Gathers what the program owes to others: a list of all libraries with their licences, and the texts of these, from the
 * bill of materials, from the libraries themselves and from {@code installer/licences}. Fails where a licence is one that
 * nobody has agreed to, or where a text is missing.
 *
 * <p>Run by the profile {@code dist}: {@code java installer/Notices.java BOM JARS RUNTIME OUTPUT}.
 */
final class Notices {
    /** What may be in the product. GPL only with the exception that lets others link to it. */
    private static final Map<String, String> AGREED = Map.of(
            "Apache-2.0", "Apache-2.0",
            "MIT", "MIT",
            "BSD-2-Clause", "BSD-2-Clause",
            "BSD-3", "BSD-3-Clause",
            "The 3-Clause BSD License", "BSD-3-Clause",
            "EPL-2.0", "EPL-2.0",
            "LGPL-2.1-only", "LGPL-2.1",
            "LGPL-2.1-or-later", "LGPL-2.1+",
            "GPL-2.0-with-classpath-exception", "GPL-2 with Classpath exception");

    /** Licences whose text is the same for all; the others name who wrote the work, so each work needs its own. */
    private static final Map<String, String> SHARED = Map.of(
            "Apache-2.0", "Apache-2.0.txt",
            "EPL-2.0", "EPL-2.0.txt",
            "LGPL-2.1", "LGPL-2.1.txt",
            "LGPL-2.1+", "LGPL-2.1.txt",
            "GPL-2 with Classpath exception", "GPL-2.0-with-classpath-exception.txt");

    /** What is no library of its own: fonts and icons that came inside. */
    private static final List<Library> INSIDE = List.of(
            new Library("Inter", "", Set.of("OFL-1.1"), "fonts"),
            new Library("Noto Sans Symbols 2", "", Set.of("OFL-1.1"), "fonts"),
            new Library("Feather icons", "", Set.of("MIT"), "icons"));

    private static final Path TEXTS = Path.of("installer", "licences");
    private static final Path FONTS = Path.of("src", "main", "resources", "dev", "gradeline", "fonts");

    private final Path jars;
    private final Path out;

    private Notices(Path jars, Path out) {
        this.jars = jars;
        this.out = out;
    }

    private record Library(String name, String version, Set<String> licences, String group) {}

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
                Files.readString(java.resolve("LICENSE")) + "\n" + Files.readString(java.resolve("ASSEMBLY_EXCEPTION")));
        copy(FONTS.resolve("Inter-OFL.txt"), "Inter-OFL.txt");
        copy(FONTS.resolve("NotoSansSymbols2-OFL.txt"), "NotoSansSymbols2-OFL.txt");
        copy(TEXTS.resolve("feather.txt"), "feather.txt");
        for (String ending : List.of(".json", ".xml")) {
            String name = fileName(bom).replaceFirst("\\.xml$", ending);
            copy(bom.resolveSibling(name), name);
        }
        Map<String, Library> libraries = read(bom);
        StringBuilder list = new StringBuilder("""
                Gradeline is under the Apache License 2.0 (Apache-2.0.txt). It contains the work of others, with thanks.
                Beside this file are the texts of their licences, and gradeline.cdx.json, the same list for machines.

                Java runtime: OpenJDK, GPL-2 with Classpath exception, with works of others: see legal/ in the runtime.

                """.replace("\r", ""));
        StringBuilder debian = new StringBuilder("""
                Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
                Upstream-Name: gradeline

                Files: *
                Copyright: 2026 the contributors to Gradeline
                License: Apache-2.0

                Files: opt/gradeline/lib/runtime/*
                Copyright: Oracle and/or its affiliates, and others named in opt/gradeline/lib/runtime/legal
                License: GPL-2 with Classpath exception

                """);
        for (Library library : libraries.values()) {
            list.append(line(library, texts(library)));
            if (Files.exists(jar(library))) {
                debian.append("Files: opt/gradeline/lib/app/" + jar(library).getFileName() + "\n")
                        .append("Copyright: as named in opt/gradeline/lib/app/legal\n")
                        .append("License: " + String.join(" or ", library.licences()) + "\n\n");
            }
        }
        list.append(line(INSIDE.get(0), Set.of("Inter-OFL.txt")));
        list.append(line(INSIDE.get(1), Set.of("NotoSansSymbols2-OFL.txt")));
        list.append(line(INSIDE.get(2), Set.of("feather.txt")));
        Files.writeString(out.resolve("THIRD-PARTY.txt"), list);
        for (String licence : new TreeSet<>(AGREED.values())) {
            debian.append("License: " + licence + "\n " + where(licence) + "\n\n");
        }
        Files.writeString(out.resolve("debian-copyright.txt"), debian.toString().strip() + "\n");
    }

    private static String where(String licence) {
        return switch (licence) {
            case "Apache-2.0" -> "On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.";
            case "LGPL-2.1", "LGPL-2.1+" -> "On Debian systems the text is in /usr/share/common-licenses/LGPL-2.1.";
            case "GPL-2 with Classpath exception" ->
                "On Debian systems the text of the GPL is in /usr/share/common-licenses/GPL-2; the exception is in\n"
                        + " /opt/gradeline/lib/runtime/legal/java.base/ASSEMBLY_EXCEPTION.";
            default -> "The text is in /opt/gradeline/lib/app/legal.";
        };
    }

    private static String line(Library library, Set<String> texts) {
        return (library.name() + " " + library.version()).strip() + " (" + library.group() + ")\n    "
                + String.join(" or ", library.licences()) + "\n    " + String.join(", ", texts) + "\n\n";
    }

    /** Puts the texts that belong to a library beside the list. */
    private Set<String> texts(Library library) throws IOException {
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
        Path ours = ours(library);
        if (ours != null) {
            copy(ours, String.valueOf(ours.getFileName()));
            found.add(String.valueOf(ours.getFileName()));
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

    /** A text of {@code installer/licences} is for all libraries whose names begin with its own. */
    private static Path ours(Library library) throws IOException {
        try (Stream<Path> texts = Files.list(TEXTS)) {
            return texts.filter(text -> library.name().startsWith(fileName(text).replaceFirst("\\.txt$", "")))
                    .findFirst()
                    .orElse(null);
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

    private Path jar(Library library) {
        return jars.resolve(library.name() + "-" + library.version() + ".jar");
    }

    private void copy(Path from, String name) throws IOException {
        Files.write(out.resolve(name), Files.readAllBytes(from));
    }

    /** By name, so that the same parts give the same files. */
    private static Map<String, Library> read(Path bom) throws Exception {
        Map<String, Library> found = new TreeMap<>();
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(bom.toFile())
                .getDocumentElement();
        for (Element components : children(root, "components")) {
            for (Element component : children(components, "component")) {
                Library library = new Library(
                        text(component, "name"), text(component, "version"), licences(component), text(component, "group"));
                found.put(library.name(), library);
            }
        }
        if (found.size() < 10) {
            throw new IllegalStateException("The bill of materials names only " + found.keySet());
        }
        return found;
    }

    private static Set<String> licences(Element component) {
        Set<String> agreed = new TreeSet<>();
        String name = text(component, "name");
        for (Element licences : children(component, "licenses")) {
            for (Element licence : children(licences, "license")) {
                String id = text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id");
                if (!AGREED.containsKey(id)) {
                    throw new IllegalStateException("Nobody has agreed to the licence of " + name + ": " + id);
                }
                agreed.add(AGREED.get(id));
            }
        }
        if (agreed.isEmpty()) {
            throw new IllegalStateException("The licence of " + name + " is not known");
        }
        return agreed;
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
