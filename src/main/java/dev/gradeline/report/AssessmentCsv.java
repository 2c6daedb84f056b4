package dev.gradeline.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Past assessments from a table: CSV (RFC 4180, UTF-8 with or without a byte-order mark) with a header that names
 * {@code framework_id}, {@code overall_score}, {@code grade} and {@code completed_at}, in any order; other columns are passed
 * over, so that {@link TableExport#history} can be read back. Fields may be separated by commas or, as spreadsheets do in some
 * countries, semicolons. Blocking; any thread.
 */
public final class AssessmentCsv {
    private static final List<String> REQUIRED = List.of("framework_id", "overall_score", "grade", "completed_at");
    /** More than two hundred years of daily assessments of a hundred frameworks hold: whatever is larger is something else. */
    private static final long LARGEST = 64L << 20;

    private static final BigDecimal LOWEST = BigDecimal.ZERO;
    private static final BigDecimal HIGHEST = new BigDecimal(100);
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 60;
    private static final int DATE_LENGTH = "2026-01-31".length();
    private static final String FORMULA = "=+-@\t\r";
    private static final String MARK = "\uFEFF";

    private AssessmentCsv() {}

    /** What can be wrong with a file or one of its lines. */
    public enum Kind {
        /** The file is too large to be such a table. */
        SIZE,
        /** The bytes are not UTF-8. */
        ENCODING,
        /** The file cannot be taken apart into rows. */
        SYNTAX,
        /** There is no header, or a column is missing from it; the value is the column's name. */
        COLUMN,
        /** There is a header and nothing else. */
        EMPTY,
        FRAMEWORK,
        /** Not a number from 0 to 100. */
        SCORE,
        /** Neither an ISO 8601 date nor an instant with its offset. */
        DATE,
        /** Later than now. */
        FUTURE,
        /** Neither a score nor a grade. */
        NOTHING
    }

    /**
     * One thing that is wrong.
     *
     * @param line the line in the file, from 1
     * @param value what stands there, cut short
     */
    public record Flaw(long line, Kind kind, String value) {}

    /**
     * What a file held.
     *
     * @param assessments in the order of {@code first_seen} as far as the file has it, else in the file's; a date without a time is the start of that day in UTC. To be used only where
     *     there are no flaws
     * @param lines the line of each assessment in the file, from 1
     * @param flaws everything that is wrong, in the file's order; often empty
     */
    public record Read(List<Assessment> assessments, List<Long> lines, List<Flaw> flaws) {
        public Read {
            lines = List.copyOf(lines);
            assessments = List.copyOf(assessments);
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * Reads a file whole.
     *
     * @param now no assessment can have been completed later; also the {@code firstSeen} of each
     * @throws IOException when it cannot be read from the disk
     */
    public static Read read(Path file, Instant now) throws IOException {
        if (Files.size(file) > LARGEST) {
            return flawed(new Flaw(1, Kind.SIZE, file.toString()));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            return flawed(new Flaw(1, Kind.ENCODING, ""));
        }
        return rows(text.startsWith(MARK) ? text.substring(1) : text, now);
    }

    private static Read rows(String text, Instant now) {
        Rows rows = new Rows(now);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(true)
                .fieldSeparator(separator(text))
                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                if (!rows.hasColumns(row)) {
                    break;
                }
                rows.take(row);
            }
        } catch (CsvParseException | IllegalArgumentException e) {
            return flawed(new Flaw(rows.line + 1, Kind.SYNTAX, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.read();
    }

    /** A header without a comma that has a semicolon is separated by these. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
    }

    private static Read flawed(Flaw flaw) {
        return new Read(List.of(), List.of(), List.of(flaw));
    }

    private record Row(Assessment assessment, long line, Instant firstSeen) {}

    private static final class Rows {
        private final Instant now;
        private final List<Row> rows = new ArrayList<>();
        private final List<Flaw> flaws = new ArrayList<>();
        private long line;
        private boolean looked;

        Rows(Instant now) {
            this.now = now;
        }

        Read read() {
            if (line == 0) {
                return flawed(new Flaw(1, Kind.EMPTY, ""));
            }
            // of two values of one assessment the one that was seen last counts
            rows.sort(Comparator.comparing(Row::firstSeen));
            return new Read(
                    rows.stream().map(Row::assessment).toList(),
                    rows.stream().map(Row::line).toList(),
                    flaws);
        }

        /** Looked at with the first row: every row has the header's columns. */
        boolean hasColumns(NamedCsvRecord row) {
            if (!looked) {
                looked = true;
                line = row.getStartingLineNumber();
                REQUIRED.stream()
                        .filter(name -> !row.getHeader().contains(name))
                        .forEach(name -> flaws.add(new Flaw(1, Kind.COLUMN, name)));
            }
            return flaws.stream().noneMatch(flaw -> flaw.kind() == Kind.COLUMN);
        }

        void take(NamedCsvRecord row) {
            line = row.getStartingLineNumber();
            int before = flaws.size();
            String framework = field(row, "framework_id");
            if (framework.isEmpty() || framework.length() > LONGEST_NAME) {
                flaw(Kind.FRAMEWORK, framework);
            }
            BigDecimal score = score(field(row, "overall_score"));
            String grade = field(row, "grade");
            if (grade.length() > LONGEST_NAME) {
                flaw(Kind.NOTHING, grade);
            }
            Instant completed = completed(field(row, "completed_at"));
            if (flaws.size() == before && score == null && grade.isEmpty()) {
                flaw(Kind.NOTHING, framework);
            }
            if (flaws.size() == before && completed != null) {
                Assessment assessment = new Assessment(
                        new Framework(framework),
                        score,
                        grade.isEmpty() ? null : new Grade(grade),
                        completed,
                        now,
                        false);
                rows.add(new Row(assessment, line, firstSeen(row)));
            }
        }

        /** A column of our own export; where there is none, or nothing that is a moment, the file's order holds. */
        private static Instant firstSeen(NamedCsvRecord row) {
            try {
                return OffsetDateTime.parse(field(row, "first_seen")).toInstant();
            } catch (DateTimeException notThere) {
                return Instant.MIN;
            }
        }

        /** A cell without the mark by which {@link TableExport} keeps a spreadsheet from taking it for a formula. */
        private static String field(NamedCsvRecord row, String name) {
            String cell = row.findField(name).orElse("").strip();
            return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                    ? cell.substring(1)
                    : cell;
        }

        private @Nullable BigDecimal score(String text) {
            if (text.isEmpty()) {
                return null;
            }
            try {
                BigDecimal score = text.length() > LONGEST_NUMBER ? HIGHEST.add(HIGHEST) : new BigDecimal(text);
                if (score.compareTo(LOWEST) >= 0 && score.compareTo(HIGHEST) <= 0) {
                    return score;
                }
            } catch (NumberFormatException notANumber) {
                // told below, as a number out of bounds is
            }
            flaw(Kind.SCORE, text);
            return null;
        }

        private @Nullable Instant completed(String text) {
            Instant moment;
            try {
                moment = text.length() <= DATE_LENGTH
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException notADate) {
                flaw(Kind.DATE, text);
                return null;
            }
            if (moment.isAfter(now)) {
                flaw(Kind.FUTURE, text);
                return null;
            }
            return moment;
        }

        private void flaw(Kind kind, String value) {
            flaws.add(new Flaw(line, kind, value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…"));
        }
    }
}
