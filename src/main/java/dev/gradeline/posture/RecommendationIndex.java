package dev.gradeline.posture;

import dev.gradeline.posture.RecommendationFilter.Condition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recommendations made ready to be searched with every key that is typed: each is folded once. Immutable; any thread. Takes
 * a moment for many rows.
 */
public final class RecommendationIndex {
    private static final char BETWEEN = '\n';

    private final List<Recommendation> rows;
    private final String[] folded;

    /**
     * An index of rows, in their order.
     *
     * @param shown the words that stand for a row's codes where it is shown, found as well as the codes are
     */
    public RecommendationIndex(List<Recommendation> rows, Function<Recommendation, List<String>> shown) {
        this.rows = rows;
        this.folded = new String[rows.size()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = folded(rows.get(i), shown);
        }
    }

    /** An index of rows that are found by their codes alone. */
    public RecommendationIndex(List<Recommendation> rows) {
        this(rows, row -> List.of());
    }

    /**
     * Which conditions of a filter each row does not meet, as bits of {@link Condition}; 0 for a row that passes. So one look
     * tells what is shown and what each other choice would show.
     */
    public byte[] missed(RecommendationFilter filter) {
        SearchWords words = SearchWords.of(filter.search());
        boolean plain = filter.withSearch("").isAll();
        byte[] missed = new byte[folded.length];
        for (int i = 0; i < missed.length; i++) {
            Recommendation row = rows.get(i);
            boolean found = words.isEmpty() || words.match(folded[i], row.own().tags());
            missed[i] = (byte) ((plain ? 0 : filter.missed(row)) | (found ? 0 : Condition.WORDS.bit()));
        }
        return missed;
    }

    /** The texts of a row that a search looks into, folded, one to a line. */
    static String folded(Recommendation row, Function<Recommendation, List<String>> shown) {
        StringBuilder text = new StringBuilder(160);
        add(text, row.title());
        add(text, row.category());
        add(text, row.id());
        Status status = row.status();
        if (status != null) {
            add(text, status.id());
            if (status.id().indexOf('_') >= 0) {
                add(text, status.id().replace('_', ' '));
            }
        }
        Framework framework = row.framework();
        if (framework != null) {
            add(text, framework.id());
            if (!framework.name().equals(framework.id())) {
                add(text, framework.name());
            }
        }
        if (row.priority() != null) {
            text.append(BETWEEN).append('p').append(row.priority().intValue());
        }
        row.own().tags().forEach(tag -> add(text, tag));
        if (!row.own().text().isEmpty()) {
            add(text, row.own().text());
        }
        for (String word : shown.apply(row)) {
            String folded = SearchFold.fold(word);
            // nearly always it is a field's own text: then nothing is there twice
            if (text.indexOf(folded) < 0) {
                text.append(BETWEEN).append(folded);
            }
        }
        return text.toString();
    }

    private static void add(StringBuilder text, @Nullable String field) {
        if (field != null) {
            text.append(BETWEEN).append(SearchFold.fold(field));
        }
    }
}
