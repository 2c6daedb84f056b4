package dev.gradeline.ui.kit;

import dev.gradeline.words.DayWords;
import dev.gradeline.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A day that a person writes or picks, written as the pages write days. What is no day, or one that has not come yet, is
 * told below the field, and the old day comes back. JavaFX thread.
 */
public final class DayField extends DatePicker {
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    /** Made when there is something to tell: it is a window of its own. */
    private @Nullable Tooltip told;

    private boolean showing;

    /**
     * Makes it write and read days in these words.
     *
     * @param latest the last day there is, asked each time
     * @param needed whether an empty field brings the old day back, too
     * @param chosen hears each day that the person chooses, or null for none, and nothing that {@link #show} shows
     */
    public void use(
            Words words, Supplier<LocalDate> latest, boolean needed, Consumer<? super @Nullable LocalDate> chosen) {
        DayWords days = new DayWords(words);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate day) {
                return day == null ? "" : days.day(day);
            }

            @Override
            public @Nullable LocalDate fromString(@Nullable String text) {
                return read(text == null ? "" : text, words, days, latest.get(), needed);
            }
        });
        setDayCellFactory(picker -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day.isAfter(latest.get()));
            }
        });
        addEventHandler(ON_SHOWN, event -> nameArrows(words));
        valueProperty().addListener((observable, was, day) -> {
            trouble.set("");
            if (!showing) {
                chosen.accept(day);
            }
        });
    }

    /** JavaFX gives the arrows of its calendar no names. */
    private void nameArrows(Words words) {
        if (!(getSkin() instanceof DatePickerSkin skin)) {
            return;
        }
        Node calendar = skin.getPopupContent();
        Iterator<String> names = List.of(
                        words.of("day.monthBefore"),
                        words.of("day.monthAfter"),
                        words.of("day.yearBefore"),
                        words.of("day.yearAfter"))
                .iterator();
        for (Node arrow : calendar.lookupAll(".button")) {
            arrow.setAccessibleText(names.hasNext() ? names.next() : null);
        }
        Node days = calendar.lookup(".calendar-grid");
        if (days != null) {
            days.setAccessibleRole(AccessibleRole.DATE_PICKER);
            days.setAccessibleText(getAccessibleText());
        }
    }

    private @Nullable LocalDate read(String text, Words words, DayWords days, LocalDate latest, boolean needed) {
        trouble.set("");
        if (text.isBlank()) {
            if (needed) {
                throw new DateTimeException("no day");
            }
            return null;
        }
        LocalDate day = days.parse(text);
        if (day == null) {
            throw refused(words.of("day.none", text.strip(), days.day(latest)));
        }
        if (day.isAfter(latest)) {
            throw refused(words.of("day.tooLate", days.day(latest)));
        }
        return day;
    }

    /** The field shows its old day again when its converter throws. */
    private DateTimeException refused(String why) {
        trouble.set(why);
        Bounds place = localToScreen(getBoundsInLocal());
        if (place != null) {
            Tooltip tooltip = told == null ? new Tooltip() : told;
            told = tooltip;
            tooltip.setAutoHide(true);
            tooltip.setText(why);
            tooltip.show(this, place.getMinX(), place.getMaxY());
        }
        return new DateTimeException(why);
    }

    /** Shows a day without telling anybody; null shows none. */
    public void show(@Nullable LocalDate day) {
        showing = true;
        setValue(day);
        showing = false;
    }

    /** Why what was written last is no day; empty when it is one. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
