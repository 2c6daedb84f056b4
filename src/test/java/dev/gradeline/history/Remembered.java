package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that a history told at each of its moments, to hold another against. */
final class Remembered {
    private final Map<Instant, Posture> postures = new TreeMap<>();
    private final Set<List<@Nullable Object>> assessments = new HashSet<>();
    private final Set<List<@Nullable Object>> scans = new HashSet<>();

    Remembered(History history, List<Instant> moments) {
        for (Instant at : moments) {
            Posture posture = history.posture(at);
            postures.put(at, posture);
            posture.scans().forEach(scan -> scans.add(said(scan)));
        }
        history.assessments(Instant.MAX).forEach(assessment -> assessments.add(said(assessment)));
    }

    boolean equalsAll(History other) {
        return postures.entrySet().stream()
                .allMatch(each -> other.posture(each.getKey()).equals(each.getValue()));
    }

    /** Whatever the other tells of any moment, this one told of the same moment; no value is new. */
    void containsAllOf(History other) {
        postures.forEach((at, mine) -> {
            Posture its = other.posture(at);
            Set<List<@Nullable Object>> known = new HashSet<>();
            mine.recommendations().forEach(r -> known.add(said(r)));
            assertThat(its.recommendations().stream().map(Remembered::said)).isSubsetOf(known);
            assertThat(its.scans().stream().map(Remembered::said)).isSubsetOf(scans);
            if (its.scanReported()) {
                assertThat(mine.scanReported()).isTrue();
            }
            its.standings()
                    .forEach(standing -> assertThat(
                                    standing.assessments().stream().map(Remembered::said))
                            .isSubsetOf(assessments));
        });
        assertThat(other.assessments(Instant.MAX).stream().map(Remembered::said))
                .isSubsetOf(assessments);
    }

    private static List<@Nullable Object> said(Recommendation r) {
        return Arrays.asList(
                r.id(),
                r.lineage(),
                r.title(),
                r.priority(),
                r.status(),
                r.framework(),
                r.category(),
                r.firstSeen(),
                r.lastChanged());
    }

    private static List<@Nullable Object> said(Assessment a) {
        return Arrays.asList(a.framework(), a.completedAt(), a.overallScore(), a.grade(), a.firstSeen(), a.imported());
    }

    private static List<@Nullable Object> said(Scan scan) {
        List<@Nullable Object> said = new ArrayList<>();
        said.addAll(Arrays.<@Nullable Object>asList(
                scan.id(),
                scan.organizationId(),
                scan.status(),
                scan.domain(),
                scan.startedAt(),
                scan.completedAt(),
                scan.platformsDiscovered(),
                scan.shadowAiCount(),
                scan.overallRiskScore()));
        for (Platform p : scan.platforms()) {
            said.add(Arrays.asList(
                    p.id(), p.name(), p.type(), p.vendor(), p.category(), p.url(), p.confidence(), p.createdAt()));
        }
        return said;
    }
}
