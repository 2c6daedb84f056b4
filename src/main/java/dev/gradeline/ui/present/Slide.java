package dev.gradeline.ui.present;

import dev.gradeline.posture.Grade;
import dev.gradeline.report.Alongside;
import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.TextMeasure;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.ScanFigure;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One slide, ready to show. Immutable. */
sealed interface Slide {
    /** What the slide is about, in a few words. */
    String title();

    /** What stands small beside the title; may be empty. */
    String aside();

    /** The whole slide in sentences, for those who do not see it. */
    String spoken();

    /**
     * Where frameworks stand.
     *
     * @param note why they are not fresh; empty when they are
     */
    record Grades(String title, String aside, List<Card> cards, String note, String spoken) implements Slide {
        public Grades {
            cards = List.copyOf(cards);
        }
    }

    /**
     * One framework's card.
     *
     * @param unmoved why there is no movement; empty when there is
     * @param assessed when it was last assessed; empty when unknown
     * @param marks words for what is out of the ordinary
     * @param spoken the card in a sentence
     */
    record Card(
            String name,
            @Nullable Grade grade,
            String score,
            Movement movement,
            String unmoved,
            String assessed,
            List<String> marks,
            String spoken) {
        public Card {
            marks = List.copyOf(marks);
        }
    }

    /**
     * One framework over time.
     *
     * @param sentence what its latest assessment changed
     * @param facts what else is known of it, each a sentence
     */
    record Trend(String title, String aside, Card card, String sentence, List<String> facts, Line line, String spoken)
            implements Slide {
        public Trend {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A framework's scores between two moments, ready to draw.
     *
     * @param lowest the score at the bottom, alike on all slides
     * @param alongside what stands beside the scores on the trends
     */
    record Line(TrendChart.Line line, Instant from, Instant to, int lowest, Alongside alongside) {
        /** Lays the chart out for a size in pixels. */
        List<ChartShape> shapes(double width, double height, Words words, TextMeasure measure) {
            return TrendChart.layout(
                            new TrendChart.Request(
                                    width,
                                    height,
                                    List.of(line),
                                    from,
                                    to,
                                    words.zone(),
                                    words.locale(),
                                    Set.of(),
                                    false,
                                    alongside.flags(words),
                                    alongside.targets(List.of(line), words),
                                    alongside.unread()),
                            measure,
                            lowest)
                    .shapes();
        }
    }

    /** What changed. */
    record News(String title, String aside, List<Item> items, String spoken) implements Slide {
        public News {
            items = List.copyOf(items);
        }
    }

    /**
     * A change.
     *
     * @param text its sentence, as long as a slide has room for
     * @param day when; empty when it sums up several
     */
    record Item(ChangeWords.Line line, String text, String day) {}

    /** The most urgent recommendations still open. */
    record Urgent(String title, String aside, List<Todo> todos, String spoken) implements Slide {
        public Urgent {
            todos = List.copyOf(todos);
        }
    }

    /** A recommendation. */
    record Todo(String priority, String title, String framework) {}

    /**
     * What the discovery scan counts.
     *
     * @param heading what the names below are; empty when there are none
     * @param platforms the names of those it is most sure of, most sure first
     * @param note why it is not fresh; empty when it is
     */
    record Discovery(
            String title,
            String aside,
            List<ScanFigure> figures,
            String heading,
            List<String> platforms,
            String note,
            String spoken)
            implements Slide {
        public Discovery {
            figures = List.copyOf(figures);
            platforms = List.copyOf(platforms);
        }
    }

    /** The names of platforms that discovery found, most sure first. */
    record Platforms(String title, String aside, List<String> names, String spoken) implements Slide {
        public Platforms {
            names = List.copyOf(names);
        }
    }

    /** A sentence in place of what is missing. */
    record Sentence(String title, String aside, String text, String spoken) implements Slide {}
}
