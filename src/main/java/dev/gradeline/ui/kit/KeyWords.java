package dev.gradeline.ui.kit;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.words.Words;
import java.util.List;

/** How it is with a key, for people: what is in the way, what that means, and what helps. Immutable; any thread. */
public final class KeyWords {
    private final Words words;

    public KeyWords(Words words) {
        this.words = words;
    }

    /**
     * What is in the way of the key and what to do; empty where nothing is.
     *
     * @param keychain its name on screen
     */
    public String trouble(KeyStanding standing, String keychain) {
        return switch (standing) {
            case THERE -> "";
            case NONE -> words.of("key.trouble.none");
            case ABSENT -> words.of("key.trouble.absent", KeyVault.VARIABLE);
            case LOCKED -> words.of("key.trouble.locked", keychain);
            case SLOW -> words.of("key.trouble.slow", keychain);
            case TWICE -> words.of("key.trouble.twice", keychain);
            case BROKEN -> words.of("key.trouble.broken", keychain);
        };
    }

    /** The same in two or three words; empty where nothing is in the way. */
    public String brief(KeyStanding standing) {
        return switch (standing) {
            case THERE -> "";
            case NONE -> words.of("shell.key.none");
            case ABSENT -> words.of("shell.key.absent");
            case LOCKED -> words.of("shell.key.locked");
            case SLOW -> words.of("shell.key.slow");
            case TWICE -> words.of("shell.key.twice");
            case BROKEN -> words.of("shell.key.broken");
        };
    }

    /** The cure; what helps most first. */
    public List<KeyWay> ways(KeyStanding standing) {
        return switch (standing) {
            case THERE -> List.of();
            case NONE, ABSENT -> List.of(KeyWay.CONNECT);
            case LOCKED -> List.of(KeyWay.UNLOCK);
            case SLOW -> List.of(KeyWay.AGAIN);
            case TWICE -> List.of(KeyWay.REPAIR);
            case BROKEN -> List.of(KeyWay.AGAIN, KeyWay.CONNECT);
        };
    }

    /** What the button for it says. */
    public String name(KeyWay way) {
        return switch (way) {
            case CONNECT -> words.of("key.way.connect");
            case UNLOCK -> words.of("key.way.unlock");
            case AGAIN -> words.of("notice.tryAgain");
            case REPAIR -> words.of("key.way.repair");
        };
    }
}
