package dev.gradeline.history;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules by which recommendations are followed, taken at their word: every answer is kept, and searched from its start. */
final class FollowedModel {
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<String, Instant> lives = new HashMap<>();
    private Map<String, Recommendation> before = Map.of();
    private int answers;

    private record Sighting(int answer, int place, String lineage, Recommendation row) {}

    /** @return the answer as history will give it back */
    List<Recommendation> answer(Instant at, List<Recommendation> reported) {
        answers++;
        Map<String, String> lineages = new HashMap<>();
        for (Recommendation r : reported) {
            if (before.values().stream().anyMatch(was -> was.id().equals(r.id()))) {
                lineages.put(r.id(), String.valueOf(holder(r.id())));
            }
        }
        Set<String> staying = Set.copyOf(lineages.values());
        reported.stream()
                .filter(r -> !lineages.containsKey(r.id()))
                .filter(r -> holder(r.id()) != null && !staying.contains(String.valueOf(holder(r.id()))))
                .sorted(Comparator.comparingInt(r -> -lastSight(r.id())))
                .forEach(r -> {
                    if (!lineages.containsValue(String.valueOf(holder(r.id())))) {
                        lineages.put(r.id(), String.valueOf(holder(r.id())));
                    }
                });
        for (Recommendation r : reported) {
            String gone = lineages.containsKey(r.id()) ? null : gone(r, lineages);
            if (gone != null) {
                lineages.put(r.id(), gone);
            }
        }
        reported.stream()
                .map(Recommendation::id)
                .filter(id -> !lineages.containsKey(id))
                .sorted()
                .forEach(id -> lineages.put(id, begin(id, at)));
        return kept(at, reported, lineages);
    }

    private @Nullable String holder(String id) {
        return sightings.stream()
                .filter(s -> s.row().id().equals(id))
                .reduce((a, b) -> b)
                .map(Sighting::lineage)
                .orElse(null);
    }

    private int lastSight(String id) {
        return sightings.stream()
                .filter(s -> s.row().id().equals(id))
                .mapToInt(Sighting::answer)
                .max()
                .orElse(0);
    }

    private @Nullable String gone(Recommendation r, Map<String, String> lineages) {
        return lives.keySet().stream()
                .filter(lineage -> !lineages.containsValue(lineage))
                .map(lineage -> sightings.stream()
                        .filter(s -> s.lineage().equals(lineage))
                        .reduce((a, b) -> b)
                        .orElseThrow())
                .filter(s -> alike(s.row(), r))
                .min(Comparator.comparingInt((Sighting s) -> -s.answer()).thenComparingInt(Sighting::place))
                .map(Sighting::lineage)
                .orElse(null);
    }

    private static boolean alike(Recommendation a, Recommendation b) {
        return !plain(a.title()).isEmpty()
                && plain(a.title()).equals(plain(b.title()))
                && plain(a.category()).equals(plain(b.category()))
                && plain(framework(a)).equals(plain(framework(b)));
    }

    private static @Nullable String framework(Recommendation r) {
        Framework framework = r.framework();
        return framework == null ? null : framework.id();
    }

    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .replace('\u00a0', ' ')
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private String begin(String id, Instant at) {
        String lineage = id;
        for (int number = 2; lives.containsKey(lineage); number++) {
            lineage = id + "#" + number;
        }
        lives.put(lineage, at);
        return lineage;
    }

    private List<Recommendation> kept(Instant at, List<Recommendation> reported, Map<String, String> lineages) {
        List<Recommendation> now = new ArrayList<>();
        for (Recommendation r : reported) {
            String lineage = Objects.requireNonNull(lineages.get(r.id()));
            Recommendation was = before.get(lineage);
            Recommendation row = new Recommendation(
                    r.id(),
                    lineage,
                    r.title(),
                    r.priority(),
                    r.status(),
                    r.framework(),
                    r.category(),
                    now.size() + 1,
                    Objects.requireNonNull(lives.get(lineage)),
                    was != null && content(was).equals(content(r)) ? was.lastChanged() : at);
            now.add(row);
            sightings.add(new Sighting(answers, now.size(), lineage, row));
        }
        before = now.stream().collect(Collectors.toMap(Recommendation::lineage, r -> r));
        return List.copyOf(now);
    }

    private static List<@Nullable Object> content(Recommendation r) {
        List<@Nullable Object> content = new ArrayList<>();
        content.add(r.id());
        content.add(r.title());
        content.add(r.priority());
        content.add(r.status());
        content.add(r.framework());
        content.add(r.category());
        return content;
    }
}
