package dev.gradeline.posture;

/**
 * One of the three things that the API is asked for. Each is fetched, refused, stored and dated on its own.
 */
public enum Part {
    SCORES("scores", "scores:read"),
    RECOMMENDATIONS("recommendations", "recommendations:read"),
    DISCOVERY("discovery", "discovery:read");

    private final String id;
    private final String scope;

    Part(String id, String scope) {
        this.id = id;
        this.scope = scope;
    }

    /** The endpoint's name, which is also the name under which history stores this part. */
    public String id() {
        return id;
    }

    /** The scope that a key needs to read this part. */
    public String scope() {
        return scope;
    }
}
