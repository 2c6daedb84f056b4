package dev.gradeline.ui.kit;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.words.Words;

/** A key and its place in a few words, with no more of the key than is public. */
public final class KeyLine {
    private KeyLine() {}

    /** “key a1b2c3d4… · keychain”, or why there is none. */
    public static String of(KeyVault.Found found, Words words) {
        return of(KeySight.of(found), words);
    }

    /** The same, of what may be seen of a key. */
    public static String of(KeySight found, Words words) {
        String shown = found.visible();
        if (shown == null) {
            return new KeyWords(words).brief(KeyStanding.of(found));
        }
        String visible = shown.isEmpty() ? words.of("shell.key.malformed") : shown.replaceFirst("^ayliea_pk_", "");
        String place = switch (found.place()) {
            case KEYCHAIN -> words.of("shell.key.keychain");
            case SESSION -> words.of("shell.key.session");
            case ENVIRONMENT -> words.of("shell.key.environment");
            case NOWHERE -> words.of("shell.key.none");
        };
        return words.of("shell.key", visible, place);
    }
}
