package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organisation's named views: those that Gradeline brings, and those that the person kept. One of them may be shown whenever
 * the program starts. Kept in the settings. JavaFX thread; writes elsewhere, one at a time.
 */
final class SavedViews {
    private static final Logger LOG = LoggerFactory.getLogger(SavedViews.class);
    private static final String DEFAULT = "default=";

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
        this.builtIn = builtIn(words);
        this.saved = context.settings().current().views().getOrDefault(context.connection(), "");
        List<SavedView> kept = new ArrayList<>();
        for (String line : saved.split("\n", -1)) {
            if (line.startsWith(DEFAULT)) {
                SavedView named = SavedView.read("name=" + line.substring(DEFAULT.length()));
                first.set(named == null ? "" : named.name());
            } else {
                SavedView view = SavedView.read(line);
                if (view != null && find(kept, view.name()) == null && find(builtIn, view.name()) == null) {
                    kept.add(view);
                }
            }
        }
        own.set(List.copyOf(kept));
        saved = text();
    }

    private static List<SavedView> builtIn(Words words) {
        RecommendationFilter all = RecommendationFilter.ALL;
        RecommendationFilter open = all.withStatuses(Set.of(Status.OPEN.id()));
        return List.of(
                new SavedView(
                        words.of("recommendations.view.openP1"),
                        open.withMaxPriority(1),
                        null,
                        null,
                        "",
                        Grouping.NONE),
                new SavedView(
                        words.of("recommendations.view.newThisMonth"),
                        all,
                        TimeChoice.AGE_THIS_MONTH,
                        null,
                        "",
                        Grouping.NONE),
                new SavedView(
                        words.of("recommendations.view.stuck"),
                        RecommendationFilter.STILL_OPEN,
                        TimeChoice.AGE_OVER_90,
                        null,
                        ";AGE descending",
                        Grouping.NONE),
                new SavedView(
                        words.of("recommendations.view.completed"),
                        all.withStatuses(Set.of(Status.COMPLETED.id())),
                        null,
                        TimeChoice.CHANGED_SINCE_REPORT,
                        "",
                        Grouping.NONE));
    }

    /** Those that Gradeline brings. */
    List<SavedView> builtIn() {
        return builtIn;
    }

    /** Those that the person kept, in the order in which they were. */
    ReadOnlyObjectProperty<List<SavedView>> own() {
        return own.getReadOnlyProperty();
    }

    /** The name of the view that is shown first; empty for none. */
    ReadOnlyStringProperty first() {
        return first.getReadOnlyProperty();
    }

    /** Why the views could not be written; empty when they could. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** The view of a name; null for none. */
    @Nullable SavedView find(String name) {
        SavedView view = find(builtIn, name);
        return view != null ? view : find(own.get(), name);
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
        boolean wasFirst = first.get().equals(view.name());
        change(all -> {
            all.removeIf(each -> each.name().equals(name) && !each.equals(view));
            int place = indexOf(all, view.name());
            if (place >= 0) {
                all.set(place, view.named(name));
            }
        });
        if (wasFirst) {
            showFirst(name);
        }
    }

    void remove(SavedView view) {
        if (first.get().equals(view.name())) {
            first.set("");
        }
        change(all -> all.remove(view));
    }

    /** The view of this name is shown first from now on; empty for none. */
    void showFirst(String name) {
        first.set(name);
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
            SavedView named = new SavedView(first.get(), RecommendationFilter.ALL, null, null, "", Grouping.NONE);
            lines.add(named.text().replaceFirst("^name=", DEFAULT));
        }
        own.get().forEach(view -> lines.add(view.text()));
        return String.join("\n", lines);
    }

    private void write() {
        String now = text();
        if (saving || now.equals(saved)) {
            return;
        }
        saving = true;
        context.tasks()
                .run(
                        () -> context.settings().update(all -> all.withViews(context.connection(), now)),
                        done -> {
                            saved = now;
                            saving = false;
                            trouble.set("");
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
