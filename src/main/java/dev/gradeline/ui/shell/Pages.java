package dev.gradeline.ui.shell;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Platform;
import dev.gradeline.ui.changes.ChangesController;
import dev.gradeline.ui.changes.ChangesViewModel;
import dev.gradeline.ui.discovery.DiscoveryController;
import dev.gradeline.ui.discovery.DiscoveryViewModel;
import dev.gradeline.ui.flow.FlowController;
import dev.gradeline.ui.flow.FlowViewModel;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.overview.OverviewController;
import dev.gradeline.ui.overview.OverviewViewModel;
import dev.gradeline.ui.portfolio.Holdings;
import dev.gradeline.ui.portfolio.PortfolioController;
import dev.gradeline.ui.portfolio.PortfolioViewModel;
import dev.gradeline.ui.recommendations.RecommendationsController;
import dev.gradeline.ui.recommendations.RecommendationsViewModel;
import dev.gradeline.ui.trends.TrendsController;
import dev.gradeline.ui.trends.TrendsViewModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** The pages of the window, each built when it is first shown. The only place where pages meet. JavaFX thread. */
final class Pages {
    private final PageContext context;
    private final Supplier<Parent> settings;
    private final Holdings holdings;
    private @Nullable PortfolioViewModel portfolio;
    private @Nullable TrendsViewModel trends;
    private @Nullable ChangesViewModel changes;
    private @Nullable DiscoveryViewModel discovery;
    private @Nullable RecommendationsViewModel recommendations;
    private final Map<PageId, Parent> made = new EnumMap<>(PageId.class);

    Pages(PageContext context, Supplier<Parent> settings, Holdings holdings) {
        this.context = context;
        this.settings = settings;
        this.holdings = holdings;
    }

    /** The page, built now if it was never shown. */
    Parent get(PageId id) {
        return made.computeIfAbsent(id, this::make);
    }

    /** Those that were built. */
    Set<PageId> made() {
        return made.keySet();
    }

    /** Brings one framework to the front of the trends. */
    void showTrend(Framework framework) {
        trends().lead(framework);
    }

    /** Made when it is first wanted: it lays out every score, and nobody looks at them when the window opens. */
    private TrendsViewModel trends() {
        TrendsViewModel wanted = trends;
        if (wanted == null) {
            wanted = new TrendsViewModel(context);
            trends = wanted;
        }
        return wanted;
    }

    /** Narrows the changes since the last visit to one kind. */
    void showChanges(Change.Kind kind) {
        changes().show(kind);
    }

    /** Selects a platform of the discovery. */
    void showPlatform(Platform platform) {
        discovery().show(platform);
    }

    /** The recommendations' views. */
    List<RecommendationsViewModel.NamedView> views() {
        return recommendations().offeredViews();
    }

    /** Shows the recommendations as the view of this key does. */
    void showView(String key) {
        recommendations().showView(key);
    }

    /** Selects the recommendation of an id. */
    void showRecommendation(String id) {
        recommendations().open(id);
    }

    /** The recommendations come as the filter has them, and not as the view that is shown first. */
    void dropView() {
        recommendations().dropView();
    }

    private RecommendationsViewModel recommendations() {
        RecommendationsViewModel model =
                recommendations == null ? new RecommendationsViewModel(context) : recommendations;
        recommendations = model;
        return model;
    }

    private ChangesViewModel changes() {
        ChangesViewModel model = changes == null ? new ChangesViewModel(context) : changes;
        changes = model;
        return model;
    }

    private DiscoveryViewModel discovery() {
        DiscoveryViewModel model = discovery == null ? new DiscoveryViewModel(context) : discovery;
        discovery = model;
        return model;
    }

    private PortfolioViewModel portfolio() {
        PortfolioViewModel model = portfolio == null ? new PortfolioViewModel(context, holdings) : portfolio;
        portfolio = model;
        return model;
    }

    /** What narrows the pages of another window as those of this one are; what was never shown there stays as it is. */
    Consumer<Pages> asHere() {
        List<Consumer<Pages>> each = new ArrayList<>();
        if (trends != null) {
            Consumer<TrendsViewModel> there = trends.asHere();
            each.add(other -> there.accept(other.trends()));
        }
        if (recommendations != null) {
            Consumer<RecommendationsViewModel> there = recommendations.asHere();
            each.add(other -> there.accept(other.recommendations()));
        }
        if (discovery != null) {
            Consumer<DiscoveryViewModel> there = discovery.asHere();
            each.add(other -> there.accept(other.discovery()));
        }
        if (changes != null) {
            Consumer<ChangesViewModel> there = changes.asHere();
            each.add(other -> there.accept(other.changes()));
        }
        return other -> each.forEach(one -> one.accept(other));
    }

    /** Shows the settings with one card of them at the top. */
    void openSettings(String title, Navigator navigator) {
        navigator.open(PageId.SETTINGS);
        Parent page = get(PageId.SETTINGS);
        // what scrolls has no height before
        page.applyCss();
        page.layout();
        page.lookupAll(".section-link").stream()
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(title))
                .findFirst()
                .ifPresent(Button::fire);
    }

    /** Looks again into the histories of all organisations, where the page was ever shown. */
    void lookAtPortfolio() {
        if (portfolio != null) {
            portfolio.look();
        }
    }

    private Parent make(PageId id) {
        return switch (id) {
            case OVERVIEW -> load(new OverviewController(new OverviewViewModel(context)));
            case TRENDS -> load(new TrendsController(trends()));
            case RECOMMENDATIONS -> load(new RecommendationsController(recommendations(), context));
            case FLOW -> load(new FlowController(new FlowViewModel(context)));
            case DISCOVERY -> load(new DiscoveryController(discovery(), context));
            case CHANGES -> load(new ChangesController(changes()));
            case PORTFOLIO -> load(new PortfolioController(portfolio(), context));
            case SETTINGS -> settings.get();
        };
    }

    private Parent load(Object controller) {
        return Fxml.load(controller, context.words());
    }
}
