package dev.gradeline.ui.kit;

/** What helps where a key cannot be read. */
public enum KeyWay {
    /** Give one. */
    CONNECT,
    /** Have the keychain ask the person to unlock it. */
    UNLOCK,
    /** Ask the keychain once more. */
    AGAIN,
    /** Keep the newest of several entries alone. */
    REPAIR
}
