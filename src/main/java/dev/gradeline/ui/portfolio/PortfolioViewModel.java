package dev.gradeline.ui.portfolio;

import dev.gradeline.history.HistoryException;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.portfolio.Holdings.Member;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All organisations, each a row that fills as its history is looked into, one after the other: one that is slow or broken
 * keeps none of the others back for good. JavaFX thread.
 */
public final class PortfolioViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PortfolioViewModel.class);

    private final PageContext context;
    private final Words words;
    private final Holdings holdings;
    private final ObservableList<PortfolioRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<PortfolioOrder> order = new SimpleObjectProperty<>(PortfolioOrder.OWN);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");

    /** By the connection's name, in the order in which they came; what was seen stays until it is seen anew. */
    private final Map<String, PortfolioRow> seen = new LinkedHashMap<>();

    private final TaskRunner.Newest listing;
    private final TaskRunner.Newest finding;
    private final ReadOnlyObjectWrapper<@Nullable PartNotice> notice = new ReadOnlyObjectWrapper<>();
    private Map<String, KeySight> keys = Map.of();
    /** Which look into the histories is the newest: what an older one finds is dropped. */
    private long looks;
    /** Whether another organisation was chosen: its window, or this one made anew, comes in place of this page. */
    private boolean leaving;

    public PortfolioViewModel(PageContext context, Holdings holdings) {
        this.context = context;
        this.words = context.words();
        this.holdings = holdings;
        this.listing = new TaskRunner.Newest(context.tasks());
        this.finding = new TaskRunner.Newest(context.tasks());
        order.addListener((observable, was, now) -> show());
    }

    /** Looks again which there are, into their histories, and where their keys are. */
    public void look() {
        listing.run(holdings::members, this::begin, error -> {
            LOG.warn("the organisations could not be listed", error);
            empty.set(words.of("portfolio.failed", FaultText.of(error)));
            // where rows are shown, nobody sees what stands in their place
            String text = words.of("portfolio.failed.before");
            notice.set(
                    rows.isEmpty()
                            ? null
                            : new PartNotice(
                                    text,
                                    words.of("portfolio.failed.details", text, FaultText.of(error)),
                                    PartNotice.Way.NONE));
        });
    }

    private void begin(List<Member> members) {
        long mine = ++looks;
        notice.set(null);
        PortfolioWork work = work();
        Map<String, PortfolioRow> before = new LinkedHashMap<>(seen);
        seen.clear();
        for (Member member : members) {
            String name = member.connection().name();
            PortfolioRow known = before.get(name);
            seen.put(
                    name,
                    known != null && known.connection().equals(member.connection()) && known.open() == member.open()
                            ? known
                            : work.reading(member));
        }
        empty.set(members.isEmpty() ? words.of("portfolio.none") : "");
        show();
        next(members, 0, mine);
        finding.run(
                holdings::keys,
                found -> {
                    keys = found;
                    show();
                },
                error -> LOG.warn("where the keys are is not known", error));
    }

    private void next(List<Member> members, int at, long mine) {
        if (at == members.size()) {
            return;
        }
        Member member = members.get(at);
        PortfolioWork work = work();
        Duration oldAfter = Duration.ofDays(context.settings().current().oldAfterDays());
        context.tasks()
                .run(
                        () -> work.seen(member, holdings.look(member, oldAfter), holdings.now()),
                        row -> took(members, at, mine, row),
                        error -> {
                            LOG.warn(
                                    "the history of {} could not be read",
                                    member.connection().name(),
                                    error);
                            String why = error instanceof HistoryException
                                    ? String.valueOf(error.getMessage())
                                    : FaultText.of(error);
                            took(members, at, mine, work.broken(member, why));
                        });
    }

    private void took(List<Member> members, int at, long mine, PortfolioRow row) {
        if (mine == looks) {
            seen.put(row.connection().name(), row);
            show();
            next(members, at + 1, mine);
        }
    }

    private PortfolioWork work() {
        return new PortfolioWork(words, context.settings().current().oldAfterDays());
    }

    /** Who stands on one of them stays there when nothing changed. */
    private void show() {
        PortfolioWork work = work();
        List<PortfolioRow> all = order.get()
                .sorted(seen.values().stream()
                        .map(row -> work.withKey(row, keys.get(row.connection().name())))
                        .toList());
        if (!all.equals(rows)) {
            rows.setAll(all);
        }
        summary.set(all.isEmpty() ? "" : words.of("portfolio.summary", all.size()));
    }

    /**
     * Shows an organisation's dashboard; that of the open one is this window's. Another's takes this page's place: once it is
     * on its way, as after the first half of a double click, nothing more is opened from here.
     */
    void open(PortfolioRow row) {
        if (leaving) {
            return;
        }
        if (row.open()) {
            context.navigator().open(PageId.OVERVIEW);
        } else {
            leaving = true;
            holdings.open(row.connection());
        }
    }

    /** Leads to the connect page for one more. */
    void add() {
        holdings.add();
    }

    ObservableList<PortfolioRow> rows() {
        return rows;
    }

    ObjectProperty<PortfolioOrder> order() {
        return order;
    }

    /** “3 organisations”; empty before they are known. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** Why the rows shown are from before; null where they are not. */
    ReadOnlyObjectProperty<@Nullable PartNotice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** What to say where there is no row. */
    ReadOnlyStringProperty empty() {
        return empty.getReadOnlyProperty();
    }
}
