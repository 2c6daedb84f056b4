package dev.gradeline.ui.kit;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
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
