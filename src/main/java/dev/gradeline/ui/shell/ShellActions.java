package dev.gradeline.ui.shell;

import dev.gradeline.posture.Posture;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.KeyStanding;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;

/** What the header, the keys and the palette can do, said once. JavaFX thread. */
final class ShellActions {
    /** The control on a page that Ctrl+F goes to carries this style class. */
    private static final String FILTER_FIELD = ".filter-field";
    /** On Trends, where there is any. */
    private static final String NOTE_BUTTON = "#addNote";

    private final ShellViewModel model;
    private final FilePicker picker;
    private final Consumer<Settings.Theme> theme;
    private final Exits exits;
    private final StackPane window;
    private final Supplier<List<Command>> more;
    private final Runnable present;

    /**
     * @param more what the palette offers beyond this connection's pages
     * @param present shows the posture as slides
     */
    ShellActions(
            ShellViewModel model,
            FilePicker picker,
            Consumer<Settings.Theme> theme,
            Exits exits,
            StackPane window,
            Supplier<List<Command>> more,
            Runnable present) {
        this.model = model;
        this.picker = picker;
        this.theme = theme;
        this.exits = exits;
        this.window = window;
        this.more = more;
        this.present = present;
    }

    /** Shows the posture as slides over the whole screen. */
    void present() {
        present.run();
    }

    /** Shows what a PDF of the posture on screen, with the filter on screen, would be like, to be saved from there. */
    void exportPdf() {
        exportPdf(model.situation().get().posture());
    }

    /**
     * The same of a posture whose recommendations stand in another order.
     *
     * @param posture what is on screen
     */
    void exportPdf(Posture posture) {
        if (posture.isEmpty()) {
            model.say(model.nothingToExport());
        } else {
            SnapshotSheet.open(window, model, posture, picker);
        }
    }

    /** Puts the cursor into the page's filter field, where it has one. */
    void focusFilter() {
        Node field = window.lookup(FILTER_FIELD);
        if (field != null) {
            field.requestFocus();
        }
    }

    /**
     * Everything that the palette offers.
     *
     * @param keys lists the keys
     * @param moments offers other moments to look at
     */
    List<Command> commands(Runnable keys, Runnable moments) {
        Words words = model.services().words();
        KeyNames names = new KeyNames(words);
        List<Command> commands = new ArrayList<>();
        for (PageId id : PageId.values()) {
            commands.add(new Command(
                    words.of("page." + id.id()),
                    names.of(ShellKeys.of(id)),
                    () -> model.page().set(id)));
        }
        commands.add(command(
                model.services().backup() == null ? "shell.palette.command.refresh" : "shell.backup.refresh",
                names.of(ShellKeys.REFRESH),
                model::refreshOrCancel));
        commands.add(command("shell.palette.command.export", names.of(ShellKeys.EXPORT), this::exportPdf));
        commands.add(command("shell.palette.command.present", names.of(ShellKeys.PRESENT), this::present));
        commands.add(command("shell.palette.command.note", this::addNote));
        commands.add(command("shell.palette.command.asOf", moments));
        commands.add(command("shell.palette.command.now", () -> model.asOf().set(null)));
        commands.add(command("shell.palette.command.theme.system", () -> theme.accept(Settings.Theme.SYSTEM)));
        commands.add(command("shell.palette.command.theme.light", () -> theme.accept(Settings.Theme.LIGHT)));
        commands.add(command("shell.palette.command.theme.dark", () -> theme.accept(Settings.Theme.DARK)));
        commands.add(command("shell.palette.command.keys", ShellKeys.QUESTION_MARK, keys));
        if (model.services().backup() != null) {
            commands.add(command("shell.backup.keep", exits::keepBackup));
            commands.add(command("shell.backup.close", exits::closeBackup));
        } else if (model.services().demo()) {
            commands.add(command("shell.demo.leave", exits::leaveDemo));
        } else {
            boolean there = model.key().standing().get() == KeyStanding.THERE;
            commands.add(command(there ? "shell.palette.command.connect" : "key.way.connect", exits::connect));
            commands.add(command("connect.sample", exits::exploreSample));
        }
        commands.addAll(more.get());
        commands.add(command("shell.palette.command.quit", exits::quit));
        return List.copyOf(commands);
    }

    /** Where there is nothing to write a note on, Trends says so. */
    private void addNote() {
        if (model.services().backup() != null) {
            model.say(model.services().onlyLooked());
            return;
        }
        model.page().set(PageId.TRENDS);
        if (window.lookup(NOTE_BUTTON) instanceof ButtonBase button) {
            button.fire();
        }
    }

    private Command command(String key, String keys, Runnable action) {
        return new Command(model.services().words().of(key), keys, action);
    }

    private Command command(String key, Runnable action) {
        return new Command(model.services().words().of(key), action);
    }

    /** One entry of the palette. */
    record Command(String name, String keys, Runnable action) {
        /** One that no key does. */
        Command(String name, Runnable action) {
            this(name, "", action);
        }
    }
}
