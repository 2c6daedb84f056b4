package dev.gradeline.ui.portfolio;

import dev.gradeline.history.Glance.Look;
import dev.gradeline.history.HistoryException;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A few organisations in different states, and notes of where the page led to. */
final class Few implements Holdings {
    final List<String> asked = new ArrayList<>();
    /** By title; what is thrown is what reading throws. */
    final Map<String, Supplier<Look>> looks = new LinkedHashMap<>();

    final Map<String, KeySight> keys = new LinkedHashMap<>();

    /** Whether they cannot be listed. */
    boolean unlisted;

    /** One of each kind. */
    static Few ofEachKind() {
        Few few = new Few();
        few.looks.put("Northwind Health", () -> northwind(Postures.northwind()));
        few.looks.put(
                "Contoso Clinics, Laboratories and Pharmacies of the North",
                () -> northwind(Postures.northwindWith(new Freshness(
                        Part.SCORES, Postures.LAST_VISIT, Postures.LAST_SYNC, Outcome.KEY_REJECTED, "401"))));
        few.looks.put("Adatum", Look.Nothing::new);
        few.looks.put("Fabrikam", () -> {
            throw new HistoryException(HistoryException.Kind.DAMAGED, "The history fabrikam.db is damaged.");
        });
        few.looks.put("Litware", Look.Older::new);
        few.looks.put(
                "Tailspin",
                () -> new Look.Known(readLongAgo(Postures.onePoint()), Postures.LAST_VISIT, false, List.of()));
        return few;
    }

    private static Posture readLongAgo(Posture full) {
        return new Posture(
                full.asOf(),
                Postures.LAST_VISIT,
                full.organizationId(),
                full.freshness(),
                full.standings(),
                full.recommendations(),
                full.scans(),
                full.scanReported(),
                full.openCounts());
    }

    static Look northwind(Posture posture) {
        return new Look.Known(posture, Postures.LAST_VISIT, true, TestPages.northwindChanges());
    }

    @Override
    public List<Member> members() {
        if (unlisted) {
            throw new IllegalStateException("the folder is gone");
        }
        List<Member> members = new ArrayList<>();
        for (String title : looks.keySet()) {
            String name = title.substring(0, 6).toLowerCase(java.util.Locale.ROOT);
            members.add(new Member(
                    new Settings.Connection(name, title, "https://app.example/api/v1"),
                    members.isEmpty(),
                    Path.of(name + ".db")));
        }
        return members;
    }

    @Override
    public Look look(Member member, Duration oldAfter) {
        return java.util.Objects.requireNonNull(looks.get(member.connection().title()))
                .get();
    }

    @Override
    public Map<String, KeySight> keys() {
        return keys;
    }

    @Override
    public Instant now() {
        return Postures.NOW;
    }

    @Override
    public void open(Settings.Connection connection) {
        asked.add("open " + connection.title());
    }

    @Override
    public void add() {
        asked.add("add");
    }
}
