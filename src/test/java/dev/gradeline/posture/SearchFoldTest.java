package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in a text that what was sought is marked: never a part of a character, and nothing beside it. */
class SearchFoldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Encrypt the keys | the keys | the keys",
                "'Encrypt the  keys' | the keys | 'the  keys'",
                "'Encrypt\tthe keys' | encrypt the | 'Encrypt\tthe'",
                "'a b' | a b | 'a b'",
                "~DEL~ | ~ | ~/~",
                "\u007F| x | ''",
                "Stra\u00dfe | s | S/\u00df",
                "Stra\u00dfe | ss | \u00df",
                "Stra\u00dfen | sse | \u00dfe",
                "Stra\u00dfen | se | \u00dfe",
                "\ufb01n, \ufb01t | f | \ufb01/\ufb01",
                "R\u00e9viser | revis | R\u00e9vis",
                "Re\u0301viser | revis | Re\u0301vis",
                "\u0130stanbul | ist | \u0130st",
                "aaaa | aa | aaaa",
                "abcabc | abc,bca | abcabc",
                "ab ab | ab | ab/ab",
                "encrypt | x | ''",
                "\u00e9 | e | \u00e9",
            })
    void marksWholeCharacters(String text, String sought, String marked) {
        int[] places = SearchFold.places(text, Arrays.asList(sought.split(",")));

        assertThat(IntStream.range(0, places.length / 2)
                        .mapToObj(i -> text.substring(places[2 * i], places[2 * i + 1]))
                        .collect(Collectors.joining("/")))
                .isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource({"'', x", "x, ''"})
    void nothingIsFoundInNothing(String text, String sought) {
        assertThat(SearchFold.places(text, sought.isEmpty() ? List.of() : List.of(sought)))
                .isEmpty();
    }
}
