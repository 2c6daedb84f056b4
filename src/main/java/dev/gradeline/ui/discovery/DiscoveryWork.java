package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.ui.discovery.DiscoveryViewModel.Earlier;
import dev.gradeline.ui.discovery.DiscoveryViewModel.View;
import dev.gradeline.ui.discovery.PlatformRow.Sighting;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out what the discovery page shows: nothing bounds how many platforms a scan may hold. Immutable; any thread. */
final class DiscoveryWork {
    private final Situation situation;
    private final Posture posture;
    private final @Nullable Scan before;
    private final PlatformFilter filter;
    private final PlatformOrder order;
    private final PlatformGroups groups;
    private final Words words;
    private final TimeWords times;

    /** The table's rows and what stands around them. */
    record Shown(List<PlatformRow> rows, View view) {}

    DiscoveryWork(
            Situation situation,
            Comparison comparison,
            PlatformFilter filter,
            PlatformOrder order,
            PlatformGroups groups,
            Words words) {
        this.situation = situation;
        this.posture = situation.posture();
        this.before = comparison.in(posture);
        this.filter = filter;
        this.order = order;
        this.groups = groups;
        this.words = words;
        this.times = new TimeWords(words);
    }

    Shown shown() {
        Scan scan = posture.scan();
        PartNotice notice = PartNotice.of(Part.DISCOVERY, situation, words);
        if (scan == null) {
            boolean read = posture.freshness(Part.DISCOVERY).refreshedAt() != null;
            String empty = words.of(read ? "discovery.nothing" : "discovery.none");
            return new Shown(
                    List.of(),
                    new View(
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            null,
                            comparedWith(null),
                            "",
                            List.of(),
                            notice,
                            empty));
        }
        List<PlatformRow> all = PlatformRows.of(scan, before, words, situation.now());
        List<PlatformRow> rows = filter.apply(all);
        if (!order.equals(PlatformOrder.OWN)) {
            rows = rows.stream().sorted(order.comparator()).toList();
        }
        return new Shown(
                groups.grouped(rows, words),
                new View(
                        ScanFigures.of(scan, before, words, situation.now()),
                        choices(all, filter.withTypes(Set.of()), filter.types(), PlatformRow::type),
                        choices(all, filter.withVendors(Set.of()), filter.vendors(), PlatformRow::vendor),
                        earlier(),
                        before,
                        comparedWith(before),
                        summary(all, rows),
                        posture.scans().reversed(),
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

    private List<Earlier> earlier() {
        List<Earlier> all = new ArrayList<>();
        for (Scan scan : Comparison.earlier(posture)) {
            all.add(new Earlier(new Comparison.With(Comparison.Key.of(scan)), scanName(scan), scan.equals(before)));
        }
        return List.copyOf(all);
    }

    /** The day, and the time as well where another scan has the same day. */
    private String scanName(Scan scan) {
        String day = day(scan);
        boolean alone =
                posture.scans().stream().filter(each -> day(each).equals(day)).count() == 1;
        return alone
                ? words.of("discovery.scanOf", day)
                : words.of("discovery.scanOfTime", day, times.time(scan.effectiveAt()));
    }

    private String day(Scan scan) {
        return times.day(scan.effectiveAt(), situation.now());
    }

    private String comparedWith(@Nullable Scan earlier) {
        return earlier == null
                ? words.of("discovery.compare.off")
                : words.of("discovery.compare.with", scanName(earlier));
    }

    private String summary(List<PlatformRow> all, List<PlatformRow> rows) {
        long present = all.stream().filter(row -> !row.gone()).count();
        String platforms = filter.isAll()
                ? words.of("discovery.summary", present)
                : words.of("discovery.summary.filtered", rows.size(), all.size());
        if (before == null) {
            return platforms;
        }
        long back = count(rows, Sighting.RETURNED);
        String compared = words.of(
                "discovery.summary.compared", platforms, count(rows, Sighting.NEW), count(rows, Sighting.GONE));
        long moved = rows.stream().filter(PlatformRow::moved).count();
        if (moved > 0) {
            compared = words.of("discovery.summary.moved", compared, moved, PlatformRow.POINTS);
        }
        return back == 0 ? compared : words.of("discovery.summary.returned", compared, back);
    }

    private static long count(List<PlatformRow> rows, Sighting sighting) {
        return rows.stream().filter(row -> row.sighting() == sighting).count();
    }
}
