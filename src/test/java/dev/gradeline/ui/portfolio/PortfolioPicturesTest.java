package dev.gradeline.ui.portfolio;

import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.TestPages;
import java.util.Locale;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** Pictures of the portfolio in its states; they show that each can be drawn, and people look at them. */
class PortfolioPicturesTest {
    @Test
    void organisationsOfEachKind() throws Exception {
        PagePictures.all("portfolio", () -> page(Few.ofEachKind(), Locale.UK));
    }

    @Test
    void inAWideWindow() throws Exception {
        PagePictures.light("portfolio-wide", () -> page(Few.ofEachKind(), Locale.UK));
    }

    @Test
    void inGerman() throws Exception {
        PagePictures.all("portfolio-german", () -> page(Few.ofEachKind(), Locale.GERMANY));
    }

    @Test
    void oneAlone() throws Exception {
        Few one = Few.ofEachKind();
        one.looks.keySet().removeIf(title -> !title.startsWith("Northwind"));
        PagePictures.light("portfolio-one", () -> page(one, Locale.UK));
    }

    private static Parent page(Holdings holdings, Locale locale) {
        PageContext context = new TestPages(TestPages.northwind(), locale).context();
        return Fxml.load(new PortfolioController(new PortfolioViewModel(context, holdings), context), context.words());
    }
}
