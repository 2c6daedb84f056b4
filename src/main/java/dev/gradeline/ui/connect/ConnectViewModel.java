package dev.gradeline.ui.connect;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Part;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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

    private final Words words;
    private final KeyVault vault;
    private final ConnectSteps steps;
    private final boolean mayGoBack;
    private final TaskRunner tasks;
    private final String environment;
    private @Nullable Call checking;
    private final TaskRunner.Newest newest;
    private final KeychainLine keychain;
    private final Finding finding;
    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty organisation = new SimpleStringProperty("");
    private final StringProperty otherName = new SimpleStringProperty("");
    private String suggested = "";
    private final BooleanProperty sessionOnly = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper keyHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wellFormed = new ReadOnlyBooleanWrapper();

    /**
     * @param organisation the name to begin with; empty on the first start
     * @param mayGoBack whether there is a dashboard to go back to
     */
    public ConnectViewModel(
            Words words, KeyVault vault, TaskRunner tasks, ConnectSteps steps, String organisation, boolean mayGoBack) {
        this.words = words;
        this.vault = vault;
        this.finding = new Finding(words);
        this.newest = new TaskRunner.Newest(tasks);
        this.keychain = new KeychainLine(words, vault, tasks);
        this.environment = vault.isFromEnvironment() ? words.of("connect.environment", KeyVault.VARIABLE) : "";
        this.tasks = tasks;
        keychain.absent().subscribe(none -> sessionOnly.set(none));
        this.steps = steps;
        this.mayGoBack = mayGoBack;
        this.organisation.set(organisation);
        key.addListener((observable, was, now) -> typed(now));
    }

    /** Asks the keychain how it is; call once the page stands. */
    public void open() {
        keychain.ask();
    }

    /**
     * Checks the key that is in use, for when a synchronisation found that it is of another organisation: it is shown nowhere
     * again, so nobody could paste it. Does nothing when something is typed already.
     */
    public void checkKept() {
        newest.run(
                vault::find,
                found -> {
                    String secret = found.secret();
                    if (key.get().isEmpty() && secret != null && ApiKey.flawOf(secret) == ApiKey.Flaw.NONE) {
                        key.set(secret);
                        check();
                    }
                },
                this::failed);
    }

    /** Shows something that the person should know, such as that the settings were lost. */
    public void tell(String text) {
        finding.say(text);
    }

    /**
     * Asks the keychain anew, which may prompt to unlock it. On the first start a key that is found there opens the
     * dashboard; a person who came for another key goes on with that.
     */
    public void tryKeychainAgain() {
        keychain.askAgain(found -> {
            if (found.secret() != null && !mayGoBack) {
                steps.back();
            }
        });
    }

    /** Asks the API what the key may read. Does nothing unless {@link #canCheck}: what is under way ends first. */
    public void check() {
        if (!canCheck().get()) {
            return;
        }
        ApiKey tried = ApiKey.of(key.get());
        Call call = new Call();
        call.whenWaiting(until -> tasks.run(() -> until, then -> waits(call, then), ignored -> {}));
        cancelCheck();
        checking = call;
        busy.set(true);
        waiting.set(true);
        finding.say(words.of("connect.checking"));
        newest.run(
                () -> steps.check(tried, call),
                results -> answered(tried, () -> found(tried, results)),
                error -> answered(tried, () -> failed(error)));
    }

    private void found(ApiKey tried, KeyCheck answer) {
        finding.found(tried, answer);
        // what the person wrote stays; what was suggested for another key does not
        if (finding.key().get() != null && organisation.get().strip().equals(suggested)) {
            suggested = answer.suggestion();
            organisation.set(suggested);
        }
    }

    /** Ends the check under way, if any. */
    public void cancelCheck() {
        if (checking != null) {
            checking.cancel();
        }
    }

    /** Says why nothing happens for so long, and when it goes on. */
    private void waits(Call call, Instant until) {
        if (checking == call) {
            finding.say(words.of("connect.waiting", new TimeWords(words).clock(until)));
        }
    }

    /** An answer about a key that is no longer in the field says nothing about the one that is. */
    private void answered(ApiKey tried, Runnable answer) {
        checking = null;
        waiting.set(false);
        busy.set(false);
        if (wellFormed.get() && tried.equals(ApiKey.of(key.get()))) {
            answer.run();
        }
    }

    /**
     * Keeps the key that was found usable, in the keychain or for this session, and goes on to the dashboard: one of another
     * organisation under a connection of its own. Does nothing unless {@link #canSave}.
     */
    public void save() {
        ApiKey checked = finding.key().get();
        if (checked == null || !canSave().get()) {
            return;
        }
        KeyCheck.Other mismatch = finding.other().get();
        String typed = (mismatch == null ? organisation : otherName).get().strip();
        boolean session = sessionOnly.get();
        boolean vouched = finding.unsure().get();
        busy.set(true);
        newest.run(
                () -> vouched ? keepVouched(checked, session) : keep(checked, mismatch, typed, session),
                found -> kept(found, mismatch != null),
                this::failed);
    }

    /** The environment's key is not ours to keep, and goes before every other. Blocking. */
    private KeyVault.Found keepVouched(ApiKey checked, boolean session) {
        steps.vouchFor(checked);
        KeyVault.Found found = vault.find();
        boolean kept = checked.secret().equals(found.secret());
        return kept
                ? new KeyVault.Found(KeyVault.Place.KEYCHAIN, found.secret(), null)
                : keep(checked, null, "", session);
    }

    /** Blocking. */
    private KeyVault.Found keep(ApiKey checked, KeyCheck.@Nullable Other mismatch, String name, boolean session) {
        if (mismatch == null) {
            return steps.keep(checked, name, session);
        }
        Settings.Connection home = mismatch.home();
        return home == null ? steps.keepApart(checked, name, session) : steps.keepFor(checked, home, session);
    }

    /** Lets go of a key of another organisation: the field is empty for one of the organisation whose data is stored. */
    public void useAnotherKey() {
        key.set("");
    }

    /** Whether there is a dashboard to go back to. */
    public boolean mayGoBack() {
        return mayGoBack;
    }

    public void back() {
        cancelCheck();
        steps.back();
    }

    public void exploreSample() {
        steps.exploreSample();
    }

    /** Goes on with what a backup holds, without a key. */
    public void openBackup() {
        steps.openBackup();
    }

    /** Shows proxy and certificates; what is typed is there again afterwards. */
    public void openNetwork() {
        steps.network();
    }

    /** What the page is for. */
    public String title() {
        return words.of(steps.isAdding() ? "connect.title.another" : "connect.title");
    }

    private void typed(@Nullable String text) {
        ApiKey.Flaw flaw = ApiKey.flawOf(text == null ? "" : text);
        wellFormed.set(flaw == ApiKey.Flaw.NONE);
        finding.clear();
        otherName.set("");
        keyHint.set(CheckWords.hint(flaw, key.get(), words));
    }

    private void kept(KeyVault.Found found, boolean apart) {
        busy.set(false);
        if (found.place() == KeyVault.Place.ENVIRONMENT) {
            finding.say(words.of("connect.other.environment", KeyVault.VARIABLE));
            return;
        }
        if (found.place() != KeyVault.Place.KEYCHAIN && !sessionOnly.get()) {
            // The person decides: the key is not kept beyond this session without a word.
            sessionOnly.set(true);
            finding.say(words.of(
                    "connect.sessionOnly",
                    keychain.trouble(found.trouble()),
                    saveLabel().get()));
            return;
        }
        String name = organisation.get().strip();
        key.set("");
        if (apart) {
            steps.openKept();
        } else {
            steps.connected(name);
        }
    }

    private void failed(Exception error) {
        busy.set(false);
        finding.say(words.of("connect.failed", FaultText.of(error)));
    }

    /** What is typed; the view masks it. */
    public StringProperty key() {
        return key;
    }

    /** The organisation's name as the person writes it: the API never gives one, so the domain that it scanned is suggested. */
    public StringProperty organisation() {
        return organisation;
    }

    /** Set when the checked key is of another organisation than the data stored here; null otherwise. */
    public ReadOnlyObjectProperty<KeyCheck.@Nullable Other> other() {
        return finding.other();
    }

    /** Whether nothing tells that the checked key is of the organisation whose data is stored: keeping it says that it is. */
    public ReadOnlyBooleanProperty unsure() {
        return finding.unsure();
    }

    /** The other organisation's name as the person writes it; of no matter when it has a connection already. */
    public StringProperty otherName() {
        return otherName;
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
        return finding.verdict();
    }

    /** Whether the verdict is that the key works. */
    public ReadOnlyBooleanProperty good() {
        return finding.good();
    }

    /** The keychain's name and state. */
    public ReadOnlyStringProperty keychain() {
        return keychain.text();
    }

    /** Whether it is of use to ask the keychain again. */
    public ReadOnlyBooleanProperty retryable() {
        return keychain.retryable();
    }

    /** What the button that goes on will do. */
    public StringBinding saveLabel() {
        return Bindings.createStringBinding(
                () -> {
                    KeyCheck.Other mismatch = finding.other().get();
                    if (finding.unsure().get()) {
                        return words.of("connect.unsure.same");
                    }
                    if (mismatch == null || mismatch.home() != null) {
                        return words.of(sessionOnly.get() ? "connect.save.session" : "connect.save");
                    }
                    return words.of(sessionOnly.get() ? "connect.other.add.session" : "connect.other.add");
                },
                sessionOnly,
                finding.other(),
                finding.unsure());
    }

    /** What is missing while that button cannot be pressed. */
    public StringBinding saveHint() {
        return Bindings.createStringBinding(
                () -> environment.isEmpty()
                        ? words.of(other().get() == null ? "connect.save.hint" : "connect.other.add.hint")
                        : environment,
                other());
    }

    /** Whether a key is being checked, which can be cancelled. */
    public ReadOnlyBooleanProperty checking() {
        return waiting.getReadOnlyProperty();
    }

    /** That the environment's key goes before every other, so that another one cannot be kept here; empty where it has none. */
    public String environment() {
        return environment;
    }

    /** Whether there is no keychain at all: then a key can be used for this session, and that is no choice. */
    public ReadOnlyBooleanProperty withoutKeychain() {
        return keychain.absent();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What the checked key may read; empty before the check and when it may read nothing. */
    public ObservableList<Access> access() {
        return finding.access();
    }

    /** Whether a check can be made now. */
    public BooleanBinding canCheck() {
        return Bindings.and(wellFormed, busy.not());
    }

    /** Whether the checked key can be kept now: one that needs a connection of its own, once that has a name. */
    public BooleanBinding canSave() {
        return Bindings.createBooleanBinding(
                () -> isUsable(finding.key().get())
                        && !busy.get()
                        && (!isHomeless() || !otherName.get().isBlank()),
                finding.key(),
                busy,
                finding.other(),
                otherName);
    }

    /** Whether the checked key needs a connection of its own, for which there is none yet. */
    public BooleanBinding needsName() {
        return Bindings.createBooleanBinding(this::isHomeless, finding.other());
    }

    /** Beside the environment's key, no other would be used. */
    private boolean isUsable(@Nullable ApiKey checked) {
        return checked != null && (environment.isEmpty() || vault.isEnvironments(checked.secret()));
    }

    private boolean isHomeless() {
        KeyCheck.Other mismatch = finding.other().get();
        return mismatch != null && mismatch.home() == null;
    }
}
