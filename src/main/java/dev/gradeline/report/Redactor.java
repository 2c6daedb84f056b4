package dev.gradeline.report;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves names out of the data, before anything is drawn or written of it: so they can be in no corner of the file. Platforms
 * get numbers, in the order in which scans first named them; their vendors, addresses and ids go, as do the organisation's
 * name and id and its domains. Where one of these names, or the host of an address, {@linkplain NamePattern stands in a text},
 * a placeholder takes its place. Names that scans told only after the moment shown count as well.
 */
final class Redactor {
    /** A part of a domain this short is as likely a word of the language. */
    private static final int LEAST_LABEL = 4;

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    /** An address with or without a scheme; the group is its host. */
    private static final Pattern ADDRESS = Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?(?:[^/?#@]*@)?"
            + "([^/?#@:\\s]+\\.[^/?#@:.\\s]+)\\.?(?::\\d*)?(?:[/?#].*)?");

    private final Words words;
    private final NamePattern names;
    private final Map<Platform.Identity, Platform> numbered = new LinkedHashMap<>();
    private final Map<Framework, Framework> frameworks = new HashMap<>();

    Redactor(String organisation, ReportData data, Words words) {
        this.words = words;
        Set<String> found = new HashSet<>();
        add(found, organisation);
        data.posture().scans().reversed().forEach(scan -> {
            domain(found, scan.domain());
            scan.platforms().forEach(platform -> platform(found, platform));
        });
        Posture later = data.later();
        if (later != null) {
            later.scans().forEach(scan -> {
                domain(found, scan.domain());
                scan.platforms().forEach(platform -> names(found, platform));
            });
        }
        data.changes().forEach(change -> {
            if (change instanceof Change.OfPlatform of) {
                platform(found, of.platform());
            }
        });
        this.names = new NamePattern(found);
    }

    private static void add(Set<String> names, @Nullable String name) {
        String clean = name == null ? "" : visible(name).strip();
        if (clean.codePoints().anyMatch(Character::isLetterOrDigit)) {
            names.add(clean);
        }
    }

    /** A domain is known by its own name as well: “northwind” of northwind.example. */
    private static void domain(Set<String> names, @Nullable String domain) {
        if (domain == null) {
            return;
        }
        add(names, domain);
        List<String> labels = List.of(domain.strip().toLowerCase(Locale.ROOT).split("\\."));
        labels.subList(0, Math.max(0, labels.size() - 1)).stream()
                .filter(label -> label.length() >= LEAST_LABEL)
                .forEach(label -> add(names, label));
    }

    private static void names(Set<String> names, Platform platform) {
        add(names, platform.name());
        add(names, platform.vendor());
        add(names, platform.url());
        host(names, platform.url());
    }

    /** The host of an address, and the domains that it is in: openai.example of chat.openai.example, but not co.uk. */
    private static void host(Set<String> names, @Nullable String url) {
        Matcher address = ADDRESS.matcher(url == null ? "" : visible(url).strip());
        if (!address.matches()) {
            return;
        }
        String host = address.group(1);
        add(names, host);
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            int next = host.indexOf('.', dot + 1);
            if (next - dot > LEAST_LABEL) {
                add(names, host.substring(dot + 1));
            }
        }
    }

    private void platform(Set<String> names, Platform platform) {
        names(names, platform);
        numbered.computeIfAbsent(
                platform.identity(),
                identity -> new Platform(
                        null,
                        words.of("report.redacted.platform", numbered.size() + 1),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        platform.firstSeen()));
    }

    /** The text without the names. */
    String text(String text) {
        return names.replace(visible(text), words.of("report.redacted.name"));
    }

    /** What is not seen must not keep a name from being found. */
    private static String visible(String text) {
        return INVISIBLE.matcher(Cleaning.clean(text)).replaceAll("");
    }

    private @Nullable String maybe(@Nullable String text) {
        return text == null ? null : text(text);
    }

    ReportData data(ReportData given) {
        return new ReportData(
                posture(given.posture()),
                given.changes().stream().map(this::change).toList(),
                new Alongside(
                        annotations(given.alongside().annotations()),
                        given.alongside().unread()));
    }

    private Posture posture(Posture posture) {
        Map<Part, Freshness> freshness = new EnumMap<>(Part.class);
        posture.freshness()
                .forEach((part, fresh) -> freshness.put(
                        part,
                        new Freshness(
                                part, fresh.refreshedAt(), fresh.triedAt(), fresh.outcome(), text(fresh.detail()))));
        return new Posture(
                posture.asOf(),
                posture.lastSync(),
                null,
                freshness,
                posture.standings().stream().map(this::standing).toList(),
                recommendations(posture.recommendations()),
                posture.scans().stream().map(this::scan).toList(),
                posture.scanReported(),
                posture.openCounts());
    }

    List<Recommendation> recommendations(List<Recommendation> rows) {
        return rows.stream().map(this::recommendation).toList();
    }

    private Recommendation recommendation(Recommendation row) {
        Status status = row.status();
        Framework framework = row.framework();
        return new Recommendation(
                row.id(),
                row.lineage(),
                maybe(row.title()),
                row.priority(),
                status == null ? null : new Status(text(status.id())),
                framework == null ? null : framework(framework),
                maybe(row.category()),
                row.rank(),
                row.firstSeen(),
                row.lastChanged());
    }

    private Framework framework(Framework framework) {
        return frameworks.computeIfAbsent(framework, named -> new Framework(text(named.id())));
    }

    private Standing standing(Standing standing) {
        return new Standing(
                framework(standing.framework()),
                standing.assessments().stream().map(this::assessment).toList(),
                standing.reported());
    }

    private Assessment assessment(Assessment of) {
        return new Assessment(
                framework(of.framework()),
                of.overallScore(),
                of.grade(),
                of.completedAt(),
                of.firstSeen(),
                of.restated(),
                of.imported());
    }

    private @Nullable Assessment assessmentOrNone(@Nullable Assessment of) {
        return of == null ? null : assessment(of);
    }

    private Scan scan(Scan scan) {
        return new Scan(
                null,
                null,
                maybe(scan.status()),
                null,
                scan.startedAt(),
                scan.completedAt(),
                scan.platformsDiscovered(),
                scan.shadowAiCount(),
                scan.overallRiskScore(),
                scan.platforms().stream().map(this::platform).toList(),
                scan.firstSeen());
    }

    private Platform platform(Platform platform) {
        Platform number = Objects.requireNonNull(numbered.get(platform.identity()));
        return new Platform(
                null,
                number.name(),
                maybe(platform.type()),
                null,
                maybe(platform.category()),
                null,
                platform.confidence(),
                platform.createdAt(),
                platform.firstSeen());
    }

    private Change change(Change change) {
        return switch (change) {
            case Change.Score score ->
                new Change.Score(
                        score.at(),
                        score.kind(),
                        framework(score.framework()),
                        assessmentOrNone(score.earlier()),
                        assessmentOrNone(score.later()));
            case Change.OfRecommendation of ->
                new Change.OfRecommendation(
                        of.at(), of.kind(), recommendation(of.recommendation()), maybe(of.before()), maybe(of.after()));
            case Change.OfPlatform of ->
                new Change.OfPlatform(
                        of.at(), of.kind(), platform(of.platform()), maybe(of.before()), maybe(of.after()));
            case Change.Figure figure ->
                new Change.Figure(
                        figure.at(), figure.kind(), figure.subject(), maybe(figure.before()), maybe(figure.after()));
            case Change.NotAssessed of -> new Change.NotAssessed(of.at(), framework(of.framework()), of.lastAssessed());
        };
    }

    private Annotations annotations(Annotations annotations) {
        Map<Framework, BigDecimal> targets = new HashMap<>();
        annotations.targets().forEach((framework, score) -> targets.put(framework(framework), score));
        List<DayNote> notes = annotations.notes().stream()
                .map(note -> new DayNote(note.uid(), note.day(), shortened(text(note.text()))))
                .toList();
        return new Annotations(notes, targets);
    }

    private static String shortened(String note) {
        return note.codePointCount(0, note.length()) <= DayNote.LONGEST
                ? note
                : note.substring(0, note.offsetByCodePoints(0, DayNote.LONGEST - 1)) + "…";
    }
}
