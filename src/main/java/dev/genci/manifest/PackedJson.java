package dev.genci.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * JSON without fractions, as tokens that need no parser: the build packs the schema, every start unpacks it. To start a
 * JSON parser takes longer than to check a manifest, most of it on JDK 25 for powers of five that are never used.
 *
 * <p>A value is a letter and what belongs to it: {@code o} and fields up to {@code .}, {@code a} and items up to
 * {@code .}, {@code s} and a text, {@code i} and an int, {@code t}, {@code f}. A field is {@code k}, a text and a value.
 * A text is the number of its bytes, in two bytes, and these in UTF-8.
 */
final class PackedJson {
    private PackedJson() {}

    /** Packs the JSON file named first into the file named second. The build calls it. */
    public static void main(String[] args) throws IOException {
        try (InputStream json = Files.newInputStream(Path.of(args[0]));
                JsonParser parser = new JsonFactory().createParser(json);
                DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                pack(parser, token, out);
            }
        }
    }

    private static void pack(JsonParser parser, JsonToken token, DataOutput out) throws IOException {
        out.writeByte(
                switch (token) {
                    case START_OBJECT -> 'o';
                    case START_ARRAY -> 'a';
                    case END_OBJECT, END_ARRAY -> '.';
                    case FIELD_NAME -> 'k';
                    case VALUE_STRING -> 's';
                    case VALUE_NUMBER_INT -> 'i';
                    case VALUE_TRUE -> 't';
                    case VALUE_FALSE -> 'f';
                    default -> throw new IOException("cannot be packed: " + token);
                });
        if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
            byte[] text = parser.getText().getBytes(StandardCharsets.UTF_8);
            out.writeShort(text.length);
            out.write(text);
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            out.writeInt(parser.getIntValue());
        }
    }

    /** Unpacks a value, to the nodes that the validator reads. */
    static JsonNode read(ByteBuffer in) {
        return value((char) in.get(), in);
    }

    private static JsonNode value(char letter, ByteBuffer in) {
        return switch (letter) {
            case 'o' -> object(in);
            case 'a' -> array(in);
            case 's' -> JsonTree.text(text(in));
            case 'i' -> JsonTree.NODES.numberNode(in.getInt());
            case 't', 'f' -> JsonTree.NODES.booleanNode(letter == 't');
            default -> throw new IllegalStateException("not packed JSON: " + letter);
        };
    }

    private static ObjectNode object(ByteBuffer in) {
        ObjectNode object = JsonTree.NODES.objectNode();
        while (in.get() == 'k') {
            object.set(text(in), read(in));
        }
        return object;
    }

    private static ArrayNode array(ByteBuffer in) {
        ArrayNode array = JsonTree.NODES.arrayNode();
        for (char letter = (char) in.get(); letter != '.'; letter = (char) in.get()) {
            array.add(value(letter, in));
        }
        return array;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
