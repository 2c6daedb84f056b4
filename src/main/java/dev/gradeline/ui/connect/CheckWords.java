package dev.gradeline.ui.connect;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.ApiResult;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.ui.connect.ConnectViewModel.Access;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        for (Map.Entry<Part, ApiResult<Integer>> each : results.entrySet()) {
            Part part = each.getKey();
            ApiResult<Integer> result = each.getValue();
            boolean readable = result.outcome() == Outcome.OK;
            String note = readable ? part.scope() : words.of("connect.access.missing", part.scope());
            rows.add(new Access(part, outcomes.name(part), part.scope(), readable, note));
        }
        return new CheckWords(rows, trouble(results, allRefused, words));
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

    /** What befell several parts is said once, of all of them; the last kind counts. */
    private static String trouble(Map<Part, ApiResult<Integer>> results, boolean allRefused, Words words) {
        String text = "";
        Set<Outcome> kinds = new LinkedHashSet<>();
        results.values().forEach(each -> kinds.add(each.outcome()));
        for (Outcome kind : kinds) {
            List<Part> parts = results.entrySet().stream()
                    .filter(each -> each.getValue().outcome() == kind)
                    .map(Map.Entry::getKey)
                    .toList();
            String own = trouble(parts, results.get(parts.getFirst()), allRefused, words);
            text = own.isEmpty() ? text : own;
        }
        return text;
    }

    /** Nothing is stored by a check, so nothing is said of what is. */
    private static String trouble(
            List<Part> parts, @Nullable ApiResult<Integer> result, boolean allRefused, Words words) {
        if (result == null) {
            return "";
        }
        OutcomeWords outcomes = new OutcomeWords(words);
        Outcome outcome = result.outcome();
        OutcomeWords.Notice notice = outcomes.notice(parts, outcome, result.detail(), allRefused);
        return switch (outcome) {
            case OK -> "";
            case REFUSED -> allRefused ? notice.text() : "";
            case UNREACHABLE -> words.of("connect.unreachable", result.detail());
            case CANCELLED -> words.of("connect.cancelled");
            case KEY_REJECTED ->
                new OutcomeWords.Notice(notice.what(), words.of("connect.rejected"), notice.todo()).text();
            case NO_KEY, RATE_LIMITED, NOT_UNDERSTOOD, SERVER_FAULT, OTHER_ORGANISATION, UNKNOWN_ORGANISATION ->
                new OutcomeWords.Notice(notice.what(), "", notice.todo()).text();
        };
    }
}
