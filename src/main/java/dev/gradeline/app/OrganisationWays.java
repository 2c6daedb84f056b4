package dev.gradeline.app;

import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.FileTrouble;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.Organisations;
import dev.gradeline.ui.shell.ChooserSaver;
import dev.gradeline.ui.shell.Shell;
import dev.gradeline.ui.shell.WaitController;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The organisations on this computer, and the window's ways between them. */
final class OrganisationWays implements Organisations {
    private final Desktop desktop;
    private final CurrentProgram current;
    private final Organising organising;
    private final Words words;
    private final TaskRunner tasks;
    private final ChooserSaver.Chooser chooser;
    /** Whether one is being opened: JavaFX thread. */
    private boolean opening;

    OrganisationWays(
            Desktop desktop,
            CurrentProgram current,
            Organising organising,
            Words words,
            TaskRunner tasks,
            ChooserSaver.Chooser chooser) {
        this.desktop = desktop;
        this.current = current;
        this.organising = organising;
        this.words = words;
        this.tasks = tasks;
        this.chooser = chooser;
    }

    private record Removed(Settings.Connection next, boolean withKey) {}

    @Override
    public List<Organisation> list() {
        return organising.list();
    }

    @Override
    public Settings schedule(Settings.Connection connection, @Nullable Integer minutes) {
        Settings now = organising.schedule(connection, minutes);
        desktop.othersChanged();
        return now;
    }

    @Override
    public Map<String, KeySight> keys() {
        return organising.keys();
    }

    @Override
    public void rename(Settings.Connection renamed) {
        organising.rename(renamed);
    }

    @Override
    public KeychainResult<Boolean> forgetKey(Settings.Connection connection) {
        return organising.forgetKey(connection);
    }

    @Override
    public void backup(Settings.Connection connection, Path target, BooleanSupplier cancelled) {
        organising.backup(connection, target, cancelled);
    }

    @Override
    public KeychainResult<Boolean> remove(Settings.Connection closed) {
        return organising.remove(closed);
    }

    @Override
    public void open(Settings.Connection connection) {
        if (opening) {
            return;
        }
        opening = true;
        GlobalOptions next = desktop.of(connection);
        Shell left = desktop.takeShell();
        desktop.step(
                () -> {
                    Desktop.end(left);
                    organising.open(connection, next);
                    return next;
                },
                opened -> {
                    opening = false;
                    desktop.opened(opened);
                    desktop.enter();
                },
                error -> {
                    opening = false;
                    desktop.comeBack(words.of(
                            "app.organisation.notOpened", new Naming(words).title(connection), FaultText.of(error)));
                });
    }

    @Override
    public void add() {
        desktop.connect(true);
    }

    @Override
    public void openBackup() {
        desktop.step(
                () -> current.with(Program::settings),
                settings ->
                        new ChooserSaver(chooser, settings, tasks, words, text -> {}).toOpen("db", this::openBackup));
    }

    @Override
    public void openBackup(Path backup) {
        withBackup(
                backup,
                words.of("app.backup.opening.detail", backup),
                (left, cancelled) -> current.look(backup, organising.label(backup), cancelled, () -> Desktop.end(left)),
                desktop::look);
    }

    @Override
    public void keepBackup(Path backup) {
        GlobalOptions home = desktop.home();
        withBackup(
                backup,
                words.of("app.backup.keeping.detail", backup),
                (left, cancelled) -> {
                    Desktop.end(left);
                    if (current.with(program -> program.backup() != null)) {
                        // what is looked at is nowhere to keep anything
                        current.change(home, () -> {});
                    }
                    return organising.fromBackup(backup, cancelled);
                },
                opened -> {
                    if (opened.known()) {
                        desktop.tellNext(words.of("app.backup.known", new Naming(words).title(opened.connection())));
                    }
                    open(opened.connection());
                });
    }

    /** Blocking. */
    private interface Opening<T> {
        T open(@Nullable Shell left, BooleanSupplier cancelled);
    }

    private <T> void withBackup(Path backup, String detail, Opening<T> opening, Consumer<T> then) {
        Shell left = desktop.takeShell();
        AtomicBoolean cancelled = new AtomicBoolean();
        Runnable cancel = () -> cancelled.set(true);
        desktop.cancelBy(cancel);
        desktop.place(Fxml.load(
                WaitController.working(words.of("app.backup.opening"), detail, words.of("shell.wait.cancel"), cancel),
                words));
        desktop.step(
                () -> opening.open(left, cancelled::get),
                opened -> {
                    desktop.cancelBy(() -> {});
                    then.accept(opened);
                },
                error -> {
                    desktop.cancelBy(() -> {});
                    desktop.comeBack(
                            error instanceof CancellationException
                                    ? words.of("settings.history.cancelled")
                                    : words.of("app.backup.notOpened", FileTrouble.reading(error, backup, words)));
                });
    }

    @Override
    public void leaveAndRemove(Settings.Connection opened) {
        Shell left = desktop.takeShell();
        desktop.step(
                () -> {
                    Settings.Connection next = organising.insteadOf(opened);
                    current.change(desktop.of(next), () -> Desktop.end(left));
                    try {
                        KeychainResult<Boolean> key = organising.remove(opened);
                        return new Removed(
                                next, key instanceof KeychainResult.Ok || key instanceof KeychainResult.Absent);
                    } catch (RuntimeException e) {
                        current.change(desktop.of(opened), () -> {});
                        throw e;
                    }
                },
                removed -> {
                    desktop.opened(desktop.of(removed.next()));
                    desktop.comeBack(words.of(
                            removed.withKey()
                                    ? "settings.organisations.removed"
                                    : "settings.organisations.removedNotKey",
                            opened.title()));
                },
                error -> desktop.comeBack(words.of("settings.organisations.notRemoved", FaultText.of(error))));
    }
}
