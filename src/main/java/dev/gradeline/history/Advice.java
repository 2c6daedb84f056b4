package dev.gradeline.history;

import dev.gradeline.posture.Folding;
import org.jspecify.annotations.Nullable;

/** What a recommendation says, as far as it tells one from another: each text {@linkplain Folding folded}. */
record Advice(@Nullable String framework, @Nullable String category, String title) {

    /** @return null without a title: the rest is too little to know it again by */
    static @Nullable Advice of(@Nullable String framework, @Nullable String category, @Nullable String title) {
        String folded = Folding.fold(title);
        return folded == null ? null : new Advice(Folding.fold(framework), Folding.fold(category), folded);
    }
}
