package dev.gradeline.ayliea;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in plain words what a failed exchange met, from the exceptions of the JDK's client. */
final class Faults {
    private static final int DETAIL = 160;
    private static final String CUT_OFF = "the connection was cut off before an answer";

    private Faults() {}

    /** No answer within a limit: worth another try. */
    static NoAnswer timedOut(String waitedFor, Duration limit) {
        return unreachable("timed out: " + waitedFor + " within " + limit.toSeconds() + " s", true);
    }

    /** So many pages, or pages so slow, that there is no end in sight. */
    static ApiResult<?> endless(Duration limit) {
        return new ApiResult.Unreachable<>("timed out: not everything was read within " + limit.toMinutes() + " min");
    }

    /** A body beyond what we take. */
    static NoAnswer tooLarge(int maxBytes) {
        return new NoAnswer(new ApiResult.NotUnderstood<>("an answer larger than " + (maxBytes >> 20) + " MiB"), false);
    }

    /**
     * @param failure what the client threw
     * @param peer who is at the other end of the connection: the host, or a proxy
     * @param bodyBegun whether the headers had arrived: then the answer broke off, and the server was reached
     */
    static NoAnswer of(Throwable failure, URI uri, String peer, Limits limits, boolean bodyBegun) {
        List<Throwable> chain = chain(failure);
        if (chain.stream().anyMatch(CappedBody.TooLarge.class::isInstance)) {
            return tooLarge(limits.bodyBytes());
        }
        if (find(chain, SentOnce.Repeated.class) != null) {
            return unreachable(CUT_OFF, true);
        }
        if (find(chain, HttpConnectTimeoutException.class) != null) {
            return timedOut("no connection to " + peer, limits.connect());
        }
        if (bodyBegun) {
            return new NoAnswer(new ApiResult.NotUnderstood<>("an answer that broke off in the middle"), true);
        }
        if (find(chain, ProtocolException.class) != null) {
            return new NoAnswer(new ApiResult.NotUnderstood<>("an answer that is not HTTP"), false);
        }
        if (find(chain, SSLException.class) != null) {
            return secureConnection(chain, uri);
        }
        return network(chain, peer);
    }

    private static NoAnswer secureConnection(List<Throwable> chain, URI uri) {
        CertificateException certificate = find(chain, CertificateException.class);
        if (certificate == null) {
            // cut off during the handshake, or not TLS at all: the first is common, so it is worth another try
            return unreachable("no secure connection to " + uri.getHost() + detail(chain), true);
        }
        String text = messages(chain);
        String why = text.contains("no subject alternative") || text.contains("no name matching")
                ? "is for another host"
                : text.contains("expired") || text.contains("notafter") ? "has expired" : "is not trusted";
        return unreachable("the certificate of " + uri.getHost() + " " + why, false);
    }

    private static NoAnswer network(List<Throwable> chain, String host) {
        String text = messages(chain);
        if (find(chain, UnknownHostException.class) != null || find(chain, UnresolvedAddressException.class) != null) {
            return unreachable("no such host: " + host, true);
        }
        if (find(chain, NoRouteToHostException.class) != null || text.contains("network is unreachable")) {
            return unreachable("no way to " + host + ": the network is down or blocked", true);
        }
        if (find(chain, ConnectException.class) != null) {
            return unreachable("connection refused by " + host, true);
        }
        if (text.contains("reset")
                || text.contains("broken pipe")
                || text.contains("received no bytes")
                || find(chain, EOFException.class) != null
                || find(chain, ClosedChannelException.class) != null) {
            return unreachable(CUT_OFF, true);
        }
        if (find(chain, HttpTimeoutException.class) != null) {
            return unreachable("timed out", true);
        }
        return unreachable("the connection failed" + detail(chain), find(chain, IOException.class) != null);
    }

    private static NoAnswer unreachable(String why, boolean passing) {
        return new NoAnswer(new ApiResult.Unreachable<>(why), passing);
    }

    /** What the innermost exception says, for the one who has to look deeper; the log has its class, too. */
    private static String detail(List<Throwable> chain) {
        String message = chain.getLast().getMessage();
        return message == null || message.isBlank() ? "" : " (" + SafeText.excerpt(message, DETAIL) + ")";
    }

    /** Where several were asked, as the authorities of Java and of the system are, each answer is a suppressed one. */
    private static String messages(List<Throwable> chain) {
        return chain.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each), Arrays.stream(each.getSuppressed()).flatMap(other -> chain(other).stream())))
                .map(Throwable::getMessage)
                .map(m -> m == null ? "" : m.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable t = failure; t != null && chain.size() < 20; t = t.getCause()) {
            chain.add(t);
        }
        return chain;
    }

    private static <T extends Throwable> @Nullable T find(List<Throwable> chain, Class<T> type) {
        return chain.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
