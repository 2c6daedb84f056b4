package dev.gradeline.report;

import dev.gradeline.report.Section.Need;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.TextStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Lays chosen sections out on a single page. Each gets what it needs at least; of what is left, those that are short have
 * their wish first, and those that can always do with more share the rest. Where not even the least fits, the last ones are
 * named at the foot in place of being drawn, so that nothing goes missing in silence.
 */
final class BriefPage {
    private static final double NOTE = TextStyle.SMALL.leading() + 6;
    private static final Set<ReportSection> CAN_DO_WITH_MORE =
            EnumSet.of(ReportSection.TREND, ReportSection.CHANGES, ReportSection.RECOMMENDATIONS);

    private final Snapshot snapshot;
    private final PdfPages pages;

    /** A section and what stands for it. */
    record Chosen(ReportSection name, Section section) {}

    private record Asking(Chosen chosen, Need need) {}

    BriefPage(Snapshot snapshot, PdfPages pages) {
        this.snapshot = snapshot;
        this.pages = pages;
    }

    void draw(List<Chosen> chosen) throws IOException {
        List<Asking> asking = new ArrayList<>();
        for (Chosen each : chosen) {
            Need need = each.section().need(snapshot, pages);
            if (need.wish() > 0) {
                asking.add(new Asking(each, need));
            }
        }
        List<String> left = new ArrayList<>();
        while (!asking.isEmpty() && least(asking) > pages.free()) {
            left.addFirst(asking.removeLast().chosen().name().name(snapshot.words()));
        }
        for (int i = 0; i < asking.size(); i++) {
            double free = pages.free() - (left.isEmpty() ? 0 : NOTE);
            double room = room(asking.subList(i, asking.size()), free);
            asking.get(i).chosen().section().brief(snapshot, pages, room);
        }
        if (!left.isEmpty()) {
            pages.advance(6);
            pages.lines(snapshot.text("report.brief.left", String.join(", ", left)), TextStyle.SMALL, 1);
        }
    }

    private static double least(List<Asking> asking) {
        return NOTE + asking.stream().mapToDouble(each -> each.need().least()).sum();
    }

    /** The room of the first of these, in points. */
    private static double room(List<Asking> asking, double free) {
        double extra =
                free - asking.stream().mapToDouble(each -> each.need().least()).sum();
        double firstServed = more(asking, false);
        double others = more(asking, true);
        Asking first = asking.getFirst();
        double wanted = first.need().wish() - first.need().least();
        double share = CAN_DO_WITH_MORE.contains(first.chosen().name())
                ? Math.max(0, extra - firstServed) * (others == 0 ? 0 : wanted / others)
                : Math.max(0, extra);
        return first.need().least() + Math.min(wanted, share);
    }

    private static double more(List<Asking> asking, boolean canDoWithMore) {
        return asking.stream()
                .filter(each -> CAN_DO_WITH_MORE.contains(each.chosen().name()) == canDoWithMore)
                .mapToDouble(each -> each.need().wish() - each.need().least())
                .sum();
    }
}
