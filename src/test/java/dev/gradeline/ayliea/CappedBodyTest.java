package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class CappedBodyTest {
    private int pieces;
    private boolean cancelled;
    private final CappedBody body = new CappedBody(10, () -> pieces++);

    private CompletableFuture<byte[]> given(int... lengths) {
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                assertThat(count).isPositive();
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
        for (int length : lengths) {
            body.onNext(List.of(ByteBuffer.wrap("x".repeat(length).getBytes(StandardCharsets.US_ASCII))));
        }
        body.onComplete();
        return body.getBody().toCompletableFuture();
    }

    @Test
    void asMuchAsIsTakenIsTakenWhole() {
        assertThat(given(4, 0, 6)).isCompletedWithValueMatching(bytes -> bytes.length == 10);
        assertThat(pieces).as("each is a sign of life").isEqualTo(3);
        assertThat(cancelled).isFalse();
    }

    @Test
    void oneByteMoreEndsTheAnswer() {
        assertThat(given(4, 7))
                .isCompletedExceptionally()
                .satisfies(given -> assertThat(given.exceptionNow()).isInstanceOf(CappedBody.TooLarge.class));
        assertThat(cancelled).as("nothing more is sent for nothing").isTrue();
    }

    @Test
    void aBodyThatBreaksOffIsNone() {
        body.onError(new EOFException());
        assertThat(body.getBody().toCompletableFuture().exceptionNow()).isInstanceOf(EOFException.class);
    }
}
