package dev.gradeline.demo;

import java.util.List;

/**
 * What the API holds at one instant, each row as JSON, in the API's order.
 *
 * @param scan the latest scan, or the literal {@code null}
 */
record Snapshot(List<String> scores, List<String> recommendations, String scan, List<String> platforms) {

    String answer(Endpoint endpoint, Page page) {
        return switch (endpoint) {
            case SCORES -> "{\"scores\":" + array(scores) + "}";
            case RECOMMENDATIONS -> "{\"recommendations\":" + array(page.of(recommendations)) + "}";
            case DISCOVERY -> "{\"scan\":" + scan + ",\"platforms\":" + array(page.of(platforms)) + "}";
        };
    }

    private static String array(List<String> rows) {
        return "[" + String.join(",", rows) + "]";
    }
}
