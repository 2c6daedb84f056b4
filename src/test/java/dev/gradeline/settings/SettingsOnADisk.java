package dev.gradeline.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * A program of its own that writes settings: first ones, or one change after the other, or what a disk that takes nothing
 * refuses; then it tells what it knows.
 */
final class SettingsOnADisk {
    private SettingsOnADisk() {}

    /** How it is started on a file of settings; what it is to do comes behind. */
    static List<String> command(Path file, String... what) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                classPath(),
                SettingsOnADisk.class.getName(),
                file.toString()));
        command.addAll(List.of(what));
        return command;
    }

    /** Of what it needs, whoever runs the test. */
    private static String classPath() {
        return Stream.of(
                        SettingsOnADisk.class,
                        SettingsStore.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonInclude.class,
                        Logger.class)
                .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
                .map(each -> Path.of(URI.create(each.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static void main(String[] arguments) {
        SettingsStore store = new SettingsStore(Path.of(arguments[0]));
        if (arguments[1].equals("begin")) {
            store.update(s -> s.withTextPercent(120)
                    .withConnection(new Settings.Connection("northwind", "Northwind", "https://x/api/v1")));
            return;
        }
        if (arguments[1].equals("count")) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                store.update(s -> s.withOldAfterDays(s.oldAfterDays() + 1));
            }
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
