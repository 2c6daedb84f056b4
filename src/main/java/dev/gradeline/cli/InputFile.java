package dev.gradeline.cli;

import dev.gradeline.settings.Settings;
import dev.gradeline.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file from which a command takes something into the history. */
final class InputFile {
    private InputFile() {}

    /** @throws UsageException when there is no such file, or it may not be read */
    static void check(Path file, Words words) {
        if (Files.isDirectory(file)) {
            throw new UsageException(words.of("cli.input.folder", file));
        }
        if (!Files.exists(file)) {
            throw new UsageException(words.of("cli.input.none", file));
        }
        if (!Files.isReadable(file)) {
            throw new UsageException(words.of("cli.input.unreadable", file));
        }
    }

    /** A connection that begins with a file is there from now on, with no key yet. */
    static void remember(Workbench bench) {
        Settings.Connection used = bench.connection();
        if (!bench.demo() && bench.settings().current().connection(used.name()) == null) {
            bench.settings().update(settings -> settings.withConnection(used).withLastConnection(used.name()));
        }
    }
}
