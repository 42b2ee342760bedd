package vn.lienthong.node.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what a response brings into a stream and closes it at the end. */
final class FileSink implements Consumer<Optional<byte[]>> {

    private final OutputStream target;

    FileSink(OutputStream target) {
        this.target = target;
    }

    @Override
    public void accept(Optional<byte[]> octets) {
        try {
            if (octets.isPresent()) {
                target.write(octets.get());
            } else {
                target.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
