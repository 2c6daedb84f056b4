package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.SearchWords;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platforms of the current scan, beside those of an earlier one. JavaFX thread. */
public final class DiscoveryViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryViewModel.class);

    private final PageContext context;
    private final Words words;
    private final TaskRunner.Newest newest;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<PlatformFilter> filter = new SimpleObjectProperty<>(PlatformFilter.ALL);
    private final ObjectProperty<PlatformOrder> order = new SimpleObjectProperty<>(PlatformOrder.OWN);
    private final ObjectProperty<PlatformGroups> groups = new SimpleObjectProperty<>(PlatformGroups.NOTHING);
    private final ObjectProperty<Comparison> comparison = new SimpleObjectProperty<>(new Comparison.Previous());
    private final ObjectProperty<@Nullable Platform> wanted = new SimpleObjectProperty<>();
    private final ObservableList<PlatformRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<String>> sought = new ReadOnlyObjectWrapper<>(List.of());
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
     * @param before the scan that the rows are beside; null for none
     * @param comparedWith “Compare with: 1 Nov scan”
     * @param summary “14 platforms · 2 new · 1 gone”
     * @param scans every scan up to the moment, oldest first
     * @param notice why the scan is not fresh; null when it is
     * @param empty what to say where there are no rows
     */
    record View(
            @Nullable ScanFigures figures,
            List<Choice> types,
            List<Choice> vendors,
            List<Earlier> earlier,
            @Nullable Scan before,
            String comparedWith,
            String summary,
            List<Scan> scans,
            @Nullable PartNotice notice,
            String empty) {
        /** The same beside another notice: what is shown stays. */
        View withNotice(PartNotice other) {
            return new View(figures, types, vendors, earlier, before, comparedWith, summary, scans, other, empty);
        }

        static final View NOTHING = new View(null, List.of(), List.of(), List.of(), null, "", "", List.of(), null, "");
    }

    public DiscoveryViewModel(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.newest = new TaskRunner.Newest(context.tasks());
        search.addListener((observable, was, now) -> filter.set(filter.get().withSearch(now == null ? "" : now)));
        context.situation().addListener((observable, was, now) -> work());
        filter.addListener((observable, was, now) -> work());
        order.addListener((observable, was, now) -> work());
        groups.addListener((observable, was, now) -> work());
        comparison.addListener((observable, was, now) -> work());
        work();
    }

    private void work() {
        List<String> marked = SearchWords.of(filter.get().search()).sought();
        DiscoveryWork work = new DiscoveryWork(
                context.situation().getValue(), comparison.get(), filter.get(), order.get(), groups.get(), words);
        newest.run(
                work::shown,
                shown -> {
                    sought.set(marked);
                    rows.setAll(shown.rows());
                    view.set(shown.view());
                },
                error -> {
                    LOG.error("the platforms could not be filtered", error);
                    String text = words.of("discovery.failed");
                    view.set(view.get().withNotice(new PartNotice(text, text, PartNotice.Way.NONE)));
                });
    }

    void toggleType(String name) {
        filter.set(filter.get().withTypes(Choice.toggled(filter.get().types(), name)));
    }

    void toggleVendor(String name) {
        filter.set(filter.get().withVendors(Choice.toggled(filter.get().vendors(), name)));
    }

    void anyType() {
        filter.set(filter.get().withTypes(Set.of()));
    }

    void anyVendor() {
        filter.set(filter.get().withVendors(Set.of()));
    }

    void showChangedOnly(boolean only) {
        filter.set(filter.get().withChangedOnly(only));
    }

    /** Has the table select a platform, which no filter may hide. */
    public void show(Platform platform) {
        clearFilters();
        wanted.set(platform);
    }

    /** What has another one show what this one shows. */
    public Consumer<DiscoveryViewModel> asHere() {
        String text = search.get();
        PlatformFilter narrowed = filter.get();
        PlatformOrder sorted = order.get();
        PlatformGroups grouped = groups.get();
        Comparison beside = comparison.get();
        return other -> {
            other.search.set(text);
            other.filter.set(narrowed);
            other.order.set(sorted);
            other.groups.set(grouped);
            other.comparison.set(beside);
        };
    }

    /** What is to be selected once it is in the rows; null for nothing. */
    ObjectProperty<@Nullable Platform> wanted() {
        return wanted;
    }

    void clearFilters() {
        search.set("");
        filter.set(PlatformFilter.ALL);
    }

    /** Opens the platform's address in the browser, where it has one that may be opened. */
    void browse(PlatformRow row) {
        URI address = row.address();
        if (address != null) {
            context.navigator().browse(address);
        }
    }

    /** Saves the rows shown, in their order; beside another scan with what the comparison tells, those gone among them. */
    void export(TableExport.Format format) {
        List<PlatformRow> shown = rows.stream().filter(row -> !row.isHeading()).toList();
        Scan before = comparedScan();
        LocalDate day = LocalDate.ofInstant(posture().asOf(), words.zone());
        String ending = format == TableExport.Format.CSV ? "csv" : "json";
        context.saver().save("gradeline-platforms-" + day + "." + ending, out -> {
            if (before == null) {
                TableExport.platforms(shown.stream().map(PlatformRow::platform).toList(), format, out);
            } else {
                Instant with = before.effectiveAt();
                TableExport.comparedPlatforms(
                        shown.stream().map(row -> row.compared(with)).toList(), format, out);
            }
        });
    }

    private Posture posture() {
        return context.situation().getValue().posture();
    }

    /** Compares with a scan; the current one is no other one. */
    void compareWith(Scan scan) {
        if (Comparison.earlier(posture()).contains(scan)) {
            comparison.set(new Comparison.With(Comparison.Key.of(scan)));
        }
    }

    /** The scan that the current one is shown beside; null for none. */
    @Nullable Scan comparedScan() {
        return view.get().before();
    }

    Words words() {
        return words;
    }

    StringProperty search() {
        return search;
    }

    ReadOnlyObjectProperty<PlatformFilter> filter() {
        return filter;
    }

    ObjectProperty<PlatformOrder> order() {
        return order;
    }

    ObjectProperty<PlatformGroups> groups() {
        return groups;
    }

    ObjectProperty<Comparison> comparison() {
        return comparison;
    }

    ObservableList<PlatformRow> rows() {
        return rows;
    }

    /** What is to be marked in the cells, folded. */
    ReadOnlyObjectProperty<List<String>> sought() {
        return sought.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }
}
