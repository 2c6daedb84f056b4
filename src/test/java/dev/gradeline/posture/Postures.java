package dev.gradeline.posture;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ready-made postures for tests: always the same values, so that a test may name any of them. */
public final class Postures {
    /** The moment of {@link #northwind()}. */
    public static final Instant NOW = Instant.parse("2026-11-23T06:40:00Z");

    /** When the last synchronisation of {@link #northwind()} ended. */
    public static final Instant LAST_SYNC = Instant.parse("2026-11-23T06:38:00Z");

    /** The moment of {@link #northwindEarlier()}. */
    public static final Instant LAST_VISIT = Instant.parse("2026-11-08T09:00:00Z");

    public static final String ORGANIZATION = "3f0c1c5e-58a1-4f0e-9a7e-0d6a2b7c9e11";

    public static final Framework AI = new Framework("ai-security");
    public static final Framework NIST = new Framework("nist-csf-2");
    public static final Framework CIS = new Framework("cis-v8");
    public static final Framework HIPAA = new Framework("hipaa");
    /** Not documented: shown as its identifier. */
    public static final Framework ISO = new Framework("iso-27001");

    private Postures() {}

    /** Nothing stored yet. */
    public static Posture empty() {
        return Posture.empty(NOW);
    }

    /** One framework with one assessment, fresh scores, nothing else: how most histories begin. */
    public static Posture onePoint() {
        return new Posture(
                NOW,
                LAST_SYNC,
                null,
                fresh(LAST_SYNC),
                List.of(new Standing(AI, List.of(assessment(AI, "72", "2026-11-15T10:20:00Z")), true)),
                List.of(),
                List.of(),
                false,
                List.of(new OpenCount(LAST_SYNC, 0)));
    }

    /**
     * Five frameworks with six assessments each, 115 recommendations (37 open, 12 in progress, 61 completed, 5
     * dismissed), three scans of which the latest has 14 platforms, and open counts over 90 days; all parts fresh.
     */
    public static Posture northwind() {
        return new Posture(
                NOW,
                LAST_SYNC,
                ORGANIZATION,
                fresh(LAST_SYNC),
                standings(NOW),
                recommendations(),
                List.of(scanOf14November(), scanOf1November(), scanOf1October()),
                true,
                openCounts(NOW));
    }

    /**
     * The same organisation at the last visit, 8 November: AI Security at 66, four recommendations not yet completed, and
     * the scan of 1 November.
     */
    public static Posture northwindEarlier() {
        Instant sync = LAST_VISIT.minusSeconds(120);
        return new Posture(
                LAST_VISIT,
                sync,
                ORGANIZATION,
                fresh(sync),
                standings(LAST_VISIT),
                recommendations().stream().map(Postures::asOfLastVisit).toList(),
                List.of(scanOf1November(), scanOf1October()),
                true,
                openCounts(LAST_VISIT));
    }

    /** {@link #northwind()} with other freshness for one part: refused, unreachable … */
    public static Posture northwindWith(Freshness freshness) {
        Posture full = northwind();
        EnumMap<Part, Freshness> parts = new EnumMap<>(full.freshness());
        parts.put(freshness.part(), freshness);
        return new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                parts,
                full.standings(),
                full.recommendations(),
                full.scans(),
                full.scanReported(),
                full.openCounts());
    }

    /** {@link #northwind()} with as many recommendations as asked for, all four statuses among them. */
    public static Posture northwindWithRecommendations(int count) {
        Posture full = northwind();
        List<Recommendation> base = full.recommendations();
        List<Recommendation> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Recommendation r = base.get(i % base.size());
            rows.add(new Recommendation(
                    uuid("row-" + i),
                    r.title() + " (" + (i + 1) + ")",
                    1 + (int) (5L * i / count),
                    r.status(),
                    r.framework(),
                    r.category(),
                    i + 1,
                    r.firstSeen(),
                    r.lastChanged()));
        }
        return new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                rows,
                full.scans(),
                full.scanReported(),
                full.openCounts());
    }

    private static Map<Part, Freshness> fresh(Instant at) {
        EnumMap<Part, Freshness> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, new Freshness(part, at, at, Outcome.OK, ""));
        }
        return parts;
    }

    // ---- scores

    private static List<Standing> standings(Instant asOf) {
        return List.of(
                        standing(
                                AI,
                                "48 2025-11-26",
                                "52 2026-01-22",
                                "55 2026-04-06",
                                "61 2026-05-24",
                                "66 2026-08-04",
                                "72 2026-11-15"),
                        standing(
                                CIS,
                                "88 2025-11-29",
                                "86 2026-02-08",
                                "87 2026-03-24",
                                "90 2026-05-28",
                                "91 2026-08-07",
                                "92 2026-10-21"),
                        standing(
                                HIPAA,
                                "58 2025-12-03",
                                "60 2026-01-28",
                                "57 2026-04-14",
                                "55 2026-05-23",
                                "52 2026-08-12",
                                "49 2026-09-30"),
                        standing(
                                ISO,
                                "70 2025-11-22",
                                "70 2026-01-21",
                                "73 2026-03-28",
                                "73 2026-06-10",
                                "76 2026-07-02",
                                "76 2026-08-11"),
                        standing(
                                NIST,
                                "61 2025-11-20",
                                "64 2026-01-31",
                                "70 2026-03-22",
                                "74 2026-06-01",
                                "78 2026-07-23",
                                "81 2026-11-02"))
                .stream()
                .map(s -> new Standing(
                        s.framework(),
                        s.assessments().stream()
                                .filter(a -> !a.firstSeen().isAfter(asOf))
                                .toList(),
                        true))
                .toList();
    }

    private static Standing standing(Framework framework, String... points) {
        List<Assessment> assessments = new ArrayList<>();
        for (String point : points) {
            int space = point.indexOf(' ');
            assessments.add(
                    assessment(framework, point.substring(0, space), point.substring(space + 1) + "T10:20:00Z"));
        }
        return new Standing(framework, assessments, true);
    }

    private static Assessment assessment(Framework framework, String score, String completed) {
        Instant at = Instant.parse(completed);
        BigDecimal points = new BigDecimal(score);
        return new Assessment(framework, points, grade(points), at, at.plus(Duration.ofMinutes(10)), false);
    }

    private static Grade grade(BigDecimal score) {
        for (GradeBand band : GradeBand.values()) {
            if (score.intValue() >= band.from()) {
                return new Grade(band.name());
            }
        }
        throw new IllegalArgumentException("a score below 0: " + score);
    }

    // ---- recommendations

    private record Advice(Framework framework, String category, String title) {}

    private static final Instant LONG_AGO = Instant.parse("2026-01-22T10:30:00Z");

    /** The first rows of each priority, as in the pictures. */
    private static List<Recommendation> named() {
        return List.of(
                row(1, Status.OPEN, NIST, "Access Control", "Enforce phishing-resistant MFA for administrators"),
                new Recommendation(
                        "d290f1ee-6c54-4b01-90e6-d701748f0851",
                        "Stop sending patient records to unapproved AI tools",
                        1,
                        Status.IN_PROGRESS,
                        AI,
                        "Data Protection in AI",
                        0,
                        Instant.parse("2026-10-14T10:30:00Z"),
                        Instant.parse("2026-11-02T10:30:00Z")),
                row(1, Status.OPEN, HIPAA, "Technical Safeguards", "Encrypt backups of the imaging archive"),
                row(2, Status.OPEN, CIS, "Network Security", "Segment the clinical network from guest Wi-Fi"),
                row(2, Status.OPEN, AI, "AI Governance & Policy", "Publish an AI acceptable-use policy"),
                row(2, Status.OPEN, CIS, "Access Control", "Rotate service-account credentials every 90 days"),
                row(
                        2,
                        Status.IN_PROGRESS,
                        AI,
                        "AI Monitoring & Logging",
                        "Log every prompt that reaches a hosted model"),
                row(3, Status.OPEN, AI, "AI Incident Response", "Test incident response for model abuse"),
                row(3, Status.OPEN, HIPAA, "Administrative Safeguards", "Review business-associate agreements"),
                row(3, Status.COMPLETED, AI, "AI Asset Management", "Inventory models trained on regulated data"),
                row(4, Status.OPEN, ISO, "Information handling", "Document data-retention rules"),
                row(4, Status.DISMISSED, AI, "AI Training & Awareness", "Train staff on AI output validation"));
    }

    private static final List<Advice> ADVICE = List.of(
            new Advice(AI, "Data Protection in AI", "Classify data before it reaches a model"),
            new Advice(AI, "Data Protection in AI", "Block uploads of record exports"),
            new Advice(NIST, "Risk Assessment", "Refresh the risk register"),
            new Advice(CIS, "Vulnerability Management", "Patch internet-facing systems within 14 days"),
            new Advice(HIPAA, "Physical Safeguards", "Lock workstations in the wards after two minutes"),
            new Advice(ISO, "Supplier relationships", "Add security clauses to supplier contracts"),
            new Advice(NIST, "Detection", "Alert on impossible travel"),
            new Advice(CIS, "Audit Logs", "Keep audit logs for one year"),
            new Advice(AI, "AI Monitoring & Logging", "Watch for prompt injection in the help desk assistant"),
            new Advice(HIPAA, "Technical Safeguards", "Expire shared accounts on imaging stations"),
            new Advice(ISO, "Cryptography", "Name an owner for each certificate"),
            new Advice(NIST, "Recovery", "Rehearse the restore of the patient index"));

    private static final List<String> PLACES = List.of(
            "the main site",
            "the northern clinics",
            "radiology",
            "the laboratory",
            "human resources",
            "finance",
            "the call centre",
            "research",
            "the pharmacy");

    private static final int OPEN = 37;
    private static final int IN_PROGRESS = 12;
    private static final int COMPLETED = 61;
    private static final int DISMISSED = 5;

    private static List<Recommendation> recommendations() {
        List<Recommendation> rows = new ArrayList<>(named());
        add(rows, Status.OPEN, OPEN);
        add(rows, Status.IN_PROGRESS, IN_PROGRESS);
        add(rows, Status.COMPLETED, COMPLETED);
        add(rows, Status.DISMISSED, DISMISSED);
        rows.sort(Comparator.comparing(Recommendation::priority, Comparator.nullsLast(Comparator.naturalOrder())));
        List<Recommendation> ranked = new ArrayList<>();
        for (Recommendation row : rows) {
            ranked.add(ranked(row, ranked.size() + 1));
        }
        return List.copyOf(ranked);
    }

    private static void add(List<Recommendation> rows, Status status, int wanted) {
        int have = (int) rows.stream().filter(r -> status.equals(r.status())).count();
        for (int i = have; i < wanted; i++) {
            int serial = rows.size();
            Advice advice = ADVICE.get(serial % ADVICE.size());
            String place = PLACES.get(serial / ADVICE.size() % PLACES.size());
            Recommendation made =
                    row(2 + serial % 4, status, advice.framework(), advice.category(), advice.title() + ": " + place);
            // The last four of those completed were completed since the last visit.
            boolean recent = status.equals(Status.COMPLETED) && i >= wanted - 4;
            rows.add(recent ? changedAt(made, Instant.parse("2026-11-1" + (wanted - i) + "T06:38:00Z")) : made);
        }
    }

    private static Recommendation row(int priority, Status status, Framework framework, String category, String title) {
        return new Recommendation(uuid(title), title, priority, status, framework, category, 0, LONG_AGO, LONG_AGO);
    }

    private static Recommendation ranked(Recommendation r, int rank) {
        return new Recommendation(
                r.id(),
                r.title(),
                r.priority(),
                r.status(),
                r.framework(),
                r.category(),
                rank,
                r.firstSeen(),
                r.lastChanged());
    }

    private static Recommendation changedAt(Recommendation r, Instant at) {
        return new Recommendation(
                r.id(), r.title(), r.priority(), r.status(), r.framework(), r.category(), r.rank(), r.firstSeen(), at);
    }

    private static Recommendation asOfLastVisit(Recommendation r) {
        return r.lastChanged().isAfter(LAST_VISIT)
                ? new Recommendation(
                        r.id(),
                        r.title(),
                        r.priority(),
                        Status.OPEN,
                        r.framework(),
                        r.category(),
                        r.rank(),
                        r.firstSeen(),
                        r.firstSeen())
                : r;
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The last count at each moment agrees with the rows: 37 now, 41 at the last visit. */
    private static List<OpenCount> openCounts(Instant asOf) {
        return List.of(
                        count("2026-08-25", 52),
                        count("2026-08-31", 51),
                        count("2026-09-12", 55),
                        count("2026-09-18", 54),
                        count("2026-09-24", 50),
                        count("2026-09-30", 49),
                        count("2026-10-12", 46),
                        count("2026-10-18", 44),
                        count("2026-10-24", 45),
                        count("2026-10-30", 41),
                        count("2026-11-11", 40),
                        count("2026-11-12", 39),
                        count("2026-11-13", 38),
                        count("2026-11-14", 37))
                .stream()
                .filter(c -> !c.at().isAfter(asOf))
                .toList();
    }

    private static OpenCount count(String day, int open) {
        return new OpenCount(Instant.parse(day + "T06:38:00Z"), open);
    }

    // ---- discovery

    private record Tool(String name, String type, String vendor, String confidence) {}

    private static final List<Tool> LONG_KNOWN = List.of(
            new Tool("ChatGPT", "llm_chat", "OpenAI", "0.95"),
            new Tool("GitHub Copilot", "code_assistant", "GitHub", "0.88"),
            new Tool("Claude", "llm_chat", "Anthropic", "0.84"),
            new Tool("Midjourney", "image_generation", "Midjourney", "0.58"),
            new Tool("Otter.ai", "transcription", "Otter.ai", "0.52"),
            new Tool("Hugging Face", "model_hub", "Hugging Face", "0.47"),
            new Tool("Gemini", "llm_chat", "Google", "0.45"),
            new Tool("Grammarly", "writing_assistant", "Grammarly", "0.43"),
            new Tool("Notion AI", "writing_assistant", "Notion", "0.41"),
            new Tool("DeepL", "translation", "DeepL", "0.38"),
            new Tool("ElevenLabs", "voice_generation", "ElevenLabs", "0.35"),
            new Tool("Runway", "video_generation", "Runway", "0.31"));

    private static final Tool JASPER = new Tool("Jasper", "writing_assistant", "Jasper AI", "0.55");
    private static final Tool PERPLEXITY = new Tool("Perplexity", "search", "Perplexity AI", "0.71");
    private static final Tool CURSOR = new Tool("Cursor", "code_assistant", "Anysphere", "0.66");

    private static Scan scanOf14November() {
        return scan("2026-11-14T14:00:00Z", 3, "65", with(PERPLEXITY, CURSOR));
    }

    private static Scan scanOf1November() {
        return scan("2026-11-01T14:00:00Z", 2, "61", with(JASPER));
    }

    private static Scan scanOf1October() {
        return scan("2026-10-01T14:00:00Z", 2, "58", with());
    }

    private static List<Tool> with(Tool... more) {
        List<Tool> tools = new ArrayList<>(LONG_KNOWN);
        tools.addAll(List.of(more));
        tools.sort(
                Comparator.comparing((Tool t) -> new BigDecimal(t.confidence())).reversed());
        return tools;
    }

    private static Scan scan(String started, int shadowAi, String risk, List<Tool> tools) {
        Instant start = Instant.parse(started);
        Instant end = start.plus(Duration.ofMinutes(30));
        Instant seen = end.plus(Duration.ofMinutes(8));
        List<Platform> platforms = tools.stream()
                .map(t -> new Platform(
                        uuid(started + t.name()),
                        t.name(),
                        t.type(),
                        t.vendor(),
                        "Generative AI",
                        "https://" + t.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + ".example",
                        new BigDecimal(t.confidence()),
                        end,
                        LONG_KNOWN.contains(t) ? Instant.parse("2026-10-01T14:38:00Z") : seen))
                .toList();
        return new Scan(
                uuid(started),
                ORGANIZATION,
                "completed",
                "northwind.example",
                start,
                end,
                tools.size(),
                shadowAi,
                new BigDecimal(risk),
                platforms,
                seen);
    }

    /** The same, as if a retake had brought every recommendation under a new id. */
    public static Posture reissued(Posture posture) {
        return new Posture(
                posture.asOf(),
                posture.lastSync(),
                posture.organizationId(),
                posture.freshness(),
                posture.standings(),
                posture.recommendations().stream()
                        .map(r -> new Recommendation(
                                "new " + r.id(),
                                r.lineage(),
                                r.title(),
                                r.priority(),
                                r.status(),
                                r.framework(),
                                r.category(),
                                r.rank(),
                                r.firstSeen(),
                                posture.asOf()))
                        .toList(),
                posture.scans(),
                posture.scanReported(),
                posture.openCounts());
    }
}
