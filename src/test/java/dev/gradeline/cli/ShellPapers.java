package dev.gradeline.cli;

import dev.gradeline.words.Words;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes what a package brings for the command line beside the program: man page and completions, from the same model as
 * {@code --help}. Packaging runs it: see the profile {@code installer}.
 */
public final class ShellPapers {
    private ShellPapers() {}

    /** @param arguments the template of the man page, the folder to write to, and the page's date, an ISO instant */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        CommandSpec model = model();
        String template = Files.readString(Path.of(arguments[0]));
        String day = arguments[2].substring(0, "2026-11-23".length());
        write(folder.resolve("man/gradeline.1"), new ManPage(model).page(template, day));
        write(folder.resolve("bash/gradeline"), Completions.bash(model));
        write(folder.resolve("zsh/_gradeline"), Completions.zsh(model));
        write(folder.resolve("fish/gradeline.fish"), Completions.fish(model));
    }

    /** The program's commands, with nothing behind them. */
    static CommandSpec model() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new CommandLineFace(
                        new Opener() {
                            @Override
                            public Workbench open(GlobalOptions options) {
                                throw new IllegalStateException("nothing is run here");
                            }

                            @Override
                            public Workbench openToConnect(GlobalOptions options) {
                                return open(options);
                            }
                        },
                        new Faces() {
                            @Override
                            public int window(GlobalOptions options, @org.jspecify.annotations.Nullable Path output) {
                                return 0;
                            }

                            @Override
                            public int open(GlobalOptions options, Path backup) {
                                return 0;
                            }

                            @Override
                            public void screenshots(Workbench bench, PictureRequest request) {}
                        },
                        new Words(Locale.ENGLISH, ZoneOffset.UTC),
                        nowhere,
                        nowhere,
                        InputStream.nullInputStream())
                .model();
    }

    private static void write(Path file, String text) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
