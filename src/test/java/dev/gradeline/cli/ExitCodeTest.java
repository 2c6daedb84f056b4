package dev.gradeline.cli;

import static dev.gradeline.posture.Outcome.CANCELLED;
import static dev.gradeline.posture.Outcome.KEY_REJECTED;
import static dev.gradeline.posture.Outcome.NOT_UNDERSTOOD;
import static dev.gradeline.posture.Outcome.NO_KEY;
import static dev.gradeline.posture.Outcome.OK;
import static dev.gradeline.posture.Outcome.RATE_LIMITED;
import static dev.gradeline.posture.Outcome.REFUSED;
import static dev.gradeline.posture.Outcome.SERVER_FAULT;
import static dev.gradeline.posture.Outcome.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gravest of several outcomes decides; the numbers are the contract's. */
class ExitCodeTest {
    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(List.of(OK, OK, OK), 0),
                Arguments.of(List.of(OK, REFUSED, OK), 0),
                Arguments.of(List.of(REFUSED, REFUSED, OK), 0),
                Arguments.of(List.of(REFUSED, REFUSED, REFUSED), 3),
                Arguments.of(List.of(NO_KEY, NO_KEY, NO_KEY), 3),
                Arguments.of(List.of(OK, OK, KEY_REJECTED), 3),
                Arguments.of(List.of(UNREACHABLE, NOT_UNDERSTOOD, KEY_REJECTED), 3),
                Arguments.of(List.of(UNREACHABLE, NOT_UNDERSTOOD, OK), 5),
                Arguments.of(List.of(UNREACHABLE, UNREACHABLE, UNREACHABLE), 4),
                Arguments.of(List.of(OK, SERVER_FAULT, OK), 4),
                Arguments.of(List.of(OK, OK, RATE_LIMITED), 4),
                Arguments.of(List.of(REFUSED, REFUSED, SERVER_FAULT), 4),
                Arguments.of(List.of(OK, CANCELLED, CANCELLED), 1));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theGravestDecides(List<Outcome> parts, int code) {
        assertThat(ExitCode.of(parts).number()).isEqualTo(code);
    }

    /** A timer counts 4 as no failure: whatever does not pass by itself goes before it. */
    @Test
    void ofSeveralOrganisationsTheGravestCounts() {
        assertThat(ExitCode.gravest(List.of())).isEqualTo(ExitCode.DONE);
        assertThat(ExitCode.gravest(List.of(ExitCode.DONE, ExitCode.UNREACHABLE, ExitCode.DONE)))
                .isEqualTo(ExitCode.UNREACHABLE);
        List<ExitCode> gravity = List.of(
                ExitCode.FAULT,
                ExitCode.USAGE,
                ExitCode.STORAGE,
                ExitCode.KEYCHAIN,
                ExitCode.KEY,
                ExitCode.NOT_UNDERSTOOD,
                ExitCode.UNREACHABLE);
        for (int i = 1; i < gravity.size(); i++) {
            assertThat(ExitCode.gravest(List.of(gravity.get(i), ExitCode.DONE, gravity.get(i - 1))))
                    .isEqualTo(gravity.get(i - 1));
        }
    }
}
