package dev.gradeline.report;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTags;
import dev.gradeline.report.pdf.Print;
import dev.gradeline.report.pdf.TextStyle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What could not be read, why, and since when; nothing when every part is up to date. */
final class NoticeSection {
    private static final double PADDING = 9;

    private static final int MOST_LINES = 2;

    /** @param brief whether no more than two lines are left for each part */
    void draw(boolean brief, Snapshot snapshot, PdfPages pages) throws IOException {
        List<Freshness> stale = Stream.of(Part.values())
                .map(snapshot.posture()::freshness)
                .filter(freshness -> !freshness.upToDate())
                .toList();
        if (stale.isEmpty() || snapshot.posture().isEmpty() && allUntried(stale)) {
            return;
        }
        pages.advance(8);
        TextStyle strong = TextStyle.STRONG.in(Print.WARNING);
        double inside = pages.width() - 2 * PADDING;
        List<String> title = pages.lines().wrap(snapshot.text("report.notice"), strong, inside);
        List<List<String>> notices = new ArrayList<>();
        double height = title.size() * strong.leading() + 2 * PADDING;
        for (Freshness freshness : stale) {
            String text = notice(snapshot, freshness);
            List<String> lines = brief
                    ? pages.lines().wrap(text, TextStyle.BODY, inside, MOST_LINES)
                    : pages.lines().wrap(text, TextStyle.BODY, inside);
            notices.add(lines);
            height += lines.size() * TextStyle.BODY.leading() + 2;
        }
        pages.ensure(height);
        pages.bookmark(snapshot.text("report.notice"));
        double top = pages.y();
        double boxHeight = height;
        pages.canvas()
                .artifact(canvas ->
                        canvas.roundBox(pages.left(), top, pages.width(), boxHeight, 7, Print.WARNING_TINT, null));
        pages.advance(PADDING);
        pages.lines(PdfTags.add(pages.tags().document(), "H2"), title, strong, pages.left() + PADDING);
        for (List<String> lines : notices) {
            pages.advance(2);
            pages.lines(PdfTags.add(pages.tags().document(), "P"), lines, TextStyle.BODY, pages.left() + PADDING);
        }
        pages.advance(PADDING + 4);
    }

    private static boolean allUntried(List<Freshness> parts) {
        return parts.stream().allMatch(part -> part.outcome() == null);
    }

    private static String notice(Snapshot snapshot, Freshness freshness) {
        String name = snapshot.outcomes().name(freshness.part());
        Instant read = freshness.refreshedAt();
        String since = read == null
                ? snapshot.text("report.notice.never")
                : snapshot.text("report.notice.lastRead", snapshot.times().dateTime(read));
        Outcome outcome = freshness.outcome();
        if (outcome == null) {
            return snapshot.text("report.notice.untried", name, since);
        }
        String what = snapshot.outcomes()
                .notice(
                        freshness.part(),
                        outcome,
                        freshness.detail(),
                        snapshot.posture().allRefused())
                .what();
        return snapshot.text("report.notice.part", name, what, since);
    }
}
