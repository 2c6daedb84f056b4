package dev.gradeline.cli;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.words.OutcomeWords;
import org.jspecify.annotations.Nullable;

/** Why there is no key that works, in words and as an exit code. */
final class KeyTrouble {
    private final Session session;

    KeyTrouble(Session session) {
        this.session = session;
    }

    /**
     * Says why there is no key to send, and what to do: the cause comes first, where it is known to be a flaw in the key's
     * text or a keychain that failed.
     */
    ExitCode tell(Workbench bench) {
        KeyVault.Found found = bench.vault().find();
        String secret = found.secret();
        if (secret != null) {
            ApiKey.Flaw flaw = ApiKey.flawOf(secret);
            if (flaw != ApiKey.Flaw.NONE) {
                tellFlaw(bench, found.place(), flaw);
                return ExitCode.KEY;
            }
        }
        OutcomeWords.Notice noKey = noKey();
        KeychainResult<?> trouble = found.trouble();
        if (trouble != null && failed(trouble)) {
            tellKeychain(bench, trouble);
            session.tellText(noKey.meaning());
            return ExitCode.KEYCHAIN;
        }
        session.tellText(noKey.text());
        if (trouble != null) {
            tellKeychain(bench, trouble);
        }
        return ExitCode.KEY;
    }

    private void tellFlaw(Workbench bench, KeyVault.Place place, ApiKey.Flaw flaw) {
        boolean inVariable = place == KeyVault.Place.ENVIRONMENT;
        session.tell(
                "cli.key.notWhole",
                inVariable ? KeyVault.VARIABLE : bench.vault().keychainName());
        session.tellText(flaw(flaw));
        session.tellText(noKey().meaning());
        session.tellText(inVariable ? session.words().of("cli.key.mendVariable", KeyVault.VARIABLE) : noKey().todo());
    }

    /** In words that name no part. */
    private OutcomeWords.Notice noKey() {
        return session.outcomes().notice(Part.SCORES, Outcome.NO_KEY, "", false);
    }

    private void tellKeychain(Workbench bench, KeychainResult<?> state) {
        session.tell("cli.keychain.state", bench.vault().keychainName(), keychain(state));
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
            case KeychainResult.Broken<?>(String why, boolean twice) ->
                twice
                        ? session.words().of("cli.keychain.twice")
                        : session.words().of("cli.keychain.broken", why);
        };
    }
}
