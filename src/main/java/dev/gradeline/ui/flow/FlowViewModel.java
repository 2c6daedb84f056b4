package dev.gradeline.ui.flow;

import dev.gradeline.posture.Flow;
import dev.gradeline.report.FlowExport;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How recommendations come and go, and those behind each number. JavaFX thread. */
public final class FlowViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(FlowViewModel.class);

    private final PageContext context;
    private final Words words;
    private final TaskRunner.Newest reading;
    private final TaskRunner.Newest working;
    private final ObjectProperty<FlowRange> range = new SimpleObjectProperty<>(FlowRange.YEAR);
    private final ObjectProperty<FlowBy> by = new SimpleObjectProperty<>(FlowBy.PRIORITY);
    private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>(new Figure.Oldest());
    private final ObservableList<FlowRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<FlowView> view;
    /** Why history could not be read last; null when it could. */
    private @Nullable PartNotice unread;

    private @Nullable Read read;
    /** How often that changed: what was worked out of an older one is dropped. */
    private long reads;

    /** What history said, and the situation that it was asked for. */
    private record Read(Flow flow, Situation situation) {}

    public FlowViewModel(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.view = new ReadOnlyObjectWrapper<>(FlowView.nothing(words.of("flow.loading")));
        this.reading = new TaskRunner.Newest(context.tasks());
        this.working = new TaskRunner.Newest(context.tasks());
        context.situation().addListener((observable, was, now) -> read());
        range.addListener((observable, was, now) -> work());
        by.addListener((observable, was, now) -> work());
        figure.addListener((observable, was, now) -> work());
        read();
    }

    private void read() {
        Situation situation = context.situation().getValue();
        Instant asOf = situation.posture().asOf();
        reading.run(
                () -> new Read(Flow.of(context.memory().lifetimes(asOf), words.zone()), situation),
                now -> {
                    unread = null;
                    read = now;
                    reads++;
                    work();
                },
                error -> {
                    LOG.error("the flow could not be read", error);
                    Read last = read;
                    if (last == null || last.situation().past() || situation.past()) {
                        nothing(error);
                    } else {
                        unread = fromBefore(error);
                        view.set(view.get().withNotice(unread));
                    }
                });
    }

    /** The numbers of one moment do not stay under the date of another. */
    private void nothing(Exception error) {
        read = null;
        reads++;
        rows.clear();
        view.set(FlowView.nothing(words.of("flow.failed", FaultText.of(error))));
    }

    private PartNotice fromBefore(Exception error) {
        String text = words.of("flow.failed.before");
        return new PartNotice(text, words.of("flow.failed.details", text, FaultText.of(error)), PartNotice.Way.NONE);
    }

    private void work() {
        Read now = read;
        if (now == null) {
            return;
        }
        long mine = reads;
        FlowWork work = new FlowWork(now.flow(), now.situation(), range.get(), by.get(), figure.get(), words);
        working.run(
                work::shown,
                shown -> {
                    if (mine == reads) {
                        rows.setAll(shown.rows());
                        view.set(unread == null ? shown.view() : shown.view().withNotice(unread));
                    }
                },
                error -> {
                    LOG.error("the flow could not be worked out", error);
                    nothing(error);
                });
    }

    /** The recommendation in the table of all of them, where that has it. */
    void open(FlowRow row) {
        if (row.listed()) {
            context.navigator().openRecommendation(row.course().life().id());
        }
    }

    /** Saves the rows shown, in their order. */
    void export(TableExport.Format format) {
        List<FlowExport.Row> shown = rows.stream()
                .map(row -> new FlowExport.Row(
                        row.course(),
                        row.event() == null ? null : row.event().name().toLowerCase(Locale.ROOT),
                        row.at()))
                .toList();
        Instant asOf = context.situation().getValue().posture().asOf();
        LocalDate day = LocalDate.ofInstant(asOf, words.zone());
        String ending = format == TableExport.Format.CSV ? "csv" : "json";
        context.saver().save("gradeline-flow-" + day + "." + ending, out -> FlowExport.write(shown, format, out));
    }

    Words words() {
        return words;
    }

    PageContext context() {
        return context;
    }

    ObjectProperty<FlowRange> range() {
        return range;
    }

    ObjectProperty<FlowBy> by() {
        return by;
    }

    /** The number that the table explains. */
    ObjectProperty<Figure> figure() {
        return figure;
    }

    ObservableList<FlowRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<FlowView> view() {
        return view.getReadOnlyProperty();
    }
}
