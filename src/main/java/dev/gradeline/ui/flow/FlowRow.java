package dev.gradeline.ui.flow;

import dev.gradeline.posture.Course;
import dev.gradeline.posture.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recommendation behind a figure, as people read it.
 *
 * @param event what happened; null where the figure is no event
 * @param at when that was, or since when it is open
 * @param what the same in words; empty where the figure says it of all of them
 */
record FlowRow(
        Course course,
        Step.@Nullable Kind event,
        @Nullable Instant at,
        String day,
        String what,
        String priority,
        String title,
        String framework,
        String days) {
    /** Whether the table of recommendations has it. */
    boolean listed() {
        return course.state() != Course.State.GONE;
    }
}
