package dev.gradeline.ui.overview;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A bar of shares side by side, each as wide as its count; none so thin that it cannot be seen. JavaFX thread. */
public final class ShareBar extends Region {
    private static final double LEAST = 3;

    private final Rectangle clip = new Rectangle();
    private List<RecommendationSummary.Share> shares = List.of();

    public ShareBar() {
        getStyleClass().add("share-bar");
        setClip(clip);
    }

    void show(List<RecommendationSummary.Share> counted) {
        shares = counted;
        getChildren()
                .setAll(counted.stream()
                        .map(share -> {
                            Region part = new Region();
                            part.getStyleClass().add(share.style());
                            part.setManaged(false);
                            return part;
                        })
                        .toList());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        clip.setArcWidth(height);
        clip.setArcHeight(height);
        double total =
                shares.stream().mapToInt(RecommendationSummary.Share::count).sum();
        double room = Math.max(0, width - LEAST * shares.size());
        double x = 0;
        for (int i = 0; i < shares.size(); i++) {
            double part = LEAST + room * shares.get(i).count() / total;
            getChildren()
                    .get(i)
                    .resizeRelocate(snapPositionX(x), 0, snapPositionX(x + part) - snapPositionX(x), height);
            x += part;
        }
    }
}
