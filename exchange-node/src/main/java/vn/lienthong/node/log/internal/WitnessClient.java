package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.NoteSignature;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.WitnessRequest;

/** Asks a witness over HTTP. Answers are hostile: bounded, and believed only as far as signatures go. */
final class WitnessClient {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final HttpClient http;
    private final Duration timeout;

    WitnessClient(HttpClient http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    /** What a witness said. */
    sealed interface Answer {

        /**
         * It cosigned; the lines are not verified yet.
         *
         * @param lines its cosignatures
         */
        record Cosigned(List<NoteSignature> lines) implements Answer {}

        /**
         * It knows another size than it was asked with.
         *
         * @param size what it knows
         */
        record Knows(long size) implements Answer {}

        /**
         * It refuses.
         *
         * @param status of its answer
         */
        record Refused(int status) implements Answer {}

        /**
         * There is no sensible answer.
         *
         * @param why in English
         */
        record Away(String why) implements Answer {}
    }

    /** Has a checkpoint cosigned. */
    Answer addCheckpoint(URI witness, WitnessRequest request) {
        HttpRequest post = HttpRequest.newBuilder(URI.create(witness + "/add-checkpoint"))
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.encode()))
                .build();
        try {
            HttpResponse<InputStream> response = send(post);
            byte[] body = body(response);
            return switch (response.statusCode()) {
                case OK -> new Answer.Cosigned(NoteSignature.parseLines(body));
                case CONFLICT -> new Answer.Knows(WitnessRequest.parseSize(body));
                default -> new Answer.Refused(response.statusCode());
            };
        } catch (IOException e) {
            return new Answer.Away(words(e));
        }
    }

    /**
     * The last checkpoint that the witness cosigned; empty when it knows none.
     *
     * @throws IOException when there is no sensible answer
     */
    Optional<SignedNote> latest(URI witness, String origin) throws IOException {
        HttpRequest get = HttpRequest.newBuilder(
                        URI.create(witness + "/" + WitnessRows.id(origin).hex() + "/checkpoint"))
                .timeout(timeout)
                .build();
        HttpResponse<InputStream> response = send(get);
        byte[] body = body(response);
        return switch (response.statusCode()) {
            case OK -> Optional.of(SignedNote.parse(body));
            case NOT_FOUND -> Optional.empty();
            default -> throw new IOException("answered with status " + response.statusCode());
        };
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a witness", e);
        }
    }

    private static byte[] body(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] octets = body.readNBytes(SignedNote.MAX_SIZE + 1);
            if (octets.length > SignedNote.MAX_SIZE) {
                throw new LogFormatException("the answer of a witness is longer than allowed");
            }
            return octets;
        }
    }

    private static String words(IOException e) {
        return e instanceof LogFormatException
                ? "answered with nonsense"
                : "away: " + e.getClass().getSimpleName();
    }
}
