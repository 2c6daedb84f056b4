package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.concurrent.CancellationException;

/** What every section of the PDF draws from: the data, what was asked for, and the words for both. */
record Snapshot(
        Posture posture,
        List<Change> changes,
        Alongside alongside,
        ReportOptions options,
        Words words,
        PostureWords postureWords,
        TimeWords times,
        ChangeWords changeWords,
        OutcomeWords outcomes,
        Progress progress) {

    static Snapshot of(ReportData data, ReportOptions options, Words words, Progress progress) {
        return new Snapshot(
                data.posture(),
                data.changes(),
                data.alongside(),
                options,
                words,
                new PostureWords(words),
                new TimeWords(words),
                new ChangeWords(words),
                new OutcomeWords(words),
                progress);
    }

    String text(String key, Object... arguments) {
        return words.of(key, arguments);
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

    /** The organisation's name made safe; empty for none. */
    String organisation() {
        return options.organisation().isBlank()
                ? ""
                : postureWords.clean(options.organisation()).strip();
    }
}
