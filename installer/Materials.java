import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.fontbox.ttf.NameRecord;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The bill of materials (CycloneDX) of what is packed. Maven's is of what was resolved: it knows neither the Java runtime nor
 * fonts, icons and SQLite, has JavaFX twice, and its hashes are those of jars as they were published, which Slim.java changes.
 *
 * <p>It reads and writes JSON with the Jackson, and fonts with the FontBox, that the program itself brings.
 */
final class Materials {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The file, or “runtime”, that a component is in. */
    private static final String IN = "gradeline:in";

    private static final String RUNTIME = "runtime";
    private static final String JAVAFX = "org.openjfx";

    /** As CycloneDX and the JDK both call them. */
    private static final List<String> HASHES = List.of("SHA-256", "SHA-512");

    private static final int FONT_VERSION = 5;

    private final ObjectNode bom;
    private final Path jars;

    /** @param bom Maven's, as JSON; with it {@code jars}, the folder of what is packed beside the runtime */
    private Materials(Path bom, Path jars) throws IOException {
        this.bom = (ObjectNode) JSON.readTree(bom.toFile());
        this.jars = jars;
    }

    /** A component as a list for people has it. {@code in} is the name of a jar, or “runtime”. */
    record Part(String name, String version, String group, Set<String> licences, String in, String copyright) {
        /** One of several licences is enough. */
        String licence() {
            return String.join(" OR ", licences);
        }
    }

    /**
     * Describes what is packed.
     *
     * @param agreed licences as Maven's bill names them, to how SPDX does
     * @throws IllegalStateException where a licence is not among these, or something is packed that nothing tells of
     */
    static Materials of(Path bom, Path jars, Path runtime, Path fonts, Map<String, String> agreed) throws Exception {
        Materials materials = new Materials(bom, jars);
        materials.leaveOutEmptyJars();
        for (ObjectNode component : materials.all()) {
            materials.agree(component, agreed);
            materials.describe(component);
        }
        ObjectNode program = (ObjectNode) materials.bom.path("metadata").path("component");
        materials.describe(program);
        materials.requireAll(program);
        materials.addRuntime(runtime);
        materials.addFont(fonts, "Inter", "Inter-OFL.txt", fileName(materials.jar(program)), null);
        materials.addFont(
                fonts,
                "Inter Tabular",
                "Inter-OFL.txt",
                fileName(materials.jar(program)),
                "Made of Inter by installer/fonts/tabular-figures.py: a part of its characters, each digit as wide as any other.");
        materials.addFont(
                fonts, "Noto Sans Symbols 2", "NotoSansSymbols2-OFL.txt", fileName(materials.jar(program)), null);
        materials.addInside("Feather icons", "ikonli-feather-pack", "MIT", null);
        materials.addInside("SQLite", "sqlite-jdbc", "blessing", "sqlite");
        return materials;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(bom) + "\n");
    }

    /** By name: every component but the program itself. */
    List<Part> parts() {
        Map<String, Part> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ObjectNode component : all()) {
            Set<String> licences = new TreeSet<>();
            component
                    .path("licenses")
                    .forEach(each -> licences.addAll(List.of(
                            each.has("expression")
                                    ? each.path("expression").asText().split(" OR ")
                                    : new String[] {
                                        each.path("license").path("id").asText()
                                    })));
            Part part = new Part(
                    component.path("name").asText(),
                    component.path("version").asText(),
                    component.path("group").asText(),
                    licences,
                    property(component, IN),
                    component.path("copyright").asText());
            parts.put(part.name(), part);
        }
        return List.copyOf(parts.values());
    }

    /** The licence of the whole, as SPDX writes it. */
    String licence() {
        Set<String> others = parts().stream()
                .map(part -> part.licences().size() > 1 ? "(" + part.licence() + ")" : part.licence())
                .collect(Collectors.toCollection(TreeSet::new));
        others.remove("Apache-2.0");
        return "Apache-2.0 AND " + String.join(" AND ", others);
    }

    private List<ObjectNode> all() {
        return StreamSupport.stream(bom.path("components").spliterator(), false)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** JavaFX has for each module a jar without anything and one for each system; whatever asks for the first gets the second. */
    private void leaveOutEmptyJars() {
        Map<String, String> full = new TreeMap<>();
        for (ObjectNode component : all()) {
            String reference = component.path("bom-ref").asText();
            if (component.path("group").asText().equals(JAVAFX) && reference.contains("classifier=")) {
                full.put(reference.replaceFirst("classifier=[^&]*&", ""), reference);
            }
        }
        List<ObjectNode> others = all().stream()
                .filter(component -> !full.containsKey(component.path("bom-ref").asText()))
                .toList();
        if (others.size() < 10) {
            throw new IllegalStateException("The bill of materials names only " + others.size());
        }
        bom.putArray("components").addAll(others);
        Map<String, Set<String>> asks = new TreeMap<>();
        bom.path("dependencies").forEach(each -> {
            String one = each.path("ref").asText();
            String from = full.getOrDefault(one, one);
            Set<String> asked = asks.computeIfAbsent(from, unused -> new TreeSet<>());
            each.path("dependsOn").forEach(other -> asked.add(full.getOrDefault(other.asText(), other.asText())));
            asked.remove(from);
        });
        ArrayNode dependencies = bom.putArray("dependencies");
        asks.forEach((from, asked) -> {
            ArrayNode to = dependencies.addObject().put("ref", from).putArray("dependsOn");
            asked.forEach(to::add);
        });
    }

    /** Maven's bill gives two licences of which one can be chosen as a list, and some by names of their own. */
    private void agree(ObjectNode component, Map<String, String> agreed) {
        Set<String> licences = new TreeSet<>();
        component.path("licenses").forEach(each -> {
            JsonNode licence = each.path("license");
            String id = licence.path("id").asText(licence.path("name").asText());
            if (!agreed.containsKey(id)) {
                throw new IllegalStateException("Nobody has agreed to the licence of "
                        + component.path("name").asText() + ": " + id);
            }
            licences.add(agreed.get(id));
        });
        if (licences.isEmpty()) {
            throw new IllegalStateException(
                    "The licence of " + component.path("name").asText() + " is not known");
        }
        license(component, String.join(" OR ", licences));
        String publisher = component.path("group").asText().equals(JAVAFX)
                ? "OpenJFX"
                : component.path("publisher").asText();
        if (!publisher.isEmpty()) {
            component.putObject("supplier").put("name", publisher);
        }
    }

    private static void license(ObjectNode component, String expression) {
        ObjectNode licence = component.putArray("licenses").addObject();
        if (expression.contains(" ")) {
            licence.put("expression", expression);
        } else {
            licence.putObject("license").put("id", expression);
        }
    }

    /** Says where it is packed, and with which hashes; and where that is not what was published, what was. */
    private void describe(ObjectNode component) throws IOException {
        Path jar = jar(component);
        if (component.path("group").asText().equals(JAVAFX)) {
            property(component, IN, RUNTIME);
            property(
                    component,
                    "gradeline:how",
                    "linked into the runtime by jlink; the hashes are of the published jar");
            return;
        }
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is in the bill of materials and not packed");
        }
        property(component, IN, fileName(jar));
        JsonNode published = component.path("hashes").deepCopy();
        boolean same = true;
        for (JsonNode hash : published) {
            same &= hash.path("content")
                    .asText()
                    .equals(hash(jar, hash.path("alg").asText()));
        }
        if (published.isEmpty() || !same) {
            hashes(component, jar);
        }
        if (!same) {
            String what =
                    "Slimmed (installer/Slim.java): the published jar without native libraries. Other systems’ are left out;"
                            + " this system’s is in it or beside it. The hashes are of the jar as packed, the ancestor’s as published.";
            property(component, "gradeline:slimmed", "true");
            ObjectNode pedigree = component.putObject("pedigree");
            ObjectNode ancestor = pedigree.putArray("ancestors").addObject();
            for (String field : List.of("type", "group", "name", "version", "purl")) {
                ancestor.set(field, component.path(field));
            }
            ancestor.set("hashes", published);
            pedigree.put("notes", what);
        }
    }

    /** A jar that nothing tells of would be one that nobody looks after. What lies beside the jars is told with the program. */
    private void requireAll(ObjectNode program) throws IOException {
        Set<String> told = all().stream().map(each -> property(each, IN)).collect(Collectors.toSet());
        told.add(property(program, IN));
        List<Path> packed;
        try (Stream<Path> files = Files.list(jars)) {
            packed = files.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : packed) {
            if (!fileName(file).endsWith(".jar")) {
                ObjectNode part = program.withArray("components").addObject();
                part.put("type", "file")
                        .put("bom-ref", "gradeline:file/" + fileName(file))
                        .put("name", fileName(file));
                hashes(part, file);
                String owner = Notices.owner(fileName(file));
                all().stream()
                        .filter(each -> each.path("name").asText().equals(owner))
                        .forEach(library ->
                                part.set("licenses", library.path("licenses").deepCopy()));
            }
        }
        List<String> others = packed.stream()
                .map(Materials::fileName)
                .filter(name -> name.endsWith(".jar") && !told.contains(name))
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalStateException(others + " are packed and not in the bill of materials");
        }
    }

    /** What jlink writes down of a runtime is its version; the rest is in the JDK that it was made of, which runs this. */
    private void addRuntime(Path runtime) throws IOException {
        Properties made = release(runtime);
        Properties from = release(Path.of(System.getProperty("java.home")));
        if (!made.getProperty("JAVA_VERSION").equals(from.getProperty("JAVA_VERSION"))) {
            throw new IllegalStateException("The runtime is of another JDK than this one: " + made);
        }
        String version = from.getProperty("JAVA_RUNTIME_VERSION", made.getProperty("JAVA_VERSION"));
        ObjectNode component =
                add("platform", "OpenJDK", version, "GPL-2.0-only WITH Classpath-exception-2.0", RUNTIME);
        String vendor = from.getProperty("IMPLEMENTOR", System.getProperty("java.vendor"));
        component.putObject("supplier").put("name", vendor);
        component.put("description", "Java runtime: the modules of the JDK that the program needs, and the launcher");
        component.put("cpe", "cpe:2.3:a:oracle:openjdk:" + made.getProperty("JAVA_VERSION") + ":*:*:*:*:*:*:*");
        property(component, "gradeline:build", from.getProperty("IMPLEMENTOR_VERSION", version));
        property(component, "gradeline:modules", made.getProperty("MODULES"));
        property(component, "gradeline:licences-of-its-parts", "legal/ in the runtime");
        if (from.containsKey("SOURCE_REPO")) {
            component
                    .putArray("externalReferences")
                    .addObject()
                    .put("type", "vcs")
                    .put("url", from.getProperty("SOURCE_REPO"));
        }
    }

    private static Properties release(Path java) throws IOException {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(java.resolve("release"))) {
            release.load(in);
        }
        release.replaceAll((key, value) -> value.toString().replace("\"", ""));
        return release;
    }

    private void addFont(Path fonts, String name, String licence, String jar, String notes) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(fonts)) {
            files = all.filter(file -> fileName(file).startsWith(name.replace(" ", "") + "_"))
                    .sorted()
                    .toList();
        }
        ObjectNode component = add("library", name, version(files.getFirst()), "OFL-1.1", jar);
        component.put("description", "Font");
        String holder = Files.readAllLines(fonts.resolve(licence)).getFirst();
        component.put("copyright", holder);
        component.putObject("supplier").put("name", holder.replaceFirst("^Copyright \\d+ (?:The )?(.*?) \\(.*", "$1"));
        if (notes != null) {
            component.putObject("pedigree").put("notes", notes);
        }
        ArrayNode parts = component.putArray("components");
        for (Path file : files) {
            ObjectNode part = parts.addObject()
                    .put("type", "file")
                    .put("bom-ref", "gradeline:font/" + fileName(file))
                    .put("name", fileName(file));
            hashes(part, file);
        }
    }

    /** As the font itself says it: “Version 3.019;git-0a5106e0b” is 3.019. */
    private static String version(Path font) throws IOException {
        try (TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBufferedFile(font))) {
            return read.getNaming().getNameRecords().stream()
                    .filter(record -> record.getNameId() == FONT_VERSION && record.getString() != null)
                    .map(NameRecord::getString)
                    .map(text -> text.replaceFirst("(?i)^version ", "").replaceFirst("[;\\s].*$", ""))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(font + " does not tell its version"));
        }
    }

    /** What came inside a library, of the same version: its makers number them alike. */
    private void addInside(String name, String library, String licence, String vendor) {
        ObjectNode outer = all().stream()
                .filter(each -> each.path("name").asText().equals(library))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("There is no " + library + " that " + name + " could be in"));
        boolean numbered = vendor != null;
        // the driver has a number of its own behind SQLite's three
        String version = outer.path("version").asText().replaceFirst("^(\\d+\\.\\d+\\.\\d+).*", "$1");
        ObjectNode component = add("library", name, numbered ? version : "", licence, property(outer, IN));
        if (numbered) {
            component.put("cpe", "cpe:2.3:a:%s:%s:%s:*:*:*:*:*:*:*".formatted(vendor, vendor, version));
        }
        depends(outer.path("bom-ref").asText(), component.path("bom-ref").asText());
    }

    private ObjectNode add(String type, String name, String version, String licence, String in) {
        ObjectNode component = ((ArrayNode) bom.get("components")).addObject();
        String reference = "gradeline:" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        component.put("type", type).put("bom-ref", reference).put("name", name);
        if (!version.isEmpty()) {
            component.put("version", version);
        }
        license(component, licence);
        property(component, IN, in);
        ((ArrayNode) bom.get("dependencies")).addObject().put("ref", reference).putArray("dependsOn");
        if (!type.equals("library") || in.startsWith("gradeline")) {
            depends(bom.path("metadata").path("component").path("bom-ref").asText(), reference);
        }
        return component;
    }

    private void depends(String from, String to) {
        for (JsonNode each : bom.path("dependencies")) {
            if (each.path("ref").asText().equals(from)) {
                ((ArrayNode) each.path("dependsOn")).add(to);
            }
        }
    }

    /** The program's own jar alone is packed with its version in its name. */
    private Path jar(JsonNode component) {
        String name = component.path("name").asText();
        boolean program = component.equals(bom.path("metadata").path("component"));
        return jars.resolve((program ? name + "-" + component.path("version").asText() : name) + ".jar");
    }

    private static void property(ObjectNode component, String name, String value) {
        component.withArray("properties").addObject().put("name", name).put("value", value);
    }

    /** Empty where there is none. */
    private static String property(JsonNode component, String name) {
        for (JsonNode each : component.path("properties")) {
            if (each.path("name").asText().equals(name)) {
                return each.path("value").asText();
            }
        }
        return "";
    }

    private static void hashes(ObjectNode component, Path file) throws IOException {
        ArrayNode hashes = component.putArray("hashes");
        for (String algorithm : HASHES) {
            hashes.addObject().put("alg", algorithm).put("content", hash(file, algorithm));
        }
    }

    private static String hash(Path file, String algorithm) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance(algorithm))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
