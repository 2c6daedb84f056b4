package dev.gradeline.ayliea;

/** An address that the API cannot have. Its message never repeats the text, which may be a key in the wrong field. */
public final class BadAddressException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    /** What is wrong with it. */
    public enum Flaw {
        /** No web address at all. */
        FORM,
        /** Neither https nor http. */
        SCHEME,
        /** Plain http to another computer. */
        PLAIN_HTTP,
        /** A user name or password in it. */
        USER,
        /** A query or a fragment in it. */
        QUERY,
        PORT,
        /** Another version of the API. */
        VERSION
    }

    BadAddressException(Flaw flaw, String message) {
        super(message);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
