package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint answered in full: the rows, without what history knows about them. Two answers are equal when the
 * server said the same.
 */
sealed interface Answer {
    /** Keeps it as of a moment later than all that is kept of its part. */
    void store(Sql sql, long at) throws SQLException;

    /** The answer that a history held at a moment. */
    static Answer read(Sql sql, Part part, long at) throws SQLException {
        return switch (part) {
            case SCORES -> new Scores(new AssessmentTable(sql).reported(at));
            case RECOMMENDATIONS -> new Recommendations(new RecommendationTable(sql).reported(at));
            case DISCOVERY -> new Discovery(new ScanTable(sql).answer(at));
        };
    }

    /** The moments at which the answer of a part was another than before, in order. */
    static List<Long> turns(Sql sql, Part part) throws SQLException {
        String moments = switch (part) {
            case SCORES -> "SELECT valid_from AS at FROM standing UNION SELECT valid_to FROM standing";
            case RECOMMENDATIONS -> """
                SELECT valid_from AS at FROM recommendation_version UNION SELECT valid_to FROM recommendation_version
                UNION SELECT valid_from FROM recommendation_order UNION SELECT valid_to FROM recommendation_order""";
            case DISCOVERY -> "SELECT valid_from AS at FROM scan_report";
        };
        return sql.list("SELECT at FROM (" + moments + ") WHERE at IS NOT NULL ORDER BY at", row -> row.getLong("at"));
    }

    /** Forgets all that is kept of a part's answers, to be stored anew. */
    static void clear(Sql sql, Part part) throws SQLException {
        List<String> tables = switch (part) {
            case SCORES -> List.of("standing", "assessment");
            case RECOMMENDATIONS -> List.of("recommendation_order", "recommendation_version", "recommendation");
            case DISCOVERY -> List.of("scan_report", "scan_platform", "scan");
        };
        for (String table : tables) {
            sql.update("DELETE FROM " + table);
        }
        new AnswerDigestTable(sql).forget(part);
    }

    /** By framework, undated ones too: in one answer a framework stands once. */
    record Scores(List<Assessment> rows) implements Answer {
        @Override
        public void store(Sql sql, long at) throws SQLException {
            new AssessmentTable(sql).store(at, rows);
        }

        private Map<String, String> said() {
            Map<String, String> said = new TreeMap<>();
            rows.forEach(a ->
                    said.put(a.framework().id() + " " + a.completedAt(), a.grade() + " " + plain(a.overallScore())));
            return said;
        }

        private static @Nullable String plain(@Nullable BigDecimal number) {
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Scores scores && said().equals(scores.said());
        }

        @Override
        public int hashCode() {
            return said().hashCode();
        }

        @Override
        public String toString() {
            return said().toString();
        }
    }

    /** In the server's order. */
    record Recommendations(List<Recommendation> rows) implements Answer {
        @Override
        public void store(Sql sql, long at) throws SQLException {
            new RecommendationWriter(sql, at).store(rows);
        }

        private static boolean same(Recommendation a, Recommendation b) {
            return a.id().equals(b.id())
                    && Objects.equals(a.title(), b.title())
                    && Objects.equals(a.priority(), b.priority())
                    && Objects.equals(a.status(), b.status())
                    && Objects.equals(a.framework(), b.framework())
                    && Objects.equals(a.category(), b.category());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof Recommendations(List<Recommendation> others)) || others.size() != rows.size()) {
                return false;
            }
            for (int i = 0; i < rows.size(); i++) {
                if (!same(rows.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return rows.stream().map(Recommendation::id).toList().hashCode();
        }

        @Override
        public String toString() {
            StringBuilder said = new StringBuilder();
            for (Recommendation r : rows) {
                said.append(r.id())
                        .append('\t')
                        .append(r.title())
                        .append('\t')
                        .append(r.priority())
                        .append('\t');
                said.append(r.status())
                        .append('\t')
                        .append(r.framework())
                        .append('\t')
                        .append(r.category());
                said.append('\n');
            }
            return said.toString();
        }
    }

    /** @param scan null when the server had none */
    record Discovery(@Nullable Scan scan) implements Answer {
        @Override
        public void store(Sql sql, long at) throws SQLException {
            new ScanTable(sql).store(at, scan);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof Discovery(Scan its))) {
                return false;
            }
            return scan == null ? its == null : its != null && ScanTable.sameContent(scan, its);
        }

        @Override
        public int hashCode() {
            return scan == null ? 0 : Objects.hashCode(scan.id());
        }

        @Override
        public String toString() {
            return scan == null ? "" : ScanTable.said(scan);
        }
    }
}
