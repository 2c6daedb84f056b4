package dev.gradeline.app;

import dev.gradeline.ayliea.Way;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.Keychain;
import dev.gradeline.settings.Network;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the API as the settings have it, with the passwords of proxies from the keychain. Any thread; blocking. */
final class ProxyPasswords {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyPasswords.class);

    private final Supplier<Keychain> keychain;
    /** One for each proxy and user: each remembers what it was given for this session. */
    private final Map<String, KeyVault> vaults = new ConcurrentHashMap<>();

    ProxyPasswords(Supplier<Keychain> keychain) {
        this.keychain = keychain;
    }

    /** Where the password for a proxy is. A variable with an API key has no say in it. */
    KeyVault of(Network network) {
        String account =
                "proxy " + network.user() + "@" + network.host().toLowerCase(Locale.ROOT) + ":" + network.port();
        return vaults.computeIfAbsent(account, name -> new KeyVault(keychain.get(), name, Map.of()));
    }

    /** The way as it is chosen. */
    Way way(Network network) {
        return new Way(
                switch (network.proxy()) {
                    case SYSTEM -> Way.Kind.SYSTEM;
                    case NONE -> Way.Kind.NONE;
                    // a file written by hand may name none
                    case MANUAL -> network.host().isBlank() ? Way.Kind.SYSTEM : Way.Kind.NAMED;
                },
                network.host(),
                network.port(),
                network.user(),
                () -> password(of(network).find()),
                files(network.certificates()));
    }

    /** A keychain that opens and knows none says that there is none; one that does not open says nothing. */
    private static @Nullable String password(KeyVault.Found found) {
        return found.secret() == null && found.trouble() == null ? "" : found.secret();
    }

    private static List<Path> files(List<String> names) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try {
                files.add(Path.of(name));
            } catch (InvalidPathException e) {
                LOG.warn("the settings name a file of certificates that cannot be one", e);
            }
        }
        return files;
    }
}
