package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.util.List;

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
        OutcomeWords outcomes) {

    static Snapshot of(Posture posture, List<Change> changes, Alongside alongside, ReportOptions options, Words words) {
        return new Snapshot(
                posture,
                List.copyOf(changes),
                alongside,
                options,
                words,
                new PostureWords(words),
                new TimeWords(words),
                new ChangeWords(words),
                new OutcomeWords(words));
    }

    String text(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /** The organisation's name made safe; empty for none. */
    String organisation() {
        return options.organisation().isBlank()
                ? ""
                : postureWords.clean(options.organisation()).strip();
    }
}
