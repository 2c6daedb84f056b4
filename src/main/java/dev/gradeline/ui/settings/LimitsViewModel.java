package dev.gradeline.ui.settings;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.posture.Limit;
import dev.gradeline.posture.LimitWatch;
import dev.gradeline.posture.Limits;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Standing;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The limits that the window watches for one organisation: one line each, and a line to add one. JavaFX thread. */
public final class LimitsViewModel {
    /** Margins offered: points of a score, or recommendations. */
    public static final List<Integer> MARGINS = List.of(0, 1, 2, 3, 5, 10);

    /** What can be limited here: priority 1 is asked about often enough for a line of its own. */
    public enum Matter {
        GRADE(Limit.Kind.MIN_GRADE, null),
        SCORE(Limit.Kind.MIN_SCORE, null),
        OPEN(Limit.Kind.MAX_OPEN, null),
        OPEN_FIRST(Limit.Kind.MAX_OPEN, 1),
        AGE(Limit.Kind.MAX_AGE, null),
        PLATFORMS(Limit.Kind.NO_NEW_PLATFORMS, null);

        private final Limit.Kind kind;
        private final @Nullable Integer maxPriority;

        Matter(Limit.Kind kind, @Nullable Integer maxPriority) {
            this.kind = kind;
            this.maxPriority = maxPriority;
        }

        /** Whether it is asked of a framework, or of all. */
        public boolean hasFramework() {
            return this != PLATFORMS;
        }

        /** Whether it is asked for a number. */
        public boolean hasNumber() {
            return this != PLATFORMS && this != GRADE;
        }
    }

    /** One limit as a line. */
    public record Line(Limit limit, String text) {}

    /** A framework to choose; null for all of them. */
    public record Scope(@Nullable Framework framework, String name) {}

    private final Words words;
    private final PostureWords posture;
    private final SettingsStore store;
    private final String connection;
    private final ObservableValue<Posture> present;
    private final Consumer<Settings> applied;
    private final String onlyLooked;
    private final Choices choices;
    private final ReadOnlyObjectWrapper<LimitWatch> watch;
    private final ObjectProperty<Matter> matter = new SimpleObjectProperty<>(Matter.GRADE);
    private final ObjectProperty<@Nullable Scope> scope = new SimpleObjectProperty<>();
    private final ObjectProperty<GradeBand> grade = new SimpleObjectProperty<>(GradeBand.B);
    private final StringProperty number = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /**
     * @param connection the connection's name: each organisation has limits of its own
     * @param present what is known now: its frameworks can be chosen
     * @param applied told when a limit was kept
     * @param onlyLooked why none can be kept; empty where they can
     */
    public LimitsViewModel(
            Words words,
            SettingsStore store,
            TaskRunner tasks,
            String connection,
            ObservableValue<Posture> present,
            Consumer<Settings> applied,
            String onlyLooked) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.store = store;
        this.connection = connection;
        this.present = present;
        this.applied = applied;
        this.onlyLooked = onlyLooked;
        this.choices = new Choices(store, tasks, this::kept, this::notKept);
        this.watch = new ReadOnlyObjectWrapper<>(watch(store.current()));
        this.scope.set(scopes().getFirst());
        this.message.set(onlyLooked);
    }

    /** Whether limits can be kept here; where not, the message says why. */
    public boolean isWritable() {
        return onlyLooked.isEmpty();
    }

    private LimitWatch watch(Settings settings) {
        String text = settings.limits().get(connection);
        return text == null ? LimitWatch.DEFAULT : LimitWatch.parse(text);
    }

    private void change(UnaryOperator<LimitWatch> how) {
        choices.keep(settings ->
                settings.withLimits(connection, how.apply(watch(settings)).text()));
    }

    private void kept(Settings now) {
        message.set("");
        watch.set(watch(now));
        applied.accept(now);
    }

    private void notKept(Exception error) {
        watch.set(watch(store.current()));
        message.set(words.of("settings.notKept", FaultText.of(error)));
    }

    /** Adds what stands in the line for that, in the place of a limit on the same matter; says what is wrong with it. */
    public void add() {
        Matter wanted = matter.get();
        Scope where = scope.get();
        Framework framework = where == null || !wanted.hasFramework() ? null : where.framework();
        BigDecimal value = wanted.hasNumber() ? typed(wanted) : BigDecimal.ZERO;
        if (value == null) {
            message.set(words.of(wanted == Matter.SCORE ? "settings.limits.badScore" : "settings.limits.badNumber"));
            return;
        }
        Limit limit = wanted == Matter.GRADE
                ? Limit.minGrade(framework, grade.get())
                : new Limit(wanted.kind, framework, wanted.maxPriority, value);
        number.set("");
        change(now -> now.withLimits(now.limits().with(limit)));
    }

    private @Nullable BigDecimal typed(Matter wanted) {
        String text = number.get().strip();
        if (wanted == Matter.SCORE) {
            String plain = text.replace(decimalSeparator(), '.');
            BigDecimal points = plain.matches("\\d{1,3}(\\.\\d{1,2})?") ? new BigDecimal(plain) : null;
            return points == null || points.compareTo(BigDecimal.valueOf(100)) > 0 ? null : points;
        }
        return text.matches("\\d{1,5}") ? new BigDecimal(text) : null;
    }

    /** “72,5” where people write so; a point always will do. */
    private char decimalSeparator() {
        return DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator();
    }

    public void remove(Limit limit) {
        change(now -> now.withLimits(now.limits().without(limit)));
    }

    public void chooseMargin(int margin) {
        if (margin != watch.get().margin()) {
            change(now -> now.withMargin(margin));
        }
    }

    /** The limits, each in words. */
    public List<Line> lines() {
        Limits limits = watch.get().limits();
        return limits.all().stream().map(limit -> new Line(limit, text(limit))).toList();
    }

    private String text(Limit limit) {
        String where = name(limit.framework());
        String value = posture.number(limit.value());
        return switch (limit.kind()) {
            case MIN_GRADE -> words.of("settings.limits.line.grade", where, limit.band());
            case MIN_SCORE -> words.of("settings.limits.line.score", where, value);
            case MAX_OPEN ->
                limit.maxPriority() == null
                        ? words.of("settings.limits.line.open", where, value)
                        : words.of(
                                "settings.limits.line.openUpTo", where, value, posture.priority(limit.maxPriority()));
            case MAX_AGE -> words.of("settings.limits.line.age", where, limit.value());
            case NO_NEW_PLATFORMS -> words.of("settings.limits.line.platforms");
        };
    }

    private String name(@Nullable Framework framework) {
        return framework == null ? words.of("limit.all") : posture.framework(framework);
    }

    /** What a limit can be bound to: all, then the frameworks that are known. */
    public List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Scope(null, name(null)));
        present.getValue().standings().stream()
                .filter(Standing::reported)
                .map(Standing::framework)
                .forEach(framework -> scopes.add(new Scope(framework, name(framework))));
        return scopes;
    }

    public String matterName(Matter each) {
        return switch (each) {
            case GRADE -> words.of("settings.limits.grade");
            case SCORE -> words.of("settings.limits.score");
            case OPEN -> words.of("settings.limits.open");
            case OPEN_FIRST -> words.of("settings.limits.openFirst", posture.priority(1));
            case AGE -> words.of("settings.limits.age");
            case PLATFORMS -> words.of("settings.limits.platforms");
        };
    }

    public String marginName(int margin) {
        return margin == 0
                ? words.of("settings.limits.margin.none")
                : words.of("settings.limits.margin.points", margin);
    }

    /** What a button says that takes a limit away, for who does not see where it stands. */
    public String removeName(Line line) {
        return words.of("settings.limits.remove.what", line.text());
    }

    public String removeName() {
        return words.of("settings.limits.remove");
    }

    /** What is watched; changes once it is kept. */
    public ReadOnlyObjectProperty<LimitWatch> watch() {
        return watch.getReadOnlyProperty();
    }

    public ObservableValue<Posture> present() {
        return present;
    }

    public ObjectProperty<Matter> matter() {
        return matter;
    }

    public ObjectProperty<@Nullable Scope> scope() {
        return scope;
    }

    public ObjectProperty<GradeBand> grade() {
        return grade;
    }

    public StringProperty number() {
        return number;
    }

    /** What is wrong with the last step; empty when nothing is. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
