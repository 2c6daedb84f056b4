package dev.gradeline.cli;

import dev.gradeline.posture.Status;
import dev.gradeline.report.ReportOptions;
import dev.gradeline.report.ReportSection;
import dev.gradeline.report.TableExport;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What can be given to an option, as people write it: shells offer this (picocli makes one of each class for the option that
 * names it). Without it they would offer an enum's constants, in capitals.
 */
abstract class Choices implements Iterable<String> {
    private final List<String> all;

    Choices(Stream<String> all) {
        this.all = all.toList();
    }

    private static Stream<String> small(Enum<?>... constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Iterator<String> iterator() {
        return all.iterator();
    }

    /** Of {@code --format}. */
    static final class Formats extends Choices {
        Formats() {
            super(small(TableExport.Format.values()));
        }
    }

    /** Of {@code --paper}. */
    static final class Papers extends Choices {
        Papers() {
            super(small(ReportOptions.Paper.values()));
        }
    }

    /** Of {@code --theme}. */
    static final class Looks extends Choices {
        Looks() {
            super(small(ScreenshotsCommand.Look.values()));
        }
    }

    /** Of {@code --sections}. */
    static final class Sections extends Choices {
        Sections() {
            super(ReportSection.ALL.stream().map(ReportSection::id));
        }
    }

    /** Of {@code --page}: the window's pages, which this package does not see, and the first page of all. */
    static final class Pages extends Choices {
        Pages() {
            super(Stream.of(
                    "overview",
                    "trends",
                    "recommendations",
                    "flow",
                    "discovery",
                    "changes",
                    "portfolio",
                    "settings",
                    "connect"));
        }
    }

    /** Of {@code --status}: those that the API is known to have; it may have more. */
    static final class Statuses extends Choices {
        Statuses() {
            super(Stream.of(Status.OPEN, Status.IN_PROGRESS, Status.COMPLETED, Status.DISMISSED)
                    .map(Status::id));
        }
    }

    /** Of {@code --connection}: nothing that could be written down beforehand; a shell looks into the data directory. */
    static final class Connections extends Choices {
        Connections() {
            super(Stream.empty());
        }
    }
}
