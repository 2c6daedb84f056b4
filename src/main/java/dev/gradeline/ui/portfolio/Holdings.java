package dev.gradeline.ui.portfolio;

import dev.gradeline.history.Glance;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.KeySight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The organisations on this computer, as far as they can be seen without being opened. */
public interface Holdings {
    /** None. */
    Holdings NONE = new None();

    /**
     * One organisation.
     *
     * @param open whether the window shows it
     * @param history where its history is, be it there or not
     */
    record Member(Settings.Connection connection, boolean open, Path history) {}

    /** All of them, in the order in which they came. Blocking, but never for long: no keychain is asked. */
    List<Member> members();

    /** Where their keys are, by the connection's name, as far as can be told without a prompt. Blocking; a keychain may take its time. */
    Map<String, KeySight> keys();

    /**
     * Looks into the history of one of them, and changes nothing. Blocking.
     *
     * @param oldAfter frameworks not assessed for longer are among the changes; zero for never
     * @throws dev.gradeline.history.HistoryException when it cannot be read
     */
    default Glance.Look look(Member member, Duration oldAfter) {
        return Glance.at(member.history(), now(), oldAfter);
    }

    /** What time it is. */
    Instant now();

    /** Shows another organisation's dashboard. JavaFX thread. */
    void open(Settings.Connection connection);

    /** Leads to the connect page for one more organisation. JavaFX thread. */
    void add();

    /** Nothing happens. */
    final class None implements Holdings {
        private None() {}

        @Override
        public List<Member> members() {
            return List.of();
        }

        @Override
        public Map<String, KeySight> keys() {
            return Map.of();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void open(Settings.Connection connection) {}

        @Override
        public void add() {}
    }
}
