package dev.gradeline.ui.kit;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import org.jspecify.annotations.Nullable;

/**
 * Where a key is, with no more of it than is public: for all who show keys and have no use for one.
 *
 * @param place where the key is
 * @param visible what may be shown of it, such as “ayliea_pk_a1b2c3d4…”; empty for a text that is no key; null when {@code
 *     place} is {@link KeyVault.Place#NOWHERE}
 * @param trouble how the keychain failed, when it did
 */
public record KeySight(
        KeyVault.Place place,
        @Nullable String visible,
        @Nullable KeychainResult<?> trouble) {

    public static KeySight of(KeyVault.Found found) {
        String secret = found.secret();
        String visible = secret == null
                ? null
                : ApiKey.flawOf(secret) == ApiKey.Flaw.NONE ? ApiKey.of(secret).visible() : "";
        return new KeySight(found.place(), visible, found.trouble());
    }

    /** Whether there is a key that is ours to remove: one from the environment is not. */
    public boolean removable() {
        return place == KeyVault.Place.KEYCHAIN || place == KeyVault.Place.SESSION;
    }
}
