package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

/** Where SQLite's library is loaded from, in processes of their own: each loads it once. */
class NativeLibraryTest {
    @TempDir
    Path data;

    @TempDir
    Path program;

    @Test
    void whatLiesBesideTheProgramIsNotUnpacked() throws Exception {
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            Files.copy(library, program.resolve(name));
        }
        assertThat(said("-Dorg.sqlite.lib.path=" + program)).startsWith("opened");
        assertThat(data.resolve("native")).doesNotExist();
    }

    @Test
    void whatCannotBeLoadedThereIsUnpackedByTheDriver() throws Exception {
        Files.writeString(program.resolve(LibraryLoaderUtil.getNativeLibName()), "torn");
        assertThat(said("-Dorg.sqlite.lib.path=" + program)).startsWith("opened");
    }

    @Test
    void whatIsNotThereIsUnpacked() throws Exception {
        assertThat(said("-Dorg.sqlite.lib.path=" + program.resolve("nowhere"))).startsWith("opened");
        assertThat(data.resolve("native")).isDirectory();
    }

    private List<String> said(String option) throws IOException {
        Process child = HistoryChild.start(
                List.of("env", "JAVA_TOOL_OPTIONS=" + option),
                data.resolve("h.db").toString(),
                "once");
        return child.inputReader().lines().toList();
    }
}
