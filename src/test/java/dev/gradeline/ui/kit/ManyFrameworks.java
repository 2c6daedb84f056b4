package dev.gradeline.ui.kit;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Northwind with more frameworks than the product has today. */
public final class ManyFrameworks {
    private ManyFrameworks() {}

    /** Northwind with this many frameworks, the first five its own. */
    public static Posture of(int count) {
        Posture full = Postures.northwind();
        List<Standing> standings = new ArrayList<>(full.standings());
        for (int i = standings.size(); i < count; i++) {
            Standing like = full.standings().get(i % 5);
            Framework framework = new Framework("framework-" + (10 + i));
            standings.add(new Standing(
                    framework,
                    like.assessments().stream()
                            .map(a -> new Assessment(
                                    framework, a.overallScore(), a.grade(), a.completedAt(), a.firstSeen(), false))
                            .toList(),
                    true));
        }
        return with(full, standings);
    }

    /** Seven frameworks, each assessed once, with the longest scores and with grades that no document names. */
    public static Posture onlyFirst() {
        String[] scores = {"100", "74.95", "74.9", "68.5", "0", "88.25", "99.99"};
        String[] grades = {"A", "C+", "C", "Not assessed", "F", "B−", "A"};
        String[] names = {"cis-v8", "ai-security", "hipaa", "nist-csf-2", "iso-27001", "soc-2", "hitrust-csf-validated"
        };
        Instant at = Instant.parse("2026-10-28T10:20:00Z");
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            Framework framework = new Framework(names[i]);
            standings.add(new Standing(
                    framework,
                    List.of(new Assessment(framework, new BigDecimal(scores[i]), new Grade(grades[i]), at, at, false)),
                    true));
        }
        return with(Postures.northwind(), standings);
    }

    /** A posture with other standings. */
    public static Posture with(Posture posture, List<Standing> standings) {
        return new Posture(
                posture.asOf(),
                posture.lastSync(),
                posture.organizationId(),
                posture.freshness(),
                standings,
                posture.recommendations(),
                posture.scans(),
                posture.scanReported(),
                posture.openCounts());
    }
}
