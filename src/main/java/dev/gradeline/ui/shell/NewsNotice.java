package dev.gradeline.ui.shell;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.Notices;
import dev.gradeline.settings.Settings;
import dev.gradeline.sync.SyncReport;
import dev.gradeline.ui.kit.KeyStanding;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.Choices;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One notice of what synchronisations brought: grades that changed, platforms that are new, a key that is refused. What was
 * shown is remembered across restarts and not shown again; until the person takes it away, what comes next joins it. It
 * speaks of the present, so it is silent while the window shows the past. JavaFX thread.
 */
public final class NewsNotice {
    private static final Logger LOG = LoggerFactory.getLogger(NewsNotice.class);

    /** More names than this are counted. */
    private static final int NAMED = 3;

    private final Services services;
    private final Words words;
    private final PostureWords posture;
    private final ObservableValue<Posture> present;
    private final ObservableValue<KeyStanding> key;
    private final ObservableValue<Boolean> past;
    private final TaskRunner.Newest looks;
    /** What is told first is remembered first. */
    private final Choices choices;

    private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
    /** From where on this window tells. */
    private Told from;
    /** What the settings remember: what was shown does not come back with the next window. */
    private Told kept;

    /** What is to be remembered once it was seen: not before the window shows the present. */
    private @Nullable Told unseen;

    private boolean keyDismissed;
    private News news = News.NONE;
    private @Nullable Look last;
    /** Those whose keys are refused, beside the open one. */
    private final List<Settings.Connection> others = new ArrayList<>();

    /** Where an item leads. */
    public enum Way {
        CHANGES,
        DISCOVERY,
        CONNECT,
        /** To another organisation. */
        SWITCH
    }

    /**
     * One kind of news, in a sentence.
     *
     * @param other the organisation that it is about; null for the one that is open
     */
    public record Item(Way way, String text, Settings.@Nullable Connection other) {
        Item(Way way, String text) {
            this(way, text, null);
        }
    }

    /** What a look depends on: nothing new comes of the same. */
    private record Look(@Nullable Instant lastSync, boolean refused, Told from, Notices wanted) {}

    /**
     * @param present what is known now, whatever moment the window shows
     * @param key whether there is one that can be refused
     * @param past whether the window shows a moment that is over
     * @param failed told when what was shown could not be kept
     */
    NewsNotice(
            Services services,
            ObservableValue<Posture> present,
            ObservableValue<KeyStanding> key,
            ObservableValue<Boolean> past,
            Consumer<Exception> failed) {
        this.services = services;
        this.words = services.words();
        this.posture = new PostureWords(words);
        this.present = present;
        this.key = key;
        this.past = past;
        this.looks = new TaskRunner.Newest(services.tasks());
        this.choices = new Choices(services.settings(), services.tasks(), written -> {}, failed);
        this.kept = Told.parse(services.settings().current().told().get(connection()));
        this.from = kept;
        this.keyDismissed = kept.key();
        present.addListener((observable, was, now) -> look());
        past.subscribe(now -> show());
        key.addListener((observable, was, now) -> show());
    }

    /** Whether it tells of a key that is refused, and leads to another. */
    boolean tellsOfKey() {
        return items.get().stream().anyMatch(item -> item.way() == Way.CONNECT);
    }

    /**
     * An organisation that is not open was synchronised. That its key is refused is told once, and anew only after a run in
     * which it was accepted; all else is told when it is opened.
     */
    public void ranBeside(Settings.Connection connection, SyncReport report) {
        String name = connection.name();
        boolean refused = report.parts().values().stream().anyMatch(part -> part.outcome() == Outcome.KEY_REJECTED);
        boolean read = report.parts().values().stream().anyMatch(part -> part.outcome() == Outcome.OK);
        Told before = Told.parse(services.settings().current().told().get(name));
        if (refused && !before.key() && services.settings().current().notices().keys()) {
            others.removeIf(each -> each.name().equals(name));
            others.add(connection);
            show();
            remember(name, before.withKey(true));
        } else if (read) {
            if (others.removeIf(each -> each.name().equals(name))) {
                show();
            }
            if (before.key()) {
                remember(name, before.withKey(false));
            }
        }
    }

    /** What the notice says; empty for none. */
    public ReadOnlyObjectProperty<List<Item>> items() {
        return items.getReadOnlyProperty();
    }

    /** Looks again, as after another choice in the settings. */
    void look() {
        Posture now = present.getValue();
        Instant synced = now.lastSync();
        if (synced == null && !News.isRefused(now)) {
            return;
        }
        // who has never been told anything begins with what is there: all of it would pass for news
        from = new Told(
                from.grades() == null ? synced : from.grades(),
                from.platforms() == null ? synced : from.platforms(),
                from.key());
        Notices wanted = services.settings().current().notices();
        Look look = new Look(synced, News.isRefused(now), from, wanted);
        if (look.equals(last)) {
            return;
        }
        last = look;
        Told begin = from;
        looks.run(
                () -> News.of(services.history(), now, begin, wanted),
                found -> found(found, look),
                error -> LOG.warn("what is new could not be found out", error));
    }

    private void found(News found, Look look) {
        keyDismissed &= look.refused();
        news = keyDismissed ? new News(found.grades(), found.platforms(), false) : found;
        // what is shown is told; a kind that says nothing although it may goes on counting from where it was
        unseen = new Told(
                moved(
                        kept.grades(),
                        from.grades(),
                        look,
                        !news.grades().isEmpty() || !look.wanted().grades()),
                moved(
                        kept.platforms(),
                        from.platforms(),
                        look,
                        !news.platforms().isEmpty() || !look.wanted().platforms()),
                look.refused() && look.wanted().keys());
        show();
        if (!look.wanted().grades()) {
            from = from.withGrades(look.lastSync());
        }
        if (!look.wanted().platforms()) {
            from = from.withPlatforms(look.lastSync());
        }
    }

    private static @Nullable Instant moved(@Nullable Instant before, @Nullable Instant begin, Look look, boolean told) {
        return told ? look.lastSync() : before == null ? begin : before;
    }

    /** Takes the notice away; only what comes from now on makes another. */
    public void dismiss() {
        items.get().forEach(this::forget);
        show();
    }

    /** Takes one kind of news away: the person went to look. */
    public void dismiss(Item item) {
        forget(item);
        show();
    }

    private void forget(Item item) {
        Instant synced = last == null ? null : last.lastSync();
        switch (item.way()) {
            case SWITCH -> others.removeIf(each -> each.equals(item.other()));
            case CHANGES -> {
                from = from.withGrades(synced);
                news = new News(List.of(), news.platforms(), news.keyRefused());
            }
            case DISCOVERY -> {
                from = from.withPlatforms(synced);
                news = new News(news.grades(), List.of(), news.keyRefused());
            }
            case CONNECT -> {
                keyDismissed = true;
                news = new News(news.grades(), news.platforms(), false);
            }
        }
    }

    private void show() {
        List<Item> shown = new ArrayList<>();
        if (!past.getValue()) {
            if (news.keyRefused() && key.getValue() == KeyStanding.THERE) {
                OutcomeWords.Notice refused =
                        new OutcomeWords(words).notice(Part.SCORES, Outcome.KEY_REJECTED, "", false);
                shown.add(new Item(Way.CONNECT, words.of("shell.news.key", refused.what(), refused.todo())));
            }
            for (Settings.Connection other : others) {
                shown.add(new Item(Way.SWITCH, words.of("shell.news.otherKey", other.title()), other));
            }
            if (news.grades().size() == 1) {
                shown.add(new Item(
                        Way.CHANGES,
                        words.of(
                                "shell.news.sentence",
                                new ChangeWords(words)
                                        .line(news.grades().getFirst())
                                        .text())));
            } else if (!news.grades().isEmpty()) {
                shown.add(new Item(
                        Way.CHANGES,
                        words.of("shell.news.grades", news.grades().size(), named(news.grades(), this::grade))));
            }
            if (!news.platforms().isEmpty()) {
                shown.add(new Item(
                        Way.DISCOVERY,
                        words.of(
                                "shell.news.platforms",
                                news.platforms().size(),
                                named(
                                        news.platforms(),
                                        each -> posture.clean(each.platform().name())))));
            }
        }
        items.set(List.copyOf(shown));
        if (unseen != null && !past.getValue()) {
            keep(unseen);
            unseen = null;
        }
    }

    private <T> String named(List<T> all, Function<T, String> name) {
        String some = all.stream().limit(NAMED).map(name).collect(Collectors.joining(words.of("shell.news.comma")));
        return all.size() <= NAMED ? some : words.of("shell.news.more", some, all.size() - NAMED);
    }

    private String grade(Change.Score score) {
        return words.of(
                "shell.news.grade",
                posture.framework(score.framework()),
                posture.clean(Objects.requireNonNull(
                                Objects.requireNonNull(score.earlier()).grade())
                        .letter()),
                posture.clean(Objects.requireNonNull(
                                Objects.requireNonNull(score.later()).grade())
                        .letter()));
    }

    private void keep(Told now) {
        if (now.equals(kept)) {
            return;
        }
        kept = now;
        remember(connection(), now);
    }

    private void remember(String connection, Told now) {
        choices.keep(settings -> settings.withTold(connection, now.text()));
    }

    private String connection() {
        return services.connection().name();
    }
}
