package dev.gradeline.report.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which days the horizontal axis names: the finest of days, weeks, months, quarters and years whose names do not touch. */
final class TimeTicks {
    private static final double GAP = 14;
    private static final int MOST = 400;

    private final TimeScale scale;
    private final ZoneId zone;
    private final Locale locale;
    private final double fullWidth;
    private final double size;
    private final TextMeasure measure;

    /** A tick: its place, and its text, centred on it. */
    record Tick(double x, String text) {}

    /** Ticks every so many days, weeks, months or years. */
    private record Step(Unit unit, int count) {
        double days() {
            return unit.days * count;
        }
    }

    private enum Unit {
        DAY(1),
        WEEK(7),
        MONTH(28),
        YEAR(365);

        private final double days;

        Unit(double days) {
            this.days = days;
        }
    }

    private static final List<Step> STEPS = Stream.of(
                    of(Unit.DAY, 1, 2),
                    of(Unit.WEEK, 1),
                    of(Unit.MONTH, 1, 2, 3, 6),
                    of(Unit.YEAR, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000))
            .flatMap(List::stream)
            .toList();

    private static List<Step> of(Unit unit, int... counts) {
        return IntStream.of(counts).mapToObj(count -> new Step(unit, count)).toList();
    }

    /** @param fullWidth how far to the right a text may reach; to the left it may reach 0 */
    TimeTicks(TimeScale scale, ZoneId zone, Locale locale, double fullWidth, double size, TextMeasure measure) {
        this.scale = scale;
        this.zone = zone;
        this.locale = dayBeforeMonth(locale);
        this.fullWidth = fullWidth;
        this.size = size;
        this.measure = measure;
    }

    /** English without a country is not American English. */
    private static Locale dayBeforeMonth(Locale locale) {
        boolean english = locale.getLanguage().isEmpty() || locale.getLanguage().equals("en");
        return english && locale.getCountry().isEmpty() ? Locale.UK : locale;
    }

    /** The ticks from left to right; empty only when not even one text has room. */
    List<Tick> ticks() {
        List<Tick> finest = List.of();
        for (Step step : STEPS) {
            if (days() / step.days() <= MOST) {
                List<Tick> ticks = ticks(step);
                if (ticks.size() > 1 && apart(ticks)) {
                    return ticks;
                }
                finest = finest.isEmpty() ? ticks : finest;
            }
        }
        return thinned(finest);
    }

    private long days() {
        return scale.to().atZone(zone).toLocalDate().toEpochDay()
                - scale.from().atZone(zone).toLocalDate().toEpochDay();
    }

    private List<Tick> ticks(Step step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate day = first(step, scale.from().atZone(zone).toLocalDate());
        for (Instant at = start(day); !at.isAfter(scale.to()); at = start(day)) {
            Tick tick = new Tick(scale.x(at), text(day, step.unit()));
            double half = width(tick) / 2;
            if (!at.isBefore(scale.from()) && tick.x() >= half && tick.x() + half <= fullWidth) {
                ticks.add(tick);
            }
            day = next(step, day);
        }
        return ticks;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private LocalDate first(Step step, LocalDate from) {
        return switch (step.unit()) {
            case DAY -> from.plusDays(Math.floorMod(-from.toEpochDay(), step.count()));
            case WEEK ->
                from.with(TemporalAdjusters.nextOrSame(WeekFields.of(locale).getFirstDayOfWeek()));
            case MONTH -> {
                LocalDate month = from.minusDays(1).with(TemporalAdjusters.firstDayOfNextMonth());
                yield month.plusMonths(Math.floorMod(1 - month.getMonthValue(), step.count()));
            }
            case YEAR -> {
                LocalDate year = from.minusDays(1).with(TemporalAdjusters.firstDayOfNextYear());
                yield year.plusYears(Math.floorMod(-year.getYear(), step.count()));
            }
        };
    }

    private static LocalDate next(Step step, LocalDate day) {
        return switch (step.unit()) {
            case DAY -> day.plusDays(step.count());
            case WEEK -> day.plusWeeks(step.count());
            case MONTH -> day.plusMonths(step.count());
            case YEAR -> day.plusYears(step.count());
        };
    }

    /** January carries its year: an axis over New Year says which year is which. */
    private String text(LocalDate day, Unit unit) {
        return switch (unit) {
            case DAY, WEEK -> format("MMMd", day);
            case MONTH ->
                day.getMonthValue() == 1
                        ? format("yMMM", day)
                        : DateTimeFormatter.ofPattern("LLL", locale).format(day);
            case YEAR -> DateTimeFormatter.ofPattern("u", locale).format(day);
        };
    }

    private String format(String template, LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern(template)
                .localizedBy(locale)
                .format(day);
    }

    /** Every second, third … tick, so that they stand apart; one alone always does. */
    private List<Tick> thinned(List<Tick> ticks) {
        for (int every = 1; ; every++) {
            int step = every;
            List<Tick> kept = IntStream.range(0, ticks.size())
                    .filter(i -> i % step == 0)
                    .mapToObj(ticks::get)
                    .toList();
            if (apart(kept)) {
                return kept;
            }
        }
    }

    private boolean apart(List<Tick> ticks) {
        for (int i = 1; i < ticks.size(); i++) {
            Tick before = ticks.get(i - 1);
            Tick tick = ticks.get(i);
            if (tick.x() - width(tick) / 2 < before.x() + width(before) / 2 + GAP) {
                return false;
            }
        }
        return true;
    }

    private double width(Tick tick) {
        return measure.width(tick.text(), size, false);
    }
}
