package se.mandat.web.platform;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException.FieldError;

/**
 * JSON as the API reads and writes it: what is not exactly what was asked for is refused with the name of the field,
 * and never bent into shape.
 *
 * <p>A number that is whole but greater than a {@code long} can hold becomes the greatest one, so that the domain says
 * that it is out of range. Dates are {@code 2027-03-25}; times are written in Stockholm's offset and read with any.
 */
public final class StrictJson {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 400;

    private static final ObjectMapper MAPPER = mapper();

    private StrictJson() {}

    /**
     * What a caller sent, as {@code type}.
     *
     * @throws Refused as {@link Refusal#MALFORMED}
     */
    public static Object read(byte[] body, Type type) {
        String text = decode(body);
        if (text.isBlank()) {
            throw Refused.malformed("", "error.json.empty");
        }
        JavaType javaType = MAPPER.constructType(type);
        try (JsonParser parser = MAPPER.createParser(text)) {
            return read(parser, javaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(JsonParser parser, JavaType type) throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Refused.malformed("", "error.json.object");
            }
            Object value = MAPPER.readValue(parser, type);
            if (parser.nextToken() != null) {
                throw Refused.malformed("", "error.json.trailing");
            }
            return value;
        } catch (ControlCharacter e) {
            throw Refused.malformed(path(e), "error.json.control");
        } catch (UnrecognizedPropertyException e) {
            throw Refused.malformed(path(e), "error.json.unknown-field");
        } catch (InvalidFormatException e) {
            throw e.getTargetType().isEnum()
                    ? Refused.malformed(new FieldError(
                            path(e), "error.unknown-value", Map.of("value", String.valueOf(e.getValue()))))
                    : Refused.malformed(path(e), "error.json.type");
        } catch (MismatchedInputException e) {
            throw Refused.malformed(path(e), "error.json.type");
        } catch (JsonMappingException e) {
            throw e.getCause() instanceof JsonProcessingException cause
                    ? unparsable(parser, cause)
                    : Refused.malformed(path(e), "error.json.type");
        } catch (JsonProcessingException e) {
            throw unparsable(parser, e);
        }
    }

    private static Refused unparsable(JsonParser parser, JsonProcessingException failure) {
        if (failure.getOriginalMessage() != null && failure.getOriginalMessage().startsWith("Duplicate field")) {
            return Refused.malformed(pointer(parser), "error.json.duplicate");
        }
        return Refused.malformed(new FieldError(
                pointer(parser),
                "error.json.unparsable",
                Map.of(
                        "line",
                                failure.getLocation() == null
                                        ? 1
                                        : failure.getLocation().getLineNr(),
                        "column",
                                failure.getLocation() == null
                                        ? 1
                                        : failure.getLocation().getColumnNr())));
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are no UTF-8 are refused rather than replaced. */
    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.malformed("", "error.json.utf8");
        }
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** Where the parser stands, as {@code proposal.units[0]}. */
    private static String pointer(JsonParser parser) {
        return parser.getParsingContext()
                .pathAsPointer()
                .toString()
                .replaceFirst("^/", "")
                .replaceAll("/(\\d+)", "[$1]")
                .replace('/', '.');
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
        SimpleModule types = new SimpleModule("mandat")
                .addDeserializer(String.class, new Text())
                .addDeserializer(Long.class, new WholeNumber())
                .addDeserializer(LocalDate.class, new Day())
                .addDeserializer(Instant.class, new Moment())
                .addSerializer(Instant.class, new MomentInStockholm())
                .addSerializer(LocalDate.class, new DayAsText());
        return JsonMapper.builder(factory)
                .addModule(types)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(config -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .build();
    }

    /** A text with a character that no text may have. */
    private static final class ControlCharacter extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        ControlCharacter(JsonParser parser) {
            super(parser, "control character");
        }
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = Characters.withPlainLineEnds(parser.getText());
            if (!Characters.areAllowed(text)) {
                throw new ControlCharacter(parser);
            }
            return text;
        }
    }

    private static final class WholeNumber extends StdScalarDeserializer<Long> {

        private static final long serialVersionUID = 1L;
        private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);
        private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

        WholeNumber() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return (Long) context.handleUnexpectedToken(Long.class, parser);
            }
            return parser.getBigIntegerValue().min(GREATEST).max(LEAST).longValueExact();
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                return Dates.day(parser.getText());
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), "no date");
            }
        }
    }

    private static final class Moment extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                return Dates.time(parser.getText());
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "no time");
            }
        }
    }

    private static final class MomentInStockholm extends StdScalarSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        MomentInStockholm() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    at.truncatedTo(ChronoUnit.MICROS).atZone(Moments.STOCKHOLM)));
        }
    }

    private static final class DayAsText extends StdScalarSerializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        DayAsText() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate day, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(day.toString());
        }
    }

    /** Names of what can be sent, for the description of the API. */
    static List<String> fieldsOf(Class<?> type) {
        return MAPPER.getSerializationConfig().introspect(MAPPER.constructType(type)).findProperties().stream()
                .map(property -> property.getName())
                .toList();
    }
}
