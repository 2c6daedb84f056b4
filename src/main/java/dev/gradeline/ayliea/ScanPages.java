package dev.gradeline.ayliea;

import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Scan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages of platforms that all belong to one scan: ends the reading when another scan takes its place. One use. */
final class ScanPages implements Pager.Source<Platform> {
    private final Pager.Source<Platform> source;
    private final RowMapping mapping;
    private boolean begun;
    private @Nullable Scan first;
    private boolean changed;

    ScanPages(Pager.Source<Platform> source, RowMapping mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    @Override
    public Page<Platform> page(int offset) throws CallEnded, InterruptedException {
        Page<Platform> page = source.page(offset);
        Row row = page.beside();
        if (!begun) {
            begun = true;
            first = row == null ? null : mapping.scan(row, List.of());
            return page;
        }
        // every page brings the scan again: what is odd about it is known from the first
        Scan again = row == null ? null : mapping.scan(row.quiet(), List.of());
        if (same(first, again)) {
            return page;
        }
        changed = true;
        return new Page<>(List.of(), 0, null, new Oddities());
    }

    /** Whether another scan took the place of the first: then what was read belongs to neither. */
    boolean changed() {
        return changed;
    }

    /** The scan with its platforms; null when the organisation has none. */
    @Nullable Scan scan(List<Platform> platforms) {
        Scan facts = first;
        if (facts == null) {
            return platforms.isEmpty() ? null : mapping.scan(Row.empty(), platforms);
        }
        return new Scan(
                facts.id(),
                facts.organizationId(),
                facts.status(),
                facts.domain(),
                facts.startedAt(),
                facts.completedAt(),
                facts.platformsDiscovered(),
                facts.shadowAiCount(),
                facts.overallRiskScore(),
                platforms,
                facts.firstSeen());
    }

    private static boolean same(@Nullable Scan one, @Nullable Scan other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Objects.equals(one.id(), other.id()) && Objects.equals(one.completedAt(), other.completedAt());
    }
}
