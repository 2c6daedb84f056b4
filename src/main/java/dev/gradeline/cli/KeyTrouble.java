package dev.gradeline.cli;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import org.jspecify.annotations.Nullable;

/** Why there is no key that works, in words and as an exit code. */
final class KeyTrouble {
    private final Session session;

    KeyTrouble(Session session) {
        this.session = session;
    }

    /** Says what else is known about a key that is missing or was refused: a flaw in its text, or a keychain that failed. */
    ExitCode tell(Workbench bench) {
        KeyVault.Found found = bench.vault().find();
        String secret = found.secret();
        if (secret != null) {
            ApiKey.Flaw flaw = ApiKey.flawOf(secret);
            if (flaw != ApiKey.Flaw.NONE) {
                if (found.place() == KeyVault.Place.ENVIRONMENT) {
                    session.tell("cli.key.inVariable", KeyVault.VARIABLE);
                }
                session.tellText(flaw(flaw));
            }
            return ExitCode.KEY;
        }
        KeychainResult<?> trouble = found.trouble();
        if (trouble == null) {
            return ExitCode.KEY;
        }
        session.tell("cli.keychain.state", bench.vault().keychainName(), keychain(trouble));
        return failed(trouble) ? ExitCode.KEYCHAIN : ExitCode.KEY;
    }

    /** Whether a keychain is there and did not do what it should; one that is absent has not failed. */
    static boolean failed(@Nullable KeychainResult<?> result) {
        return switch (result) {
            case null -> false;
            case KeychainResult.Ok<?> ok -> false;
            case KeychainResult.Absent<?> absent -> false;
            case KeychainResult.Locked<?> locked -> true;
            case KeychainResult.Slow<?> slow -> true;
            case KeychainResult.Broken<?> broken -> true;
        };
    }

    /** What is wrong with a text that should be a key, and what to do. */
    String flaw(ApiKey.Flaw flaw) {
        return switch (flaw) {
            case NONE -> "";
            case EMPTY -> session.words().of("cli.key.empty");
            case NO_PREFIX -> session.words().of("cli.key.noPrefix");
            case ONLY_VISIBLE_PART -> session.words().of("cli.key.onlyVisiblePart");
            case TOO_SHORT -> session.words().of("cli.key.tooShort");
            case TOO_LONG -> session.words().of("cli.key.tooLong");
            case NOT_HEX -> session.words().of("cli.key.notHex");
        };
    }

    /** The keychain's state, and what to do about it. */
    String keychain(KeychainResult<?> result) {
        return switch (result) {
            case KeychainResult.Ok<?> ok -> session.words().of("cli.keychain.ready");
            case KeychainResult.Absent<?>(String why) -> session.words().of("cli.keychain.absent", why);
            case KeychainResult.Locked<?> locked -> session.words().of("cli.keychain.locked");
            case KeychainResult.Slow<?> slow -> session.words().of("cli.keychain.slow");
            case KeychainResult.Broken<?>(String why) -> session.words().of("cli.keychain.broken", why);
        };
    }
}
