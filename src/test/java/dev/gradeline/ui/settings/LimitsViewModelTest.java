package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.GradeBand;
import dev.gradeline.posture.Limit;
import dev.gradeline.posture.Postures;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.LimitsViewModel.Matter;
import dev.gradeline.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsViewModelTest {
    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private final List<String> applied = new ArrayList<>();

    @TempDir
    private Path folder;

    private SettingsStore store;
    private LimitsViewModel model;

    @BeforeEach
    void open() {
        store = new SettingsStore(folder.resolve("settings.json"));
        model = model("northwind");
    }

    private LimitsViewModel model(String connection) {
        return new LimitsViewModel(
                words,
                store,
                TaskRunner.direct(),
                connection,
                new SimpleObjectProperty<>(Postures.northwind()),
                now -> applied.add(String.valueOf(now.limits().get(connection))),
                "");
    }

    private void add(Matter matter, int scope, String number) {
        model.matter().set(matter);
        model.scope().set(model.scopes().get(scope));
        model.number().set(number);
        model.add();
    }

    private List<String> lines() {
        return model.lines().stream().map(LimitsViewModel.Line::text).toList();
    }

    @Test
    void everyMatterIsSaidInWordsAndKept() {
        model.grade().set(GradeBand.C);
        add(Matter.GRADE, 0, "");
        add(Matter.SCORE, 3, " 72.5 ");
        add(Matter.OPEN, 0, "20");
        add(Matter.OPEN_FIRST, 0, "0");
        add(Matter.AGE, 3, "120");
        add(Matter.PLATFORMS, 3, "");
        assertThat(lines())
                .containsExactly(
                        "All frameworks: grade C or better",
                        "HIPAA: a score of 72.5 or more",
                        "All frameworks: at most 20 open recommendations",
                        "All frameworks: at most 0 open recommendations up to P1",
                        "HIPAA: assessed at most 120 days ago",
                        "No new platform since the last report, or within 30 days where there was none");
        assertThat(applied)
                .last()
                .isEqualTo("margin=2;min-grade=C;min-score:hipaa=72.5;max-open=20;max-open@1=0;max-age:hipaa=120;"
                        + "no-new-platforms");
        assertThat(model("northwind").lines()).isEqualTo(model.lines());
        assertThat(model("another").lines()).as("each organisation has its own").isEmpty();
    }

    @Test
    void aLimitOnTheSameMatterTakesThePlaceOfTheOneBeforeAndCanBeTakenAway() {
        add(Matter.SCORE, 0, "70");
        add(Matter.SCORE, 0, "80");
        assertThat(lines()).containsExactly("All frameworks: a score of 80 or more");
        model.remove(Limit.minScore(null, java.math.BigDecimal.valueOf(80)));
        assertThat(lines()).isEmpty();
        assertThat(applied).last().isEqualTo("margin=2;");
    }

    @ParameterizedTest
    @CsvSource({"SCORE,''", "SCORE,101", "SCORE,-1", "SCORE,B", "SCORE,1e2", "OPEN,2.5", "AGE,many", "OPEN_FIRST,123456"
    })
    void whatIsNoLimitIsSaidAndNotKept(Matter matter, String number) {
        add(matter, 0, number);
        assertThat(model.message().get()).contains("number from 0");
        assertThat(model.number().get())
                .as("what was typed stays, to be mended")
                .isEqualTo(number);
        assertThat(applied).isEmpty();
        add(matter, 0, "1");
        assertThat(model.message().get()).isEmpty();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void theMarginIsKept() {
        model.chooseMargin(5);
        assertThat(model("northwind").watch().get().margin()).isEqualTo(5);
        assertThat(model.marginName(0)).isEqualTo("None");
        assertThat(model.marginName(1)).isEqualTo("1 point");
    }

    @Test
    void whatCouldNotBeWrittenIsNotShownAsALimit() throws Exception {
        Files.createDirectory(folder.resolve("settings.json"));
        add(Matter.SCORE, 0, "70");
        assertThat(lines()).isEmpty();
        assertThat(model.message().get()).contains("could not be kept");
    }

    @Test
    void pictures() throws Exception {
        add(Matter.GRADE, 0, "");
        add(Matter.SCORE, 3, "70");
        add(Matter.OPEN_FIRST, 0, "3");
        add(Matter.PLATFORMS, 0, "");
        model.matter().set(Matter.SCORE);
        model.number().set("x");
        model.add();
        PagePictures.all("limits", () -> Fxml.load(new LimitsController(model), words));
    }
}
