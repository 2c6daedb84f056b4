package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Scan;
import dev.gradeline.ui.discovery.PlatformRow.Sighting;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The platforms of one scan beside those of another. Immutable; any thread. */
final class PlatformRows {
    private final Words words;
    private final PostureWords postureWords;
    private final TimeWords times;
    private final Instant now;

    private PlatformRows(Words words, Instant now) {
        this.words = words;
        this.postureWords = new PostureWords(words);
        this.times = new TimeWords(words);
        this.now = now;
    }

    /** The scan's platforms in its order, then those that only the earlier one had. */
    static List<PlatformRow> of(Scan scan, @Nullable Scan before, Words words, Instant now) {
        return new PlatformRows(words, now).compared(scan, before);
    }

    private List<PlatformRow> compared(Scan scan, @Nullable Scan before) {
        List<Change> differences = before == null ? List.of() : Changes.platforms(before, scan, before.firstSeen());
        Set<Platform.Identity> fresh = identities(differences, Change.Kind.PLATFORM_NEW);
        Set<Platform.Identity> back = identities(differences, Change.Kind.PLATFORM_RETURNED);
        Map<Platform.Identity, BigDecimal> confidences = new HashMap<>();
        for (Platform platform : before == null ? List.<Platform>of() : before.platforms()) {
            if (platform.confidence() != null) {
                confidences.merge(platform.identity(), platform.confidence(), BigDecimal::max);
            }
        }
        List<PlatformRow> all = new ArrayList<>();
        for (Platform platform : scan.platforms()) {
            Sighting sighting = fresh.contains(platform.identity())
                    ? Sighting.NEW
                    : back.contains(platform.identity()) ? Sighting.RETURNED : Sighting.KNOWN;
            Instant detected = detected(platform, scan);
            // of several of one identity, the most confident one, which comes first, is compared
            BigDecimal was = confidences.remove(platform.identity());
            all.add(row(platform, sighting, was, detected, times.day(detected, now)));
        }
        for (Change change : differences) {
            if (before != null
                    && change instanceof Change.OfPlatform gone
                    && gone.kind() == Change.Kind.PLATFORM_GONE) {
                String last = words.of("discovery.lastSeen", times.day(before.effectiveAt(), now));
                all.add(row(
                        gone.platform(),
                        Sighting.GONE,
                        gone.platform().confidence(),
                        detected(gone.platform(), before),
                        last));
            }
        }
        return List.copyOf(all);
    }

    private static Set<Platform.Identity> identities(List<Change> differences, Change.Kind kind) {
        return differences.stream()
                .filter(change -> change.kind() == kind)
                .map(change -> ((Change.OfPlatform) change).platform().identity())
                .collect(Collectors.toSet());
    }

    private static Instant detected(Platform platform, Scan scan) {
        Instant created = platform.createdAt();
        return created != null ? created : scan.effectiveAt();
    }

    /** In points of a hundred, as shown: what rounds to nothing did not move. */
    private String moved(@Nullable BigDecimal was, @Nullable BigDecimal is) {
        if (was == null || is == null || isOdd(was) || isOdd(is)) {
            return "";
        }
        BigDecimal points = percent(is).subtract(percent(was));
        return points.signum() == 0 ? "" : postureWords.movement(points);
    }

    /** Of absurdly many digits: writing it out could fill the memory. */
    private static boolean isOdd(BigDecimal confidence) {
        return confidence.precision() > 100 || Math.abs(confidence.scale()) > 100;
    }

    /** As shown. */
    static BigDecimal percent(BigDecimal confidence) {
        return confidence.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    }

    private PlatformRow row(
            Platform platform, Sighting sighting, @Nullable BigDecimal was, Instant detectedAt, String detected) {
        String moved = sighting == Sighting.GONE ? "" : moved(was, platform.confidence());
        return new PlatformRow(
                platform,
                sighting,
                postureWords.clean(platform.name()),
                postureWords.type(platform.type()),
                postureWords.clean(platform.vendor()),
                postureWords.clean(platform.category()),
                postureWords.percent(platform.confidence()),
                moved,
                was,
                WebAddress.of(platform.url()),
                detectedAt,
                detected,
                times.day(platform.firstSeen(), now));
    }
}
