package dev.gradeline.ui.recommendations;

import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TableMemory;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The named views: a menu, and a line below the filter where a name is written or a removal undone. JavaFX thread. */
final class ViewsMenu {
    private final MenuButton button;
    private final Pane line;
    private final RecommendationsViewModel model;
    private final SavedViews views;
    private final TableMemory<TableLine> memory;
    private final PageContext context;
    private final Words words;
    private final TextField name = new TextField();
    private final Label label = new Label();
    private final Label reason = new Label();
    private final Label told = new Label();

    /** @param line holds what is asked; hidden while nothing is */
    ViewsMenu(
            MenuButton button,
            Pane line,
            RecommendationsViewModel model,
            TableMemory<TableLine> memory,
            PageContext context) {
        this.button = button;
        this.line = line;
        this.model = model;
        this.views = model.views();
        this.memory = memory;
        this.context = context;
        this.words = context.words();
        name.setId("viewName");
        name.setAccessibleText(words.of("recommendations.view.name"));
        label.setText(words.of("recommendations.view.name"));
        label.setLabelFor(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        told.setId("viewTrouble");
        told.setWrapText(true);
        reason.setId("viewReason");
        reason.getStyleClass().add("muted");
        line.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Rows.show(line, false);
        button.addEventHandler(MenuButton.ON_SHOWING, event -> fill());
        views.own().subscribe(own -> fill());
        views.first().subscribe(first -> fill());
        views.trouble().subscribe(this::tell);
        // what is in the menu is made when it opens: the filter changes with every key typed
        model.filter().subscribe(filter -> name());
        model.grouping().subscribe(grouping -> name());
        context.situation().subscribe(situation -> {
            openWanted();
            name();
        });
        model.openView().addListener((observable, was, wanted) -> openWanted());
    }

    /** A view that was asked for before the page was there or history was read, or from elsewhere. */
    private void openWanted() {
        SavedView wanted = model.takeView();
        if (wanted != null) {
            open(wanted);
        }
    }

    /** Says why the views could not be kept, until they are or the person has read it. */
    private void tell(String trouble) {
        if (trouble.isEmpty()) {
            if (line.getChildren().contains(told)) {
                close();
            }
            return;
        }
        told.setText(trouble);
        Button again = new Button(words.of("recommendations.view.tryAgain"));
        again.setId("viewTryAgain");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> views.write());
        Button close = new Button(words.of("recommendations.view.close"));
        close.setId("viewClose");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> close());
        show(told, again, close);
    }

    private void open(SavedView view) {
        if (!view.layout().isEmpty()) {
            memory.show(view.layout());
        }
        model.show(view);
        close();
    }

    private @Nullable SavedView shown() {
        return views.shown(model.filter().get(), model.grouping().get());
    }

    private void name() {
        SavedView shown = shown();
        button.setText(
                shown == null
                        ? words.of("recommendations.views")
                        : words.of("recommendations.views.shown", shown.name()));
    }

    private void fill() {
        name();
        SavedView shown = shown();
        Situation situation = context.situation().getValue();
        List<MenuItem> items = new ArrayList<>();
        for (SavedView view : views.builtIn()) {
            items.add(item(view, shown, situation));
        }
        if (!views.own().get().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (SavedView view : views.own().get()) {
            items.add(item(view, shown, situation));
        }
        items.add(new SeparatorMenuItem());
        items.add(action("recommendations.view.save", this::askToSave));
        boolean mine = shown != null && views.isOwn(shown);
        MenuItem rename = action("recommendations.view.rename", () -> askToRename(shown()));
        MenuItem remove = action("recommendations.view.remove", () -> remove(shown()));
        if (!mine) {
            disable(rename, "recommendations.view.onlyOwn");
            disable(remove, "recommendations.view.onlyOwn");
        }
        items.add(rename);
        items.add(remove);
        CheckMenuItem first = new CheckMenuItem(words.of("recommendations.view.first"));
        first.setSelected(shown != null && views.isFirst(shown));
        if (shown == null) {
            disable(first, "recommendations.view.noneShown");
        }
        first.setOnAction(event -> {
            SavedView now = shown();
            views.showFirst(first.isSelected() ? now : null);
        });
        items.add(first);
        button.getItems().setAll(items);
    }

    private MenuItem item(SavedView view, @Nullable SavedView shown, Situation situation) {
        CheckMenuItem item = new CheckMenuItem(view.name());
        item.setMnemonicParsing(false);
        item.setSelected(view.equals(shown));
        if (!view.isOffered(situation)) {
            disable(item, "recommendations.view.noReport");
        }
        item.setOnAction(event -> {
            item.setSelected(true);
            open(view);
        });
        return item;
    }

    /** Says the reason in the item itself: one that is disabled shows no tooltip. */
    private void disable(MenuItem item, String reason) {
        item.setDisable(true);
        item.setText(words.of(reason, item.getText()));
    }

    private MenuItem action(String key, Runnable action) {
        MenuItem item = new MenuItem(words.of(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void askToSave() {
        ask(
                "recommendations.view.keep",
                "",
                written -> views.keep(SavedView.of(
                        written,
                        model.filter().get(),
                        memory.text(),
                        model.grouping().get(),
                        context.situation().getValue(),
                        words.zone())));
    }

    private void askToRename(@Nullable SavedView view) {
        if (view != null) {
            ask("recommendations.view.renameNow", view.name(), written -> views.rename(view, written));
        }
    }

    private void remove(@Nullable SavedView view) {
        if (view == null) {
            return;
        }
        boolean wasFirst = views.isFirst(view);
        views.remove(view);
        Button undo = new Button(words.of("recommendations.view.undo"));
        undo.setId("viewUndo");
        undo.setOnAction(event -> {
            views.keep(view);
            if (wasFirst) {
                views.showFirst(view);
            }
            close();
        });
        show(new Label(words.of("recommendations.view.removed", view.name())), undo);
        undo.requestFocus();
    }

    private void ask(String key, String before, java.util.function.Consumer<String> named) {
        Button keep = new Button(words.of(key));
        keep.setId("viewKeep");
        Button cancel = new Button(words.of("recommendations.view.cancel"));
        cancel.setOnAction(event -> close());
        Runnable accept = () -> {
            String against = views.reasonAgainst(name.getText());
            reason.setText(against);
            if (against.isEmpty()) {
                close();
                named.accept(name.getText().strip());
            }
        };
        keep.setOnAction(event -> accept.run());
        name.setOnAction(event -> accept.run());
        name.setText(before);
        reason.setText("");
        show(label, name, keep, cancel, reason);
        name.requestFocus();
        name.selectAll();
    }

    private void show(javafx.scene.Node... nodes) {
        line.getChildren().setAll(nodes);
        Rows.show(line, true);
    }

    private void close() {
        boolean inside = line.getScene() != null
                && line.getChildren().contains(line.getScene().getFocusOwner());
        Rows.show(line, false);
        line.getChildren().clear();
        if (inside) {
            button.requestFocus();
        }
    }
}
