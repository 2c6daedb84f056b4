package dev.gradeline.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Works out what each discovery scan found. */
final class Scans {
    private static final LocalTime START = LocalTime.of(14, 0);
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final int LEAST_PERCENT = 30;

    /** A finished scan as the API answers it: the scan and each platform, surest first, as JSON. */
    record Finished(Instant completedAt, String scan, List<String> platforms) {}

    private record Row(
            UUID id,
            UUID organizationId,
            String status,
            String domain,
            Instant startedAt,
            Instant completedAt,
            Summary summary) {}

    private record Summary(int platformsDiscovered, int shadowAiCount, BigDecimal overallRiskScore) {}

    private record PlatformRow(
            UUID id,
            String platformName,
            String platformType,
            String url,
            BigDecimal confidence,
            Metadata metadata,
            Instant createdAt) {}

    private record Metadata(String vendor, String category) {}

    private Scans() {}

    static List<Finished> of(Script script) {
        List<Finished> finished = new ArrayList<>();
        for (int i = 0; i < script.scans().size(); i++) {
            finished.add(finish(script, script.scans().get(i), script.scans().size() - 1 - i));
        }
        return finished;
    }

    private static Finished finish(Script script, Script.Scan scan, int scansToCome) {
        Instant started = scan.on().atTime(START).toInstant(ZoneOffset.UTC);
        Instant completed = started.plus(LENGTH);
        List<PlatformRow> found = new ArrayList<>();
        for (Script.Platform platform : script.platforms()) {
            if (platform.foundOn(scan.on())) {
                Instant detected = started.plus(Duration.ofMinutes(2 + found.size()));
                found.add(row(platform, scan, confidence(platform, scansToCome), detected));
            }
        }
        found.sort(Comparator.comparing(PlatformRow::confidence).reversed().thenComparing(PlatformRow::platformName));
        Row row = new Row(
                Recommendation.idOf("scan", scan.on().toString()),
                Recommendation.idOf("organisation", script.organisation()),
                "completed",
                script.domain(),
                started,
                completed,
                new Summary(found.size(), scan.shadowAiCount(), scan.overallRiskScore()));
        return new Finished(
                completed, Json.write(row), found.stream().map(Json::write).toList());
    }

    /** Surer with every scan, up to the confidence that the script gives for the last one. */
    private static BigDecimal confidence(Script.Platform platform, int scansToCome) {
        int percent = Math.max(LEAST_PERCENT, platform.percent() - scansToCome);
        return BigDecimal.valueOf(percent, 2);
    }

    private static PlatformRow row(Script.Platform platform, Script.Scan scan, BigDecimal confidence, Instant at) {
        return new PlatformRow(
                Recommendation.idOf("platform", scan.on().toString(), platform.name()),
                platform.name(),
                platform.type(),
                platform.url(),
                confidence,
                new Metadata(platform.vendor(), platform.category()),
                at);
    }
}
