package vn.lienthong.node.days;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.testing.Installation;

/**
 * Looks for what was in a secret wherever two nodes leave anything: files, logs, and every column of every table, as it is, in other
 * encodings, and inside of whatever is compressed.
 */
final class SecretTraces {

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);
    private static final List<String> WORDS =
            List.of(SecretTravel.SUBJECT, SecretTravel.NAME, SecretTravel.CONTENT, SecretTravel.NUMBER + "/KH-UBND");
    private static final int INFLATED = 1 << 20;

    private final List<Installation> nodes;

    SecretTraces(TwoNodes nodes) {
        this.nodes = List.of(nodes.north(), nodes.south());
    }

    /** Where it was found; nothing when it left no trace. */
    List<String> found() throws IOException, SQLException {
        List<String> found = new ArrayList<>();
        if (!isFound("x" + SecretTravel.SUBJECT + "y", deflated(SecretTravel.SUBJECT))) {
            found.add("the search itself finds nothing");
        }
        for (Installation node : nodes) {
            files(node.data(), found);
            tables(node.get(DataSource.class), found);
        }
        if (Files.exists(Installation.LOG)) {
            file(Installation.LOG, found);
        }
        return found;
    }

    private static boolean isFound(String plain, byte[] compressed) {
        return says(plain.getBytes(StandardCharsets.UTF_16LE))
                && says(compressed)
                && says(plain.getBytes(ENCODINGS.getFirst()));
    }

    private static byte[] deflated(String text) {
        java.util.zip.Deflater deflater = new java.util.zip.Deflater();
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] target = new byte[1000];
        int length = deflater.deflate(target);
        deflater.end();
        return java.util.Arrays.copyOf(target, length);
    }

    private static void files(Path directory, List<String> found) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            file(file, found);
        }
    }

    private static void file(Path file, List<String> found) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (says(in.readAllBytes())) {
                found.add(file.toString());
            }
        }
    }

    private static void tables(DataSource source, List<String> found) throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<String> names = new ArrayList<>();
            try (ResultSet tables = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
            for (String name : names) {
                table(connection, name, found);
            }
            if (names.size() < 50) {
                found.add("only " + names.size() + " tables were looked at");
            }
        }
    }

    private static void table(Connection connection, String name, List<String> found) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from `" + name + "`")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    if (says(octets(rows.getObject(i)))) {
                        found.add(name + "." + rows.getMetaData().getColumnName(i));
                    }
                }
            }
        }
    }

    private static byte[] octets(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> new byte[0];
            case byte[] octets -> octets;
            case Blob blob -> blob.getBytes(1, Math.toIntExact(blob.length()));
            default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static boolean says(byte[] octets) {
        return saysPlainly(octets) || saysCompressed(octets);
    }

    private static boolean saysPlainly(byte[] octets) {
        String text = new String(octets, ISO_8859_1);
        return WORDS.stream()
                .flatMap(word -> ENCODINGS.stream().map(encoding -> new String(word.getBytes(encoding), ISO_8859_1)))
                .anyMatch(text::contains);
    }

    /** Streams of zlib begin with 78, entries of zip files with PK and a header, gzip with 1F 8B and ten octets. */
    private static boolean saysCompressed(byte[] octets) {
        for (int i = 0; i + 4 < octets.length; i++) {
            boolean zlib = octets[i] == 0x78 && (((octets[i] & 0xFF) << 8) | (octets[i + 1] & 0xFF)) % 31 == 0;
            boolean zip = octets[i] == 'P' && octets[i + 1] == 'K' && octets[i + 2] == 3 && octets[i + 3] == 4;
            boolean gzip = (octets[i] & 0xFF) == 0x1F && (octets[i + 1] & 0xFF) == 0x8B;
            if ((zlib && saysPlainly(inflated(octets, i, false)))
                    || (gzip && saysPlainly(inflated(octets, i + 10, true)))
                    || (zip && i + 30 < octets.length && saysPlainly(inflated(octets, afterNames(octets, i), true)))) {
                return true;
            }
        }
        return false;
    }

    private static int afterNames(byte[] octets, int header) {
        int name = (octets[header + 26] & 0xFF) | (octets[header + 27] & 0xFF) << 8;
        int extra = (octets[header + 28] & 0xFF) | (octets[header + 29] & 0xFF) << 8;
        return header + 30 + name + extra;
    }

    private static byte[] inflated(byte[] octets, int from, boolean raw) {
        if (from >= octets.length) {
            return new byte[0];
        }
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(octets, from, octets.length - from);
            byte[] plain = new byte[Math.min(INFLATED, 20 * (octets.length - from) + 100)];
            return java.util.Arrays.copyOf(plain, inflater.inflate(plain));
        } catch (DataFormatException notCompressed) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
