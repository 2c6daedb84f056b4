package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.discovery.PlatformRow.Sighting;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The platforms of the current scan, beside those of an earlier one. JavaFX thread. */
public final class DiscoveryViewModel {
    /** An earlier scan that can be compared with, by its place in the posture's list. */
    record Earlier(int index, String name) {}

    private final PageContext context;
    private final Words words;
    private final PostureWords postureWords;
    private final TimeWords times;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Set<String>> types = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Set<String>> vendors = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable Integer> compareWith = new SimpleObjectProperty<>(1);
    private final ObservableList<PlatformRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ScanFigures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");

    public DiscoveryViewModel(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.postureWords = new PostureWords(words);
        this.times = new TimeWords(words);
        context.situation().addListener((observable, was, now) -> work());
        search.addListener((observable, was, now) -> work());
        types.addListener((observable, was, now) -> work());
        vendors.addListener((observable, was, now) -> work());
        compareWith.addListener((observable, was, now) -> work());
        work();
    }

    /** A scan holds tens of platforms, at most some hundreds: cheap enough to work out here. */
    private void work() {
        Posture posture = posture();
        Scan scan = posture.scan();
        showNotice(posture);
        if (scan == null) {
            rows.clear();
            figures.set(null);
            summary.set("");
            placeholder.set(words.of("discovery.none"));
            return;
        }
        Instant now = context.situation().getValue().now();
        Scan before = earlier();
        List<PlatformRow> all = compared(scan, before, now);
        rows.setAll(all.stream().filter(this::passes).toList());
        figures.set(ScanFigures.of(scan, before, words, now));
        summary.set(summary(all, before != null));
        placeholder.set(words.of("discovery.noneLeft"));
    }

    private List<PlatformRow> compared(Scan scan, @Nullable Scan before, Instant now) {
        List<Change> differences = before == null ? List.of() : Changes.platforms(before, scan);
        Set<Platform.Identity> fresh = differences.stream()
                .filter(change -> change.kind() == Change.Kind.PLATFORM_NEW)
                .map(change -> ((Change.OfPlatform) change).platform().identity())
                .collect(Collectors.toSet());
        List<PlatformRow> all = new ArrayList<>();
        for (Platform platform : scan.platforms()) {
            Instant created = platform.createdAt();
            Instant detected = created != null ? created : scan.effectiveAt();
            all.add(row(
                    platform,
                    fresh.contains(platform.identity()) ? Sighting.NEW : Sighting.KNOWN,
                    times.day(detected, now),
                    now));
        }
        for (Change change : differences) {
            if (before != null
                    && change instanceof Change.OfPlatform gone
                    && gone.kind() == Change.Kind.PLATFORM_GONE) {
                String last = words.of("discovery.lastSeen", times.day(before.effectiveAt(), now));
                all.add(row(gone.platform(), Sighting.GONE, last, now));
            }
        }
        return all;
    }

    private PlatformRow row(Platform platform, Sighting sighting, String detected, Instant now) {
        return new PlatformRow(
                platform,
                sighting,
                postureWords.clean(platform.name()),
                postureWords.type(platform.type()),
                postureWords.clean(platform.vendor()),
                postureWords.clean(platform.category()),
                postureWords.percent(platform.confidence()),
                detected,
                times.day(platform.firstSeen(), now));
    }

    private boolean passes(PlatformRow row) {
        String text = String.join("\n", row.name(), row.type(), row.vendor(), row.category())
                .toLowerCase(Locale.ROOT);
        return List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .allMatch(text::contains)
                && (types.get().isEmpty() || types.get().contains(row.type()))
                && (vendors.get().isEmpty() || vendors.get().contains(row.vendor()));
    }

    private String summary(List<PlatformRow> all, boolean compared) {
        long gone = all.stream().filter(row -> row.sighting() == Sighting.GONE).count();
        long fresh = all.stream().filter(row -> row.sighting() == Sighting.NEW).count();
        long present = all.size() - gone;
        return compared
                ? words.of("discovery.summary.compared", present, fresh, gone)
                : words.of("discovery.summary", present);
    }

    private void showNotice(Posture posture) {
        Freshness freshness = posture.freshness(Part.DISCOVERY);
        Outcome outcome = freshness.outcome();
        boolean allRefused = posture.freshness().values().stream().allMatch(each -> each.outcome() == Outcome.REFUSED);
        notice.set(
                outcome == null || outcome == Outcome.OK
                        ? ""
                        : new OutcomeWords(words)
                                .notice(Part.DISCOVERY, outcome, freshness.detail(), allRefused)
                                .text());
    }

    private @Nullable Scan earlier() {
        Integer index = compareWith.get();
        List<Scan> scans = posture().scans();
        return index == null || index >= scans.size() ? null : scans.get(index);
    }

    /** The scans before the current one, newest first. */
    List<Earlier> earlierScans() {
        List<Scan> scans = posture().scans();
        Instant now = context.situation().getValue().now();
        List<Earlier> names = new ArrayList<>();
        for (int i = 1; i < scans.size(); i++) {
            names.add(new Earlier(
                    i, words.of("discovery.scanOf", times.day(scans.get(i).effectiveAt(), now))));
        }
        return List.copyOf(names);
    }

    /** “Compare with: 1 Nov scan”. */
    String compareLabel() {
        Integer index = compareWith.get();
        return earlierScans().stream()
                .filter(each -> Objects.equals(each.index(), index))
                .findFirst()
                .map(each -> words.of("discovery.compare.with", each.name()))
                .orElseGet(() -> words.of("discovery.compare.off"));
    }

    /** The values of a column that can be chosen, in order. */
    List<String> choices(Function<PlatformRow, String> column) {
        Scan scan = posture().scan();
        if (scan == null) {
            return List.of();
        }
        Instant now = context.situation().getValue().now();
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        compared(scan, earlier(), now).forEach(row -> names.add(column.apply(row)));
        return List.copyOf(names);
    }

    /** “Type: llm chat”, or the bare name while nothing is chosen. */
    String chip(String nameKey, Set<String> chosen) {
        String name = words.of(nameKey);
        return chosen.isEmpty() ? name : words.of("discovery.chip", name, String.join(", ", new TreeSet<>(chosen)));
    }

    static void toggle(ObjectProperty<Set<String>> chosen, String value) {
        Set<String> next = new HashSet<>(chosen.get());
        if (!next.remove(value)) {
            next.add(value);
        }
        chosen.set(Set.copyOf(next));
    }

    boolean filtered() {
        return !search.get().isBlank()
                || !types.get().isEmpty()
                || !vendors.get().isEmpty();
    }

    void clearFilters() {
        search.set("");
        types.set(Set.of());
        vendors.set(Set.of());
    }

    /** The platform's address, when it is one that a browser may open. */
    static @Nullable URI address(PlatformRow row) {
        String url = row.platform().url();
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            return web && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Opens the platform's address in the browser, where it has one. */
    void browse(PlatformRow row) {
        URI address = address(row);
        if (address != null) {
            context.navigator().browse(address);
        }
    }

    /** Saves the platforms shown, without those that are gone. */
    void export(TableExport.Format format) {
        List<Platform> shown = rows.stream()
                .filter(row -> row.sighting() != Sighting.GONE)
                .map(PlatformRow::platform)
                .toList();
        LocalDate day = LocalDate.ofInstant(posture().asOf(), words.zone());
        String ending = format == TableExport.Format.CSV ? "csv" : "json";
        context.saver()
                .save("gradeline-platforms-" + day + "." + ending, out -> TableExport.platforms(shown, format, out));
    }

    private Posture posture() {
        return context.situation().getValue().posture();
    }

    StringProperty search() {
        return search;
    }

    ObjectProperty<Set<String>> types() {
        return types;
    }

    ObjectProperty<Set<String>> vendors() {
        return vendors;
    }

    /** The place of the scan compared with; null for none. */
    ObjectProperty<@Nullable Integer> compareWith() {
        return compareWith;
    }

    ObservableList<PlatformRow> rows() {
        return rows;
    }

    /** Null while there is no scan. */
    ReadOnlyObjectProperty<@Nullable ScanFigures> figures() {
        return figures.getReadOnlyProperty();
    }

    /** “14 platforms · 2 new · 1 gone”. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyStringProperty placeholder() {
        return placeholder.getReadOnlyProperty();
    }
}
