package dev.gradeline.ui.overview;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.ChangeLinks;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where the organisation stands, on one page. Each part is a value of its own that changes only when what it shows does.
 * JavaFX thread.
 */
public final class OverviewViewModel {
    private final PageContext context;
    private final FrameworkCards frameworkCards;
    private final ReadOnlyObjectWrapper<Scores> scores = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChangeDigest> changes = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RecommendationSummary> recommendations = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OpenTrend> openTrend = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DiscoverySummary> discovery = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Emptiness> emptiness = new ReadOnlyObjectWrapper<>();

    /**
     * The frameworks.
     *
     * @param notice why they are not fresh; null when they are
     * @param message in place of cards; empty when there are any
     */
    record Scores(@Nullable PartNotice notice, List<FrameworkCard> cards, String message) {
        Scores {
            cards = List.copyOf(cards);
        }
    }

    /** Whether nothing was ever stored, and what stood in the way of each part. */
    record Emptiness(boolean empty, String title, String text, List<PartNotice> notices) {
        Emptiness {
            notices = List.copyOf(notices);
        }
    }

    public OverviewViewModel(PageContext context) {
        this.context = context;
        this.frameworkCards = new FrameworkCards(context.words());
        context.situation().subscribe(this::show);
    }

    private void show(Situation situation) {
        Words words = context.words();
        List<FrameworkCard> cards = frameworkCards.of(situation);
        PartNotice notice = PartNotice.of(Part.SCORES, situation, words);
        boolean empty = situation.posture().isEmpty();
        scores.set(new Scores(
                empty || isTold(notice) ? null : notice,
                cards,
                cards.isEmpty() && !empty ? words.of("overview.scores.none") : ""));
        changes.set(ChangeDigest.of(situation, words));
        recommendations.set(RecommendationSummary.of(situation, words));
        openTrend.set(OpenTrend.of(situation, words));
        discovery.set(DiscoverySummary.of(situation, words));
        List<PartNotice> notices = Stream.of(Part.values())
                .map(part -> PartNotice.of(part, situation, words))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(each -> !isTold(each))
                // what stands in the way of all parts is told once
                .collect(Collectors.toMap(PartNotice::text, n -> n, (first, same) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        boolean before = situation.beforeAnything();
        emptiness.set(new Emptiness(
                empty,
                words.of(before ? "overview.before.title" : "overview.empty.title"),
                words.of(before ? "overview.before.text" : "overview.empty.text"),
                empty && !before ? notices : List.of()));
    }

    /** What the window says over every page needs no page to say it again. */
    private static boolean isTold(@Nullable PartNotice notice) {
        return notice != null && notice.way() == PartNotice.Way.TOLD;
    }

    ReadOnlyObjectProperty<Scores> scores() {
        return scores.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChangeDigest> changes() {
        return changes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RecommendationSummary> recommendations() {
        return recommendations.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<OpenTrend> openTrend() {
        return openTrend.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DiscoverySummary> discovery() {
        return discovery.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Emptiness> emptiness() {
        return emptiness.getReadOnlyProperty();
    }

    Words words() {
        return context.words();
    }

    Navigator navigator() {
        return context.navigator();
    }

    void openTrends(Framework framework) {
        context.navigator().openTrends(framework);
    }

    /** How many recommendations of a framework are open or in progress. */
    int waiting(Framework framework) {
        return waitingFor(framework)
                .apply(context.situation().getValue().posture().recommendations())
                .size();
    }

    void openWaiting(Framework framework) {
        openRecommendations(waitingFor(framework));
    }

    private static RecommendationFilter waitingFor(Framework framework) {
        return RecommendationFilter.STILL_OPEN.withFrameworks(Set.of(framework.id()));
    }

    void openRecommendations(RecommendationFilter filter) {
        context.navigator().openRecommendations(filter);
    }

    /** One change leads to what changed; several of a kind to the list of these. */
    void open(ChangeWords.Line line) {
        List<Change> all = line.changes();
        Change first = all.getFirst();
        if (all.size() > 1 && first instanceof Change.OfRecommendation) {
            context.navigator().openChanges(first.kind());
        } else {
            ChangeLinks.open(first, context.navigator());
        }
    }

    void openChanges() {
        context.navigator().open(PageId.CHANGES);
    }

    void openPlatform(Platform platform) {
        context.navigator().openPlatform(platform);
    }

    void openDiscovery() {
        context.navigator().open(PageId.DISCOVERY);
    }
}
