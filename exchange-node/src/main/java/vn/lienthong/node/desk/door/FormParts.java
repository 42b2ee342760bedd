package vn.lienthong.node.desk.door;

import java.io.IOException;
import java.util.Optional;

/** What a sender hands in, part after part: {@code metadata} as JSON first, then each {@code file} in the document's order. */
@FunctionalInterface
public interface FormParts {

    /**
     * The next part; what was not read of the one before is passed over.
     *
     * @throws BrokenFormException when what comes breaks off or breaks its rules
     * @throws IOException when the store fails
     */
    Optional<FormPart> next() throws IOException;
}
