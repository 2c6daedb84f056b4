package dev.gradeline.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Named columns over rows of one type, written as CSV or JSON row by row, so that memory does not grow with the rows. */
record ExportTable<T>(List<Column<T>> columns) {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** Beyond this many digits before or after the point a number is written with an exponent: 1E+999999 stays short. */
    private static final int PLAIN_DIGITS = 100;

    /** What a spreadsheet takes for the start of a formula; the full-width forms count in East Asian ones. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** What a column holds; only text can be mistaken for a formula. */
    enum Type {
        TEXT,
        NUMBER,
        INSTANT
    }

    /** A column: its contractual name, and its value of a row as written; null when the server left it out. */
    record Column<T>(String name, Type type, Function<T, @Nullable String> value) {
        static <T> Column<T> text(String name, Function<T, @Nullable String> value) {
            return new Column<>(name, Type.TEXT, value);
        }

        static <T> Column<T> number(String name, Function<T, ? extends @Nullable Number> value) {
            return new Column<>(name, Type.NUMBER, row -> plain(value.apply(row)));
        }

        static <T> Column<T> instant(String name, Function<T, @Nullable Instant> value) {
            return new Column<>(name, Type.INSTANT, row -> {
                Instant instant = value.apply(row);
                return instant == null ? null : instant.toString();
            });
        }
    }

    void write(Stream<T> rows, TableExport.Format format, OutputStream out) throws IOException {
        switch (format) {
            case CSV -> csv(rows, out);
            case JSON -> json(rows, out);
        }
        out.flush();
    }

    private void csv(Stream<T> rows, OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Flushed and not closed: the stream is the caller's.
        @SuppressWarnings("resource")
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        try {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (Iterator<T> each = rows.iterator(); each.hasNext(); ) {
                T row = each.next();
                csv.writeRecord(
                        columns.stream().map(column -> cell(column, row)).toArray(String[]::new));
            }
            csv.flush();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static <T> String cell(Column<T> column, T row) {
        String value = column.value().apply(row);
        if (value == null || value.isEmpty()) {
            return "";
        }
        boolean formula = column.type() == Type.TEXT && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }

    private void json(Stream<T> rows, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(oneRowPerLine());
            array(json, rows.iterator());
            json.writeRaw('\n');
        }
    }

    /** Writes the rows as a value of JSON: an array of objects. */
    void array(JsonGenerator json, Iterator<T> rows) throws IOException {
        json.writeStartArray();
        while (rows.hasNext()) {
            T row = rows.next();
            json.writeStartObject();
            for (Column<T> column : columns) {
                json.writeFieldName(column.name());
                value(json, column.type(), column.value().apply(row));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static DefaultPrettyPrinter oneRowPerLine() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEntrySpacing(Spacing.AFTER);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        return printer;
    }

    static void value(JsonGenerator json, Type type, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (type == Type.NUMBER) {
            json.writeNumber(value);
        } else if (wellFormed(value)) {
            json.writeString(value);
        } else {
            // Half a surrogate pair has no UTF-8 bytes; escaped as \\uD800 it comes back exactly.
            json.setHighestNonEscapedChar(127);
            json.writeString(value);
            json.setHighestNonEscapedChar(0);
        }
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static @Nullable String plain(@Nullable Number number) {
        if (!(number instanceof BigDecimal decimal)) {
            return number == null ? null : number.toString();
        }
        boolean writable = decimal.scale() >= -PLAIN_DIGITS && decimal.scale() <= PLAIN_DIGITS;
        return writable ? decimal.toPlainString() : decimal.toString();
    }
}
