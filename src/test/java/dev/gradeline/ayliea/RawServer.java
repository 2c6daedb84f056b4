package dev.gradeline.ayliea;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** A server on loopback that does to each request, in turn, what a script says; the last script goes on for ever. */
final class RawServer implements AutoCloseable {

    /** What happens to one connection, once its request has been read. The connection is closed afterwards. */
    interface Script {
        void serve(Socket socket, RawServer server) throws IOException, InterruptedException;
    }

    record Request(String line, Map<String, String> headers) {
        String path() {
            return line.split(" ")[1];
        }
    }

    private static final int TLS_HELLO = 0x16;

    private final ServerSocket listener;
    private final List<Script> scripts;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch midway = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    RawServer(Script... scripts) throws IOException {
        this.scripts = List.of(scripts);
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/api/v1");
    }

    List<Request> requests() {
        return requests;
    }

    /** Opens once a script says that it is in the middle of its answer. */
    CountDownLatch midway() {
        return midway;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed: the test is over
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Script script;
            synchronized (requests) {
                requests.add(read(socket));
                script = scripts.get(Math.min(requests.size(), scripts.size()) - 1);
            }
            script.serve(socket, this);
        } catch (IOException e) {
            return; // the client hung up, which is the client's right
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        in.mark(1);
        if (in.read() == TLS_HELLO) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            in.transferTo(Writer.nullWriter());
            throw new IOException("TLS is not spoken here");
        }
        in.reset();
        String first = in.readLine();
        if (first == null) {
            throw new IOException("no request");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Request(first, headers);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        threads.shutdownNow();
    }

    /** A whole answer with this status, body and headers, each as {@code Name: value}. */
    static Script answer(int status, byte[] body, String... headers) {
        return (socket, server) -> {
            OutputStream out = socket.getOutputStream();
            out.write(head(status, body.length, headers));
            out.write(body);
            out.flush();
        };
    }

    static Script answer(int status, String body, String... headers) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Script ok(String body) {
        return answer(200, body);
    }

    /** Only a part of what the headers promise. */
    static Script half(String body, int promised) {
        return (socket, server) -> {
            OutputStream out = socket.getOutputStream();
            out.write(head(200, promised));
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
        };
    }

    /** Closes without a word. */
    static Script silence() {
        return (socket, server) -> {};
    }

    /** Sends a reset. */
    static Script reset() {
        return (socket, server) -> socket.setSoLinger(true, 0);
    }

    /** Sends a reset in the middle of an answer, whose beginning has reached the client for certain. */
    static Script resetInBody() {
        return (socket, server) -> {
            OutputStream out = socket.getOutputStream();
            out.write(head(200, 30 << 20));
            // more than any two buffers on the way hold: the client has read some of it when the last of it is written
            out.write(" ".repeat(24 << 20).getBytes(StandardCharsets.US_ASCII));
            socket.setSoLinger(true, 0);
        };
    }

    /** Never answers, and never closes. */
    static Script stall() {
        return (socket, server) -> {
            server.midway.countDown();
            server.closed.await();
        };
    }

    /** Begins an answer and never goes on. */
    static Script stallInBody() {
        return (socket, server) -> {
            OutputStream out = socket.getOutputStream();
            out.write(head(200, 1_000));
            out.write("{\"scores\": [".getBytes(StandardCharsets.UTF_8));
            out.flush();
            server.midway.countDown();
            server.closed.await();
        };
    }

    /** Sends an endless body, a space at a time. */
    static Script drip() {
        return (socket, server) -> {
            OutputStream out = socket.getOutputStream();
            out.write(head(200, 1_000_000));
            while (!server.closed.await(20, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
                server.midway.countDown();
            }
        };
    }

    /** Sends an endless body, as fast as it can. */
    static Script flood() {
        return (socket, server) -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"scores\": [".getBytes(StandardCharsets.UTF_8));
            byte[] block = "{\"framework_id\": \"x\"},".repeat(3_000).getBytes(StandardCharsets.UTF_8);
            while (server.closed.getCount() > 0) {
                out.write(block);
            }
        };
    }

    static Script bytes(String raw) {
        return (socket, server) -> {
            OutputStream out = socket.getOutputStream();
            out.write(raw.getBytes(StandardCharsets.UTF_8));
            out.flush();
        };
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] head(int status, long length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Whatever\r\n");
        head.append(String.format(Locale.ROOT, "Content-Length: %d\r\nContent-Type: application/json\r\n", length));
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
