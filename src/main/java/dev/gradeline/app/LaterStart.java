package dev.gradeline.app;

import dev.gradeline.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a second start asked the window that is open to show, until it can: the newest wish counts. JavaFX thread. */
final class LaterStart {
    private final Desktop desktop;
    private final CurrentProgram current;
    private OneWindow.@Nullable Wish wished;

    LaterStart(Desktop desktop, CurrentProgram current) {
        this.desktop = desktop;
        this.current = current;
    }

    /** Takes a wish, and grants it at once where that can be. */
    void ask(OneWindow.Wish wish) {
        wished = wish;
        grant();
    }

    /** Shows what is wished; call when a page is there that a person can leave. */
    void grant() {
        OneWindow.Wish wish = wished;
        if (wish == null || !desktop.isSettled()) {
            return;
        }
        wished = null;
        Path backup = wish.backup();
        if (backup != null) {
            desktop.organisations().openBackup(backup);
        } else if (!wish.connection().isEmpty()) {
            desktop.step(
                    () -> current.with(program -> other(program, wish.connection())),
                    asked -> asked.filter(other -> desktop.isSettled())
                            .ifPresent(other -> desktop.organisations().open(other)));
        }
    }

    /** The connection of a name, unless it is the one that is open, or there is none. */
    private static Optional<Settings.Connection> other(Program program, String name) {
        return name.equals(program.connection().name())
                ? Optional.empty()
                : Optional.ofNullable(program.settings().current().connection(name));
    }
}
