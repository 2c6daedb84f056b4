package dev.gradeline.demo;

import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong at the server, for tests and for looking at how a failure is shown.
 *
 * @param kind what happens
 * @param status the status code of the answer
 * @param path the one endpoint that is struck, as {@code /scores}; null for every one of them
 */
public record Fault(Kind kind, int status, @Nullable String path) {

    /** What a caller gets in place of the answer. */
    public enum Kind {
        /** A refusal with a status and the API's JSON error body. */
        STATUS,
        /** A web page, as a captive portal or a proxy gives. */
        PAGE,
        /** Half of the true answer, then a closed connection. */
        CUT,
        /** Nothing at all until the fault is lifted; then the true answer. */
        STALL
    }

    /** Every request is answered with this status; 429 asks to wait for a minute. */
    public static Fault status(int status) {
        return new Fault(Kind.STATUS, status, null);
    }

    /** Every request is answered with a page in HTML and status 200. */
    public static Fault page() {
        return new Fault(Kind.PAGE, 200, null);
    }

    /** Every answer breaks off half way. */
    public static Fault cut() {
        return new Fault(Kind.CUT, 200, null);
    }

    /** No request is answered until the fault is lifted. */
    public static Fault stall() {
        return new Fault(Kind.STALL, 200, null);
    }

    /** The same fault at one endpoint only: {@code /scores}, {@code /recommendations} or {@code /discovery}. */
    public Fault at(String endpoint) {
        return new Fault(kind, status, endpoint);
    }

    boolean strikes(Endpoint endpoint) {
        return path == null || path.equals(endpoint.path());
    }
}
