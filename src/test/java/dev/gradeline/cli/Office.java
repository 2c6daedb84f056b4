package dev.gradeline.cli;

import dev.gradeline.app.Programs;
import dev.gradeline.app.Surroundings;
import dev.gradeline.ayliea.Clients;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One computer: an API on loopback, a data directory, a keychain, variables, and the command line over all of them. */
final class Office implements AutoCloseable {
    final DemoClock clock = DemoClock.at(Story.END);
    final DemoServer server;
    final FakeKeychain keychain = new FakeKeychain();
    final Map<String, String> environment = new HashMap<>();
    final Path data;

    /** @param data the data directory; need not exist */
    Office(Path data) {
        this.data = data;
        try {
            server = DemoServer.start(Story.northwind(), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An office whose environment holds the key that may read everything. */
    static Office withKey(Path data) {
        Office office = new Office(data);
        office.environment.put(KeyVault.VARIABLE, DemoServer.KEY);
        return office;
    }

    /** Runs a command against this office's API. */
    Said api(String... arguments) {
        return plain(with(arguments, "--base-url", server.baseUrl().toString()));
    }

    /** Runs a command against whatever address its connection has. */
    Said plain(String... arguments) {
        return input("", arguments);
    }

    /** Runs a command with clients of a test's own. */
    Said through(Clients clients, String... arguments) {
        return run(
                new Surroundings(environment, new DataDirectory(data), clock, clients, () -> keychain), "", arguments);
    }

    /** Runs a command that finds this on standard input, against whatever address its connection has. */
    Said input(String input, String... arguments) {
        return run(new Surroundings(environment, new DataDirectory(data), clock, () -> keychain), input, arguments);
    }

    private Said run(Surroundings surroundings, String input, String... arguments) {
        Programs programs = new Programs(surroundings, Shell.WORDS);
        return new Shell(programs, new NoFaces()).runWithInput(input, with(arguments, "--data-dir", data.toString()));
    }

    /** What is stored of the first connection. */
    Posture stored() {
        try (History history = History.open(new DataDirectory(data).historyFile(Programs.DEFAULT), clock)) {
            return history.posture();
        }
    }

    /** Every file below the data directory that holds this text. */
    List<Path> filesHolding(String text) throws IOException {
        if (!Files.exists(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Nothing is drawn in these tests. */
    private static final class NoFaces implements Faces {
        @Override
        public int window(GlobalOptions options, @Nullable Path demoOutput) {
            throw new AssertionError("no window was asked for");
        }

        @Override
        public int open(GlobalOptions options, Path backup) {
            throw new AssertionError("no window was asked for");
        }

        @Override
        public void screenshots(Workbench bench, PictureRequest request) {
            throw new AssertionError("no picture was asked for");
        }
    }
}
