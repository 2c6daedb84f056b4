package dev.gradeline.cli;

/** What was asked for cannot be meant. The message is a sentence for people that names what is wrong; it holds no key. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String sentence) {
        super(sentence);
    }
}
