package dev.gradeline.ui.kit;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.settings.AtomicFile;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A page's surroundings for tests: a situation to change, and notes of what the page asked for. */
public final class TestPages {
    public static final int OLD_AFTER_DAYS = 90;

    private static final Instant LAST_REPORT = Instant.parse("2026-10-30T09:00:00Z");

    /** What the page asked for, in order, each as one line. */
    public final List<String> asked = new ArrayList<>();

    /** What {@link Memory#changes} gives. */
    public List<Change> remembered = List.of();

    /** Whether {@link Memory#changes} fails. */
    public boolean failing;

    /** What the person wrote; put another one in before the page is made. */
    public Notebook notebook = new PaperNotebook();

    public final ObjectProperty<Situation> situation;
    public final ObjectProperty<Arriving> arriving = new SimpleObjectProperty<>(Arriving.NOTHING);
    public final Words words;

    private final TaskRunner tasks;

    public TestPages(Situation first) {
        this(first, TaskRunner.direct());
    }

    public TestPages(Situation first, TaskRunner tasks) {
        this(first, tasks, Locale.UK, ZoneOffset.UTC);
    }

    /** A page in another language. */
    public TestPages(Situation first, Locale locale) {
        this(first, TaskRunner.direct(), locale, ZoneOffset.UTC);
    }

    /** A page somewhere else. */
    public TestPages(Situation first, ZoneId zone) {
        this(first, TaskRunner.direct(), Locale.UK, zone);
    }

    private TestPages(Situation first, TaskRunner tasks, Locale locale, ZoneId zone) {
        this.words = new Words(locale, zone);
        this.situation = new SimpleObjectProperty<>(first);
        this.tasks = tasks;
    }

    /** Northwind as of {@link Postures#NOW}, last visited on 8 November. */
    public static Situation northwind() {
        return since(Postures.northwind(), Postures.LAST_VISIT, northwindChanges());
    }

    /** What changed at Northwind since 8 November. */
    public static List<Change> northwindChanges() {
        return Changes.between(Postures.northwindEarlier(), Postures.northwind(), Duration.ofDays(OLD_AFTER_DAYS));
    }

    /** A posture on the first visit. */
    public static Situation firstVisit(Posture posture) {
        return new Situation(posture, Postures.NOW, null, null, List.of(), OLD_AFTER_DAYS);
    }

    public static Situation since(Posture posture, Instant visit, List<Change> changes) {
        return new Situation(posture, Postures.NOW, visit, LAST_REPORT, changes, OLD_AFTER_DAYS);
    }

    public PageContext context() {
        return new PageContext(
                words,
                situation,
                arriving,
                new SimpleObjectProperty<>(RecommendationFilter.ALL),
                new Notes(),
                new Answers(),
                tasks,
                new SettingsStore(Path.of("target", "no-such-settings.json")),
                this::save,
                "");
    }

    private void save(String suggestedName, AtomicFile.Content content, Runnable saved) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asked.add("save " + suggestedName + "\n" + out.toString(StandardCharsets.UTF_8));
        saved.run();
    }

    private final class Notes implements Navigator {
        @Override
        public void open(PageId page) {
            asked.add("open " + page);
        }

        @Override
        public void openRecommendations(RecommendationFilter filter) {
            asked.add("recommendations " + filter);
        }

        @Override
        public void openRecommendation(String id) {
            asked.add("recommendation " + id);
        }

        @Override
        public void say(String text) {
            asked.add("say " + text);
        }

        @Override
        public void connect() {
            asked.add("connect");
        }

        @Override
        public void refresh() {
            asked.add("refresh");
        }

        @Override
        public void cancel() {
            asked.add("cancel");
        }

        @Override
        public void openChanges(Change.Kind kind) {
            asked.add("changes of " + kind);
        }

        @Override
        public void openPlatform(Platform platform) {
            asked.add("platform " + platform.name());
        }

        @Override
        public void openTrends(Framework framework) {
            asked.add("trends " + framework.id());
        }

        @Override
        public void browse(URI address) {
            asked.add("browse " + address);
        }
    }

    private final class Answers implements Memory {
        @Override
        public List<Change> changes(Instant from, Instant to) {
            asked.add("changes " + from + " " + to);
            if (failing) {
                throw new IllegalStateException("the history does not answer");
            }
            return remembered;
        }

        @Override
        public List<Recommendation> versions(String recommendationId, Instant asOf) {
            asked.add("versions " + recommendationId);
            return List.of();
        }

        @Override
        public Notebook notebook() {
            return notebook;
        }
    }
}
