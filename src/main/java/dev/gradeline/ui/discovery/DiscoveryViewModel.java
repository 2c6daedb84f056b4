package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.discovery.PlatformRow.Sighting;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The platforms of the current scan, beside those of an earlier one. JavaFX thread. */
public final class DiscoveryViewModel {
    private final PageContext context;
    private final Words words;
    private final TimeWords times;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<PlatformFilter> filter = new SimpleObjectProperty<>(PlatformFilter.ALL);
    private final ObjectProperty<@Nullable PlatformOrder> order = new SimpleObjectProperty<>();
    private final ObjectProperty<Comparison> comparison = new SimpleObjectProperty<>(new Comparison.Previous());
    private final ObservableList<PlatformRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(View.NOTHING);

    /**
     * An earlier scan to compare with.
     *
     * @param name “1 Nov scan”
     */
    record Earlier(Comparison.With choice, String name, boolean chosen) {}

    /**
     * What stands around the table.
     *
     * @param figures null while there is no scan
     * @param earlier every scan before the current one, newest first
     * @param comparedWith “Compare with: 1 Nov scan”
     * @param summary “14 platforms · 2 new · 1 gone”
     * @param notice why the scan is not fresh; null when it is
     * @param empty what to say where there are no rows
     */
    record View(
            @Nullable ScanFigures figures,
            List<Choice> types,
            List<Choice> vendors,
            List<Earlier> earlier,
            String comparedWith,
            String summary,
            @Nullable PartNotice notice,
            String empty) {
        static final View NOTHING = new View(null, List.of(), List.of(), List.of(), "", "", null, "");
    }

    public DiscoveryViewModel(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.times = new TimeWords(words);
        search.addListener((observable, was, now) -> filter.set(filter.get().withSearch(now == null ? "" : now)));
        context.situation().addListener((observable, was, now) -> work());
        filter.addListener((observable, was, now) -> work());
        order.addListener((observable, was, now) -> work());
        comparison.addListener((observable, was, now) -> work());
        work();
    }

    /** A scan holds tens of platforms, at most some hundreds: cheap enough to work out here. */
    private void work() {
        Posture posture = posture();
        Scan scan = posture.scan();
        Scan before = comparison.get().in(posture);
        Instant now = context.situation().getValue().now();
        PartNotice notice = PartNotice.of(Part.DISCOVERY, context.situation().getValue(), words);
        if (scan == null) {
            rows.clear();
            boolean read = posture.freshness(Part.DISCOVERY).refreshedAt() != null;
            String empty = words.of(read ? "discovery.nothing" : "discovery.none");
            view.set(new View(null, List.of(), List.of(), List.of(), comparedWith(null), "", notice, empty));
            return;
        }
        List<PlatformRow> all = PlatformRows.of(scan, before, words, now);
        PlatformOrder sorted = order.get();
        List<PlatformRow> shown = filter.get().apply(all);
        rows.setAll(
                sorted == null
                        ? shown
                        : shown.stream().sorted(sorted.comparator()).toList());
        view.set(new View(
                ScanFigures.of(scan, before, words, now),
                choices(all, filter.get().withTypes(Set.of()), filter.get().types(), PlatformRow::type),
                choices(all, filter.get().withVendors(Set.of()), filter.get().vendors(), PlatformRow::vendor),
                earlier(before),
                comparedWith(before),
                summary(all, before != null),
                notice,
                words.of(all.isEmpty() ? "discovery.noPlatforms" : "discovery.noneLeft")));
    }

    private static List<Choice> choices(
            List<PlatformRow> all,
            PlatformFilter others,
            Set<String> chosen,
            Function<PlatformRow, @Nullable String> field) {
        return Choice.of(all, others.apply(all), field, chosen, name -> name);
    }

    private List<Earlier> earlier(@Nullable Scan compared) {
        List<Scan> scans = Comparison.earlier(posture());
        List<Earlier> all = new ArrayList<>();
        for (Scan scan : scans) {
            all.add(new Earlier(new Comparison.With(Comparison.Key.of(scan)), scanName(scan), scan.equals(compared)));
        }
        return List.copyOf(all);
    }

    /** The day, and the time as well where another scan has the same day. */
    private String scanName(Scan scan) {
        String day = day(scan);
        boolean alone =
                posture().scans().stream().filter(each -> day(each).equals(day)).count() == 1;
        return alone
                ? words.of("discovery.scanOf", day)
                : words.of("discovery.scanOfTime", day, times.time(scan.effectiveAt()));
    }

    private String day(Scan scan) {
        return times.day(scan.effectiveAt(), context.situation().getValue().now());
    }

    private String comparedWith(@Nullable Scan before) {
        return before == null
                ? words.of("discovery.compare.off")
                : words.of("discovery.compare.with", scanName(before));
    }

    private String summary(List<PlatformRow> all, boolean compared) {
        long present = all.stream().filter(row -> !row.gone()).count();
        long shown = rows.stream().filter(row -> !row.gone()).count();
        String platforms = filter.get().isAll()
                ? words.of("discovery.summary", present)
                : words.of("discovery.summary.filtered", shown, present);
        return compared
                ? words.of("discovery.summary.compared", platforms, count(Sighting.NEW), count(Sighting.GONE))
                : platforms;
    }

    private long count(Sighting sighting) {
        return rows.stream().filter(row -> row.sighting() == sighting).count();
    }

    void toggleType(String name) {
        filter.set(filter.get().withTypes(Choice.toggled(filter.get().types(), name)));
    }

    void toggleVendor(String name) {
        filter.set(filter.get().withVendors(Choice.toggled(filter.get().vendors(), name)));
    }

    void clearFilters() {
        search.set("");
        filter.set(PlatformFilter.ALL);
    }

    /** Opens the platform's address in the browser, where it has one that may be opened. */
    void browse(PlatformRow row) {
        URI address = WebAddress.of(row.platform().url());
        if (address != null) {
            context.navigator().browse(address);
        }
    }

    /** Saves the platforms shown, in their order, without those that are gone. */
    void export(TableExport.Format format) {
        List<Platform> shown = rows.stream()
                .filter(row -> !row.gone())
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

    ReadOnlyObjectProperty<PlatformFilter> filter() {
        return filter;
    }

    /** Null for the scan's own order, most confident first. */
    ObjectProperty<@Nullable PlatformOrder> order() {
        return order;
    }

    ObjectProperty<Comparison> comparison() {
        return comparison;
    }

    ObservableList<PlatformRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }
}
