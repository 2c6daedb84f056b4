package dev.gradeline.ayliea;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TLS server on loopback that answers every request with no scores, under a certificate by an authority of its own. */
public final class TlsServer implements AutoCloseable {
    private final List<com.sun.net.httpserver.Headers> requests = new CopyOnWriteArrayList<>();
    private final OwnCertificate certificate;
    private final HttpsServer server;

    /**
     * @param names whom the certificate is for, as keytool writes them
     * @param more further arguments of keytool for the certificate
     */
    public TlsServer(Path folder, String names, String... more) throws Exception {
        certificate = new OwnCertificate(folder, names, more);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders());
            byte[] body = "{\"scores\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The authority's certificate, in PEM. */
    public Path authority() {
        return certificate.authority();
    }

    /** The headers of every request that came through. */
    public List<com.sun.net.httpserver.Headers> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
