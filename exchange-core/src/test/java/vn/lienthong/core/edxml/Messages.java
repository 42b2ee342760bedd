package vn.lienthong.core.edxml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages of the corpus, and readings of them with the files that they carry. */
final class Messages {

    private static final String CORPUS = "/edxml";

    private final List<ByteArrayOutputStream> files = new ArrayList<>();

    static List<Path> corpus(String folder) {
        URL url = Objects.requireNonNull(Messages.class.getResource(CORPUS + "/" + folder));
        try (Stream<Path> found = Files.list(Path.of(url.toURI()))) {
            return found.sorted().toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("the corpus cannot be read", e);
        }
    }

    static byte[] octets(String name) {
        try (var in = Objects.requireNonNull(Messages.class.getResourceAsStream(CORPUS + "/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] octets(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EdxmlReading read(byte[] message) {
        return new Messages().take(message, EdxmlLimits.STANDARD);
    }

    static EdxmlLetter letter(String name) {
        return letter(octets("letter/" + name + ".xml"));
    }

    static EdxmlLetter letter(byte[] message) {
        return switch (read(message)) {
            case EdxmlReading.Letter read -> read.letter();
            case EdxmlReading.Status _ -> throw new AssertionError("a status");
            case EdxmlReading.Refused refused ->
                throw new AssertionError(refused.fault().english());
        };
    }

    static EdxmlStatus status(String name) {
        return status(octets("status/" + name + ".xml"));
    }

    static EdxmlStatus status(byte[] message) {
        return switch (read(message)) {
            case EdxmlReading.Status read -> read.status();
            case EdxmlReading.Letter _ -> throw new AssertionError("a letter");
            case EdxmlReading.Refused refused ->
                throw new AssertionError(refused.fault().english());
        };
    }

    static Optional<EdxmlFault> fault(byte[] message) {
        return fault(message, EdxmlLimits.STANDARD);
    }

    static Optional<EdxmlFault> fault(byte[] message, EdxmlLimits limits) {
        return new Messages().take(message, limits) instanceof EdxmlReading.Refused refused
                ? Optional.of(refused.fault())
                : Optional.empty();
    }

    EdxmlReading take(byte[] message, EdxmlLimits limits) {
        try {
            return new EdxmlReader(limits).read(new ByteArrayInputStream(message), index -> {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                files.add(index, file);
                return file;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("neither source nor sink fail", e);
        }
    }

    byte[] file(int index) {
        return files.get(index).toByteArray();
    }
}
