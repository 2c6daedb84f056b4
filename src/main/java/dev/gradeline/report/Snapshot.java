package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.report.pdf.PdfSeal;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every section of the PDF draws from: the data, what was asked for, and the words for both. Where names are to be left
 * out, none is in here.
 *
 * @param rows the recommendations that pass the filter, in the server's order
 * @param total how many there are without it
 * @param filter the filter in words
 * @param organisation the organisation's name, made safe; empty for none
 * @param namesAsOf the last synchronisation whose names are left out, where that is later than the moment shown
 * @param organizationDigest tells two organisations apart where the id itself is left out; null where no id is known
 */
record Snapshot(
        Posture posture,
        List<Change> changes,
        Alongside alongside,
        List<Recommendation> rows,
        int total,
        String filter,
        String organisation,
        @Nullable Instant namesAsOf,
        @Nullable String organizationDigest,
        ReportOptions options,
        Words words,
        PostureWords postureWords,
        TimeWords times,
        ChangeWords changeWords,
        OutcomeWords outcomes,
        Progress progress) {

    static Snapshot of(ReportData given, ReportOptions options, Words words, Progress progress) {
        PostureWords posture = new PostureWords(words);
        List<Recommendation> rows = options.filter().apply(given.posture().recommendations(), posture::codes);
        String filter = posture.filter(options.filter());
        String organisation = posture.clean(options.organisation()).strip();
        ReportData data = given;
        if (options.redacted()) {
            Redactor redactor = new Redactor(options.organisation(), given, words);
            rows = redactor.recommendations(rows);
            filter = redactor.text(filter);
            data = redactor.data(given);
            organisation = "";
        }
        return new Snapshot(
                data.posture(),
                data.changes(),
                data.alongside(),
                rows,
                data.posture().recommendations().size(),
                filter,
                organisation,
                options.redacted() && given.later() != null ? given.later().lastSync() : null,
                digest(given.posture().organizationId()),
                options,
                words,
                posture,
                new TimeWords(words),
                new ChangeWords(words),
                new OutcomeWords(words),
                progress);
    }

    /** One-way: who does not know the id cannot work it out. */
    static @Nullable String digest(@Nullable String organizationId) {
        return organizationId == null
                ? null
                : PdfSeal.digest(("gradeline:" + organizationId).getBytes(StandardCharsets.UTF_8));
    }

    String text(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /** The document's title. */
    String title() {
        return Stream.of(text("report.title"), organisation)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** A moment as exactly as it needs to be told: its day alone where that is where it begins. */
    String moment(Instant at) {
        boolean midnight = at.atZone(words.zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? times.date(at) : times.dateTime(at);
    }

    /**
     * Tells who waits how far it is.
     *
     * @throws CancellationException when they have had enough
     */
    void done(double share) {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        progress.done(share);
    }
}
