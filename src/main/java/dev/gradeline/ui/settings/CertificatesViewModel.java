package dev.gradeline.ui.settings;

import dev.gradeline.ayliea.AuthorityFile;
import dev.gradeline.ayliea.AuthorityFile.Authority;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files with certificates that count beside the system's: what is in them, one more, one less. JavaFX thread. */
public final class CertificatesViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(CertificatesViewModel.class);

    /** Other endings can be chosen, too. */
    private static final String ENDING = "pem";

    private final Words words;
    private final TimeWords times;
    private final SettingsStore store;
    private final TaskRunner tasks;
    private final TaskRunner.Newest looks;
    private final FilePicker picker;
    private final InstantSource clock;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /**
     * One file.
     *
     * @param title whom its certificates are for
     * @param state until when they hold, or what is wrong with them
     * @param good whether it counts for anything now
     */
    public record Row(String file, String title, String state, boolean good) {}

    /** @param clock what time it is here: whether a certificate holds is not the sample data's affair */
    public CertificatesViewModel(
            Words words, SettingsStore store, TaskRunner tasks, FilePicker picker, InstantSource clock) {
        this.words = words;
        this.times = new TimeWords(words);
        this.store = store;
        this.tasks = tasks;
        this.looks = new TaskRunner.Newest(tasks);
        this.picker = picker;
        this.clock = clock;
    }

    /** Looks into the files again; call whenever the page comes into sight. */
    public void look() {
        looks.run(this::found, this::show, error -> LOG.warn("the certificates cannot be listed", error));
    }

    private void show(List<Row> found) {
        if (!found.equals(rows)) {
            rows.setAll(found);
        }
    }

    private List<Row> found() {
        return store.current().network().certificates().stream().map(this::row).toList();
    }

    private Row row(String file) {
        try {
            List<Authority> all = AuthorityFile.look(Path.of(file));
            List<Authority> valid = valid(all);
            String first = (valid.isEmpty() ? all : valid).getFirst().subject();
            String title = all.size() == 1 ? first : words.of("settings.certificates.more", first, all.size() - 1);
            return new Row(file, title, valid.isEmpty() ? notValid(all) : until(valid), !valid.isEmpty());
        } catch (IOException | InvalidPathException e) {
            return new Row(file, file, words.of("settings.certificates.gone"), false);
        } catch (CertificateException e) {
            return new Row(file, file, words.of("settings.certificates.noneNow"), false);
        }
    }

    private List<Authority> valid(List<Authority> all) {
        Instant now = clock.instant();
        return all.stream().filter(each -> each.isValid(now)).toList();
    }

    private String until(List<Authority> valid) {
        Instant first = valid.stream()
                .map(Authority::until)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return words.of("settings.certificates.until", times.date(first));
    }

    /** Of several the one that held last. */
    private String notValid(List<Authority> all) {
        Authority last =
                all.stream().max(Comparator.comparing(Authority::until)).orElseThrow();
        return last.until().isBefore(clock.instant())
                ? words.of("settings.certificates.expired", times.date(last.until()))
                : words.of("settings.certificates.notYet", times.date(last.from()));
    }

    /** Asks for a file, looks into it, and has it count when there is a certificate in it that holds. */
    public void add() {
        message.set("");
        picker.toOpen(ENDING, file -> tasks.run(() -> take(file.toAbsolutePath()), this::told, this::notKept));
    }

    /** Gives what to tell. */
    private String take(Path file) {
        List<Authority> all;
        try {
            all = AuthorityFile.look(file);
        } catch (IOException e) {
            LOG.info("a file of certificates cannot be read: {}", e.toString());
            return words.of("file.unreadable", file);
        } catch (CertificateException e) {
            return words.of("settings.certificates.none", file.getFileName());
        }
        if (valid(all).isEmpty()) {
            return words.of("settings.certificates.refused", file.getFileName(), notValid(all));
        }
        if (files(store.current()).contains(file.toString())) {
            return words.of("settings.certificates.known", file.getFileName());
        }
        store.update(now -> {
            List<String> files = new ArrayList<>(files(now));
            files.add(file.toString());
            return now.withNetwork(now.network().withCertificates(files));
        });
        return words.of("settings.certificates.added", file.getFileName());
    }

    private static List<String> files(Settings settings) {
        return settings.network().certificates();
    }

    /** Has a file count no longer; the file itself stays. */
    public void remove(Row row) {
        tasks.run(
                () -> {
                    store.update(now -> now.withNetwork(now.network()
                            .withCertificates(files(now).stream()
                                    .filter(file -> !file.equals(row.file()))
                                    .toList())));
                    return words.of("settings.certificates.removed", row.title());
                },
                this::told,
                this::notKept);
    }

    private void told(String text) {
        message.set(text);
        look();
    }

    private void notKept(Exception error) {
        LOG.warn("the certificates could not be kept", error);
        message.set(words.of("settings.notKept", FaultText.of(error)));
    }

    /** What to call the button that removes a file. */
    public String removeName() {
        return words.of("settings.certificates.remove");
    }

    /** The same for one file, for assistive technology. */
    public String removeName(Row row) {
        return words.of("settings.certificates.remove.what", row.title());
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** How the last action went; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
