package dev.gradeline.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Deals out the titles of one framework's recommendations in a seeded order, each of them once. */
final class Phrasebook {
    /** A title and the category that it belongs to. */
    record Phrase(String category, String title) {}

    private record Area(String category, List<String> advice, List<String> about) {}

    private final Deque<Phrase> deck;

    Phrasebook(String framework, Random random) {
        List<Phrase> phrases = new ArrayList<>();
        for (Area area : Contents.AREAS.getOrDefault(framework, List.of())) {
            for (String advice : area.advice()) {
                for (String about : area.about()) {
                    phrases.add(new Phrase(area.category(), advice.replace("{}", about)));
                }
            }
        }
        Collections.shuffle(phrases, random);
        deck = new ArrayDeque<>(phrases);
    }

    /**
     * The next phrase.
     *
     * @throws java.util.NoSuchElementException when the framework raises more advice than {@code advice.json} can word
     */
    Phrase next() {
        return deck.removeFirst();
    }

    private static final class Contents {
        static final Map<String, List<Area>> AREAS = Json.resource("advice.json", new TypeReference<>() {});
    }
}
