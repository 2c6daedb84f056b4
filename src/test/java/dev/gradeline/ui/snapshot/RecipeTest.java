package dev.gradeline.ui.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.report.ReportOptions;
import dev.gradeline.report.ReportOptions.Form;
import dev.gradeline.report.ReportOptions.Paper;
import dev.gradeline.report.ReportSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wanted of snapshots, kept as text. */
class RecipeTest {
    @Test
    void whatWasWantedIsReadBack() {
        Recipe wanted = Recipe.USUAL
                .withForm(Form.BRIEF)
                .withPaper(Paper.LETTER)
                .withRedacted(true)
                .with(ReportSection.BANDS, false)
                .moved(ReportSection.DISCOVERY, -2);
        assertThat(Recipe.parse(wanted.text())).isEqualTo(wanted);
        assertThat(wanted.applyTo(ReportOptions.of("", "1")).sections())
                .containsExactly(
                        ReportSection.GRADES,
                        ReportSection.TREND,
                        ReportSection.CHANGES,
                        ReportSection.DISCOVERY,
                        ReportSection.NEXT_GRADE,
                        ReportSection.RECOMMENDATIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";;=;", "form=novel;paper=a0;sections=poetry;left=prose", "sections=grades=trend"})
    void whatCannotBeReadIsAsUsual(String text) {
        assertThat(Recipe.parse(text)).isEqualTo(Recipe.USUAL);
    }

    @Test
    void aSectionStaysWithinTheOthers() {
        assertThat(Recipe.USUAL.moved(ReportSection.GRADES, -1)).isEqualTo(Recipe.USUAL);
        assertThat(Recipe.USUAL.moved(ReportSection.BANDS, 1)).isEqualTo(Recipe.USUAL);
    }

    @Test
    void withoutAnySectionThereIsNothing() {
        Recipe none = Recipe.USUAL;
        for (ReportSection section : ReportSection.ALL) {
            assertThat(none.isEmpty()).isFalse();
            none = none.with(section, false);
        }
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.with(ReportSection.TREND, true).isEmpty()).isFalse();
    }
}
