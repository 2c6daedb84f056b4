package dev.gradeline.ui.present;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.Alongside;
import dev.gradeline.ui.kit.Attention;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.ScanFigure;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A situation as slides: the grades, what needs attention first; each framework over time; what changed; what is most urgent;
 * what discovery counts. Says nothing that the dashboard does not. Pure.
 */
final class Slides {
    private static final int CARDS = 6;
    private static final int NEWS = 7;
    private static final int URGENT = 5;
    private static final int PLATFORMS = 6;
    /** In two columns. */
    private static final int PLATFORMS_PAGE = 16;

    /** What is longer has no room on a slide: two lines of a recommendation, one of a name. */
    private static final int LONGEST_TITLE = 96;

    private static final int LONGEST_TEXT = 110;

    private static final int LONGEST_NAME = 40;

    private final Situation situation;
    private final Posture posture;
    private final News news;
    private final FrameworkSlides frameworks;
    private final Words words;
    private final PostureWords names;
    private final TimeWords times;

    /**
     * What changed, and since when.
     *
     * @param since null when there is nothing to compare with
     */
    record News(@Nullable Instant since, Period period, List<Change> changes) {
        /** What a presentation compares with. */
        enum Period {
            REPORT,
            VISIT,
            /** Visit and report are too fresh to tell a meeting anything. */
            MONTH
        }

        News {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Notes, targets and gaps.
     *
     * @param shown what was read last
     * @param unread whether it could not be read again
     */
    record Beside(Alongside shown, boolean unread) {
        static final Beside NOTHING = new Beside(Alongside.NONE, false);
    }

    private Slides(Situation situation, News news, Beside beside, Words words) {
        this.situation = situation;
        this.posture = situation.posture();
        this.news = news;
        this.words = words;
        this.names = new PostureWords(words);
        this.times = new TimeWords(words);
        this.frameworks = new FrameworkSlides(situation, beside, words);
    }

    /**
     * Never empty.
     *
     * @param beside what the charts show beside the scores
     */
    static List<Slide> of(Situation situation, News news, Beside beside, Words words) {
        return new Slides(situation, news, beside, words).all();
    }

    private List<Slide> all() {
        if (posture.isEmpty()) {
            return List.of(sentence(words.of("present.empty.title"), words.of("present.empty.text")));
        }
        List<Standing> standings =
                posture.standings().stream().sorted(Attention.order(situation)).toList();
        List<Slide> slides = new ArrayList<>(grades(standings));
        standings.forEach(standing -> slides.add(frameworks.trend(standing)));
        slides.addAll(news());
        slides.add(urgent());
        slides.addAll(discovery());
        return List.copyOf(slides);
    }

    private Slide sentence(String title, String text) {
        return new Slide.Sentence(title, "", text, spoken(title, text));
    }

    static String spoken(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    // ---- grades

    private List<Slide> grades(List<Standing> standings) {
        String title = words.of("present.grades.title");
        String note = note(Part.SCORES);
        if (standings.isEmpty()) {
            return List.of(sentence(title, note.isEmpty() ? words.of("overview.scores.none") : note));
        }
        List<List<Standing>> pages = pages(standings, CARDS);
        List<Slide> slides = new ArrayList<>();
        for (List<Standing> page : pages) {
            List<Slide.Card> cards = page.stream().map(frameworks::card).toList();
            String aside = pages.size() == 1
                    ? words.of("present.grades.aside")
                    : words.of("present.grades.part", slides.size() + 1, pages.size());
            String spoken = cards.stream().map(Slide.Card::spoken).collect(Collectors.joining("\n"));
            slides.add(new Slide.Grades(title, aside, cards, note, spoken(title, spoken, note)));
        }
        return slides;
    }

    /** In pages of at most so many, as even as they can be. */
    private static <T> List<List<T>> pages(List<T> all, int most) {
        int count = Math.ceilDiv(all.size(), most);
        int each = Math.ceilDiv(all.size(), Math.max(1, count));
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += each) {
            pages.add(all.subList(from, Math.min(all.size(), from + each)));
        }
        return pages;
    }

    private String name(Framework framework) {
        return name(framework, names);
    }

    static String name(Framework framework, PostureWords names) {
        return Cleaning.shorten(names.framework(framework), LONGEST_NAME);
    }

    /** Why a part is not fresh; empty when it is. */
    private String note(Part part) {
        PartNotice notice = PartNotice.of(part, situation, words);
        return notice == null ? "" : notice.text();
    }

    private Stream<Recommendation> stillOpen() {
        return posture.recommendations().stream().filter(Recommendation::stillOpen);
    }

    // ---- what changed

    private List<Slide> news() {
        Instant since = news.since();
        if (since == null) {
            return List.of();
        }
        String day = times.day(since, situation.now());
        String title = words.of(
                switch (news.period()) {
                    case REPORT -> "present.news.sinceReport";
                    case VISIT -> "overview.changes.title";
                    case MONTH -> "present.news.month";
                });
        List<ChangeWords.Line> lines = new ChangeWords(words).digest(news.changes());
        if (lines.isEmpty()) {
            return List.of(sentence(title, words.of("overview.changes.none", day)));
        }
        List<Slide> slides = new ArrayList<>();
        for (List<ChangeWords.Line> page : pages(lines, NEWS)) {
            List<Slide.Item> items = page.stream()
                    .map(line -> new Slide.Item(
                            line,
                            Cleaning.shorten(line.text(), LONGEST_TEXT),
                            line.changes().size() > 1 ? "" : times.day(line.at(), situation.now())))
                    .toList();
            slides.add(new Slide.News(
                    title,
                    words.of("overview.changes.day", day),
                    items,
                    spoken(title, page.stream().map(ChangeWords.Line::text).collect(Collectors.joining("\n")))));
        }
        return slides;
    }

    // ---- what is most urgent

    private Slide urgent() {
        String title = words.of("overview.top.title");
        List<Recommendation> open = stillOpen()
                .sorted(Comparator.comparing(
                                Recommendation::priority, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparingInt(Recommendation::rank))
                .toList();
        if (open.isEmpty()) {
            boolean read = posture.freshness(Part.RECOMMENDATIONS).refreshedAt() != null;
            return sentence(title, read ? words.of("overview.top.none") : notRead(Part.RECOMMENDATIONS));
        }
        Integer highest = open.getFirst().priority();
        List<Recommendation> first =
                open.stream().filter(r -> Objects.equals(highest, r.priority())).toList();
        List<Slide.Todo> todos = first.stream()
                .limit(URGENT)
                .map(r -> new Slide.Todo(
                        names.priority(r.priority()),
                        Cleaning.shorten(names.title(r.title()), LONGEST_TITLE),
                        r.framework() == null ? names.number(null) : name(r.framework())))
                .toList();
        String aside = words.of("present.urgent.shown", todos.size(), first.size(), names.priority(highest));
        String spoken = todos.stream()
                .map(todo ->
                        String.join(words.of("overview.spoken.comma"), todo.priority(), todo.title(), todo.framework()))
                .collect(Collectors.joining("\n"));
        return new Slide.Urgent(title, aside, todos, spoken(title, aside, spoken));
    }

    private String notRead(Part part) {
        String note = note(part);
        return note.isEmpty() ? words.of("overview.notRead") : note;
    }

    // ---- discovery

    private List<Slide> discovery() {
        String title = words.of("overview.discovery.title");
        Scan scan = posture.scan();
        if (scan == null) {
            boolean read = posture.freshness(Part.DISCOVERY).refreshedAt() != null;
            return List.of(sentence(title, read ? words.of("overview.discovery.noScan") : notRead(Part.DISCOVERY)));
        }
        List<ScanFigure> figures = ScanFigure.of(scan, posture.previousScan(), words);
        List<String> platforms = scan.platforms().stream()
                .sorted(Comparator.comparing(
                        Platform::confidence, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .map(platform -> Cleaning.shorten(names.clean(platform.name()), LONGEST_NAME))
                .toList();
        String aside = words.of("overview.discovery.scanned", situation.recency(scan.effectiveAt(), times));
        String spoken = figures.stream().map(ScanFigure::spoken).collect(Collectors.joining("\n"));
        String note = note(Part.DISCOVERY);
        List<String> first = platforms.subList(0, Math.min(PLATFORMS, platforms.size()));
        String heading = first.isEmpty() ? "" : words.of("present.platforms.first", first.size(), platforms.size());
        List<Slide> slides = new ArrayList<>();
        slides.add(new Slide.Discovery(
                title,
                aside,
                figures,
                heading,
                first,
                note,
                spoken(title, aside, spoken, heading, String.join("\n", first), note)));
        if (platforms.size() > PLATFORMS) {
            platforms(platforms, slides);
        }
        return slides;
    }

    private void platforms(List<String> all, List<Slide> slides) {
        String title = words.of("present.platforms.title");
        List<List<String>> pages = pages(all, PLATFORMS_PAGE);
        int part = 0;
        for (List<String> page : pages) {
            part++;
            String aside = pages.size() == 1
                    ? words.of("present.platforms.aside", all.size())
                    : words.of("present.platforms.part", all.size(), part, pages.size());
            slides.add(new Slide.Platforms(title, aside, page, spoken(title, aside, String.join("\n", page))));
        }
    }
}
