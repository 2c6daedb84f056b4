package dev.gradeline.posture;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything known at one moment. Immutable; any thread.
 *
 * @param asOf the moment: nothing first seen later is in here
 * @param lastSync when the last synchronisation up to that moment that read at least one part ended; null when there was
 *     none. Failed attempts since are told by {@code freshness}
 * @param organizationId as discovery named it; null until a scan was seen
 * @param freshness one entry for each part, in the order of {@link Part}
 * @param standings one for each framework ever assessed, by framework id
 * @param recommendations those in the server's latest answer, in its order
 * @param scans every scan seen so far, newest first; the first is the current one, unless {@code scanReported} is false
 * @param scanReported whether the server's latest answer held a scan
 * @param openCounts the count of open recommendations over time, oldest first
 */
public record Posture(
        Instant asOf,
        @Nullable Instant lastSync,
        @Nullable String organizationId,
        Map<Part, Freshness> freshness,
        List<Standing> standings,
        List<Recommendation> recommendations,
        List<Scan> scans,
        boolean scanReported,
        List<OpenCount> openCounts) {

    public Posture {
        EnumMap<Part, Freshness> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, freshness.getOrDefault(part, Freshness.never(part)));
        }
        freshness = Collections.unmodifiableMap(all);
        standings = List.copyOf(standings);
        recommendations = List.copyOf(recommendations);
        scans = List.copyOf(scans);
        openCounts = List.copyOf(openCounts);
    }

    /** With one part as another posture has it. */
    public Posture with(Part part, Posture other) {
        boolean scores = part == Part.SCORES;
        boolean recommended = part == Part.RECOMMENDATIONS;
        boolean discovered = part == Part.DISCOVERY;
        EnumMap<Part, Freshness> parts = new EnumMap<>(freshness);
        parts.put(part, other.freshness(part));
        return new Posture(
                asOf,
                lastSync,
                discovered ? other.organizationId : organizationId,
                parts,
                scores ? other.standings : standings,
                recommended ? other.recommendations : recommendations,
                discovered ? other.scans : scans,
                discovered ? other.scanReported : scanReported,
                recommended ? other.openCounts : openCounts);
    }

    /** With the same recommendations in another order. */
    public Posture withRecommendations(List<Recommendation> ordered) {
        return new Posture(
                asOf, lastSync, organizationId, freshness, standings, ordered, scans, scanReported, openCounts);
    }

    /** A posture of which nothing is known yet. */
    public static Posture empty(Instant asOf) {
        return new Posture(asOf, null, null, Map.of(), List.of(), List.of(), List.of(), false, List.of());
    }

    /** Whether nothing was ever stored: no synchronisation and no data. */
    public boolean isEmpty() {
        return lastSync == null && standings.isEmpty() && recommendations.isEmpty() && scans.isEmpty();
    }

    /** The freshness of one part; never null. */
    public Freshness freshness(Part part) {
        Freshness known = freshness.get(part);
        return known != null ? known : Freshness.never(part);
    }

    /** Whether the last attempt on every part was refused: see {@link Outcome#allRefused}. */
    public boolean allRefused() {
        return Outcome.allRefused(
                freshness.values().stream().map(Freshness::outcome).toList());
    }

    /** The current scan; null when there is none. */
    public @Nullable Scan scan() {
        return scanReported && !scans.isEmpty() ? scans.getFirst() : null;
    }

    /** The scan before the current one; null when there is none. */
    public @Nullable Scan previousScan() {
        return scanReported && scans.size() > 1 ? scans.get(1) : null;
    }

    /** How many recommendations have this status now. */
    public long count(Status status) {
        return recommendations.stream().filter(r -> status.equals(r.status())).count();
    }
}
