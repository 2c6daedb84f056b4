package dev.gradeline.cli;

import dev.gradeline.words.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;

/** Runs the command line in this process and keeps what it said. */
public final class Shell {
    /** English, in a zone that is never UTC, so that a mistaken zone shows. */
    public static final Words WORDS = new Words(Locale.UK, ZoneId.of("Asia/Tokyo"));

    private final Opener opener;
    private final Faces faces;

    /** How one command ended, and what it said on each stream. */
    public static final class Said {
        private final int code;
        private final byte[] data;
        private final String err;

        Said(int code, byte[] data, String err) {
            this.code = code;
            this.data = data;
            this.err = err;
        }

        public int code() {
            return code;
        }

        /** Standard output as it came. */
        public byte[] data() {
            return data.clone();
        }

        /** Standard output as text. */
        public String out() {
            return new String(data, StandardCharsets.UTF_8);
        }

        /** Standard error. */
        public String err() {
            return err;
        }

        /** Shown when an assertion on the code fails. */
        @Override
        public String toString() {
            return "exit " + code + "\n" + out() + err;
        }
    }

    public Shell(Opener opener, Faces faces) {
        this.opener = opener;
        this.faces = faces;
    }

    /** Runs a command with nothing on standard input. */
    public Said run(String... arguments) {
        return runWithInput("", arguments);
    }

    /** Runs a command that finds this text on standard input. */
    public Said runWithInput(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineFace(
                        opener,
                        faces,
                        WORDS,
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                .run(arguments);
        return new Said(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }
}
