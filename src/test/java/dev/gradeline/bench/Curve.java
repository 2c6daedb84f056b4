package dev.gradeline.bench;

/** What is drawn as the work grows from a hundred rows to a hundred thousand. */
public enum Curve {
    STORE("storing recommendations the first time", "a bare batch insert"),
    STORE_AGAIN("synchronising them again, unchanged", "the first time"),
    FILTER("filtering sorted rows by two words", "contains on lower-cased titles, of rows sorted beforehand"),
    SORT("sorting the table by two columns", "List.sort with the same comparator"),
    PDF("writing a PDF", "");

    private final String what;
    private final String against;

    Curve(String what, String against) {
        this.what = what;
        this.against = against;
    }

    String what() {
        return what;
    }

    /** What the second line is; empty where there is none. */
    String against() {
        return against;
    }

    String file() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".svg";
    }
}
