package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Scan;
import dev.gradeline.ui.discovery.PlatformRow.Sighting;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        List<PlatformRow> all = new ArrayList<>();
        for (Platform platform : scan.platforms()) {
            Sighting sighting = fresh.contains(platform.identity())
                    ? Sighting.NEW
                    : back.contains(platform.identity()) ? Sighting.RETURNED : Sighting.KNOWN;
            Instant detected = detected(platform, scan);
            all.add(row(platform, sighting, detected, times.day(detected, now)));
        }
        for (Change change : differences) {
            if (before != null
                    && change instanceof Change.OfPlatform gone
                    && gone.kind() == Change.Kind.PLATFORM_GONE) {
                String last = words.of("discovery.lastSeen", times.day(before.effectiveAt(), now));
                all.add(row(gone.platform(), Sighting.GONE, detected(gone.platform(), before), last));
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

    private PlatformRow row(Platform platform, Sighting sighting, Instant detectedAt, String detected) {
        return new PlatformRow(
                platform,
                sighting,
                postureWords.clean(platform.name()),
                postureWords.type(platform.type()),
                postureWords.clean(platform.vendor()),
                postureWords.clean(platform.category()),
                postureWords.percent(platform.confidence()),
                detectedAt,
                detected,
                times.day(platform.firstSeen(), now));
    }
}
