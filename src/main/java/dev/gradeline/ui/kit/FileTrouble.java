package dev.gradeline.ui.kit;

import dev.gradeline.history.BackupRefusedException;
import dev.gradeline.history.HistoryException;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Why a file that a person chose could not be used, and what to do. What history says of a file is meant for the one that it
 * lives in; of one that was only chosen, other things follow.
 */
public final class FileTrouble {
    private FileTrouble() {}

    /** Why a chosen file could not be taken in. */
    public static String reading(Throwable error, Path chosen, Words words) {
        Throwable cause = FaultText.cause(error);
        if (cause instanceof IOException) {
            return words.of("file.unreadable", chosen);
        }
        if (!(cause instanceof HistoryException fault) || !speaksOf(fault, chosen)) {
            return FaultText.of(error);
        }
        return switch (fault.kind()) {
            case DAMAGED -> words.of("file.damaged", chosen);
            case NEWER -> words.of("file.newer", chosen);
            case UNREADABLE, READ_ONLY -> words.of("file.unreadable", chosen);
            case FULL, LOCKED, RENEWED -> FaultText.of(fault);
        };
    }

    /** Why a chosen file could not be written. */
    public static String writing(Throwable error, Path chosen, Words words) {
        if (FaultText.cause(error) instanceof BackupRefusedException refused) {
            String key = "backup.refused." + refused.reason().name().toLowerCase(Locale.ROOT);
            String why = words.of(
                    key, chosen, refused.answers(), refused.assessments(), refused.recommendations(), refused.others());
            return why + " "
                    + words.of(
                            refused.reason() == BackupRefusedException.Reason.MORE
                                    ? "file.restoreFirst"
                                    : "file.otherName");
        }
        if (!(FaultText.cause(error) instanceof HistoryException fault) || !speaksOf(fault, chosen)) {
            return FaultText.of(error);
        }
        return switch (fault.kind()) {
            case FULL -> words.of("file.full", chosen);
            case READ_ONLY, UNREADABLE -> words.of("file.unwritable", chosen);
            case DAMAGED, NEWER, RENEWED, LOCKED -> FaultText.of(fault);
        };
    }

    /** The file, or the unfinished one beside it. */
    private static boolean speaksOf(HistoryException fault, Path file) {
        String message = String.valueOf(fault.getMessage());
        Path absolute = file.toAbsolutePath();
        return message.contains(absolute.toString())
                || message.contains(absolute.resolveSibling(".gradeline-").toString());
    }
}
