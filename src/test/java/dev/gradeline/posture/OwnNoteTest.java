package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what a person types: into the note of a recommendation, its tags, and the note of a day. */
class OwnNoteTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "waiting, board meeting | waiting/board meeting",
                "# waiting;##vendor | waiting/vendor",
                "Waiting, waiting , WAITING | Waiting",
                "' , ;, # ' | ''",
                "'two\u2028 \t words' | two words",
                "'re\u0007d, x\u202Ey' | red/xy",
                "'cafe\u0301, caf\u00e9' | caf\u00e9",
            })
    void tagsAreWhatWasMeant(String typed, String tags) {
        assertThat(String.join("/", OwnNote.of("", typed).tags())).isEqualTo(tags);
    }

    @Test
    void theTextKeepsItsLinesAndNothingThatAFieldCannotShow() {
        assertThat(OwnNote.of("  one\r\ntwo\rthree\n\nf\tour\u0000\u2066!  ", "")
                        .text())
                .isEqualTo("one\ntwo\nthree\n\nf our!");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        String astral = "\uD83D\uDD12";
        OwnNote cut = OwnNote.of(astral.repeat(OwnNote.LONGEST + 1), astral.repeat(OwnNote.LONGEST_TAG + 1));

        assertThat(cut.text()).isEqualTo(astral.repeat(OwnNote.LONGEST));
        assertThat(cut.tags()).containsExactly(astral.repeat(OwnNote.LONGEST_TAG));
    }

    @Test
    void asManyTagsAsFitAreTaken() {
        String typed = IntStream.rangeClosed(1, OwnNote.MOST_TAGS + 3)
                .mapToObj(i -> "t" + i)
                .collect(Collectors.joining(","));

        assertThat(OwnNote.of("", typed).tags()).hasSize(OwnNote.MOST_TAGS).startsWith("t1", "t2");
    }

    @Test
    void theLimitsHoldForWhoeverMakesOne() {
        assertThat(new OwnNote("x".repeat(OwnNote.LONGEST), Collections.nCopies(OwnNote.MOST_TAGS, "t")).isNone())
                .isFalse();
        assertThatThrownBy(() -> new OwnNote("x".repeat(OwnNote.LONGEST + 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OwnNote("", Collections.nCopies(OwnNote.MOST_TAGS + 1, "t")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNoteOrATagAloneIsSomething() {
        assertThat(OwnNote.NONE.isNone()).isTrue();
        assertThat(OwnNote.of(" \n ", " , ").isNone()).isTrue();
        assertThat(OwnNote.of("x", "").isNone()).isFalse();
        assertThat(OwnNote.of("", "x").isNone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "one, two", "board meeting", "board meeting, one"})
    void tagsComeBackAsTheyWereStored(String typed) {
        OwnNote note = OwnNote.of("text", typed);

        assertThat(OwnNote.stored(note.text(), note.storedTags())).isEqualTo(note);
    }

    @Test
    void tagsOfTheTimeOfOneWordEachStayApart() {
        assertThat(OwnNote.stored("", "waiting vendor").tags()).containsExactly("waiting", "vendor");
    }

    @Test
    void theNoteOfADayIsOneOfOurCalendarAndSaysSomething() {
        LocalDate first = LocalDate.of(1, 1, 1);
        LocalDate last = LocalDate.of(9999, 12, 31);
        String longest = "x".repeat(DayNote.LONGEST);

        assertThat(new DayNote("a", first, longest).day()).isEqualTo(first);
        assertThat(new DayNote("a", last, "x").text()).isEqualTo("x");
        for (LocalDate outside : List.of(first.minusDays(1), last.plusDays(1))) {
            assertThatThrownBy(() -> new DayNote("a", outside, "x")).hasMessageContaining(outside.toString());
        }
        for (String text : List.of(" ", longest + "x")) {
            assertThatThrownBy(() -> new DayNote("a", first, text)).hasMessageContaining("1 to " + DayNote.LONGEST);
        }
    }
}
