package dev.gradeline.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recommendation, its ids and its whole course. Written while the story is made, only read afterwards. */
final class Recommendation {
    static final String OPEN = "open";
    static final String IN_PROGRESS = "in_progress";
    static final String COMPLETED = "completed";
    static final String DISMISSED = "dismissed";

    /**
     * What the API answers about it from an instant on, until the next phase.
     *
     * @param issued since when it has its id: by that the API tells new from old
     */
    record Phase(Instant from, Instant issued, int priority, String status, String json) {}

    private record Row(
            UUID id,
            String title,
            int priority,
            String status,
            String frameworkId,
            @Nullable String category) {}

    private UUID id;
    private Instant issued;
    private final String framework;
    private final String title;
    private final @Nullable String category;
    private final List<Phase> phases = new ArrayList<>();

    /** A recommendation that is open from this instant on. */
    Recommendation(String framework, String title, @Nullable String category, int priority, Instant raised) {
        this.id = idOf("recommendation", framework, raised.toString(), title);
        this.issued = raised;
        this.framework = framework;
        this.title = title;
        this.category = category;
        enter(raised, priority, OPEN);
    }

    /** An id that is the same at each start. */
    static UUID idOf(String... parts) {
        return UUID.nameUUIDFromBytes(("northwind/" + String.join("/", parts)).getBytes(StandardCharsets.UTF_8));
    }

    /** The same advice, brought again by a later assessment under a new id. */
    Recommendation again(Instant raised) {
        return new Recommendation(framework, title, category, now().priority(), raised);
    }

    /** It goes on, under a new id. */
    void reissue(Instant at) {
        id = idOf("recommendation", framework, at.toString(), id.toString());
        issued = at;
        enter(at, now().priority(), now().status());
    }

    void become(String status, Instant at) {
        enter(at, now().priority(), status);
    }

    void prioritise(int priority, Instant at) {
        enter(at, priority, now().status());
    }

    private void enter(Instant at, int priority, String status) {
        if (!phases.isEmpty() && !at.isAfter(now().from())) {
            throw new IllegalStateException(title + ": " + at + " is not after " + now().from());
        }
        phases.add(new Phase(
                at, issued, priority, status, Json.write(new Row(id, title, priority, status, framework, category))));
    }

    /** The phase that was entered last. */
    Phase now() {
        return phases.getLast();
    }

    /** Whether work on it is still to be done, as far as its course is told. */
    boolean outstanding() {
        return now().status().equals(OPEN) || now().status().equals(IN_PROGRESS);
    }

    String title() {
        return title;
    }

    Instant raised() {
        return phases.getFirst().from();
    }

    List<Phase> phases() {
        return Collections.unmodifiableList(phases);
    }

    /** The phase that it is in at an instant; null before it is raised. */
    @Nullable Phase at(Instant instant) {
        for (Phase phase : phases.reversed()) {
            if (!phase.from().isAfter(instant)) {
                return phase;
            }
        }
        return null;
    }
}
