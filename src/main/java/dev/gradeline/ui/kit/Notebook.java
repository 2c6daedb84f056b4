package dev.gradeline.ui.kit;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Unread;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person writes beside the scores, kept in history. Blocking: call it through a {@link TaskRunner}. */
public interface Notebook {
    /** An empty one that keeps nothing. */
    Notebook CLOSED = new Notebook() {
        @Override
        public Annotations annotations() {
            return Annotations.NONE;
        }

        @Override
        public List<Unread> unread(Part part, Instant asOf) {
            return List.of();
        }

        @Override
        public void keep(DayNote note) {
            throw new UnsupportedOperationException("there is no notebook here");
        }

        @Override
        public void removeNote(String uid) {
            throw new UnsupportedOperationException("there is no notebook here");
        }

        @Override
        public void setTarget(Framework framework, @Nullable BigDecimal score) {
            throw new UnsupportedOperationException("there is no notebook here");
        }
    };

    Annotations annotations();

    /** Whether anything can be kept: the place of the history may be read-only, or its disk full. */
    default boolean isWritable() {
        return true;
    }

    /** When for long nobody looked at a part, up to a moment. */
    List<Unread> unread(Part part, Instant asOf);

    /** Keeps a note: a new one, an edited one, or one that was removed. */
    void keep(DayNote note);

    void removeNote(String uid);

    /** Sets the score that a framework should reach; null for none. */
    void setTarget(Framework framework, @Nullable BigDecimal score);

    /**
     * Keeps a note and tags with the advice that has an id, whichever it comes under later; an empty note removes them.
     *
     * @param recommendationId the API's identifier
     */
    default void keep(String recommendationId, OwnNote note) {
        throw new UnsupportedOperationException("there is no notebook here");
    }
}
