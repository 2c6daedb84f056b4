package dev.gradeline.history;

import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Scan;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Discovery scans with their platforms, as reported, and when the answer held which. */
final class ScanTable {
    private final Sql sql;

    ScanTable(Sql sql) {
        this.sql = sql;
    }

    private record Stored(long id, Scan scan) {}

    /** What discovery answered last; no scan is an answer, too. */
    private record Report(@Nullable Long scan) {}

    // ---- writing

    /**
     * @param reported null when the server has no completed scan
     * @return how many platforms were reported
     */
    int store(long at, @Nullable Scan reported) throws SQLException {
        Long scan = reported == null ? null : idOf(at, storable(reported));
        Report before = report(Long.MAX_VALUE);
        if (before == null || !Objects.equals(before.scan(), scan)) {
            sql.update("UPDATE scan_report SET valid_to = ? WHERE valid_to IS NULL", at);
            sql.update("INSERT INTO scan_report (valid_from, scan) VALUES (?, ?)", at, scan);
        }
        return reported == null ? 0 : reported.platforms().size();
    }

    /** The latest stored scan when it is the same, else a new one. */
    private long idOf(long at, Scan reported) throws SQLException {
        Long latest = sql.first("SELECT id FROM scan ORDER BY id DESC LIMIT 1", row -> row.getLong("id"));
        if (latest != null) {
            for (Stored stored : stored("s.id = ?", latest)) {
                if (sameContent(stored.scan(), reported)) {
                    return latest;
                }
            }
        }
        return insert(at, reported);
    }

    /** As the file will give it back. */
    private static Scan storable(Scan scan) {
        return new Scan(
                Text.storableOrNull(scan.id()),
                Text.storableOrNull(scan.organizationId()),
                Text.storableOrNull(scan.status()),
                Text.storableOrNull(scan.domain()),
                Micros.rounded(scan.startedAt()),
                Micros.rounded(scan.completedAt()),
                scan.platformsDiscovered(),
                scan.shadowAiCount(),
                scan.overallRiskScore(),
                scan.platforms().stream().map(ScanTable::storable).toList(),
                scan.firstSeen());
    }

    private static Platform storable(Platform p) {
        return new Platform(
                Text.storableOrNull(p.id()),
                Text.storableOrNull(p.name()),
                Text.storableOrNull(p.type()),
                Text.storableOrNull(p.vendor()),
                Text.storableOrNull(p.category()),
                Text.storableOrNull(p.url()),
                p.confidence(),
                Micros.rounded(p.createdAt()),
                p.firstSeen());
    }

    /** Whether the server said the same of both. */
    static boolean sameContent(Scan a, Scan b) {
        if (a.platforms().size() != b.platforms().size()) {
            return false;
        }
        for (int i = 0; i < a.platforms().size(); i++) {
            if (!sameContent(a.platforms().get(i), b.platforms().get(i))) {
                return false;
            }
        }
        return Objects.equals(a.id(), b.id())
                && Objects.equals(a.organizationId(), b.organizationId())
                && Objects.equals(a.status(), b.status())
                && Objects.equals(a.domain(), b.domain())
                && Objects.equals(a.startedAt(), b.startedAt())
                && Objects.equals(a.completedAt(), b.completedAt())
                && Objects.equals(a.platformsDiscovered(), b.platformsDiscovered())
                && Objects.equals(a.shadowAiCount(), b.shadowAiCount())
                && Numbers.same(a.overallRiskScore(), b.overallRiskScore());
    }

    private static boolean sameContent(Platform a, Platform b) {
        return Objects.equals(a.id(), b.id())
                && Objects.equals(a.name(), b.name())
                && Objects.equals(a.vendor(), b.vendor())
                && Objects.equals(a.type(), b.type())
                && Objects.equals(a.category(), b.category())
                && Objects.equals(a.url(), b.url())
                && Numbers.same(a.confidence(), b.confidence())
                && Objects.equals(a.createdAt(), b.createdAt());
    }

    private long insert(long at, Scan scan) throws SQLException {
        long id = sql.insert(
                """
                INSERT INTO scan (uid, organization_id, status, domain, started_at, completed_at,
                    platforms_discovered, shadow_ai_count, overall_risk_score, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                scan.id(),
                scan.organizationId(),
                scan.status(),
                scan.domain(),
                Micros.ofNullable(scan.startedAt()),
                Micros.ofNullable(scan.completedAt()),
                scan.platformsDiscovered(),
                scan.shadowAiCount(),
                Numbers.text(scan.overallRiskScore()),
                at);
        try (Sql.Repeated platform = sql.batched("""
                INSERT INTO scan_platform
                    (scan, position, uid, name, type, vendor, category, url, confidence, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            int position = 0;
            for (Platform p : scan.platforms()) {
                platform.run(
                        id,
                        position++,
                        p.id(),
                        p.name(),
                        p.type(),
                        p.vendor(),
                        p.category(),
                        p.url(),
                        Numbers.text(p.confidence()),
                        Micros.ofNullable(p.createdAt()));
            }
        }
        return id;
    }

    // ---- reading

    /** The scan in the latest answer up to a moment; null when that held none. */
    @Nullable Scan answer(long asOf) throws SQLException {
        Report report = report(asOf);
        Long id = report == null ? null : report.scan();
        return id == null ? null : stored("s.id = ?", id).getFirst().scan();
    }

    /** All that the server said of a scan, in words of no meaning but their order. */
    static String said(Scan scan) {
        StringBuilder said = new StringBuilder();
        said.append(Arrays.asList(
                scan.id(),
                scan.organizationId(),
                scan.status(),
                scan.domain(),
                scan.startedAt(),
                scan.completedAt(),
                scan.platformsDiscovered(),
                scan.shadowAiCount(),
                plain(scan.overallRiskScore())));
        for (Platform p : scan.platforms()) {
            said.append(Arrays.asList(
                    p.id(),
                    p.name(),
                    p.type(),
                    p.vendor(),
                    p.category(),
                    p.url(),
                    plain(p.confidence()),
                    p.createdAt()));
        }
        return said.toString();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /** Whether the latest answer up to a moment held a scan. */
    boolean reported(long asOf) throws SQLException {
        Report report = report(asOf);
        return report != null && report.scan() != null;
    }

    private @Nullable Report report(long asOf) throws SQLException {
        return sql.first(
                // a stretch that has ended has no successor where that was lost with a damaged page
                """
                SELECT scan FROM (SELECT * FROM scan_report WHERE valid_from <= ?1 ORDER BY valid_from DESC LIMIT 1)
                WHERE valid_to IS NULL OR valid_to > ?1
                """, row -> new Report(Sql.whole(row, "scan")), asOf);
    }

    /** Every scan up to a moment, the one last seen first; of one that was reported anew under its id, the newest content. */
    List<Scan> scans(long asOf) throws SQLException {
        List<Scan> scans = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Stored stored : stored("s.seen_at <= ?", asOf).reversed()) {
            String id = stored.scan().id();
            if (id == null || ids.add(id)) {
                scans.add(stored.scan());
            }
        }
        return scans;
    }

    /** When discovery last ceased to report a scan within a period; null when it did not. */
    @Nullable Instant lastLeft(long from, long to) throws SQLException {
        return sql.first(
                "SELECT max(valid_from) AS at FROM scan_report WHERE scan IS NULL AND valid_from > ? AND valid_from <= ?",
                row -> Sql.instant(row, "at"),
                from,
                to);
    }

    /** The organisation that the latest scan to name one named; null when none did. */
    @Nullable String organization(long asOf) throws SQLException {
        return sql.first(
                "SELECT organization_id FROM scan WHERE seen_at <= ? AND organization_id IS NOT NULL"
                        + " ORDER BY id DESC LIMIT 1",
                row -> row.getString("organization_id"),
                asOf);
    }

    /** Stored scans, oldest first. A platform's first sighting is the oldest among these. */
    private List<Stored> stored(String condition, long argument) throws SQLException {
        Map<Long, List<Platform>> platforms = new HashMap<>();
        Map<Platform.Identity, Instant> firstSeen = new HashMap<>();
        sql.each(
                "SELECT p.*, s.seen_at FROM scan s JOIN scan_platform p ON p.scan = s.id WHERE " + condition
                        + " ORDER BY s.id, p.position",
                row -> {
                    String name = row.getString("name");
                    String type = row.getString("type");
                    String vendor = row.getString("vendor");
                    String url = row.getString("url");
                    Instant seen = Micros.instant(row.getLong("seen_at"));
                    Instant first = firstSeen.putIfAbsent(Platform.identity(name, vendor, url, type), seen);
                    platforms
                            .computeIfAbsent(row.getLong("scan"), scan -> new ArrayList<>())
                            .add(new Platform(
                                    row.getString("uid"),
                                    name,
                                    type,
                                    vendor,
                                    row.getString("category"),
                                    url,
                                    Sql.decimal(row, "confidence"),
                                    Sql.instant(row, "created_at"),
                                    first == null ? seen : first));
                },
                argument);
        return sql.list(
                "SELECT s.* FROM scan s WHERE " + condition + " ORDER BY s.id",
                row -> new Stored(
                        row.getLong("id"),
                        new Scan(
                                row.getString("uid"),
                                row.getString("organization_id"),
                                row.getString("status"),
                                row.getString("domain"),
                                Sql.instant(row, "started_at"),
                                Sql.instant(row, "completed_at"),
                                Sql.integer(row, "platforms_discovered"),
                                Sql.integer(row, "shadow_ai_count"),
                                Sql.decimal(row, "overall_risk_score"),
                                platforms.getOrDefault(row.getLong("id"), List.of()),
                                Micros.instant(row.getLong("seen_at")))),
                argument);
    }
}
