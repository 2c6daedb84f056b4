package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FaultTextTest {
    @Test
    void aPathAloneIsNoSentence() {
        assertThat(FaultText.of(new NoSuchFileException("/a/b"))).isEqualTo("NoSuchFileException: /a/b");
    }

    @Test
    void whatOnlyCarriedTheFaultIsLeftOut() {
        assertThat(FaultText.of(new CompletionException(
                        new UncheckedIOException("settings not written", new IOException("disk full")))))
                .isEqualTo("IOException: disk full");
    }

    @Test
    void whereThereIsNoMessageTheClassSpeaks() {
        assertThat(FaultText.of(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(FaultText.of(new IllegalStateException(" "))).isEqualTo("IllegalStateException");
        assertThat(FaultText.of(new IllegalStateException("why"))).isEqualTo("why");
    }

    @Test
    void aKeyIsCutDownToItsPublicPartAndLinesAreJoined() {
        String key = "ayliea_pk_a1b2c3d4" + "e".repeat(56);
        assertThat(FaultText.of(new IllegalStateException("bad\n" + key))).isEqualTo("bad ayliea_pk_a1b2c3d4…");
    }
}
