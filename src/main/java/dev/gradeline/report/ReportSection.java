package dev.gradeline.report;

import dev.gradeline.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a PDF snapshot can be made of, in the order in which it stands unless the person wants another. The title and what
 * could not be read are no sections: they are always there, first.
 */
public enum ReportSection {
    GRADES("grades"),
    TREND("trend"),
    CHANGES("changes"),
    NEXT_GRADE("next-grade"),
    RECOMMENDATIONS("recommendations"),
    DISCOVERY("discovery"),
    BANDS("bands");

    /** Every section, in the order of a report of which nobody asked for another. */
    public static final List<ReportSection> ALL = List.of(values());

    private final String id;

    ReportSection(String id) {
        this.id = id;
    }

    /** The name for scripts and for what is kept; it never changes. */
    public String id() {
        return id;
    }

    /** The section of an {@link #id}, whatever its case. */
    public static Optional<ReportSection> of(String id) {
        return Arrays.stream(values())
                .filter(section -> section.id.equalsIgnoreCase(id.strip()))
                .findFirst();
    }

    /** The name for people. */
    public String name(Words words) {
        return switch (this) {
            case GRADES -> words.of("report.section.grades");
            case TREND -> words.of("report.section.trend");
            case CHANGES -> words.of("report.section.changes");
            case NEXT_GRADE -> words.of("report.section.nextGrade");
            case RECOMMENDATIONS -> words.of("report.section.recommendations");
            case DISCOVERY -> words.of("report.section.discovery");
            case BANDS -> words.of("report.section.bands");
        };
    }
}
