package dev.gradeline.settings;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A program of its own that tries to write settings on a disk that takes nothing, and tells what it knows then. */
final class SettingsOnADisk {
    private SettingsOnADisk() {}

    public static void main(String[] arguments) {
        SettingsStore store = new SettingsStore(Path.of(arguments[0]));
        if (arguments[1].equals("begin")) {
            store.update(s -> s.withTextPercent(120)
                    .withConnection(new Settings.Connection("northwind", "Northwind", "https://x/api/v1")));
            return;
        }
        String written;
        try {
            store.update(s -> s.withTable("t", "x".repeat(100_000)));
            written = "written";
        } catch (UncheckedIOException e) {
            written = "not written";
        }
        SettingsStore.Mishap mishap = store.mishap();
        System.out.println(String.join(
                " ",
                written,
                String.valueOf(store.current().textPercent()),
                String.valueOf(store.current().connections().size()),
                mishap == null ? "whole" : mishap.kept().getFileName() + (mishap.fromCopy() ? " copy" : " anew")));
    }
}
