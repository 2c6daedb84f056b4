package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Limit;
import dev.gradeline.posture.LimitWatch;
import dev.gradeline.posture.Limits;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.SettingsStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scheduler hears: over a demo history of two years, which other tests share. */
class AssertCommandTest {
    @TempDir
    private static Path folder;

    private static Office office;

    @BeforeAll
    static void open() throws IOException {
        office = new Office(GrownDemo.get().copyTo(folder.resolve("data")));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Said demo(String... arguments) {
        return office.plain(
                Stream.concat(Stream.concat(Stream.of("assert"), Arrays.stream(arguments)), Stream.of("--demo"))
                        .toArray(String[]::new));
    }

    private static List<String> broken(Said said) {
        assertThat(said.code()).as(said.toString()).isEqualTo(8);
        assertThat(said.out()).isEmpty();
        return said.err().lines().filter(line -> line.startsWith("--")).toList();
    }

    @Test
    void whatHoldsIsToldShortlyWithTheAgeOfWhatItStandsOn() {
        Said said = demo("--min-grade", "F", "--min-score=0", "--max-open", "99999", "--max-age", "9999");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("Scores: read just now", "Recommendations: read just now", "hold.");
        assertThat(said.err()).doesNotContain("Discovery");
    }

    @Test
    void eachThatDoesNotHoldIsOneLineThatSaysByHowMuch() {
        assertThat(broken(demo("--min-grade", "hipaa=A,cis-v8=F", "--min-score", "hipaa=100", "--max-open=hipaa=0")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("--min-grade hipaa=A: HIPAA stands at [BCDF]: .* grades? below A\\."),
                        line -> assertThat(line)
                                .matches("--min-score hipaa=100: HIPAA has [\\d.]+ points: [\\d.]+ below 100\\."),
                        line -> assertThat(line)
                                .matches("--max-open hipaa=0: HIPAA: \\d+ open recommendations?: \\d+ more than the 0"
                                        + " allowed\\."));
    }

    @Test
    void oneForAllNamesEveryFrameworkThatFailsAndABoundOneTakesItsPlace() {
        List<String> all = broken(demo("--min-score", "100"));
        assertThat(all).hasSizeGreaterThanOrEqualTo(6).allMatch(line -> line.startsWith("--min-score 100: "));
        List<String> others = broken(demo("--min-score", "100", "--min-score", "hipaa=0"));
        assertThat(others).hasSize(all.size() - 1).noneMatch(line -> line.contains("HIPAA"));
        assertThat(broken(demo("--max-age", "0")))
                .isNotEmpty()
                .allMatch(line -> line.matches("--max-age 0: .+ was last assessed on .+ more than the 0 allowed\\."));
    }

    @Test
    void newPlatformsCountFromTheStartThatIsGiven() {
        List<String> lines = broken(demo("--no-new-platforms", "--since", "2025-01-01"));
        assertThat(lines)
                .singleElement()
                .asString()
                .matches("--no-new-platforms: \\d+ new platforms? since 1 January 2025: .+\\.");
        Said none = demo("--no-new-platforms", "--since", "2026-11-23");
        assertThat(none.code()).as(none.toString()).isZero();
        assertThat(none.err()).contains("What was asked holds.");
    }

    @Test
    void thePastIsAskedAsItWasKnownThen() {
        String then = String.join("\n", broken(demo("--min-score=hipaa=100", "--as-of", "2025-06-30")));
        String now = String.join("\n", broken(demo("--min-score=hipaa=100")));
        assertThat(then).isNotEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--min-grade|E|A, B, C, D and F, not “E”",
                "--min-grade|hipaa=|A, B, C, D and F, not “”",
                "--min-grade|hippa=C|“hippa”, which nothing stored has. There are: ai-security, cis-v8, hipaa",
                "--min-score|101|from 0 to 100, written with a point, not “101”",
                "--min-score|70,5|Decimals take a point, as in 70.5",
                "--as-of|2030-01-01|Nothing is asserted",
                "--min-score|HIPAA=50,hipaa=60|--min-score is given twice for “hipaa”",
                "--min-score|-1|from 0 to 100, written with a point, not “-1”",
                "--max-open|-3|takes a whole number from 0 to 999999, not “-3”",
                "--max-open|hipaa=many|not “many”",
                "--max-age|1.5|--max-age takes a whole number",
                "--max-age|1,hipaa=2,3|--max-age is given twice for all frameworks",
                "--min-grade|hipaa=B,hipaa=C|--min-grade is given twice for “hipaa”",
                "--since|2026-01-01|Nothing is asserted",
            })
    void whatCannotBeMeantIsRefused(String option, String value, String sentence) {
        Said said = demo(option, value);
        assertThat(said.code()).as(said.toString()).isEqualTo(2);
        assertThat(said.err()).contains(sentence);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aStartIsForPlatformsOnly() {
        Said said = demo("--max-age", "9999", "--since", "2026-01-01");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--since is for --no-new-platforms only");
        assertThat(demo().err()).contains("Nothing is asserted. Give at least one of");
        assertThat(demo().code()).isEqualTo(2);
    }

    @Test
    void beforeTheFirstSynchronisationNothingCanBeAsserted() {
        try (Office empty = new Office(folder.resolve("empty"))) {
            Said said = empty.plain("assert", "--min-grade", "F");
            assertThat(said.code()).as("nothing can be shown to hold").isEqualTo(8);
            assertThat(said.err()).contains("Nothing is stored yet", "gradeline sync");
        }
        assertThat(demo("--min-grade", "F", "--as-of", "2020-01-01").err()).contains("Nothing was known");
    }

    @Test
    void theFutureIsNotAsserted() {
        Said said = demo("--min-score", "0", "--as-of", "2030-01-01");
        assertThat(said.code()).as(said.toString()).isEqualTo(2);
        assertThat(said.err()).contains("--as-of lies in the future");
        assertThat(demo("--min-score", "0", "--as-of", "2026-11-23").code())
                .as("today")
                .isZero();
    }

    @Test
    void aFrameworkIsNamedAsPeopleNameIt() {
        assertThat(broken(demo("--min-score=HIPAA=100,cis controls V8=100")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("--min-score hipaa=100: HIPAA has "),
                        line -> assertThat(line).startsWith("--min-score cis-v8=100: "));
    }

    @Test
    void ofThePastTheDateOfTheReadingIsTold() {
        Said said = demo("--min-score=0", "--as-of", "2025-06-30");
        assertThat(said.err()).contains("Scores: read ", "2025").doesNotContain(" ago");
    }

    @Test
    void aDataDirectoryThatIsNoneIsToldInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
        for (Path bad : List.of(file, file.resolve("below"))) {
            try (Office none = new Office(bad)) {
                Said said = none.plain("assert", "--min-score", "1");
                assertThat(said.code()).as(said.toString()).isEqualTo(6);
                assertThat(said.err()).contains(file.toString()).doesNotContain("Exception", "java.");
            }
        }
    }

    @Test
    void withoutOptionsTheLimitsOfTheSettingsAreChecked() throws IOException {
        try (Office own = new Office(GrownDemo.get().copyTo(folder.resolve("own")))) {
            assertThat(own.plain("assert", "--demo").code()).isEqualTo(2);
            SettingsStore settings = new SettingsStore(new DataDirectory(own.data).settingsFile());
            Limits limits = Limits.NONE.with(Limit.minScore(new Framework("hipaa"), BigDecimal.valueOf(100)));
            settings.update(now ->
                    now.withLimits("demo", LimitWatch.DEFAULT.withLimits(limits).text()));
            Said said = own.plain("assert", "--demo");
            assertThat(broken(said)).singleElement().asString().startsWith("--min-score hipaa=100: HIPAA has ");
            assertThat(said.err()).contains("Checking the limit set in Settings.");
            assertThat(own.plain("assert", "--demo", "--max-age", "9999").code())
                    .as("what is given counts alone")
                    .isZero();
        }
    }

    @Test
    void theHelpSaysWhatADefaultIs() {
        Said said = office.plain("assert", "--help");
        assertThat(said.code()).isZero();
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains("--min-grade", "hipaa=C", "exit 8", "Default: the last report, or 30 days before");
    }
}
