package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads of failures that no server here can bring about: those of the system's own network. */
class FaultsTest {
    private static final URI API = URI.create("https://assess.example/api/v1/scores");
    private static final String CUT_OFF = "the connection was cut off before an answer";

    private static NoAnswer of(Throwable failure) {
        return Faults.of(failure, API, "assess.example", Limits.STANDARD, false);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnknownHostException("assess.example"), "no such host: assess.example"),
                Arguments.of(
                        causing(new ConnectException(), new UnresolvedAddressException()),
                        "no such host: assess.example"),
                Arguments.of(
                        causing(new ConnectException(), new NoRouteToHostException("No route to host")),
                        "no way to assess.example: the network is down or blocked"),
                Arguments.of(
                        new ConnectException("Network is unreachable"),
                        "no way to assess.example: the network is down or blocked"),
                Arguments.of(new ConnectException("Connection refused"), "connection refused by assess.example"),
                Arguments.of(new SocketException("Connection reset"), CUT_OFF),
                Arguments.of(new IOException("Broken pipe"), CUT_OFF),
                Arguments.of(new IOException("HTTP/1.1 header parser received no bytes"), CUT_OFF),
                Arguments.of(causing(new IOException("failed"), new EOFException()), CUT_OFF),
                Arguments.of(causing(new IOException("failed"), new ClosedChannelException()), CUT_OFF),
                Arguments.of(new HttpTimeoutException("request timed out"), "timed out"),
                Arguments.of(
                        causing(new IOException("outer"), new IOException("Too many open files")),
                        "the connection failed (Too many open files)"),
                Arguments.of(new IOException(), "the connection failed"),
                Arguments.of(new IOException(" "), "the connection failed"));
    }

    private static Throwable causing(Throwable outer, Throwable inner) {
        return outer.initCause(inner);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itIsToldInPlainWordsAndTriedAgain(Throwable failure, String told) {
        NoAnswer answer = of(failure);
        assertThat(answer.outcome()).isEqualTo(new ApiResult.Unreachable<>(told));
        assertThat(answer.passing()).isTrue();
    }

    @Test
    void whatIsNoFaultOfTheNetworkIsNotTriedAgain() {
        NoAnswer answer = of(new IllegalStateException("a mistake of ours"));
        assertThat(answer.outcome())
                .isEqualTo(new ApiResult.Unreachable<>("the connection failed (a mistake of ours)"));
        assertThat(answer.passing()).isFalse();
    }

    @Test
    void failuresThatCauseEachOtherHaveAnEnd() {
        IOException one = new IOException("one");
        IOException other = new IOException("other", one);
        one.initCause(other);
        assertThat(of(one).passing()).isTrue();
    }
}
