package dev.gradeline.report.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** The document's structure for screen readers: elements, the marked content that each owns, and the ways back. */
public final class PdfTags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document;
    private final Map<PDPage, List<PDStructureElement>> contents = new LinkedHashMap<>();
    private final Map<String, PDStructureElement> named = new LinkedHashMap<>();

    public PdfTags(PDDocument pdf) {
        document = new PDStructureElement("Document", root);
        root.appendKid(document);
        pdf.getDocumentCatalog().setStructureTreeRoot(root);
    }

    /** The element that holds all others. */
    public PDStructureElement document() {
        return document;
    }

    /** A new element, last within its parent. */
    public static PDStructureElement add(PDStructureElement parent, String type) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** A figure with the words that stand for it, and its place on the page in the page's own coordinates. */
    public static PDStructureElement figure(PDStructureElement parent, String description, PDRectangle place) {
        PDStructureElement figure = add(parent, "Figure");
        figure.setAlternateDescription(description);
        COSDictionary layout = attributes("Layout");
        layout.setItem(COSName.BBOX, place.getCOSArray());
        layout.setName("Placement", "Block");
        figure.getCOSObject().setItem(COSName.A, layout);
        return figure;
    }

    /** A list; numbering is {@code None} for items without labels. */
    public static PDStructureElement list(PDStructureElement parent, String numbering) {
        PDStructureElement list = add(parent, "L");
        COSDictionary attributes = attributes("List");
        attributes.setName("ListNumbering", numbering);
        list.getCOSObject().setItem(COSName.A, attributes);
        return list;
    }

    /** A column's head, to which cells refer by its name. */
    public PDStructureElement columnHead(PDStructureElement row, String name) {
        PDStructureElement head = add(row, "TH");
        head.setElementIdentifier(name);
        named.put(name, head);
        COSDictionary attributes = attributes("Table");
        attributes.setName("Scope", "Column");
        head.getCOSObject().setItem(COSName.A, attributes);
        return head;
    }

    /** The attribute of cells under a head; one object serves all of them. */
    public static COSDictionary under(String head) {
        COSDictionary attributes = attributes("Table");
        COSArray heads = new COSArray();
        heads.add(new COSString(head));
        attributes.setItem("Headers", heads);
        return attributes;
    }

    private static COSDictionary attributes(String owner) {
        COSDictionary attributes = new COSDictionary();
        attributes.setName(COSName.O, owner);
        return attributes;
    }

    /** Registers the next piece of marked content on a page as part of an element. */
    public int mark(PDStructureElement element, PDPage page) {
        List<PDStructureElement> onPage = contents.computeIfAbsent(page, p -> new ArrayList<>());
        int id = onPage.size();
        onPage.add(element);
        PDPage first = element.getPage();
        if (first == null) {
            element.setPage(page);
        }
        if (first == null || first.equals(page)) {
            element.appendKid(id);
        } else {
            element.appendKid(reference(id, page));
        }
        return id;
    }

    private static PDMarkedContentReference reference(int id, PDPage page) {
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(id);
        return reference;
    }

    /** Writes the ways back from content to elements and from names to elements. Once, when every page is drawn. */
    public void close() {
        COSArray numbers = new COSArray();
        int key = 0;
        for (Map.Entry<PDPage, List<PDStructureElement>> page : contents.entrySet()) {
            page.getKey().setStructParents(key);
            numbers.add(COSInteger.get(key++));
            COSArray elements = new COSArray();
            page.getValue().forEach(elements::add);
            numbers.add(elements);
        }
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, parents);
        root.setParentTreeNextKey(key);
        if (!named.isEmpty()) {
            root.getCOSObject().setItem(COSName.ID_TREE, idTree());
        }
    }

    private COSDictionary idTree() {
        COSArray names = new COSArray();
        named.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            names.add(new COSString(entry.getKey()));
            names.add(entry.getValue());
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NAMES, names);
        return tree;
    }
}
