package vn.lienthong.node.delivery.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InNodeRole;

/** The name under which this installation claims work. It outlives the process, so that a restart takes back its own claims. */
@InNodeRole
@Component
class Installation {

    private final String owner;

    Installation(DataDirectory data, TimeOrderedIds ids) {
        this.owner = readOrCreate(data.root().resolve("installation"), ids);
    }

    String owner() {
        return owner;
    }

    private static String readOrCreate(Path file, TimeOrderedIds ids) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, ids.next().toString(), StandardCharsets.US_ASCII);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
