package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class PagingTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String row(int number) {
        return "{\"id\": \"r" + number + "\", \"title\": \"Do " + number + "\"}";
    }

    /** Rows from one number to before another, as far as there are any. */
    private static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(PagingTest::row).collect(Collectors.joining(","));
    }

    private static String recommendations(String rows) {
        return "{\"recommendations\": [" + rows + "]}";
    }

    private static StubApi.Endpoint list(int total) {
        return (limit, offset, number) ->
                recommendations(rows(Math.min(offset, total), Math.min(offset + limit, total)));
    }

    private static <T> ApiResult.Ok<T> ok(ApiResult<T> result) {
        assertThat(result).isInstanceOf(ApiResult.Ok.class);
        return (ApiResult.Ok<T>) result;
    }

    private ApiResult.Ok<List<Recommendation>> read(StubApi api) {
        return read(api, new Call());
    }

    private ApiResult.Ok<List<Recommendation>> read(StubApi api, Call call) {
        try (AyliaClient client = bench.client(api.base())) {
            return ok(client.recommendations(call));
        }
    }

    private static void assertAll(List<Recommendation> rows, int total) {
        assertThat(rows)
                .extracting(Recommendation::id)
                .containsExactlyElementsOf(
                        IntStream.range(0, total).mapToObj(i -> "r" + i).toList());
        assertThat(rows)
                .extracting(Recommendation::rank)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, total).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "99,1", "100,2", "101,2", "250,3", "1200,13"})
    void everyRowComesInTheFewestRequests(int total, int requests) throws IOException {
        try (StubApi api = StubApi.recommendations(list(total))) {
            List<Integer> progress = new ArrayList<>();
            ApiResult.Ok<List<Recommendation>> result = read(api, new Call(progress::add));
            assertAll(result.value(), total);
            assertThat(result.oddities()).isEmpty();
            assertThat(api.requests()).hasSize(requests);
            assertThat(api.requests().getLast()).isEqualTo("recommendations?limit=100&offset=" + (requests - 1) * 100);
            assertThat(progress).hasSize(requests).isSorted().last().isEqualTo(total);
        }
    }

    @Test
    void aServerThatIgnoresTheLimitIsReadInTwoRequests() throws IOException {
        try (StubApi api = StubApi.recommendations(
                (limit, offset, number) -> recommendations(rows(Math.min(offset, 1_234), 1_234)))) {
            ApiResult.Ok<List<Recommendation>> result = read(api);
            assertAll(result.value(), 1_234);
            assertThat(api.requests())
                    .containsExactly("recommendations?limit=100&offset=0", "recommendations?limit=100&offset=1234");
        }
    }

    @Test
    void aServerThatIgnoresLimitAndOffsetIsReadInTwoRequests() throws IOException {
        try (StubApi api = StubApi.recommendations((limit, offset, number) -> recommendations(rows(0, 512)))) {
            ApiResult.Ok<List<Recommendation>> result = read(api);
            assertAll(result.value(), 512);
            assertThat(api.requests()).hasSize(2);
            assertThat(result.oddities())
                    .containsExactly("the page from row 513 repeats known rows: reading ended there");
        }
    }

    @Test
    void aServerThatRepeatsItsFirstPageIsNotTakenForOneThatHasNoMore() throws IOException {
        try (StubApi api = StubApi.recommendations((limit, offset, number) -> recommendations(rows(0, limit)))) {
            try (AyliaClient client = bench.client(api.base())) {
                assertThat(client.recommendations(new Call()))
                        .isEqualTo(new ApiResult.NotUnderstood<>(
                                "the page from row 101 repeats known rows: the rest of the list cannot be read"));
            }
            assertThat(api.requests()).hasSize(2);
        }
    }

    @Test
    void aServerThatGivesItsFirstRowsInAnyOrderForEverIsLeft() throws IOException {
        try (StubApi api = StubApi.recommendations((limit, offset, number) ->
                recommendations(rows(number % 100, 100) + (number % 100 == 0 ? "" : "," + rows(0, number % 100))))) {
            try (AyliaClient client = bench.client(api.base())) {
                assertThat(client.recommendations(new Call())).isInstanceOf(ApiResult.NotUnderstood.class);
            }
            assertThat(api.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"50,350,8", "50,50,2", "20,47,3", "90,91,2"})
    void aServerWithALimitOfItsOwnIsReadWhole(int most, int total, int requests) throws IOException {
        try (StubApi api = StubApi.recommendations(
                (limit, offset, number) -> recommendations(rows(offset, Math.min(offset + most, total))))) {
            assertAll(read(api).value(), total);
            assertThat(api.requests()).hasSize(requests);
        }
    }

    @Test
    void rowsThatMoveBetweenPagesComeOnce() throws IOException {
        // before the second page, three new rows push the others down
        try (StubApi api = StubApi.recommendations((limit, offset, number) -> {
            int shift = number == 0 ? 0 : 3;
            int from = Math.max(0, offset - shift);
            return recommendations(rows(Math.min(from, 150), Math.min(from + limit, 150)));
        })) {
            assertAll(read(api).value(), 150);
        }
    }

    @Test
    void aPageOfBadRowsDoesNotEndTheReading() throws IOException {
        String bad = IntStream.range(0, 100).mapToObj(i -> "null").collect(Collectors.joining(","));
        try (StubApi api =
                StubApi.recommendations((limit, offset, number) -> recommendations(offset == 0 ? bad : rows(0, 7)))) {
            ApiResult.Ok<List<Recommendation>> result = read(api);
            assertAll(result.value(), 7);
            assertThat(result.oddities())
                    .hasSize(22)
                    .startsWith("rows left out: 100", "recommendations row 1 left out: it is not an object")
                    .last()
                    .isEqualTo("and 80 more");
        }
    }

    @Test
    void rowsOfALaterPageAreNamedByTheirPlaceInTheWhole() throws IOException {
        try (StubApi api = StubApi.recommendations((limit, offset, number) ->
                recommendations(offset == 0 ? rows(0, 100) : row(100) + ", {\"title\": \"nobody\"}"))) {
            ApiResult.Ok<List<Recommendation>> result = read(api);
            assertAll(result.value(), 101);
            assertThat(result.oddities())
                    .containsExactly("rows left out: 1", "recommendations row 102 left out: no id");
        }
    }

    @Test
    void aFailureOnALaterPageIsTheWholesOutcome() throws IOException {
        try (StubApi api = StubApi.recommendations(
                (limit, offset, number) -> offset == 0 ? recommendations(rows(0, 100)) : "<html>")) {
            try (AyliaClient client = bench.client(api.base())) {
                assertThat(client.recommendations(new Call())).isInstanceOf(ApiResult.NotUnderstood.class);
            }
        }
    }

    @Test
    void whatHasArrivedIsShownAfterEachPageAndStaysAsItWas() throws IOException {
        try (StubApi api = StubApi.recommendations(list(250));
                AyliaClient client = bench.client(api.base())) {
            List<List<Recommendation>> seen = new ArrayList<>();

            List<Recommendation> all =
                    ok(client.recommendations(new Call(), seen::add)).value();

            assertThat(seen).extracting(List::size).containsExactly(100, 200, 250);
            for (List<Recommendation> soFar : seen) {
                assertAll(soFar, soFar.size());
            }
            assertThat(seen.getLast()).isEqualTo(all);
        }
    }

    @Test
    void cancellingBetweenPagesEndsTheReading() throws IOException {
        try (StubApi api =
                StubApi.recommendations((limit, offset, number) -> recommendations(rows(offset, offset + limit)))) {
            Call[] call = new Call[1];
            call[0] = new Call(soFar -> {
                if (soFar == 300) {
                    call[0].cancel();
                }
            });
            try (AyliaClient client = bench.client(api.base())) {
                assertThat(client.recommendations(call[0])).isEqualTo(new ApiResult.Cancelled<>());
            }
            assertThat(api.requests()).hasSize(3);
        }
    }

    @Test
    void aServerThatNeverEndsIsLeftAtTwoHundredThousandRows() throws Exception {
        Oddities oddities = new Oddities();
        int[] pages = new int[1];
        Pager<Integer> pager = new Pager<>(String::valueOf, oddities);
        assertThatThrownBy(() -> pager.all(
                        offset -> {
                            pages[0]++;
                            return new Page<>(
                                    IntStream.range(offset, offset + 100)
                                            .boxed()
                                            .toList(),
                                    100,
                                    null,
                                    new Oddities());
                        },
                        new Call()))
                .isInstanceOf(CallEnded.class)
                .hasMessageContaining("200000");
        assertThat(pages[0]).isEqualTo(2_000);
    }

    @Test
    @Tag("long")
    void asManyRowsAsAreReadAtAllAreReadWithinTheHour() throws IOException {
        try (StubApi api = StubApi.recommendations(list(Pager.MAX_ROWS - 1));
                AyliaClient client = bench.client(api.base())) {
            assertThat(ok(client.recommendations(Call.inBackground())).value()).hasSize(Pager.MAX_ROWS - 1);
            assertThat(bench.slept()).isBetween(Duration.ofMinutes(36), Duration.ofMinutes(40));
            assertThat(Requests.LONGEST_CALL).isGreaterThan(bench.slept().plusMinutes(20));
        }
    }

    @Test
    void pagesThatComeTooSlowlyEndAfterTheHour() throws IOException {
        try (StubApi api = StubApi.recommendations((limit, offset, number) -> {
                    bench.clock.move(Duration.ofSeconds(58));
                    return recommendations(rows(offset, offset + limit));
                });
                AyliaClient client = bench.client(api.base())) {
            assertThat(client.recommendations(new Call()))
                    .isEqualTo(new ApiResult.Unreachable<>("timed out: not everything was read within 60 min"));
            assertThat(api.requests()).hasSize(1 + 60 * 60 / 58);
        }
    }

    @Test
    void aScanThatIsReadAnewGetsNoMoreTime() throws IOException {
        try (StubApi api = StubApi.discovery((limit, offset, number) -> {
                    bench.clock.move(Duration.ofMinutes(25));
                    return discovery("{\"id\": \"s" + number / 2 + "\"}", platforms(offset, offset + limit));
                });
                AyliaClient client = bench.client(api.base())) {
            assertThat(client.discovery(new Call())).isInstanceOf(ApiResult.Unreachable.class);
            assertThat(api.requests()).hasSize(3);
        }
    }

    private static String platforms(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"id\": \"p" + i + "\", \"platform_name\": \"AI " + i + "\"}")
                .collect(Collectors.joining(","));
    }

    private static String discovery(String scan, String platforms) {
        return "{\"scan\": " + scan + ", \"platforms\": [" + platforms + "]}";
    }

    private ApiResult<Discovery> discover(StubApi api) {
        try (AyliaClient client = bench.client(api.base())) {
            return client.discovery(new Call());
        }
    }

    private static Scan scan(ApiResult<Discovery> result) {
        return Objects.requireNonNull(ok(result).value().scan());
    }

    @Test
    void platformsOfAllPagesBelongToTheScanOfTheFirst() throws IOException {
        try (StubApi api = StubApi.discovery((limit, offset, number) -> discovery(
                "{\"id\": \"s1\", \"domain\": \"northwind.example\", \"completed_at\": 5}",
                platforms(Math.min(offset, 230), Math.min(offset + limit, 230))))) {
            ApiResult<Discovery> result = discover(api);
            assertThat(scan(result).id()).isEqualTo("s1");
            assertThat(scan(result).platforms())
                    .extracting(Platform::id)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 230).mapToObj(i -> "p" + i).toList());
            assertThat(api.requests()).hasSize(3);
            assertThat(ok(result).oddities())
                    .as("what is odd about the scan is told once")
                    .containsExactly("scan: completed_at cannot be read: 5");
        }
    }

    @Test
    void platformsOfAServerThatIgnoresLimitAndOffsetAreAllThere() throws IOException {
        try (StubApi api =
                StubApi.discovery((limit, offset, number) -> discovery("{\"id\": \"s1\"}", platforms(0, 150)))) {
            assertThat(scan(discover(api)).platforms()).hasSize(150);
        }
    }

    @Test
    void aScanThatIsGoneFromALaterPageIsReadAnew() throws IOException {
        try (StubApi api = StubApi.discovery((limit, offset, number) -> discovery(
                number == 0 ? "null" : "{\"id\": \"s1\"}",
                platforms(Math.min(offset, 120), Math.min(offset + limit, 120))))) {
            Scan scan = scan(discover(api));
            assertThat(scan.id()).isEqualTo("s1");
            assertThat(scan.platforms()).hasSize(120);
            assertThat(api.requests()).hasSize(4);
        }
        try (StubApi api = StubApi.discovery((limit, offset, number) ->
                discovery("null", platforms(Math.min(offset, 120), Math.min(offset + limit, 120))))) {
            assertThat(scan(discover(api)).platforms()).hasSize(120);
            assertThat(api.requests()).as("no scan on any page is no change").hasSize(2);
        }
    }

    @Test
    void whatWasOddAboutAScanThatIsReadAnewIsForgotten() throws IOException {
        try (StubApi api = StubApi.discovery((limit, offset, number) -> number == 0
                ? discovery("{\"id\": \"old\"}", platforms(0, 99) + ", null")
                : discovery("{\"id\": \"new\"}", platforms(Math.min(offset, 120), Math.min(offset + limit, 120))))) {
            ApiResult<Discovery> result = discover(api);
            assertThat(scan(result).id()).isEqualTo("new");
            assertThat(ok(result).oddities()).isEmpty();
        }
    }

    @Test
    void aScanThatIsReplacedMeanwhileIsReadAnew() throws IOException {
        try (StubApi api = StubApi.discovery((limit, offset, number) -> number == 0
                ? discovery("{\"id\": \"old\"}", platforms(0, 100))
                : discovery(
                        "{\"id\": \"new\"}",
                        platforms(1_000 + Math.min(offset, 120), 1_000 + Math.min(offset + limit, 120))))) {
            Scan scan = scan(discover(api));
            assertThat(scan.id()).isEqualTo("new");
            assertThat(scan.platforms()).hasSize(120).extracting(Platform::id).startsWith("p1000");
            assertThat(api.requests()).hasSize(4);
        }
    }

    @Test
    void aScanThatIsReplacedForEverIsNotUnderstood() throws IOException {
        try (StubApi api = StubApi.discovery((limit, offset, number) ->
                discovery("{\"id\": \"s" + number + "\"}", platforms(offset, offset + limit)))) {
            assertThat(discover(api))
                    .isEqualTo(new ApiResult.NotUnderstood<>("the scan kept changing while it was read"));
            assertThat(api.requests()).hasSize(6);
        }
    }

    @Test
    void noScanIsAnAnswerAndPlatformsWithoutOneAreKept() throws IOException {
        try (StubApi api = StubApi.discovery((limit, offset, number) -> discovery("null", ""))) {
            assertThat(discover(api)).isEqualTo(new ApiResult.Ok<>(new Discovery(null), List.of()));
        }
        try (StubApi api = StubApi.discovery((limit, offset, number) -> discovery("null", platforms(0, 2)))) {
            Scan scan = scan(discover(api));
            assertThat(scan.id()).isNull();
            assertThat(scan.completedAt()).isNull();
            assertThat(scan.firstSeen()).isEqualTo(Bench.START);
            assertThat(scan.platforms()).hasSize(2);
        }
    }

    @Test
    void platformsWithoutAnIdAreAllKeptAndDoNotTrapUs() throws IOException {
        String nameless = IntStream.range(0, 100)
                .mapToObj(i -> "{\"platform_name\": \"Same\"}")
                .collect(Collectors.joining(","));
        try (StubApi api = StubApi.discovery(
                (limit, offset, number) -> discovery("{\"id\": \"s\"}", offset == 0 ? nameless : ""))) {
            ApiResult<Discovery> result = discover(api);
            assertThat(scan(result).platforms()).hasSize(100);
            assertThat(api.requests()).hasSize(2);
        }
        try (StubApi api = StubApi.discovery((limit, offset, number) -> discovery("{\"id\": \"s\"}", nameless))) {
            assertThat(discover(api)).isInstanceOf(ApiResult.NotUnderstood.class);
            assertThat(api.requests()).hasSize(2);
        }
    }
}
