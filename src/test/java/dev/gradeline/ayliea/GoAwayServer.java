package dev.gradeline.ayliea;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A TLS server that goes away: its first connections speak HTTP/2 and end with GOAWAY before any request was worked on, as
 * a server does that is about to restart; the next ones speak HTTP/1.1 and answer with one row.
 */
final class GoAwayServer implements AutoCloseable {

    /** When GOAWAY is sent. */
    enum When {
        /** As soon as the connection stands. */
        AT_ONCE,
        /** When the request has arrived. */
        ON_REQUEST
    }

    private static final int PREFACE = 24;
    private static final int HEADERS = 1;
    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    /** Last stream 0: none was worked on; error 0: nothing is wrong. */
    private static final byte[] GOAWAY = {0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final OwnCertificate certificate;
    private final SSLServerSocket listener;
    private final When when;
    private final int times;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger goneAway = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param times how many connections end so; one that is closed by the client without a request does not count */
    GoAwayServer(Path folder, When when, int times) throws Exception {
        this.when = when;
        this.times = times;
        certificate = new OwnCertificate(folder, "DNS:localhost");
        listener = (SSLServerSocket) certificate
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    Path authority() {
        return certificate.authority();
    }

    /** How many requests arrived, in either version. */
    int requests() {
        return requests.get();
    }

    /** How many connections ended with GOAWAY. */
    int goneAway() {
        return goneAway.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listener.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed: the test is over
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            boolean goesAway = goneAway.get() < times;
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {goesAway ? "h2" : "http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            if (goesAway) {
                goAway(socket);
            } else {
                answer(socket);
            }
        } catch (IOException e) {
            return; // the client hung up, which is the client's right
        }
    }

    private void goAway(SSLSocket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        in.readNBytes(PREFACE);
        out.write(SETTINGS);
        if (when == When.ON_REQUEST) {
            readToRequest(in);
            requests.incrementAndGet();
        }
        goneAway.incrementAndGet();
        out.write(GOAWAY);
        out.flush();
        socket.shutdownOutput();
        // a socket that is closed with something unread sends a reset, which may overtake what was sent
        while (true) {
            if (readFrame(in) == HEADERS) {
                requests.incrementAndGet();
            }
        }
    }

    private static void readToRequest(DataInputStream in) throws IOException {
        while (readFrame(in) != HEADERS) {
            // SETTINGS, WINDOW_UPDATE: nothing that matters here
        }
    }

    /** @return the type of the next frame */
    private static int readFrame(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        in.skipNBytes(5L + length);
        return type;
    }

    private void answer(SSLSocket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        requests.incrementAndGet();
        String body = "{\"scores\": [{\"framework_id\": \"hipaa\"}]}";
        socket.getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
