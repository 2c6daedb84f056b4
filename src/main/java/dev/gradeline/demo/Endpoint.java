package dev.gradeline.demo;

import java.util.Arrays;
import java.util.Optional;

/** The three documented endpoints and the scope that each asks for. */
enum Endpoint {
    SCORES("/scores", "scores:read"),
    RECOMMENDATIONS("/recommendations", "recommendations:read"),
    DISCOVERY("/discovery", "discovery:read");

    private final String path;
    private final String scope;

    Endpoint(String path, String scope) {
        this.path = path;
        this.scope = scope;
    }

    /** The path below the base address. */
    String path() {
        return path;
    }

    String scope() {
        return scope;
    }

    static Optional<Endpoint> at(String path) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.path.equals(path))
                .findFirst();
    }
}
