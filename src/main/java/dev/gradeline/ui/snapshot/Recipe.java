package dev.gradeline.ui.snapshot;

import dev.gradeline.report.ReportOptions;
import dev.gradeline.report.ReportOptions.Form;
import dev.gradeline.report.ReportOptions.Paper;
import dev.gradeline.report.ReportSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants snapshots to be like, as it is remembered from one to the next. Immutable.
 *
 * @param sections every section in the order wanted, whether it is in or not
 * @param left the sections that are not in
 */
record Recipe(Form form, Paper paper, boolean redacted, List<ReportSection> sections, List<ReportSection> left) {
    static final Recipe USUAL = new Recipe(Form.FULL, Paper.A4, false, ReportSection.ALL, List.of());

    /** A section that only this version knows stands where it usually stands: at the end of what was wanted. */
    Recipe {
        List<ReportSection> all = new ArrayList<>(sections.stream().distinct().toList());
        ReportSection.ALL.stream().filter(section -> !all.contains(section)).forEach(all::add);
        sections = List.copyOf(all);
        left = List.copyOf(left);
    }

    Recipe withForm(Form other) {
        return new Recipe(other, paper, redacted, sections, left);
    }

    Recipe withPaper(Paper other) {
        return new Recipe(form, other, redacted, sections, left);
    }

    Recipe withRedacted(boolean other) {
        return new Recipe(form, paper, other, sections, left);
    }

    /** With a section in or left out. */
    Recipe with(ReportSection section, boolean in) {
        List<ReportSection> out = new ArrayList<>(left);
        out.remove(section);
        if (!in) {
            out.add(section);
        }
        return new Recipe(form, paper, redacted, sections, out);
    }

    /** With a section so many places further on; as it is where there is no such place. */
    Recipe moved(ReportSection section, int places) {
        List<ReportSection> order = new ArrayList<>(sections);
        int to = order.indexOf(section) + places;
        if (to < 0 || to >= order.size()) {
            return this;
        }
        order.remove(section);
        order.add(to, section);
        return new Recipe(form, paper, redacted, order, left);
    }

    boolean has(ReportSection section) {
        return !left.contains(section);
    }

    /** Without any section there is nothing to print. */
    boolean isEmpty() {
        return sections.stream().noneMatch(this::has);
    }

    ReportOptions applyTo(ReportOptions options) {
        return options.withForm(form)
                .withPaper(paper)
                .withRedacted(redacted)
                .withSections(sections.stream().filter(this::has).toList());
    }

    /** To be kept; {@link #parse} reads it. */
    String text() {
        return "form=" + name(form) + ";paper=" + name(paper) + ";redacted=" + redacted + ";sections=" + ids(sections)
                + ";left=" + ids(left);
    }

    /** What cannot be read, such as a newer version's section, is as usual. */
    static Recipe parse(String text) {
        Map<String, String> values = Arrays.stream(text.split(";"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(
                        part -> part[0], part -> part[1], (first, again) -> again, LinkedHashMap::new));
        return new Recipe(
                value(Form.values(), values.get("form"), USUAL.form),
                value(Paper.values(), values.get("paper"), USUAL.paper),
                Boolean.parseBoolean(values.get("redacted")),
                sections(values.getOrDefault("sections", "")),
                sections(values.getOrDefault("left", "")));
    }

    private static <E extends Enum<E>> E value(E[] values, @Nullable String name, E usual) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(usual);
    }

    private static List<ReportSection> sections(String ids) {
        return Arrays.stream(ids.split(","))
                .map(ReportSection::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String ids(List<ReportSection> sections) {
        return sections.stream().map(ReportSection::id).collect(Collectors.joining(","));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
