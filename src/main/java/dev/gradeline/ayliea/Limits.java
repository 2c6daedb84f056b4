package dev.gradeline.ayliea;

import java.time.Duration;

/**
 * What one exchange may take at most. The JDK's own request timeout ends with the headers: these bound the body too.
 *
 * @param connect to reach the server, TLS included
 * @param idle between two signs of life: connecting, the headers, pieces of the body
 * @param whole for everything, from the first look-up of the host to the last byte
 * @param bodyBytes of one body, packed and unpacked alike
 */
record Limits(Duration connect, Duration idle, Duration whole, int bodyBytes) {
    static final Limits STANDARD =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), 32 << 20);
}
