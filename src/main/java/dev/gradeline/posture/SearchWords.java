package dev.gradeline.posture;

import java.util.ArrayList;
import java.util.List;

/**
 * What was typed into a search: words, “exact phrases”, {@code -words} that must not occur, and {@code tag:} for a tag of
 * one's own. Any text has a meaning, also one that is being typed: a phrase ends with the text, a lone {@code -} says nothing,
 * {@code tag:} alone asks for any tag. Immutable; any thread.
 *
 * @param terms all of them hold for what is found
 */
public record SearchWords(List<Term> terms) {
    private static final String TAG = "tag:";
    private static final String QUOTES = "\"“”„«»";

    /**
     * One condition.
     *
     * @param typed as it was written, without quotes and signs
     * @param text the same folded, see {@link SearchFold}
     * @param tag whether it asks for a tag that begins so, and not for a text that contains it
     * @param excluded whether it must not hold
     */
    public record Term(String typed, String text, boolean tag, boolean excluded) {}

    public SearchWords {
        terms = List.copyOf(terms);
    }

    /** The terms of a text. */
    public static SearchWords of(String search) {
        List<Term> terms = new ArrayList<>();
        int at = 0;
        while (at < search.length()) {
            if (isSpace(search.charAt(at))) {
                at++;
                continue;
            }
            int begin = at;
            boolean excluded = search.charAt(at) == '-';
            at += excluded ? 1 : 0;
            boolean tag = search.regionMatches(true, at, TAG, 0, TAG.length());
            at += tag ? TAG.length() : 0;
            boolean phrase = at < search.length() && isQuote(search.charAt(at));
            int end = phrase ? closing(search, at + 1) : space(search, at);
            String typed =
                    search.substring(Math.min(phrase ? at + 1 : at, end), end).strip();
            String text = SearchFold.fold(typed).strip();
            at = Math.max(phrase ? end + 1 : end, begin + 1);
            if (tag || !text.isEmpty()) {
                terms.add(new Term(typed, text, tag, excluded));
            }
        }
        return new SearchWords(terms);
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The texts that stand in what is found, folded: for showing where. */
    public List<String> sought() {
        return terms.stream()
                .filter(term -> !term.excluded() && !term.tag())
                .map(Term::text)
                .distinct()
                .toList();
    }

    /**
     * Whether all terms hold.
     *
     * @param folded the fields, each folded, divided by line ends
     * @param tags the tags as written
     */
    public boolean match(String folded, List<String> tags) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean holds = term.tag() ? tagged(tags, term.text()) : folded.contains(term.text());
            if (holds == term.excluded()) {
                return false;
            }
        }
        return true;
    }

    private static boolean tagged(List<String> tags, String begin) {
        return tags.stream().anyMatch(tag -> SearchFold.fold(tag).startsWith(begin));
    }

    private static int closing(String text, int from) {
        int at = from;
        while (at < text.length() && !isQuote(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int space(String text, int from) {
        int at = from;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
