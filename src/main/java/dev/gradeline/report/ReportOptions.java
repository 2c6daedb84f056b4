package dev.gradeline.report;

import dev.gradeline.posture.RecommendationFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF snapshot should hold. Immutable; begin with {@link #of} and change what should be otherwise.
 *
 * @param organisation the name printed at the top; empty for none
 * @param form one page, or everything
 * @param sections what it is made of, in this order, each once
 * @param filter which recommendations are in it
 * @param since the start of “what changed”; null for no such section
 * @param oldAfterDays frameworks not assessed for longer are marked; 0 for never
 * @param redacted whether the names of the organisation, its domains and its platforms are left out, wherever they stand
 * @param version the program's version, part of the document's facts
 */
public record ReportOptions(
        String organisation,
        Form form,
        List<ReportSection> sections,
        Paper paper,
        RecommendationFilter filter,
        @Nullable Instant since,
        int oldAfterDays,
        boolean redacted,
        String version) {
    /** Paper sizes. */
    public enum Paper {
        A4,
        LETTER
    }

    /** How much is told. */
    public enum Form {
        /** One page, whatever there is. */
        BRIEF,
        /** Every row, on as many pages as it takes. */
        FULL
    }

    public ReportOptions {
        sections = sections.stream().distinct().toList();
    }

    /** Everything in full on A4, with nothing to compare with. */
    public static ReportOptions of(String organisation, String version) {
        return new ReportOptions(
                organisation,
                Form.FULL,
                ReportSection.ALL,
                Paper.A4,
                RecommendationFilter.ALL,
                null,
                0,
                false,
                version);
    }

    public ReportOptions withForm(Form other) {
        return new ReportOptions(organisation, other, sections, paper, filter, since, oldAfterDays, redacted, version);
    }

    public ReportOptions withSections(List<ReportSection> others) {
        return new ReportOptions(organisation, form, others, paper, filter, since, oldAfterDays, redacted, version);
    }

    public ReportOptions withPaper(Paper other) {
        return new ReportOptions(organisation, form, sections, other, filter, since, oldAfterDays, redacted, version);
    }

    public ReportOptions withFilter(RecommendationFilter other) {
        return new ReportOptions(organisation, form, sections, paper, other, since, oldAfterDays, redacted, version);
    }

    /** With another start of “what changed”; null for no such section. */
    public ReportOptions withSince(@Nullable Instant other) {
        return new ReportOptions(organisation, form, sections, paper, filter, other, oldAfterDays, redacted, version);
    }

    public ReportOptions withOldAfterDays(int days) {
        return new ReportOptions(organisation, form, sections, paper, filter, since, days, redacted, version);
    }

    public ReportOptions withRedacted(boolean leaveOut) {
        return new ReportOptions(organisation, form, sections, paper, filter, since, oldAfterDays, leaveOut, version);
    }
}
