package dev.gradeline.ui.settings;

import dev.gradeline.ayliea.ProxyAddress;
import dev.gradeline.ayliea.Route;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Network.ProxyUse;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which proxy leads to the API. The system's and none hold as soon as they are chosen, one that is typed in when the person
 * says so. JavaFX thread.
 */
public final class NetworkViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkViewModel.class);

    private final Words words;
    private final SettingsStore store;
    private final Choices choices;
    private final TaskRunner.Newest looks;
    private final Outward outward;
    private final ObjectProperty<ProxyUse> use;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper inUse = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private boolean showing;

    public NetworkViewModel(Words words, SettingsStore store, TaskRunner tasks, Outward outward) {
        this.words = words;
        this.store = store;
        this.choices = new Choices(store, tasks, now -> look(), this::notKept);
        this.looks = new TaskRunner.Newest(tasks);
        this.outward = outward;
        Network now = store.current().network();
        this.use = new SimpleObjectProperty<>(now.proxy());
        showFields(now);
        use.addListener((observable, was, chosen) -> chosen(chosen));
        address.subscribe(text -> advise());
        user.subscribe(text -> advise());
        password.subscribe(text -> advise());
    }

    private void showFields(Network now) {
        address.set(now.host().isBlank() ? "" : new ProxyAddress(now.host(), now.port()).toString());
        user.set(now.user());
        password.set("");
    }

    /** Looks which way is taken; call whenever the page comes into sight. */
    public void look() {
        looks.run(outward::route, route -> inUse.set(sentence(route)), error -> {
            LOG.warn("the way to the API is not known", error);
            inUse.set("");
        });
    }

    private String sentence(Route route) {
        String proxy = route.proxy();
        if (route.source() == Route.Source.ENVIRONMENT) {
            return proxy == null
                    ? words.of("settings.network.environment.none")
                    : words.of("settings.network.environment", proxy);
        }
        return proxy == null ? words.of("settings.network.direct") : words.of("settings.network.through", proxy);
    }

    private void advise() {
        String text = address.get();
        ProxyAddress.Flaw flaw = ProxyAddress.flawOf(text);
        advice.set(
                switch (flaw) {
                    case NONE ->
                        user.get().isBlank() && !password.get().isEmpty() ? words.of("settings.network.noUser") : "";
                    case EMPTY -> words.of("settings.network.empty");
                    case SCHEME -> words.of("settings.network.scheme");
                    case USER -> words.of("settings.network.userInAddress");
                    case HOST -> words.of("settings.network.host");
                    case NO_PORT -> words.of("settings.network.noPort");
                    case PORT -> words.of("settings.network.port");
                });
        ready.set(flaw == ProxyAddress.Flaw.NONE && advice.get().isEmpty());
    }

    private void chosen(ProxyUse chosen) {
        boolean toBeTyped =
                chosen == ProxyUse.MANUAL && store.current().network().host().isBlank();
        if (showing || toBeTyped) {
            return;
        }
        message.set("");
        choices.keep(now -> now.withNetwork(now.network().withProxy(chosen)));
    }

    /** @param told how it went with the password; empty when none was given */
    private record Kept(Network network, String told) {}

    /** Uses the proxy that is typed in from now on, and keeps its password where keys are. Does nothing unless it is {@link #ready}. */
    public void apply() {
        if (!ready.get()) {
            return;
        }
        ProxyAddress typed = ProxyAddress.of(address.get());
        String who = user.get().strip();
        String secret = password.get();
        message.set("");
        choices.inTurn(() -> keep(typed, who, secret), this::kept, this::notKept);
    }

    private Kept keep(ProxyAddress typed, String who, String secret) {
        Network before = store.current().network();
        Network now = store.update(settings ->
                        settings.withNetwork(settings.network().withManual(typed.host(), typed.port(), who)))
                .network();
        boolean same = before.host().equalsIgnoreCase(now.host())
                && before.port() == now.port()
                && before.user().equals(now.user());
        if (!same && !before.user().isEmpty()) {
            KeychainResult<Boolean> forgotten = outward.password(before).forget();
            LOG.info("the password of the proxy before: {}", forgotten);
        }
        return new Kept(now, who.isEmpty() || secret.isEmpty() ? "" : keepPassword(outward.password(now), secret));
    }

    private String keepPassword(KeyVault vault, String secret) {
        boolean inKeychain = vault.keep(secret).place() == KeyVault.Place.KEYCHAIN;
        if (!inKeychain) {
            vault.keepForSession(secret);
        }
        return inKeychain
                ? words.of("settings.network.password.kept", vault.keychainName())
                : words.of("settings.network.password.session", vault.keychainName());
    }

    private void kept(Kept kept) {
        // what was chosen meanwhile is about to hold
        if (choices.settled()) {
            showing = true;
            use.set(kept.network().proxy());
            showFields(kept.network());
            showing = false;
        }
        message.set((words.of("settings.network.kept", address.get()) + " " + kept.told()).strip());
        look();
    }

    private void notKept(Exception error) {
        LOG.warn("the way to the API could not be kept", error);
        message.set(words.of("settings.notKept", FaultText.of(error)));
        if (choices.settled()) {
            showing = true;
            use.set(store.current().network().proxy());
            showing = false;
        }
    }

    /** What to call a choice. */
    public String name(ProxyUse choice) {
        return switch (choice) {
            case SYSTEM -> words.of("settings.network.system");
            case NONE -> words.of("settings.network.none");
            case MANUAL -> words.of("settings.network.manual");
        };
    }

    public ObjectProperty<ProxyUse> use() {
        return use;
    }

    /** Host and port, as typed. */
    public StringProperty address() {
        return address;
    }

    /** Who asks for the way; blank when the proxy does not want to know. */
    public StringProperty user() {
        return user;
    }

    /** A new password; empty to leave the one that is kept. */
    public StringProperty password() {
        return password;
    }

    /** What is still wrong with what is typed; empty when nothing is. */
    public ReadOnlyStringProperty advice() {
        return advice.getReadOnlyProperty();
    }

    /** Whether what is typed can be used. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Which way is taken now; empty before the first look. */
    public ReadOnlyStringProperty inUse() {
        return inUse.getReadOnlyProperty();
    }

    /** How the last action went; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
