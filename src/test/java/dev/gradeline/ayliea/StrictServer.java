package dev.gradeline.ayliea;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The API in virtual time, as strict as its words: a request that is the 61st within any 60 seconds, counted when it
 * arrives, is refused, and one that is refused counts, too.
 */
final class StrictServer {
    static final int LIMIT = 60;
    static final Duration WINDOW = Duration.ofSeconds(60);

    private static final Pattern PLACE = Pattern.compile("limit=(\\d+)&offset=(\\d+)");

    private final VirtualTime time;
    private final Random random;
    private final Duration longestWay;
    private final Deque<Long> window = new ArrayDeque<>();
    private final List<Long> arrivals = new ArrayList<>();
    private int refused;
    private int fullest;
    /** How many recommendations there are. */
    int rows;

    /** @param longestWay the longest time that a request, or its answer, is under way; now and then ten times as much */
    StrictServer(VirtualTime time, Random random, Duration longestWay) {
        this.time = time;
        this.random = random;
        this.longestWay = longestWay;
    }

    /** When each request arrived, in nanoseconds of virtual time. */
    List<Long> arrivals() {
        return arrivals;
    }

    int refused() {
        return refused;
    }

    /** The most requests that a window held. */
    int fullest() {
        return fullest;
    }

    /** A way to this server. */
    Sender sender() {
        return new Sender() {
            @Override
            public Answer get(URI uri, ApiKey key, Call call) throws InterruptedException {
                onTheWay();
                Answer answer = answer(uri.toString());
                onTheWay();
                return answer;
            }

            @Override
            public void close() {}
        };
    }

    private void onTheWay() throws InterruptedException {
        if (!longestWay.isZero()) {
            long most = longestWay.toNanos() * (random.nextInt(50) == 0 ? 10 : 1);
            time.sleep(Duration.ofNanos(random.nextLong(most)));
        }
    }

    private Answer answer(String uri) {
        long now = time.nanos();
        while (!window.isEmpty() && now - window.peekFirst() >= WINDOW.toNanos()) {
            window.pollFirst();
        }
        window.addLast(now);
        arrivals.add(now);
        fullest = Math.max(fullest, window.size());
        if (window.size() > LIMIT) {
            refused++;
            long wait = WINDOW.toNanos() - (now - window.getFirst());
            return answer(429, "", Map.of("Retry-After", List.of("" + (1 + TimeUnit.NANOSECONDS.toSeconds(wait)))));
        }
        return answer(200, body(uri), Map.of());
    }

    private static Answer answer(int status, String body, Map<String, List<String>> headers) {
        return new Answer(
                status,
                HttpHeaders.of(headers, (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8),
                32 << 20);
    }

    private String body(String uri) {
        if (uri.endsWith("/scores")) {
            return "{\"scores\": []}";
        }
        if (uri.contains("/discovery")) {
            return "{\"scan\": null, \"platforms\": []}";
        }
        Matcher place = PLACE.matcher(uri);
        if (!place.find()) {
            throw new AssertionError(uri);
        }
        int from = Integer.parseInt(place.group(2));
        int to = Math.min(rows, from + Integer.parseInt(place.group(1)));
        return IntStream.range(from, Math.max(from, to))
                .mapToObj(number -> "{\"id\":\"r" + number + "\"}")
                .collect(Collectors.joining(",", "{\"recommendations\":[", "]}"));
    }
}
