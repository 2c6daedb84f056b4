package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organisation's named views: those that Gradeline brings, and those that the person kept. One of them may be shown whenever
 * the program starts. Kept in the settings, where those that Gradeline brings go by a key that is the same in every language.
 * JavaFX thread; writes elsewhere, one at a time.
 */
final class SavedViews {
    private static final Logger LOG = LoggerFactory.getLogger(SavedViews.class);
    private static final String DEFAULT = "default=";
    /** Begins the key of a view that Gradeline brings; in a name it stands encoded. */
    private static final String BROUGHT = "#";

    private static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.GERMANY);

    /** The views that Gradeline brings, in their order; the settings know them by these names. */
    private enum Brought {
        OPEN_P1("recommendations.view.openP1"),
        NEW_THIS_MONTH("recommendations.view.newThisMonth"),
        STUCK("recommendations.view.stuck"),
        COMPLETED("recommendations.view.completed");

        private final String word;

        Brought(String word) {
            this.word = word;
        }

        String key() {
            return BROUGHT + name();
        }

        SavedView view(Words words) {
            RecommendationFilter all = RecommendationFilter.ALL;
            String name = words.of(word);
            return switch (this) {
                case OPEN_P1 ->
                    new SavedView(
                            name,
                            all.withStatuses(Set.of(Status.OPEN.id())).withMaxPriority(1),
                            null,
                            null,
                            "",
                            Grouping.NONE);
                case NEW_THIS_MONTH -> new SavedView(name, all, TimeChoice.AGE_THIS_MONTH, null, "", Grouping.NONE);
                case STUCK ->
                    new SavedView(
                            name,
                            RecommendationFilter.STILL_OPEN,
                            TimeChoice.AGE_OVER_90,
                            null,
                            ";AGE descending",
                            Grouping.NONE);
                case COMPLETED ->
                    new SavedView(
                            name,
                            all.withStatuses(Set.of(Status.COMPLETED.id())),
                            null,
                            TimeChoice.CHANGED_SINCE_REPORT,
                            "",
                            Grouping.NONE);
            };
        }
    }

    private final PageContext context;
    private final Words words;
    private final List<SavedView> builtIn;
    private final ReadOnlyObjectWrapper<List<SavedView>> own = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper first = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private boolean saving;
    private String saved;

    SavedViews(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.builtIn =
                Arrays.stream(Brought.values()).map(each -> each.view(words)).toList();
        this.saved = context.settings().current().views().getOrDefault(context.connection(), "");
        List<SavedView> kept = new ArrayList<>();
        String shownFirst = "";
        for (String line : saved.split("\n", -1)) {
            if (line.startsWith(DEFAULT)) {
                shownFirst = line.substring(DEFAULT.length());
                continue;
            }
            SavedView view = SavedView.read(line);
            // one may be named as one of Gradeline's own is in this language: then there are two of that name
            if (view != null && !kept.contains(view)) {
                kept.add(view);
            }
        }
        own.set(List.copyOf(kept));
        first.set(known(shownFirst));
        saved = text();
    }

    /** The key that is meant: settings may still have the name that one of Gradeline's own had in some language. */
    private String known(String key) {
        SavedView named = SavedView.read("name=" + key);
        if (key.startsWith(BROUGHT) || named == null || find(own.get(), named.name()) != null) {
            return key;
        }
        return Arrays.stream(Brought.values())
                .filter(each -> LANGUAGES.stream()
                        .anyMatch(language ->
                                new Words(language, words.zone()).of(each.word).equals(named.name())))
                .map(Brought::key)
                .findFirst()
                .orElse(key);
    }

    /** What tells a view from all others, whatever the language. */
    String key(SavedView view) {
        int place = builtIn.indexOf(view);
        return place >= 0
                ? Brought.values()[place].key()
                : new SavedView(view.name(), RecommendationFilter.ALL, null, null, "", Grouping.NONE)
                        .text()
                        .substring("name=".length());
    }

    /** Those that Gradeline brings. */
    List<SavedView> builtIn() {
        return builtIn;
    }

    /** Those that the person kept, in the order in which they were. */
    ReadOnlyObjectProperty<List<SavedView>> own() {
        return own.getReadOnlyProperty();
    }

    /** The {@link #key} of the view that is shown first; empty for none. */
    ReadOnlyStringProperty first() {
        return first.getReadOnlyProperty();
    }

    /** Why the views could not be written; empty when they could. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** The view of a {@link #key}; null for none. */
    @Nullable SavedView find(String key) {
        return Stream.concat(builtIn.stream(), own.get().stream())
                .filter(view -> key(view).equals(key))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable SavedView find(List<SavedView> views, String name) {
        return views.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    boolean isOwn(SavedView view) {
        return own.get().contains(view);
    }

    /** The view that the page is showing, whatever its columns; null when it shows none. */
    @Nullable SavedView shown(RecommendationFilter filter, Grouping grouping) {
        Situation situation = context.situation().getValue();
        List<SavedView> all = new ArrayList<>(own.get());
        all.addAll(builtIn);
        return all.stream()
                .filter(view -> view.isOffered(situation)
                        && view.grouping() == grouping
                        && view.on(situation, words.zone()).equals(filter))
                .findFirst()
                .orElse(null);
    }

    /** Why a name cannot be given; empty when it can. One of an own view replaces it. */
    String reasonAgainst(String name) {
        String wanted = name.strip();
        if (wanted.isEmpty()) {
            return words.of("recommendations.view.nameMissing");
        }
        if (wanted.length() > SavedView.LONGEST_NAME) {
            return words.of("recommendations.view.nameLong", SavedView.LONGEST_NAME);
        }
        return find(builtIn, wanted) == null ? "" : words.of("recommendations.view.nameTaken", wanted);
    }

    /** Keeps a view, in the place of an own one of its name. */
    void keep(SavedView view) {
        change(all -> {
            int place = indexOf(all, view.name());
            if (place < 0) {
                all.add(view);
            } else {
                all.set(place, view);
            }
        });
    }

    void rename(SavedView view, String name) {
        boolean wasFirst = isFirst(view);
        change(all -> {
            all.removeIf(each -> each.name().equals(name) && !each.equals(view));
            int place = indexOf(all, view.name());
            if (place >= 0) {
                all.set(place, view.named(name));
            }
        });
        if (wasFirst) {
            showFirst(view.named(name));
        }
    }

    void remove(SavedView view) {
        if (isFirst(view)) {
            first.set("");
        }
        change(all -> all.remove(view));
    }

    /** Whether this view is the one that is shown first. */
    boolean isFirst(SavedView view) {
        return first.get().equals(key(view));
    }

    /** This view is shown first from now on; null for none. */
    void showFirst(@Nullable SavedView view) {
        first.set(view == null ? "" : key(view));
        write();
    }

    private static int indexOf(List<SavedView> all, String name) {
        return all.stream().map(SavedView::name).toList().indexOf(name);
    }

    private void change(Consumer<List<SavedView>> change) {
        List<SavedView> all = new ArrayList<>(own.get());
        change.accept(all);
        own.set(List.copyOf(all));
        write();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        if (!first.get().isEmpty()) {
            lines.add(DEFAULT + first.get());
        }
        own.get().forEach(view -> lines.add(view.text()));
        return String.join("\n", lines);
    }

    /** Writes what is not written yet; also what could not be written before. */
    void write() {
        String now = text();
        if (saving || now.equals(saved)) {
            return;
        }
        saving = true;
        // what fails again is told again, though it is the same
        trouble.set("");
        context.tasks()
                .run(
                        () -> context.settings().update(all -> all.withViews(context.connection(), now)),
                        done -> {
                            saved = now;
                            saving = false;
                            // what changed while this was being written
                            write();
                        },
                        error -> {
                            saving = false;
                            LOG.warn("the views could not be kept", error);
                            trouble.set(words.of("recommendations.view.notKept", FaultText.of(error)));
                        });
    }
}
