package dev.gradeline.ayliea;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The empty body of a GET that is sent once. The JDK's client repeats a GET by itself, at once, when its connection is cut
 * before the first byte of an answer, and no setting of one request or client turns that off. The server may have counted
 * both, and only one took a permit. But the client asks the body for its length before each sending: the second time, the
 * answer is no.
 */
final class SentOnce implements HttpRequest.BodyPublisher {

    /** The client was about to repeat the request: its connection was cut before an answer. */
    static final class Repeated extends IllegalStateException {}

    private final HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
    private final AtomicBoolean sent = new AtomicBoolean();

    @Override
    public long contentLength() {
        if (sent.getAndSet(true)) {
            throw new Repeated();
        }
        return 0;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        nothing.subscribe(subscriber);
    }
}
