package dev.gradeline.ui.kit;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;

/** Whether there is a key to read with, and what is in the way where there is none: each has a cure of its own. */
public enum KeyStanding {
    THERE,
    /** The keychain can be read, and holds none. */
    NONE,
    /** There is no keychain that could hold one. */
    ABSENT,
    LOCKED,
    /** The keychain does not answer. */
    SLOW,
    /** The keychain holds it several times. */
    TWICE,
    BROKEN;

    public static KeyStanding of(KeyVault.Found found) {
        return of(KeySight.of(found));
    }

    /** The same, of what may be seen of a key. */
    public static KeyStanding of(KeySight found) {
        if (found.visible() != null) {
            return THERE;
        }
        return switch (found.trouble()) {
            case null -> NONE;
            case KeychainResult.Ok<?> ok -> NONE;
            case KeychainResult.Absent<?> absent -> ABSENT;
            case KeychainResult.Locked<?> locked -> LOCKED;
            case KeychainResult.Slow<?> slow -> SLOW;
            case KeychainResult.Broken<?> broken -> broken.twice() ? TWICE : BROKEN;
        };
    }

    /** Whether there is none, as far as can be seen: one that cannot be read now is one. */
    public boolean isNone() {
        return this == NONE || this == ABSENT;
    }
}
