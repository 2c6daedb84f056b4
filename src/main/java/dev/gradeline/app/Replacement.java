package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeyVault.Place;
import dev.gradeline.words.Words;
import org.jspecify.annotations.Nullable;

/** Which key another one took the place of: the person is reminded of what is still to be done with it. Any thread. */
final class Replacement {
    private KeyVault.@Nullable Found before;
    private KeyVault.@Nullable Found after;

    /**
     * A key was kept.
     *
     * @param before what was in use; of several the first counts: it is the one that was there
     * @param after where the new one is
     */
    synchronized void kept(KeyVault.Found before, KeyVault.Found after) {
        if (this.before == null && before.secret() != null && !before.secret().equals(after.secret())) {
            this.before = before;
        }
        this.after = after;
    }

    /** What to do about the key before; empty where there was none, or it is no key at all. */
    synchronized String reminder(Words words) {
        String old = before == null ? null : before.secret();
        if (before == null || after == null || old == null || ApiKey.flawOf(old) != ApiKey.Flaw.NONE) {
            return "";
        }
        boolean comesBack = before.place() == Place.KEYCHAIN && after.place() == Place.SESSION;
        return words.of(
                comesBack ? "connect.replaced.session" : "connect.replaced",
                ApiKey.of(old).visible());
    }
}
