package dev.gradeline.report;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Text that breaks naive layouts: no glyph, no width, no end, no direction, no other half. */
final class HostilePosture {
    static final List<String> TEXTS = List.of(
            "tab\there, line\nbreak, nul\u0000, bell\u0007",
            "漢字とかな",
            "emoji 😀 👩‍👩‍👧 🇨🇭 flag",
            "right to left: שלום and مرحبا",
            "override \u202Etxet\u202C done",
            "half a pair \ud83d and the other \ude00",
            "combining e\u0301 a\u030a, zalgo z\u0335\u0322\u0327",
            "",
            "   ",
            "\u200b\u200d\ufeff",
            "private use \ue000 and plane 16 \udbff\udffd",
            "<b>&amp;</b> ]]> %1$s {0} '",
            "W".repeat(3_000));

    private HostilePosture() {}

    static Posture posture() {
        Posture base = Postures.northwind();
        List<Standing> standings = new ArrayList<>();
        List<Recommendation> rows = new ArrayList<>();
        List<Platform> platforms = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            Framework framework = new Framework(text + i);
            standings.add(new Standing(
                    framework,
                    List.of(new Assessment(
                            framework,
                            i % 3 == 0 ? null : new BigDecimal("-12345678901234567890.5").movePointRight(i),
                            i % 2 == 0 ? null : new Grade(text),
                            null,
                            Postures.NOW,
                            true)),
                    i % 4 > 0));
            rows.add(new Recommendation(
                    "id" + i, text, i * 1_000_000, new Status(text), framework, text, i, Postures.NOW, Postures.NOW));
            platforms.add(new Platform(text, text, text, text, text, text, null, null, Postures.NOW));
        }
        rows.add(new Recommendation("bare", null, null, null, null, null, 99, Postures.NOW, Postures.NOW));
        Scan scan = new Scan(
                null,
                null,
                null,
                TEXTS.getFirst(),
                null,
                null,
                null,
                -1,
                new BigDecimal("1E+999"),
                platforms,
                Postures.NOW);
        return new Posture(
                base.asOf(),
                base.lastSync(),
                base.organizationId(),
                base.freshness(),
                standings,
                rows,
                List.of(scan),
                true,
                List.of());
    }
}
