package dev.gradeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What one FXML file says, read as XML, without a toolkit.
 *
 * @param file its path below the resources
 * @param elements all elements, in document order
 */
record FxmlText(String file, List<Element> elements) {
    /** Attributes and property elements whose value a person reads or hears. */
    private static final Set<String> FOR_PEOPLE = Set.of(
            "text",
            "promptText",
            "accessibleText",
            "accessibleHelp",
            "accessibleRoleDescription",
            "title",
            "label",
            "headerText",
            "contentText");

    /** Reads every FXML file under a directory. */
    static List<FxmlText> under(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".fxml"))
                    .sorted()
                    .map(path -> read(root, path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FxmlText read(Path root, Path path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(path.toFile());
            NodeList all = document.getElementsByTagName("*");
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
            return new FxmlText(root.relativize(path).toString(), List.copyOf(elements));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }

    /** The message keys that it names: {@code %key}. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Element element : elements) {
            values(element).stream()
                    .filter(value -> value.startsWith("%"))
                    .map(value -> value.substring(1))
                    .forEach(keys::add);
        }
        return keys;
    }

    /** Text for people that stands in the file itself: anything with a letter in it that is neither a key nor bound. */
    List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (Element element : elements) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Node attribute = attributes.item(i);
                if (FOR_PEOPLE.contains(attribute.getNodeName()) && isLiteral(attribute.getNodeValue())) {
                    literals.add(element.getTagName() + " " + attribute);
                }
            }
            if (FOR_PEOPLE.contains(element.getTagName()) && isLiteral(ownText(element))) {
                literals.add("<" + element.getTagName() + ">" + ownText(element));
            }
        }
        return literals;
    }

    @Override
    public String toString() {
        return file;
    }

    private static boolean isLiteral(String value) {
        return !value.startsWith("%")
                && !value.startsWith("$")
                && value.codePoints().anyMatch(Character::isLetter);
    }

    private static List<String> values(Element element) {
        List<String> values = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.add(attributes.item(i).getNodeValue());
        }
        values.add(ownText(element));
        return values;
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }
}
