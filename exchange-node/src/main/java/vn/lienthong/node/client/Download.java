package vn.lienthong.node.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** One file on its way from a node to the disk, resumed at the octet where a connection broke. */
final class Download {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int ATTEMPTS_WITHOUT_PROGRESS = 3;

    private final HttpDoor door;
    private final HttpRequest.Builder request;
    private final long size;
    private final Duration time;

    Download(HttpDoor door, HttpRequest.Builder request, long size, Duration time) {
        this.door = door;
        this.request = request;
        this.size = size;
        this.time = time;
    }

    Answer<Digests.Sha512> into(Path target) throws IOException {
        Files.createFile(target);
        int fruitless = 0;
        while (true) {
            long before = Files.size(target);
            try {
                HttpResponse<byte[]> response = door.send(from(before), append(target, before), time);
                if (response.statusCode() != OK && response.statusCode() != PARTIAL) {
                    return new Answer.Refused<>(HttpDoor.problem(response.statusCode(), response.body()));
                }
                return complete(target);
            } catch (IOException broken) {
                fruitless = Files.size(target) > before ? 0 : fruitless + 1;
                if (fruitless == ATTEMPTS_WITHOUT_PROGRESS) {
                    throw broken;
                }
            }
        }
    }

    private HttpRequest from(long offset) {
        HttpRequest.Builder next = request.copy().GET();
        return offset == 0
                ? next.build()
                : next.header("Range", "bytes=" + offset + "-").build();
    }

    private BodyHandler<byte[]> append(Path target, long offset) {
        return info -> {
            boolean whole = info.statusCode() == OK;
            if (!whole && info.statusCode() != PARTIAL) {
                return HttpDoor.bounded().apply(info);
            }
            // A node that ignores the range sends all of it: then the file starts anew.
            StandardOpenOption how = whole ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
            long most = whole ? size : size - offset;
            return BodySubscribers.mapping(
                    BodySubscribers.limiting(BodySubscribers.ofByteArrayConsumer(sink(target, how)), most),
                    _ -> new byte[0]);
        };
    }

    private static FileSink sink(Path target, StandardOpenOption how) {
        try {
            return new FileSink(Files.newOutputStream(target, StandardOpenOption.WRITE, how));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer<Digests.Sha512> complete(Path target) throws IOException {
        if (Files.size(target) != size) {
            throw new IOException("the node sent " + Files.size(target) + " octets of " + size);
        }
        return new Answer.Given<>(Digests.sha512(target));
    }
}
