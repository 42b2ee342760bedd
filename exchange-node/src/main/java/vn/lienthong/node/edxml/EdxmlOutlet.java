package vn.lienthong.node.edxml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.statement.KeptStatement;

/**
 * Writes what arrived as edXML in the strict form, whatever door it was sent through.
 *
 * <p>Guarantees: constant memory; the package is checked again while its files are copied; a document that bears a mark of state
 * secrecy is never written.
 */
public interface EdxmlOutlet {

    /**
     * Streams the document of an entry of the inbox.
     *
     * @param agencies for whom the caller may read; one of them is the recipient
     * @param lease the caller's lease; empty for somebody who looks without taking
     * @param out written only when there is something to write; not closed
     * @return what came of it; nothing was written unless {@link EdxmlWritten.Written}
     * @throws IOException when a stream or the store fails; part of the message may have been written
     */
    EdxmlWritten write(Set<AgencyCode> agencies, long entryId, Optional<UUID> lease, OutputStream out)
            throws IOException;

    /**
     * Writes a statement as an edXML status message.
     *
     * @return the message; empty for statements that edXML has no code for, such as a reminder
     */
    Optional<byte[]> statement(KeptStatement statement);
}
