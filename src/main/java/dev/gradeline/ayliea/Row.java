package dev.gradeline.ayliea;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of an answer, read field by field. Whatever is missing or null is null; whatever is of another kind
 * than asked for is read all the same where its meaning is plain ({@code "72"} for a number, {@code 3.0} for an integer),
 * and else is null and an oddity.
 */
final class Row {
    /** One value, as it stood. A JSON null is no cell at all. */
    sealed interface Cell {
        record Text(String text) implements Cell {}

        /** The digits as they were sent: nothing is computed before it is known to be harmless. */
        record Digits(String digits) implements Cell {}

        record Flag(boolean value) implements Cell {}

        record Fields(Cells fields) implements Cell {}

        /** Something that no field of the API is, such as a list. */
        record Other(String kind) implements Cell {}
    }

    /** The place of a row that is the only one of its name. */
    static final int ALONE = 0;

    private static final int SHOWN = 60;

    private final String list;
    private final int place;
    private final Cells cells;
    private final Oddities oddities;

    /**
     * @param list names, in an oddity, what this is a row of
     * @param place its place there, from 1; or {@link #ALONE}
     */
    Row(String list, int place, Cells cells, Oddities oddities) {
        this.list = list;
        this.place = place;
        this.cells = cells;
        this.oddities = oddities;
    }

    /** A row without any field. */
    static Row empty() {
        return new Row("", ALONE, new Cells(), new Oddities());
    }

    /** The text exactly as received, but for an API key in it: a key is kept in no file, whoever sends it. */
    @Nullable String text(String field) {
        Cell cell = cells.get(field);
        String text = switch (cell) {
            case Cell.Text(String own) -> SafeText.withoutKey(own);
            case Cell.Digits(String digits) -> digits;
            case null, default -> null;
        };
        return orOdd(text, field, cell);
    }

    /** A text that names something: exactly as received, but null when there is nothing in it. */
    @Nullable String id(String field) {
        String text = text(field);
        return text == null || text.isBlank() ? null : text;
    }

    /** The number exactly as received, of at most 100 digits before and after the point. */
    @Nullable BigDecimal decimal(String field) {
        Cell cell = cells.get(field);
        return orOdd(number(cell), field, cell);
    }

    @Nullable Integer integer(String field) {
        Cell cell = cells.get(field);
        Integer plain = cell instanceof Cell.Digits(String digits) ? Numbers.small(digits) : null;
        return plain == null ? orOdd(whole(number(cell)), field, cell) : plain;
    }

    @Nullable Instant instant(String field) {
        Cell cell = cells.get(field);
        return orOdd(cell instanceof Cell.Text(String text) ? Timestamps.read(text) : null, field, cell);
    }

    /** The object in this field; one without fields when there is none. */
    Row fields(String field) {
        Cell cell = cells.get(field);
        Cells nested = orOdd(cell instanceof Cell.Fields(var fields) ? fields : null, field, cell);
        return new Row(name() + " " + field, ALONE, nested == null ? new Cells() : nested, oddities);
    }

    /** The same row, whose oddities nobody hears of any more. */
    Row quiet() {
        return new Row(list, place, cells, new Oddities());
    }

    /** Put together only when it is needed, which is hardly ever. */
    private String name() {
        return place == ALONE ? list : list + " row " + place;
    }

    /** Notes that this row is left out. */
    void drop(String why) {
        oddities.dropped(name() + " left out: " + why);
    }

    private static @Nullable BigDecimal number(@Nullable Cell cell) {
        return switch (cell) {
            case Cell.Digits(String digits) -> Numbers.read(digits);
            case Cell.Text(String text) -> Numbers.read(text.strip());
            case null, default -> null;
        };
    }

    private static @Nullable Integer whole(@Nullable BigDecimal number) {
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** The value; where there is none although something stood there, an oddity. */
    private <T> @Nullable T orOdd(@Nullable T value, String field, @Nullable Cell cell) {
        if (value == null && cell != null) {
            oddities.add(name() + ": " + field + " cannot be read: " + shown(cell));
        }
        return value;
    }

    private static String shown(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> "“" + SafeText.excerpt(text, SHOWN) + "”";
            case Cell.Digits(String digits) -> SafeText.excerpt(digits, SHOWN);
            case Cell.Flag(boolean value) -> String.valueOf(value);
            case Cell.Fields _ -> "an object";
            case Cell.Other(String kind) -> kind;
        };
    }
}
