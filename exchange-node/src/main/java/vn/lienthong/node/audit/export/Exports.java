package vn.lienthong.node.audit.export;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.node.audit.search.EventFilter;

/**
 * Exports and case dossiers. Requests and downloads are events.
 *
 * <p>What an export holds ends with what the signed-in person is cleared for, and exports that hold more do not exist for others.
 *
 * <p>An export in which events about state secrets are, or that asks for them, waits for a second officer, a day at most.
 *
 * <p>Guarantees: a file that is offered is complete and is the one of which the signed manifest speaks. An export that was broken off
 * by the end of the program begins anew.
 */
public interface Exports {

    /**
     * Asks for an export.
     *
     * @param officer login of who asks
     * @throws IllegalArgumentException when a term has a value that its field cannot have
     */
    @CanIgnoreReturnValue
    ExportJob request(ExportFormat format, EventFilter filter, String officer);

    /** Asks for the dossier of a document: everything about it, its evidence included. */
    @CanIgnoreReturnValue
    ExportJob dossierOfDocument(String document, Instant from, Instant until, String officer);

    /** Asks for the dossier of a person, key or node, as filters write it. */
    @CanIgnoreReturnValue
    ExportJob dossierOfActor(String actor, Instant from, Instant until, String officer);

    /**
     * Decides about an export that waits for a second officer.
     *
     * @param officer login of who decides; somebody else than who asked
     */
    ExportDecision decide(UUID id, boolean approve, String officer);

    /** The last exports, newest first. */
    List<ExportJob> list(int limit);

    /** One export. */
    Optional<ExportJob> find(UUID id);

    /** A file of a finished export; empty when there is none. Recorded before it is given out. */
    Optional<ExportDownload> open(UUID id, ExportPart part);
}
