package dev.gradeline.ayliea;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of the API: an object with one list of rows in it and, for one endpoint, an object beside that. Row by
 * row and without a tree, so that a server that ignores {@code limit} costs no more memory than its rows.
 */
final class AnswerReader {

    /** Makes a value of a row. */
    interface RowMapper<R> {
        /** Null, with an oddity noted, when the row is of no use. */
        @Nullable R map(Row row);
    }

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(1_000)
                    .maxNameLength(10_000)
                    .build())
            .build();

    /** What the parser says of the setting that it went by. */
    private static final Pattern FROM_SETTING = Pattern.compile(", from `[^`]*`");

    private final String list;
    private final @Nullable String beside;

    /**
     * @param list the field that holds the rows
     * @param beside the field of the object beside them; null when the endpoint has none
     */
    AnswerReader(String list, @Nullable String beside) {
        this.list = list;
        this.beside = beside;
    }

    /**
     * @param before how many rows came on earlier pages: rows are named by their place in the whole
     * @throws CallEnded as not understood when this is not such an answer
     */
    <R> Page<R> read(Answer answer, int before, RowMapper<R> mapper) throws CallEnded {
        byte[] body = answer.body();
        try (JsonParser parser = JSON.createParser(body)) {
            return new Reading<>(mapper, before).page(parser);
        } catch (JacksonException e) {
            if (isUtf8(body)) {
                throw notJson(answer, e);
            }
            return readReplacing(answer, body, before, mapper);
        } catch (WrongShape e) {
            throw wrongShape(answer, e);
        } catch (IOException | IllegalStateException e) {
            // not a byte of the network is left to read: these are the parser's own ways to give up
            throw isUtf8(body) ? wrongShape(answer, e) : wrongEncoding(answer);
        }
    }

    /** Reads what is not UTF-8 with U+FFFD for every byte that makes no sense: a few spoilt letters cost no row. */
    private <R> Page<R> readReplacing(Answer answer, byte[] body, int before, RowMapper<R> mapper) throws CallEnded {
        String text = new String(body, StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            Page<R> page = new Reading<>(mapper, before).page(parser);
            page.oddities().add(list + ": some bytes are not UTF-8 and show as \uFFFD");
            return page;
        } catch (IOException | IllegalStateException e) {
            throw wrongEncoding(answer);
        }
    }

    /** The sentence of an error answer; empty when there is none. */
    static String errorSentence(Answer answer) {
        try (JsonParser parser = JSON.createParser(answer.body())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken token = parser.nextToken();
                if (field.equals("error") && token == JsonToken.VALUE_STRING) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            return "";
        } catch (CallEnded | IOException | IllegalStateException e) {
            return "";
        }
    }

    private static CallEnded notJson(Answer answer, JacksonException e) {
        if (answer.isWebPage()) {
            return CallEnded.notUnderstood("a web page instead of data" + answer.excerpt());
        }
        return CallEnded.notUnderstood(answer.what() + whyNot(e) + answer.excerpt());
    }

    /** In our own words: the parser's name its classes and settings. */
    private static String whyNot(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException beyond ->
                " goes beyond what is read ("
                        + FROM_SETTING.matcher(beyond.getOriginalMessage()).replaceAll("") + ")";
            case JsonEOFException end -> " is not whole JSON (it ends in the middle)";
            default -> " is not whole JSON (from byte " + (e.getLocation().getByteOffset() + 1) + " on)";
        };
    }

    private static CallEnded wrongShape(Answer answer, Exception e) {
        String why = e instanceof WrongShape own ? String.valueOf(own.getMessage()) : "it cannot be read";
        return CallEnded.notUnderstood(answer.what() + ": " + why + answer.excerpt());
    }

    private static CallEnded wrongEncoding(Answer answer) {
        return CallEnded.notUnderstood(answer.what() + " is neither JSON nor UTF-8" + answer.excerpt());
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The JSON is well, but not the API's. */
    private static final class WrongShape extends IOException {
        WrongShape(String message) {
            super(message);
        }
    }

    /** One pass over one answer. */
    private final class Reading<R> {
        private final RowMapper<R> mapper;
        private final int before;
        private final Oddities oddities = new Oddities();
        private final List<R> rows = new ArrayList<>();
        private int received = -1;
        private @Nullable Row besideRow;

        Reading(RowMapper<R> mapper, int before) {
            this.mapper = mapper;
            this.before = before;
        }

        Page<R> page(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new WrongShape("not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken token = parser.nextToken();
                if (field.equals(list)) {
                    readList(parser, token);
                } else if (field.equals(beside)) {
                    readBeside(parser, token, field);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new WrongShape("something follows the answer");
            }
            if (received < 0) {
                throw new WrongShape("“" + list + "” is missing");
            }
            return new Page<>(rows, received, besideRow, oddities);
        }

        private void readList(JsonParser parser, JsonToken token) throws IOException {
            if (token != JsonToken.START_ARRAY) {
                throw new WrongShape("“" + list + "” is not a list");
            }
            if (received >= 0) {
                throw new WrongShape("“" + list + "” stands there twice");
            }
            received = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                received++;
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    R row = mapper.map(new Row(list, before + received, object(parser, true), oddities));
                    if (row != null) {
                        rows.add(row);
                    }
                } else {
                    parser.skipChildren();
                    oddities.dropped(list + " row " + (before + received) + " left out: it is not an object");
                }
            }
        }

        private void readBeside(JsonParser parser, JsonToken token, String field) throws IOException {
            besideRow = switch (token) {
                case VALUE_NULL -> null;
                case START_OBJECT -> new Row(field, Row.ALONE, object(parser, true), oddities);
                default -> throw new WrongShape("“" + field + "” is not an object");
            };
        }

        private Cells object(JsonParser parser, boolean outer) throws IOException {
            Cells cells = new Cells();
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                cells.add(field, cell(parser, parser.nextToken(), outer));
            }
            return cells;
        }

        private Row.@Nullable Cell cell(JsonParser parser, JsonToken token, boolean outer) throws IOException {
            return switch (token) {
                case VALUE_NULL -> null;
                case VALUE_STRING -> new Row.Cell.Text(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Row.Cell.Digits(parser.getText());
                case VALUE_TRUE, VALUE_FALSE -> new Row.Cell.Flag(token == JsonToken.VALUE_TRUE);
                case START_OBJECT -> {
                    if (outer) {
                        yield new Row.Cell.Fields(object(parser, false));
                    }
                    parser.skipChildren();
                    yield new Row.Cell.Other("an object");
                }
                case START_ARRAY -> {
                    parser.skipChildren();
                    yield new Row.Cell.Other("a list");
                }
                default -> throw new WrongShape("a value that is no JSON");
            };
        }
    }
}
