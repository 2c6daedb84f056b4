package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Recommendation;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What happened to one recommendation, from the versions seen. Immutable; any thread. */
final class LifeStory {
    /** In characters: the life is a list of lines, and not of pages. */
    private static final int LONGEST = 240;

    private final Words words;
    private final PostureWords postureWords;
    private final TimeWords times;
    private final Instant now;

    /**
     * @param text “29 Oct · open → in progress”
     * @param moment the moment in full, with its UTC time, for a tooltip
     */
    record Line(String text, String moment) {}

    LifeStory(Words words, Instant now) {
        this.words = words;
        this.postureWords = new PostureWords(words);
        this.times = new TimeWords(words);
        this.now = now;
    }

    /** One line for each thing that happened, oldest first. */
    List<Line> of(List<Recommendation> versions) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Recommendation version = versions.get(i);
            if (i == 0) {
                add(lines, version.firstSeen(), words.of("recommendations.life.first", status(version)));
            } else {
                difference(versions.get(i - 1), version, lines);
            }
        }
        return List.copyOf(lines);
    }

    private void difference(Recommendation was, Recommendation is, List<Line> lines) {
        Instant at = is.lastChanged();
        if (!was.id().equals(is.id())) {
            add(lines, at, words.of("recommendations.life.reissued"));
        }
        if (!Objects.equals(was.status(), is.status())) {
            add(lines, at, words.of("recommendations.life.moved", status(was), status(is)));
        }
        if (!Objects.equals(was.priority(), is.priority())) {
            add(
                    lines,
                    at,
                    words.of(
                            "recommendations.life.priority",
                            postureWords.priority(was.priority()),
                            postureWords.priority(is.priority())));
        }
        if (!Objects.equals(was.title(), is.title())) {
            add(
                    lines,
                    at,
                    words.of("recommendations.life.title", Cleaning.shorten(postureWords.title(was.title()), LONGEST)));
        }
        if (!Objects.equals(was.category(), is.category())) {
            add(
                    lines,
                    at,
                    words.of(
                            "recommendations.life.category",
                            Cleaning.shorten(postureWords.clean(was.category()), LONGEST)));
        }
        if (!Objects.equals(was.framework(), is.framework())) {
            add(lines, at, words.of("recommendations.life.framework", postureWords.framework(was.framework())));
        }
    }

    private String status(Recommendation version) {
        return postureWords.status(version.status());
    }

    private void add(List<Line> lines, Instant at, String text) {
        lines.add(new Line(
                words.of("recommendations.life.line", times.day(at, now), text),
                words.of("recommendations.life.moment", times.dateTime(at), times.utc(at))));
    }
}
