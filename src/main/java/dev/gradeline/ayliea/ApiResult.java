package dev.gradeline.ayliea;

import dev.gradeline.posture.Part;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

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

    /** The same outcome, with the value mapped when there is one. */
    @SuppressWarnings("unchecked") // no case but Ok holds a T
    default <R> ApiResult<R> map(Function<? super T, ? extends R> mapper) {
        return this instanceof Ok<T>(T value, List<String> oddities)
                ? new Ok<>(mapper.apply(value), oddities)
                : (ApiResult<R>) this;
    }
}
