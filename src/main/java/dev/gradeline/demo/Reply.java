package dev.gradeline.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One answer of the API.
 *
 * @param status the status code
 * @param headers headers beside the content type
 * @param contentType the content type
 * @param body the body, UTF-8
 */
record Reply(int status, Map<String, String> headers, String contentType, String body) {
    private static final String JSON = "application/json; charset=utf-8";

    static Reply ok(String json) {
        return new Reply(200, Map.of(), JSON, json);
    }

    /** A refusal: a JSON object with the one field {@code error}. */
    static Reply error(int status, String sentence) {
        return new Reply(status, Map.of(), JSON, "{\"error\":" + Json.write(sentence) + "}");
    }

    /**
     * The refusal of a request too many.
     *
     * @param now the server's time
     * @param wait how long until the next request is allowed; rounded up to whole seconds, at least one
     */
    static Reply tooMany(int limit, Instant now, Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        Instant reset = now.plus(wait).plusNanos(999_999_999);
        Map<String, String> headers = Map.of(
                "Retry-After", Long.toString(seconds),
                "X-RateLimit-Limit", Integer.toString(limit),
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
        String body = error(429, "Rate limit exceeded. Try again in " + seconds + " seconds.").body;
        return new Reply(429, headers, JSON, body);
    }

    /** A page such as a captive portal puts in the place of any answer. */
    static Reply page(int status) {
        return new Reply(
                status,
                Map.of(),
                "text/html; charset=utf-8",
                "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to use this network.</body></html>");
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
