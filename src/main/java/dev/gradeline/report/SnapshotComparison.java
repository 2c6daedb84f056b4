package dev.gradeline.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Posture;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the data of a snapshot with a posture: the same data is made of the posture anew, in the language and the zone of
 * the snapshot, and what both have is compared.
 * Notes, targets and what changed are not: the first two hold whatever moment one looks at, the last follows from the others.
 */
final class SnapshotComparison {
    private final Words words;
    private final PostureWords posture;

    SnapshotComparison(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
    }

    List<String> differences(JsonNode file, Posture then, @Nullable Posture later, String organisation)
            throws IOException {
        ReportOptions options = ReportOptions.of(organisation, "")
                .withSections(sections(file))
                .withRedacted(file.path("redacted").asBoolean());
        Snapshot snapshot = Snapshot.of(
                new ReportData(then, List.of(), Alongside.NONE, later), options, wordsOf(file), Progress.NONE);
        JsonNode here = SnapshotFile.parsed(SnapshotJson.of(snapshot));
        List<String> differences = new ArrayList<>();
        if (here == null) {
            return differences;
        }
        scores(file, here, differences);
        if (file.has("history") && !file.path("history").equals(here.path("history"))) {
            differences.add(words.of("verify.differs.history"));
        }
        recommendations(file, here, differences);
        discovery(file, here, differences);
        return differences;
    }

    /** What stands for a name that was left out depends on the language, and the left edge of the chart on the zone. */
    private Words wordsOf(JsonNode file) {
        String language = file.path("language").asText("");
        return PdfReport.words(language.isEmpty() ? words.bundle().getLocale() : Locale.forLanguageTag(language));
    }

    private static List<ReportSection> sections(JsonNode file) {
        List<ReportSection> sections = new ArrayList<>();
        file.path("options")
                .path("sections")
                .forEach(id -> ReportSection.of(id.asText()).ifPresent(sections::add));
        return sections;
    }

    private void scores(JsonNode file, JsonNode here, List<String> differences) {
        if (!file.has("scores")) {
            return;
        }
        Map<String, JsonNode> theirs = by("framework_id", file.path("scores"));
        Map<String, JsonNode> ours = by("framework_id", here.path("scores"));
        Set<String> all = new HashSet<>(theirs.keySet());
        all.addAll(ours.keySet());
        all.stream().sorted().forEach(id -> {
            JsonNode in = theirs.get(id);
            JsonNode at = ours.get(id);
            String name = posture.framework(new Framework(id));
            if (in == null) {
                differences.add(words.of("verify.differs.scoreMissing", name));
            } else if (at == null) {
                differences.add(words.of("verify.differs.scoreUnknown", name));
            } else if (!in.equals(at)) {
                differences.add(words.of("verify.differs.score", name, score(in), score(at)));
            }
        });
    }

    private String score(JsonNode row) {
        return words.of(
                "verify.score",
                posture.clean(row.path("overall_score").asText()),
                posture.clean(row.path("grade").asText()),
                posture.clean(row.path("completed_at").asText()));
    }

    private void recommendations(JsonNode file, JsonNode here, List<String> differences) {
        if (!file.has("recommendations")) {
            return;
        }
        long theirs = file.path("recommendations_total").asLong();
        long ours = here.path("recommendations_total").asLong();
        if (theirs != ours) {
            differences.add(words.of("verify.differs.count", theirs, ours));
        }
        Map<String, JsonNode> known = by("id", here.path("recommendations"));
        for (JsonNode row : file.path("recommendations")) {
            JsonNode at = known.get(row.path("id").asText());
            String title = posture.title(row.path("title").asText(null));
            if (at == null) {
                differences.add(words.of("verify.differs.recommendationUnknown", title));
            } else if (!at.equals(row)) {
                differences.add(words.of("verify.differs.recommendation", title));
            }
        }
    }

    private void discovery(JsonNode file, JsonNode here, List<String> differences) {
        if (!file.has("discovery")) {
            return;
        }
        JsonNode theirs = file.path("discovery");
        JsonNode ours = here.path("discovery");
        boolean same = theirs.isObject() == ours.isObject();
        // a brief snapshot has fewer fields
        for (Map.Entry<String, JsonNode> field : theirs.properties()) {
            same &= field.getValue().equals(ours.path(field.getKey()));
        }
        if (!same) {
            differences.add(words.of("verify.differs.discovery"));
        }
    }

    private static Map<String, JsonNode> by(String field, JsonNode rows) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        rows.forEach(row -> map.put(row.path(field).asText(), row));
        return map;
    }
}
