package dev.gradeline.posture;

import dev.gradeline.posture.Course.State;
import dev.gradeline.posture.Lifetime.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows one recommendation through its life, and notes the turns. */
final class CourseWalk {
    private final Lifetime life;
    private final Instant asOf;
    private final List<Turn> turns = new ArrayList<>();
    private Duration openFor = Duration.ZERO;
    private boolean openedUnseen;
    private boolean everOpen;
    private @Nullable Instant since;
    private @Nullable Instant closed;

    private record Turn(Instant at, Step.Kind kind, int open) {}

    CourseWalk(Lifetime life, Instant asOf, Set<Instant> beginnings) {
        this.life = life;
        this.asOf = asOf;
        @Nullable Held before = null;
        for (Held held : life.held()) {
            if (before != null) {
                leaveUnless(held.from().equals(before.to()), before);
            }
            enter(held, before, beginnings);
            before = held;
        }
        leaveUnless(life.held().getLast().to() == null, life.held().getLast());
    }

    private static State state(Held held) {
        return State.of(held.status());
    }

    /** Where Ayliea lists it no longer while it is open, it leaves. */
    private void leaveUnless(boolean stays, Held before) {
        Instant end = before.to();
        if (!stays && end != null && since != null) {
            turn(end, Step.Kind.LEFT);
        }
    }

    private void enter(Held held, @Nullable Held before, Set<Instant> beginnings) {
        State was = before == null ? null : state(before);
        State is = state(held);
        if (is == State.OPEN) {
            open(held, was, before == null && beginnings.contains(held.from()));
        } else if (is.closed() && was != null && was != is) {
            turn(held.from(), is == State.COMPLETED ? Step.Kind.COMPLETED : Step.Kind.DISMISSED);
            closed = held.from();
        } else if (since != null) {
            turn(held.from(), Step.Kind.LEFT);
        }
    }

    private void open(Held held, @Nullable State was, boolean unseen) {
        Instant end = held.to();
        openFor = openFor.plus(Duration.between(held.from(), end == null ? asOf : end));
        if (since == null) {
            turn(held.from(), opening(was, unseen));
        }
        openedUnseen |= unseen;
        everOpen = true;
        closed = null;
    }

    private Step.Kind opening(@Nullable State was, boolean unseen) {
        if (was == null) {
            return unseen ? Step.Kind.KNOWN : Step.Kind.OPENED;
        }
        if (was.closed()) {
            return Step.Kind.REOPENED;
        }
        return everOpen ? Step.Kind.BACK : Step.Kind.OPENED;
    }

    private void turn(Instant at, Step.Kind kind) {
        boolean opens = kind.opens() || kind == Step.Kind.KNOWN || kind == Step.Kind.BACK;
        int moved = opens ? 1 : since != null ? -1 : 0;
        since = opens ? at : null;
        turns.add(new Turn(at, kind, moved));
    }

    Course course() {
        Held last = life.held().getLast();
        State state = last.to() == null ? state(last) : State.GONE;
        return new Course(life, state, openFor, openedUnseen, since, state.closed() ? closed : null);
    }

    List<Step> steps() {
        Course course = course();
        return turns.stream()
                .map(turn -> new Step(turn.at(), turn.kind(), course, turn.open()))
                .toList();
    }
}
