package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.AuthorityFile;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.CertificatesViewModel.Row;
import dev.gradeline.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of certificates: looked at before they count, listed with what is in them, and taken out again. */
class CertificatesViewModelTest {
    @TempDir
    private Path folder;

    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private Path pem = Path.of("");
    private Instant until = Instant.EPOCH;
    private SettingsCards picker = new SettingsCards(words, Path.of(""));

    @BeforeEach
    void authority() throws Exception {
        pem = SettingsCards.authority(folder);
        until = AuthorityFile.look(pem).getFirst().until();
        picker = new SettingsCards(words, folder);
    }

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("settings.json"));
    }

    private CertificatesViewModel model(Instant now) {
        CertificatesViewModel model =
                new CertificatesViewModel(words, store(), TaskRunner.direct(), picker, InstantSource.fixed(now));
        model.look();
        return model;
    }

    private List<String> kept() {
        return store().current().network().certificates();
    }

    private void add(CertificatesViewModel model, Path file) {
        picker.chosen = file;
        model.add();
    }

    @Test
    void whatIsAddedIsListedWithNameAndEndAndCanBeTakenOut() {
        CertificatesViewModel model = model(Instant.now());
        add(model, pem);
        assertThat(picker.asked).containsExactly("open pem");
        assertThat(model.message().get()).isEqualTo("What is in own.pem counts from the next request on.");
        assertThat(kept()).containsExactly(pem.toString());
        assertThat(model.rows()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Northwind Health Root CA");
            assertThat(row.state()).isEqualTo("valid until 1 January 2046");
            assertThat(row.good()).isTrue();
        });
        add(model, pem);
        assertThat(model.message().get()).contains("is in the list already");
        assertThat(kept()).hasSize(1);

        model.remove(model.rows().getFirst());
        assertThat(kept()).isEmpty();
        assertThat(model.rows()).isEmpty();
        assertThat(pem).exists();
    }

    @Test
    void whatCountsForNothingIsNotAdded() throws Exception {
        CertificatesViewModel late = model(until.plus(Duration.ofDays(1)));
        add(late, pem);
        assertThat(late.message().get()).startsWith("own.pem was not added: expired on ");
        CertificatesViewModel early = model(Instant.parse("2001-01-01T00:00:00Z"));
        add(early, pem);
        assertThat(early.message().get()).startsWith("own.pem was not added: valid only from ");
        add(early, Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n"));
        assertThat(early.message().get()).contains("There is no certificate in key.pem", "PEM file");
        add(early, folder.resolve("missing.pem"));
        assertThat(early.message().get()).contains("missing.pem");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aFileThatHasGoneOrExpiredSinceSaysSo() throws Exception {
        add(model(Instant.now()), pem);
        assertThat(model(until.plusSeconds(1)).rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).startsWith("expired on ");
            assertThat(row.good()).isFalse();
        });
        Files.writeString(pem, "nothing");
        assertThat(model(Instant.now()).rows())
                .extracting(Row::state)
                .allMatch(state -> state.contains("no certificate"));
        Files.delete(pem);
        assertThat(model(Instant.now()).rows()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo(pem.toString());
            assertThat(row.state()).contains("cannot be read now");
        });
    }
}
