package dev.gradeline.ui.connect;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.ApiResult;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** First start and new keys: a key is typed or pasted, understood, checked against the API, and kept. JavaFX thread. */
public final class ConnectViewModel {

    /**
     * One row of “what this key can read”.
     *
     * @param scope the scope it needs
     * @param readable whether it may be read
     * @param note what follows from it; the scope's name when it may
     */
    public record Access(Part part, String name, String scope, boolean readable, String note) {}

    /** What connecting needs from outside. */
    public interface Steps {
        /** Asks the API what a key may read. Blocking. */
        Map<Part, ApiResult<Integer>> probe(ApiKey key);

        /** Keeps the connection's name and opens the dashboard. JavaFX thread. */
        void connected(String organisation);

        /** Leaves everything as it is and opens the dashboard again. JavaFX thread. */
        void back();

        /** Opens the dashboard on sample data. JavaFX thread. */
        void exploreSample();
    }

    private final Words words;
    private final OutcomeWords outcomes;
    private final KeyVault vault;
    private final Steps steps;
    private final boolean mayGoBack;
    private final TaskRunner.Newest newest;
    private final TaskRunner.Newest newestOfKeychain;
    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty organisation = new SimpleStringProperty("");
    private final BooleanProperty sessionOnly = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper keyHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keychain = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper retryable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wellFormed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
    private final ObservableList<Access> access = FXCollections.observableArrayList();
    private @Nullable ApiKey usableKey;

    /**
     * @param organisation the name to begin with; empty on the first start
     * @param mayGoBack whether there is a dashboard to go back to
     */
    public ConnectViewModel(
            Words words, KeyVault vault, TaskRunner tasks, Steps steps, String organisation, boolean mayGoBack) {
        this.words = words;
        this.outcomes = new OutcomeWords(words);
        this.vault = vault;
        this.newest = new TaskRunner.Newest(tasks);
        this.newestOfKeychain = new TaskRunner.Newest(tasks);
        this.steps = steps;
        this.mayGoBack = mayGoBack;
        this.organisation.set(organisation);
        key.addListener((observable, was, now) -> typed(now));
        // any other word than that the key works is no good news
        verdict.addListener((observable, was, now) -> good.set(false));
    }

    /** Asks the keychain how it is; call once the page stands. */
    public void open() {
        keychain.set(words.of("connect.keychain.asking", vault.keychainName()));
        newestOfKeychain.run(
                vault::check, this::keychainAnswered, error -> keychain.set(words.of("connect.keychain.broken")));
    }

    /** Shows something that the person should know, such as that the settings were lost. */
    public void tell(String text) {
        verdict.set(text);
    }

    /**
     * Asks the keychain anew, which may prompt to unlock it. On the first start a key that is found there opens the
     * dashboard; a person who came for another key goes on with that.
     */
    public void tryKeychainAgain() {
        retryable.set(false);
        keychain.set(words.of("connect.keychain.asking", vault.keychainName()));
        newestOfKeychain.run(
                () -> new Again(vault.findAgain(), vault.check()),
                again -> {
                    if (again.found().secret() != null && !mayGoBack) {
                        steps.back();
                    } else {
                        keychainAnswered(again.state());
                    }
                },
                error -> keychain.set(words.of("connect.keychain.broken")));
    }

    private record Again(KeyVault.Found found, KeychainResult<Boolean> state) {}

    /** Asks the API what the key may read. Does nothing while the text is not a key. */
    public void check() {
        if (!wellFormed.get()) {
            return;
        }
        ApiKey tried = ApiKey.of(key.get());
        busy.set(true);
        verdict.set(words.of("connect.checking"));
        newest.run(
                () -> steps.probe(tried),
                results -> answered(tried, () -> checked(tried, results)),
                error -> answered(tried, () -> failed(error)));
    }

    /** An answer about a key that is no longer in the field says nothing about the one that is. */
    private void answered(ApiKey tried, Runnable answer) {
        busy.set(false);
        if (wellFormed.get() && tried.equals(ApiKey.of(key.get()))) {
            answer.run();
        }
    }

    /**
     * Keeps the key that was found usable, in the keychain or for this session, and goes on to the dashboard. Does nothing
     * while the key in the field was not.
     */
    public void save() {
        ApiKey checked = usableKey;
        if (checked == null) {
            return;
        }
        String secret = checked.secret();
        boolean session = sessionOnly.get();
        busy.set(true);
        newest.run(() -> session ? vault.keepForSession(secret) : vault.keep(secret), this::kept, this::failed);
    }

    /** Whether there is a dashboard to go back to. */
    public boolean mayGoBack() {
        return mayGoBack;
    }

    public void back() {
        steps.back();
    }

    public void exploreSample() {
        steps.exploreSample();
    }

    private void typed(@Nullable String text) {
        ApiKey.Flaw flaw = ApiKey.flawOf(text == null ? "" : text);
        wellFormed.set(flaw == ApiKey.Flaw.NONE);
        usable.set(false);
        usableKey = null;
        access.clear();
        verdict.set("");
        keyHint.set(
                switch (flaw) {
                    case NONE ->
                        words.of("connect.key.complete", ApiKey.of(key.get()).visible());
                    case EMPTY -> "";
                    case NO_PREFIX -> words.of("connect.key.noPrefix");
                    case ONLY_VISIBLE_PART -> words.of("connect.key.onlyVisible");
                    case TOO_SHORT -> words.of("connect.key.tooShort");
                    case TOO_LONG -> words.of("connect.key.tooLong");
                    case NOT_HEX -> words.of("connect.key.notHex");
                });
    }

    private void checked(ApiKey tried, Map<Part, ApiResult<Integer>> results) {
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
            String own = trouble(part, result, allRefused);
            trouble = own.isEmpty() ? trouble : own;
        }
        boolean any = rows.stream().anyMatch(Access::readable);
        usable.set(any);
        usableKey = any ? tried : null;
        access.setAll(any ? rows : List.of());
        verdict.set(any && trouble.isEmpty() ? words.of("connect.works") : trouble);
        good.set(any && trouble.isEmpty());
    }

    /** What keeps the key from being checked or of use; empty when only this part's scope is missing. */
    private String trouble(Part part, ApiResult<Integer> result, boolean allRefused) {
        Outcome outcome = result.outcome();
        return switch (outcome) {
            case OK -> "";
            case REFUSED ->
                allRefused ? outcomes.notice(part, outcome, "", true).text() : "";
            case UNREACHABLE -> words.of("connect.unreachable", result.detail());
            case CANCELLED -> words.of("connect.cancelled");
            case NO_KEY, KEY_REJECTED, RATE_LIMITED, NOT_UNDERSTOOD, SERVER_FAULT, OTHER_ORGANISATION ->
                outcomes.notice(part, outcome, result.detail(), false).text();
        };
    }

    private void kept(KeyVault.Found found) {
        busy.set(false);
        if (found.place() == KeyVault.Place.SESSION && !sessionOnly.get()) {
            // The person decides: the key is not kept beyond this session without a word.
            sessionOnly.set(true);
            verdict.set(words.of("connect.sessionOnly", trouble(found.trouble())));
            return;
        }
        String name = organisation.get().strip();
        key.set("");
        steps.connected(name.isEmpty() ? words.of("connect.organisation.default") : name);
    }

    private void failed(Exception error) {
        busy.set(false);
        verdict.set(words.of("connect.failed", FaultText.of(error)));
    }

    private void keychainAnswered(KeychainResult<Boolean> result) {
        keychain.set(
                result instanceof KeychainResult.Ok
                        ? words.of("connect.keychain.ready", vault.keychainName())
                        : trouble(result));
        retryable.set(result instanceof KeychainResult.Locked
                || result instanceof KeychainResult.Slow
                || result instanceof KeychainResult.Broken);
        if (result instanceof KeychainResult.Absent) {
            sessionOnly.set(true);
        }
    }

    private String trouble(@Nullable KeychainResult<?> result) {
        return switch (result) {
            case KeychainResult.Absent<?> absent -> words.of("connect.keychain.absent");
            case KeychainResult.Locked<?> locked -> words.of("connect.keychain.locked", vault.keychainName());
            case KeychainResult.Slow<?> slow -> words.of("connect.keychain.slow", vault.keychainName());
            case KeychainResult.Broken<?> broken -> words.of("connect.keychain.broken");
            case KeychainResult.Ok<?> ok -> words.of("connect.keychain.ready", vault.keychainName());
            case null -> words.of("connect.keychain.broken");
        };
    }

    /** What is typed; the view masks it. */
    public StringProperty key() {
        return key;
    }

    /** The organisation's name as the person writes it: the API never gives one. */
    public StringProperty organisation() {
        return organisation;
    }

    /** Whether the key is to be kept for this session only. */
    public BooleanProperty sessionOnly() {
        return sessionOnly;
    }

    /** A helpful word on what is typed; holds no more of a key than is public. */
    public ReadOnlyStringProperty keyHint() {
        return keyHint.getReadOnlyProperty();
    }

    /** How the check went, in words; empty before. */
    public ReadOnlyStringProperty verdict() {
        return verdict.getReadOnlyProperty();
    }

    /** Whether the verdict is that the key works. */
    public ReadOnlyBooleanProperty good() {
        return good.getReadOnlyProperty();
    }

    /** The keychain's name and state. */
    public ReadOnlyStringProperty keychain() {
        return keychain.getReadOnlyProperty();
    }

    /** Whether it is of use to ask the keychain again. */
    public ReadOnlyBooleanProperty retryable() {
        return retryable.getReadOnlyProperty();
    }

    /** What the button that goes on will do. */
    public StringBinding saveLabel() {
        return Bindings.createStringBinding(
                () -> words.of(sessionOnly.get() ? "connect.save.session" : "connect.save"), sessionOnly);
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What the checked key may read; empty before the check and when it may read nothing. */
    public ObservableList<Access> access() {
        return access;
    }

    /** Whether a check can be made now. */
    public BooleanBinding canCheck() {
        return Bindings.and(wellFormed, busy.not());
    }

    /** Whether the checked key can be kept now. */
    public BooleanBinding canSave() {
        return Bindings.and(usable, busy.not());
    }
}
