package dev.gradeline.ui.connect;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.ApiResult;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.ui.connect.ConnectViewModel.Access;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a key may read, in words.
 *
 * @param rows one for each part
 * @param trouble what keeps the key from being checked or of use; empty when only scopes are missing
 */
record CheckWords(List<Access> rows, String trouble) {
    CheckWords {
        rows = List.copyOf(rows);
    }

    static CheckWords of(Map<Part, ApiResult<Integer>> results, Words words) {
        OutcomeWords outcomes = new OutcomeWords(words);
        boolean allRefused = Outcome.allRefused(
                results.values().stream().map(ApiResult::outcome).toList());
        List<Access> rows = new ArrayList<>();
        String trouble = "";
        for (Map.Entry<Part, ApiResult<Integer>> each : results.entrySet()) {
            Part part = each.getKey();
            ApiResult<Integer> result = each.getValue();
            boolean readable = result.outcome() == Outcome.OK;
            String note = readable ? part.scope() : words.of("connect.access.missing", part.scope());
            rows.add(new Access(part, outcomes.name(part), part.scope(), readable, note));
            String own = trouble(part, result, allRefused, words);
            trouble = own.isEmpty() ? trouble : own;
        }
        return new CheckWords(rows, trouble);
    }

    /** A helpful word on what is typed; holds no more of a key than is public. */
    static String hint(ApiKey.Flaw flaw, String typed, Words words) {
        return switch (flaw) {
            case NONE -> words.of("connect.key.complete", ApiKey.of(typed).visible());
            case EMPTY -> "";
            case NO_PREFIX -> words.of("connect.key.noPrefix");
            case ONLY_VISIBLE_PART -> words.of("connect.key.onlyVisible");
            case TOO_SHORT -> words.of("connect.key.tooShort");
            case TOO_LONG -> words.of("connect.key.tooLong");
            case NOT_HEX -> words.of("connect.key.notHex");
        };
    }

    /** Whether the key is of any use. */
    boolean readsAny() {
        return rows.stream().anyMatch(Access::readable);
    }

    private static String trouble(Part part, ApiResult<Integer> result, boolean allRefused, Words words) {
        OutcomeWords outcomes = new OutcomeWords(words);
        Outcome outcome = result.outcome();
        return switch (outcome) {
            case OK -> "";
            case REFUSED ->
                allRefused ? outcomes.notice(part, outcome, "", true).text() : "";
            case UNREACHABLE -> words.of("connect.unreachable", result.detail());
            case CANCELLED -> words.of("connect.cancelled");
            case NO_KEY,
                    KEY_REJECTED,
                    RATE_LIMITED,
                    NOT_UNDERSTOOD,
                    SERVER_FAULT,
                    OTHER_ORGANISATION,
                    UNKNOWN_ORGANISATION ->
                outcomes.notice(part, outcome, result.detail(), false).text();
        };
    }
}
