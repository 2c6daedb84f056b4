package dev.gradeline.ayliea;

import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one call to the API ended. Every case is the caller's to handle; no call throws for what a network can do. */
public sealed interface ApiResult<T> {

    /**
     * The whole answer.
     *
     * @param oddities what was passed over or not understood in single rows, for the log and {@code status}; no key,
     *     often empty
     */
    record Ok<T>(T value, List<String> oddities) implements ApiResult<T> {
        public Ok {
            oddities = List.copyOf(oddities);
        }
    }

    /**
     * There is no key, or the server does not know it (401).
     *
     * @param rejected true when a key was sent and refused, false when there was none to send
     */
    record NoKey<T>(boolean rejected) implements ApiResult<T> {}

    /** 403: the key lacks this part's scope, or the organisation is not on the Enterprise tier. */
    record Refused<T>(Part part, String message) implements ApiResult<T> {}

    /** The server, or our own budget, asks to wait longer than the caller would. */
    record RateLimited<T>(Instant until) implements ApiResult<T> {}

    /** No answer at all: no network, no such host, refused, reset, too slow. */
    record Unreachable<T>(String why) implements ApiResult<T> {}

    /** An answer that is not the API's: a captive portal, half a body, a wrong shape, an unexpected status. */
    record NotUnderstood<T>(String what) implements ApiResult<T> {}

    /** The server failed (5xx), and kept failing. */
    record ServerFault<T>(int status) implements ApiResult<T> {}

    /** The caller cancelled. */
    record Cancelled<T>() implements ApiResult<T> {}

    /** The case by its name, as history keeps it and as words are found for it. The one place where the two meet. */
    default Outcome outcome() {
        return switch (this) {
            case Ok<T> ok -> Outcome.OK;
            case NoKey<T>(boolean rejected) -> rejected ? Outcome.KEY_REJECTED : Outcome.NO_KEY;
            case Refused<T> refused -> Outcome.REFUSED;
            case RateLimited<T> limited -> Outcome.RATE_LIMITED;
            case Unreachable<T> unreachable -> Outcome.UNREACHABLE;
            case NotUnderstood<T> notUnderstood -> Outcome.NOT_UNDERSTOOD;
            case ServerFault<T> fault -> Outcome.SERVER_FAULT;
            case Cancelled<T> cancelled -> Outcome.CANCELLED;
        };
    }

    /**
     * What is worth knowing beside the outcome, short and without a key: a sentence of the server, what went wrong on the
     * way, a status, or, in ISO 8601, when the next try is allowed; empty when there is nothing.
     */
    default String detail() {
        return switch (this) {
            case Refused<T>(Part part, String message) -> message;
            case RateLimited<T>(Instant until) -> until.toString();
            case Unreachable<T>(String why) -> why;
            case NotUnderstood<T>(String what) -> what;
            case ServerFault<T>(int status) -> Integer.toString(status);
            case Ok<T> ok -> "";
            case NoKey<T> noKey -> "";
            case Cancelled<T> cancelled -> "";
        };
    }

    /** When the server, or our own budget, allows the next try; null unless rate limited. */
    default @Nullable Instant retryAt() {
        return this instanceof RateLimited<T>(Instant until) ? until : null;
    }

    /** The same outcome, with the value mapped when there is one. */
    @SuppressWarnings("unchecked") // no case but Ok holds a T
    default <R> ApiResult<R> map(Function<? super T, ? extends R> mapper) {
        return this instanceof Ok<T>(T value, List<String> oddities)
                ? new Ok<>(mapper.apply(value), oddities)
                : (ApiResult<R>) this;
    }
}
