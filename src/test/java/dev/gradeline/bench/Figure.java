package dev.gradeline.bench;

import org.jspecify.annotations.Nullable;

/** Everything that is measured for {@code docs/benchmarks.md}, in its order: each beside what, and what it is to come to. */
public enum Figure {
    READ_PAGE(
            "reading and mapping a page of 100 recommendations",
            "a bare Jackson tree of the same bytes",
            Unit.RATIO,
            1.2),
    STORE_FIRST(
            "storing 100,000 recommendations the first time",
            "a bare JDBC batch insert of the same rows",
            Unit.RATIO,
            1.5),
    STORE_AGAIN("synchronising them again, unchanged", "the first time", Unit.RATIO, 0.3),
    OPEN_SEALED(
            "opening a history of them and reading its posture",
            "the same without a comparison with the seal",
            Unit.RATIO,
            null),
    OPEN_SEALED_TIME("the comparison with the seal", null, Unit.MILLISECONDS, null),
    PAST_POSTURE(
            "the posture as of a past moment, after two years of daily change", "the current posture", Unit.RATIO, 3.0),
    PAST_POSTURE_TIME("the same", null, Unit.MILLISECONDS, 100.0),
    PDF_TIME(
            "a PDF with 5,000 rows, whole command as a process, time",
            "a bare PDFBox program as PDFBox comes, which writes the same strings untagged",
            Unit.RATIO,
            2.0),
    PDF_MEMORY("the same, peak memory", "the same program", Unit.RATIO, 1.5),
    PDF_TIME_STRICT(
            "the same, time",
            "that program without PDFBox’s search for ligatures, which we do without, too",
            Unit.RATIO,
            null),
    PDF_MEMORY_STRICT("the same, peak memory", "the same program", Unit.RATIO, null),
    PDF_SECONDS("the command", null, Unit.SECONDS, null),
    TRENDS_FIRST(
            "opening Trends, 20 frameworks × 500 points, until first drawn, time on the JavaFX thread",
            "a stock LineChart of the same data without symbols",
            Unit.RATIO,
            0.25),
    TRENDS_WHOLE("the same with the table below the chart", "the same chart", Unit.RATIO, null),
    TRENDS_CHART("the chart of it alone", "the same chart", Unit.RATIO, null),
    TRENDS_TIME("the whole page", null, Unit.MILLISECONDS, null),
    TRENDS_MOVE("moving the date line of that chart, a frame", null, Unit.MILLISECONDS, 4.0),
    KEY_SHOWN(
            "a key typed into the filter at 100,000 rows sorted by two columns, until the rows show",
            "a FilteredList behind a SortedList, contains on lower-cased fields",
            Unit.RATIO,
            0.3),
    KEY_THREAD("of it on the JavaFX thread", "the same", Unit.RATIO, 0.05),
    KEY_SHOWN_STRICT(
            "a key typed, until the rows show", "the same with fields lower-cased beforehand", Unit.RATIO, null),
    KEY_THREAD_STRICT("of it on the JavaFX thread", "the same", Unit.RATIO, null),
    KEY_TIME("a key typed, in all", null, Unit.MILLISECONDS, 50.0),
    KEY_THREAD_TIME("of it on the JavaFX thread", null, Unit.MILLISECONDS, null),
    KEY_TIME_SLOWEST("the slowest of the 18 keys of a round, in all", null, Unit.MILLISECONDS, 50.0),
    SORT("sorting 100,000 rows by several columns", "List.sort with the same comparator", Unit.RATIO, 1.2),
    ROW_MEMORY(
            "memory for a row held, grouped and sorted, beyond its text and its recommendation",
            null,
            Unit.BYTES,
            null),
    ROW_MEMORY_WHOLE("the same with the recommendation", null, Unit.BYTES, 600.0),
    START_TIME(
            "start of the packaged program to the first painted dashboard, over 10 frameworks, 2 years and 5,000 recommendations",
            "a JavaFX program that shows one empty window: same JDK, JavaFX and machine, no cache, with the collector and heap that Java takes",
            Unit.RATIO,
            1.0),
    START_CPU("the same, processor time", "the same program", Unit.RATIO, null),
    START_MEMORY("the same, memory held three seconds later", "the same program", Unit.RATIO, 1.6),
    START_TIME_STRICT(
            "the start again, time",
            "the empty window with the collector and heap that our package has",
            Unit.RATIO,
            1.0),
    START_CPU_STRICT("the same, processor time", "the same", Unit.RATIO, null),
    START_MEMORY_STRICT("the same, memory held three seconds later", "the same", Unit.RATIO, 1.6),
    START_UNPACKED(
            "the empty window with JavaFX’s jars alone, as Maven has them: native libraries in the home directory, compared with the jars at each start",
            "with the libraries beside the jars, as JavaFX’s makers have them; so they are in all lines above",
            Unit.RATIO,
            null),
    START_SECONDS("the start", null, Unit.SECONDS, null),
    START_EMPTY_SECONDS("the empty window", null, Unit.SECONDS, null);

    /** In what a figure is told. */
    public enum Unit {
        /** To the baseline; the only one that says much on another machine. */
        RATIO("", 2),
        SECONDS(" s", 2),
        MILLISECONDS(" ms", 1),
        BYTES(" bytes", 0);

        private final String sign;
        private final int digits;

        Unit(String sign, int digits) {
            this.sign = sign;
            this.digits = digits;
        }

        String of(double value) {
            return String.format(java.util.Locale.ROOT, "%." + digits + "f", value) + sign;
        }
    }

    private final String what;
    private final @Nullable String against;
    private final Unit unit;
    private final @Nullable Double aim;

    Figure(String what, @Nullable String against, Unit unit, @Nullable Double aim) {
        this.what = what;
        this.against = against;
        this.unit = unit;
        this.aim = aim;
    }

    String what() {
        return what;
    }

    /** The baseline; null for what stands alone, of the machine that it was measured on. */
    @Nullable String against() {
        return against;
    }

    Unit unit() {
        return unit;
    }

    /** The most that it is to come to; null where there is no aim. */
    @Nullable Double aim() {
        return aim;
    }
}
