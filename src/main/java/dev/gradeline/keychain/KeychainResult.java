package dev.gradeline.keychain;

import org.jspecify.annotations.Nullable;

/** How a keychain call ended: each way of failing has its own cure, so each is its own case. */
public sealed interface KeychainResult<T extends @Nullable Object> {
    record Ok<T extends @Nullable Object>(T value) implements KeychainResult<T> {
        /** Without the value: it may be a secret, and results end up in logs. */
        @Override
        public String toString() {
            return "Ok";
        }
    }

    /** There is no keychain on this system or session. */
    record Absent<T extends @Nullable Object>(String why) implements KeychainResult<T> {}

    /** There is one, and it is locked. */
    record Locked<T extends @Nullable Object>() implements KeychainResult<T> {}

    /** It did not answer in time: perhaps a prompt is waiting somewhere. */
    record Slow<T extends @Nullable Object>() implements KeychainResult<T> {}

    /**
     * It answered with an error; the text holds no secret.
     *
     * @param twice whether that is because it holds several entries for one account, see {@link Keychain#repair}
     */
    record Broken<T extends @Nullable Object>(String why, boolean twice) implements KeychainResult<T> {
        /** For any other reason than several entries. */
        public Broken(String why) {
            this(why, false);
        }
    }

    /**
     * The same failure for a call that would have given something else.
     *
     * @throws IllegalArgumentException for an {@link Ok}, which is no failure
     */
    static <T extends @Nullable Object> KeychainResult<T> failure(KeychainResult<?> result) {
        return switch (result) {
            case Ok<?> ok -> throw new IllegalArgumentException("not a failure");
            case Absent<?> absent -> new Absent<>(absent.why());
            case Locked<?> locked -> new Locked<>();
            case Slow<?> slow -> new Slow<>();
            case Broken<?> broken -> new Broken<>(broken.why(), broken.twice());
        };
    }
}
