package dev.gradeline.ui.kit;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.settings.SettingsStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@link TestPages} with settings of its own and a history of recommendations. */
public final class PageSurroundings {
    /** The surroundings: what to show, and what was asked for. */
    public final TestPages pages;

    public final SettingsStore settings;
    public final PageContext context;

    /** @param versions what history holds, by recommendation */
    public PageSurroundings(
            Situation first, TaskRunner tasks, Path folder, Map<String, List<Recommendation>> versions) {
        pages = new TestPages(first, tasks);
        settings = new SettingsStore(folder.resolve("settings.json"));
        PageContext plain = pages.context();
        Memory memory = new Memory() {
            @Override
            public List<Change> changes(Instant from, Instant to) {
                return List.of();
            }

            @Override
            public List<Recommendation> versions(String recommendationId, Instant asOf) {
                return versions.getOrDefault(recommendationId, List.of());
            }

            @Override
            public Notebook notebook() {
                return pages.notebook;
            }
        };
        context = new PageContext(
                plain.words(),
                plain.situation(),
                plain.arriving(),
                plain.filter(),
                plain.navigator(),
                memory,
                tasks,
                settings,
                plain.saver(),
                "northwind");
    }

    /** The page of one situation, everything at once on the calling thread. */
    public static PageSurroundings of(Situation first, Path folder) {
        return new PageSurroundings(first, TaskRunner.direct(), folder, Map.of());
    }
}
