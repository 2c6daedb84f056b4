package dev.gradeline.app;

import dev.gradeline.history.History;
import dev.gradeline.history.HistoryException;
import dev.gradeline.history.HistoryException.Kind;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.FileTrouble;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.shell.ChooserSaver;
import dev.gradeline.ui.shell.Shell;
import dev.gradeline.ui.shell.WaitController;
import dev.gradeline.ui.shell.WaitController.Way;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page that stands where the window cannot go on, and the ways out of it. JavaFX thread. */
final class Trouble {
    /** What no waiting and no other right on the disk will mend. */
    private static final Set<Kind> HOPELESS = EnumSet.of(Kind.DAMAGED, Kind.NEWER, Kind.UNREADABLE);

    private final Desktop desktop;
    private final CurrentProgram current;
    private final Words words;
    private final TaskRunner tasks;
    private final ChooserSaver.Chooser chooser;
    private final Runnable quit;

    Trouble(
            Desktop desktop,
            CurrentProgram current,
            Words words,
            TaskRunner tasks,
            ChooserSaver.Chooser chooser,
            Runnable quit) {
        this.desktop = desktop;
        this.current = current;
        this.words = words;
        this.tasks = tasks;
        this.chooser = chooser;
        this.quit = quit;
    }

    /** The connections of this computer other than the open one; where the settings cannot be read, none. */
    private record Others(List<Settings.Connection> all) {}

    void show(Exception error) {
        show(error, "");
    }

    /** @param news what came of the last way that was tried; empty for nothing */
    private void show(Exception error, String news) {
        // what is shown first must not depend on anything that may fail, too
        place(error, news, List.of());
        desktop.step(
                () -> current.with(Trouble::others),
                others -> {
                    if (!others.all().isEmpty()) {
                        place(error, news, others.all());
                    }
                },
                unknown -> {});
    }

    /** Blocking. */
    private static Others others(Program program) {
        return new Others(
                program.demo() || program.backup() != null
                        ? List.of()
                        : program.settings().current().connections().stream()
                                .filter(each ->
                                        !each.name().equals(program.connection().name()))
                                .toList());
    }

    private void place(Exception error, String news, List<Settings.Connection> others) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("tryAgain", words.of("shell.wait.tryAgain"), desktop::enter));
        if (isHopeless(error)) {
            ways.add(new Way("restoreBackup", words.of("shell.wait.restore"), () -> choose(error)));
            ways.add(new Way("beginAnew", words.of("shell.wait.anew"), () -> askToBeginAnew(error)));
        }
        for (Settings.Connection other : others) {
            ways.add(new Way(
                    "other-" + other.name(),
                    words.of("shell.wait.other", new Naming(words).title(other)),
                    () -> desktop.organisations().open(other)));
        }
        String text = text(error);
        desktop.place(Fxml.load(
                WaitController.trouble(
                        words.of("shell.wait.trouble"),
                        news.isEmpty() ? text : news + "\n\n" + text,
                        FaultText.of(error),
                        ways,
                        words.of("shell.wait.quit"),
                        quit),
                words));
    }

    private static @Nullable Kind kind(Exception error) {
        return FaultText.cause(error) instanceof HistoryException history ? history.kind() : null;
    }

    private static boolean isHopeless(Exception error) {
        Kind kind = kind(error);
        return kind != null && HOPELESS.contains(kind);
    }

    private String text(Exception error) {
        return switch (kind(error)) {
            case DAMAGED, UNREADABLE -> words.of("shell.wait.unreadable");
            case NEWER -> words.of("shell.wait.newer");
            case RENEWED -> words.of("shell.wait.renewed");
            case READ_ONLY, LOCKED, FULL -> FaultText.of(error);
            case null -> words.of("shell.wait.unexpected");
        };
    }

    private void choose(Exception error) {
        desktop.step(
                () -> current.with(Program::settings),
                settings -> new ChooserSaver(chooser, settings, tasks, words, text -> {})
                        .toOpen("db", backup -> renew(error, backup)));
    }

    private void askToBeginAnew(Exception error) {
        desktop.place(Fxml.load(
                WaitController.trouble(
                        words.of("shell.wait.anew.title"),
                        words.of("shell.wait.anew.text"),
                        "",
                        List.of(new Way("confirmAnew", words.of("shell.wait.anew"), () -> renew(error, null))),
                        words.of("shell.wait.back"),
                        () -> show(error)),
                words));
    }

    private void renew(Exception error, @Nullable Path backup) {
        Shell left = desktop.takeShell();
        desktop.step(
                () -> {
                    Settings.Connection connection = current.with(Program::connection);
                    // another program on the same: this one has the file open no longer
                    current.change(desktop.of(connection), () -> Desktop.end(left));
                    return current.with(program ->
                            History.renew(program.directory().historyFile(connection.name()), backup, program.clock()));
                },
                aside -> desktop.comeBack(
                        words.of(backup == null ? "shell.wait.anew.done" : "shell.wait.restore.done", aside)),
                failed -> show(
                        error,
                        backup == null
                                ? words.of("shell.wait.anew.failed", FaultText.of(failed))
                                : words.of("app.backup.notOpened", FileTrouble.reading(failed, backup, words))));
    }
}
