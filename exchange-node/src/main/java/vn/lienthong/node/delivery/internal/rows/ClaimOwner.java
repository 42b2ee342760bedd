package vn.lienthong.node.delivery.internal.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.InNodeRole;

/** The name under which this installation claims rows; the same after a restart, so that it takes back its own at once. */
@Component
@InNodeRole
public class ClaimOwner {

    private final String id;

    /**
     * Reads the name, or draws it at the first start.
     *
     * @throws IOException if its file cannot be read or made
     */
    public ClaimOwner(DataDirectory data, TimeOrderedIds ids) throws IOException {
        Path file = data.root().resolve("installation");
        if (!Files.exists(file)) {
            Path fresh = data.root().resolve("installation.new");
            Files.writeString(fresh, ids.next().toString(), StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.forceDirectoryOf(file);
        }
        this.id = UUID.fromString(
                        Files.readString(file, StandardCharsets.US_ASCII).strip())
                .toString();
    }

    /** Returns the name. */
    public String id() {
        return id;
    }
}
