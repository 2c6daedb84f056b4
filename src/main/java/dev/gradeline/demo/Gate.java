package dev.gradeline.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may pass: the key, its rate, the organisation's tier and the key's scopes, checked in this order. Thread safe. */
final class Gate {
    static final int PERMITS = 60;
    static final Duration WINDOW = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final Map<String, Set<String>> scopes = new HashMap<>();
    /** When each key's requests of the last window came, oldest first. Requests refused with 429 do not count. */
    private final Map<String, Deque<Instant>> passed = new HashMap<>();

    private boolean enterprise = true;

    Gate(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void allow(String key, Set<String> granted) {
        scopes.put(key, Set.copyOf(granted));
    }

    synchronized void revoke(String key) {
        scopes.remove(key);
    }

    synchronized void enterprise(boolean isEnterprise) {
        enterprise = isEnterprise;
    }

    /** The refusal that this request meets, or nothing when it may pass. */
    synchronized Optional<Reply> refusal(@Nullable String key, Endpoint endpoint) {
        Set<String> granted = key == null ? null : scopes.get(key);
        if (key == null || granted == null) {
            return Optional.of(Reply.error(401, "Invalid API key"));
        }
        Instant now = clock.instant();
        Deque<Instant> recent = recent(key, now);
        if (recent.size() >= PERMITS) {
            Duration wait = Duration.between(now, recent.getFirst().plus(WINDOW));
            return Optional.of(Reply.tooMany(PERMITS, now, wait));
        }
        recent.addLast(now);
        if (!enterprise) {
            return Optional.of(Reply.error(403, "API access requires the Enterprise tier"));
        }
        if (!granted.contains(endpoint.scope())) {
            return Optional.of(Reply.error(403, "API key lacks the required scope: " + endpoint.scope()));
        }
        return Optional.empty();
    }

    private Deque<Instant> recent(String key, Instant now) {
        Deque<Instant> recent = passed.computeIfAbsent(key, unseen -> new ArrayDeque<>());
        // the clock may have been moved back: what has not come yet does not count either
        recent.removeIf(at -> at.isAfter(now) || !at.plus(WINDOW).isAfter(now));
        return recent;
    }
}
