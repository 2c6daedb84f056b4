package dev.gradeline.ui.kit;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.words.Words;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * What every page's view model is built from. All observables change on the JavaFX thread alone.
 *
 * @param situation what to show; a new value whenever something was stored or the as-of moment moved
 * @param arriving what a first reading has brought so far
 * @param filter the one recommendation filter: the table's counts, exports and the PDF follow it
 * @param connection the name by which the settings know the organisation
 */
public record PageContext(
        Words words,
        ObservableValue<Situation> situation,
        ObservableValue<Arriving> arriving,
        ObjectProperty<RecommendationFilter> filter,
        Navigator navigator,
        Memory memory,
        TaskRunner tasks,
        SettingsStore settings,
        FileSaver saver,
        String connection) {}
