package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each case is to those who know nothing of networks: sync, command line and window all read it here. */
class ApiResultTest {
    private static final Instant THEN = Instant.parse("2026-03-15T14:30:00Z");

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(new ApiResult.Ok<>(3, List.of("odd")), Outcome.OK, "", null),
                Arguments.of(new ApiResult.NoKey<>(false), Outcome.NO_KEY, "", null),
                Arguments.of(new ApiResult.NoKey<>(true), Outcome.KEY_REJECTED, "", null),
                Arguments.of(new ApiResult.Refused<>(Part.SCORES, "no scope"), Outcome.REFUSED, "no scope", null),
                Arguments.of(new ApiResult.RateLimited<>(THEN), Outcome.RATE_LIMITED, "2026-03-15T14:30:00Z", THEN),
                Arguments.of(new ApiResult.Unreachable<>("no way"), Outcome.UNREACHABLE, "no way", null),
                Arguments.of(new ApiResult.NotUnderstood<>("a page"), Outcome.NOT_UNDERSTOOD, "a page", null),
                Arguments.of(new ApiResult.ServerFault<>(503), Outcome.SERVER_FAULT, "503", null),
                Arguments.of(new ApiResult.Cancelled<>(), Outcome.CANCELLED, "", null));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCaseHasItsOutcomeAndDetail(
            ApiResult<?> result, Outcome outcome, String detail, @Nullable Instant retryAt) {
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.detail()).isEqualTo(detail);
        assertThat(result.retryAt()).isEqualTo(retryAt);
    }

    @Test
    void noCaseIsLeftOut() {
        assertThat(cases().map(each ->
                                Objects.requireNonNull(each.get()[0]).getClass().getSimpleName())
                        .distinct())
                .containsExactlyInAnyOrder(Stream.of(ApiResult.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toArray(String[]::new));
        assertThat(cases().map(each -> each.get()[1]))
                .as("those that are left are history's to find")
                .doesNotContain(Outcome.OTHER_ORGANISATION, Outcome.UNKNOWN_ORGANISATION)
                .hasSize(Outcome.values().length - 2);
    }
}
