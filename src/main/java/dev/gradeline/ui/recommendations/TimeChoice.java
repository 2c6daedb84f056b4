package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.SeenWithin;
import dev.gradeline.ui.kit.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The times that the filter offers, told from the day of the moment shown, in whole days. The names are kept in the settings.
 */
enum TimeChoice {
    AGE_UNDER_30(true, "recommendations.age.under30"),
    AGE_THIS_MONTH(true, "recommendations.age.thisMonth"),
    AGE_OVER_30(true, "recommendations.age.over30"),
    AGE_OVER_90(true, "recommendations.age.over90"),
    AGE_OVER_365(true, "recommendations.age.over365"),
    CHANGED_7(false, "recommendations.changed.7"),
    CHANGED_30(false, "recommendations.changed.30"),
    CHANGED_THIS_MONTH(false, "recommendations.changed.thisMonth"),
    CHANGED_SINCE_REPORT(false, "recommendations.changed.report");

    private final boolean age;
    private final String key;

    TimeChoice(boolean age, String key) {
        this.age = age;
        this.key = key;
    }

    /** Whether it asks when advice was first seen, and not when it changed. */
    boolean isAge() {
        return age;
    }

    /** The key of its name. */
    String key() {
        return key;
    }

    /** Whether it means anything now: there may have been no report yet. */
    boolean isOffered(Situation situation) {
        return this != CHANGED_SINCE_REPORT || situation.lastReport() != null;
    }

    /** The filter's times with this choice in the place of another of its kind. */
    SeenWithin in(SeenWithin seen, Situation situation, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(situation.posture().asOf(), zone);
        return switch (this) {
            case AGE_UNDER_30 -> seen.withFirst(start(today.minusDays(30), zone), null);
            case AGE_THIS_MONTH -> seen.withFirst(start(today.withDayOfMonth(1), zone), null);
            case AGE_OVER_30 -> seen.withFirst(null, start(today.minusDays(30), zone));
            case AGE_OVER_90 -> seen.withFirst(null, start(today.minusDays(90), zone));
            case AGE_OVER_365 -> seen.withFirst(null, start(today.minusDays(365), zone));
            case CHANGED_7 -> seen.withChanged(start(today.minusDays(7), zone));
            case CHANGED_30 -> seen.withChanged(start(today.minusDays(30), zone));
            case CHANGED_THIS_MONTH -> seen.withChanged(start(today.withDayOfMonth(1), zone));
            case CHANGED_SINCE_REPORT -> seen.withChanged(after(situation.lastReport()));
        };
    }

    /** Whether a filter asks for just this. */
    boolean isChosen(SeenWithin seen, Situation situation, ZoneId zone) {
        boolean asks = age ? asksAge(seen) : seen.changedFrom() != null;
        return asks && in(seen, situation, zone).equals(seen);
    }

    /** The choice of a kind that a filter asks for; null for none, or for other times than those that are offered. */
    static @Nullable TimeChoice chosen(boolean age, SeenWithin seen, Situation situation, ZoneId zone) {
        for (TimeChoice choice : values()) {
            if (choice.age == age && choice.isChosen(seen, situation, zone)) {
                return choice;
            }
        }
        return null;
    }

    /** Whether a filter asks when advice was first seen. */
    static boolean asksAge(SeenWithin seen) {
        return seen.firstFrom() != null || seen.firstBefore() != null;
    }

    /** What was seen at the moment of the report stands in it. */
    private static @Nullable Instant after(@Nullable Instant report) {
        return report == null ? null : report.plusMillis(1);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
