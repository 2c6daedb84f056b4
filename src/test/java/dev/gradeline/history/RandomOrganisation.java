package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a server would answer about an organisation to which anything may happen, seeded. */
final class RandomOrganisation {
    private static final List<String> STATUSES = List.of("open", "in_progress", "completed", "dismissed", "on hold");
    private static final List<String> FRAMEWORKS = List.of("ai-security", "cis-v8", "hipaa", "soc-2", "ISO 27001 ⚙");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Random random;
    private final TreeMap<String, Assessment> scores = new TreeMap<>();
    private final List<Assessment> pastScores = new ArrayList<>();
    private final List<Recommendation> recommendations = new ArrayList<>();
    private final List<Recommendation> goneRecommendations = new ArrayList<>();
    private @Nullable Scan scan;
    private final List<Scan> pastScans = new ArrayList<>();
    private int serial;

    RandomOrganisation(Random random) {
        this.random = random;
    }

    List<Assessment> scores() {
        List<Assessment> answer = new ArrayList<>(scores.values());
        Collections.shuffle(answer, random);
        return answer;
    }

    List<Recommendation> recommendations() {
        return List.copyOf(recommendations);
    }

    @Nullable Scan scan() {
        return scan;
    }

    /** Lets a few things happen, or nothing. */
    void live() {
        int events = random.nextInt(4);
        for (int i = 0; i < events; i++) {
            switch (random.nextInt(12)) {
                case 10 -> reissue();
                case 11 -> swap();
                case 0, 1 -> assess();
                case 2 -> restate();
                case 3 -> forgetOrReturnScore();
                case 4 -> add();
                case 5 -> edit();
                case 6 -> move();
                case 7 -> removeOrReturn();
                case 8 -> scanAgain();
                default -> changeScan();
            }
        }
    }

    // ---- scores

    private void assess() {
        String framework = pick(FRAMEWORKS);
        Instant completed = random.nextInt(12) == 0
                ? null
                : START.plus(Duration.ofHours(++serial)).plusNanos(random.nextInt());
        put(assessment(framework, completed));
    }

    private Assessment assessment(String framework, @Nullable Instant completed) {
        BigDecimal score = random.nextInt(15) == 0 ? null : BigDecimal.valueOf(random.nextInt(10_001), 2);
        Grade grade = random.nextInt(15) == 0 ? null : new Grade(pick(List.of("A", "B", "C", "D", "F", "A+")));
        return new Assessment(new Framework(framework), score, grade, completed, START, false);
    }

    private void put(Assessment assessment) {
        Assessment before = scores.put(assessment.framework().id(), assessment);
        if (before != null) {
            pastScores.add(before);
        }
    }

    private void restate() {
        if (!scores.isEmpty()) {
            Assessment now = pick(List.copyOf(scores.values()));
            put(assessment(now.framework().id(), now.completedAt()));
        }
    }

    private void forgetOrReturnScore() {
        if (random.nextBoolean() && !scores.isEmpty()) {
            Assessment gone = pick(List.copyOf(scores.values()));
            scores.remove(gone.framework().id());
            pastScores.add(gone);
        } else if (!pastScores.isEmpty()) {
            // an older answer: a flip back, a return, or the withdrawal of a later assessment
            put(pick(pastScores));
        }
    }

    // ---- recommendations

    private void add() {
        int many = random.nextInt(20) == 0 ? 50 : 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            recommendations.add(random.nextInt(recommendations.size() + 1), recommendation("r-" + ++serial));
        }
    }

    private Recommendation recommendation(String id) {
        return new Recommendation(
                id,
                random.nextInt(20) == 0 ? null : "Do \"this\",\nthen that; №" + random.nextInt(9),
                random.nextInt(20) == 0 ? null : random.nextInt(4),
                random.nextInt(20) == 0 ? null : new Status(pick(STATUSES)),
                random.nextInt(20) == 0 ? null : new Framework(pick(FRAMEWORKS)),
                random.nextInt(20) == 0 ? null : "Category " + random.nextInt(3),
                1,
                START,
                START);
    }

    private void edit() {
        if (!recommendations.isEmpty()) {
            int at = random.nextInt(recommendations.size());
            recommendations.set(at, recommendation(recommendations.get(at).id()));
        }
    }

    /** A retake: all, half or one of them come under new ids, or under ids that were there before. */
    private void reissue() {
        int share = pick(List.of(1, 2, Math.max(1, recommendations.size())));
        for (int i = 0; i < recommendations.size(); i++) {
            if (random.nextInt(share) == 0) {
                Recommendation old = recommendations.get(i);
                goneRecommendations.add(old);
                String id = random.nextInt(6) == 0 ? returning() : "r-" + ++serial;
                recommendations.set(i, random.nextInt(8) == 0 ? recommendation(id) : again(id, old));
            }
        }
    }

    /** An id that is not in use; at times one that looks like what stands for a second life. */
    private String returning() {
        List<String> free = new ArrayList<>();
        for (int i = 1; i <= serial; i++) {
            String id = "r-" + i;
            if (recommendations.stream().noneMatch(r -> r.id().equals(id))) {
                free.add(id);
            }
        }
        String id = free.isEmpty() ? "r-" + ++serial : pick(free);
        String second = id + "#2";
        return random.nextInt(5) == 0 && recommendations.stream().noneMatch(r -> r.id().equals(second)) ? second : id;
    }

    /** The same advice under another id, its case and spaces perhaps not quite the same, its status perhaps another. */
    private Recommendation again(String id, Recommendation old) {
        String title = old.title();
        return new Recommendation(
                id,
                title == null || random.nextInt(4) > 0
                        ? title
                        : "  " + title.toUpperCase(java.util.Locale.ROOT).replace(" ", " \u00a0"),
                random.nextInt(4) == 0 ? Integer.valueOf(random.nextInt(4)) : old.priority(),
                random.nextInt(4) == 0 ? new Status(pick(STATUSES)) : old.status(),
                old.framework(),
                old.category(),
                1,
                START,
                START);
    }

    /** Two change their ids. */
    private void swap() {
        if (recommendations.size() > 1) {
            int one = random.nextInt(recommendations.size());
            int other = random.nextInt(recommendations.size());
            Recommendation a = recommendations.get(one);
            Recommendation b = recommendations.get(other);
            recommendations.set(one, again(b.id(), a));
            recommendations.set(other, again(a.id(), b));
        }
    }

    private void move() {
        if (recommendations.isEmpty()) {
            return;
        }
        if (random.nextInt(10) == 0) {
            Collections.shuffle(recommendations, random);
        } else {
            Recommendation moved = recommendations.remove(random.nextInt(recommendations.size()));
            recommendations.add(random.nextInt(recommendations.size() + 1), moved);
        }
    }

    private void removeOrReturn() {
        if (random.nextBoolean() && !recommendations.isEmpty()) {
            int gone = random.nextInt(40) == 0 ? recommendations.size() : 1;
            for (int i = 0; i < gone; i++) {
                goneRecommendations.add(recommendations.remove(random.nextInt(recommendations.size())));
            }
        } else if (!goneRecommendations.isEmpty()) {
            Recommendation back = goneRecommendations.remove(random.nextInt(goneRecommendations.size()));
            if (recommendations.stream().noneMatch(r -> r.id().equals(back.id()))) {
                recommendations.add(random.nextInt(recommendations.size() + 1), back);
            }
        }
    }

    // ---- discovery

    private void scanAgain() {
        Scan made = scan("scan-" + ++serial);
        scan = made;
        pastScans.add(made);
    }

    private Scan scan(String id) {
        List<Platform> platforms = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            platforms.add(new Platform(
                    "p-" + ++serial,
                    random.nextInt(10) == 0 ? null : "Platform " + random.nextInt(8),
                    "llm_chat",
                    random.nextInt(5) == 0 ? null : "Vendor " + random.nextInt(3),
                    null,
                    "https://example.test/?a=1",
                    random.nextInt(10) == 0 ? null : BigDecimal.valueOf(random.nextInt(101), 2),
                    START.plusNanos(random.nextInt()),
                    START));
        }
        return new Scan(
                random.nextInt(10) == 0 ? null : id,
                random.nextInt(10) == 0 ? null : "northwind",
                "completed",
                "northwind.example",
                null,
                random.nextInt(10) == 0 ? null : START.plus(Duration.ofHours(serial)),
                platforms.size(),
                random.nextInt(10) == 0 ? null : random.nextInt(5),
                new BigDecimal("1E+1"),
                platforms,
                START);
    }

    private void changeScan() {
        Scan now = scan;
        String id = now == null ? null : now.id();
        scan = switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> pastScans.isEmpty() ? null : pick(pastScans);
            default -> id == null ? now : scan(id);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
