package vn.lienthong.node.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.core.value.Octets;

/**
 * Writes to and reads from the logs of this installation.
 *
 * <p>Appending never waits for sequencing, signing, files or witnesses. Who wants to act when receipts are complete listens to
 * {@link ReceiptsReady}; nobody needs to poll.
 */
public interface LogBook {

    /** The longest entry, in octets: its length travels in two. */
    int MAX_ENTRY = 65_535;

    /**
     * Appends an entry in the caller's transaction: it will be in the log if and only if that commits. Entries of one
     * transaction keep their order.
     *
     * @throws IllegalArgumentException if the entry is empty or longer than {@link #MAX_ENTRY}
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    LogEntryId append(LogName log, LogEntryKind kind, byte[] octets);

    /** As {@link #append}, for several entries with one statement. The answer is in the same order. */
    List<LogEntryId> appendAll(LogName log, LogEntryKind kind, List<byte[]> entries);

    /** Where the entry stands; empty as long as it waits, or when there is none of that name. */
    Optional<LogPosition> position(LogEntryId id);

    /** One entry by its name. */
    Optional<LogEntry> find(LogEntryId id);

    /**
     * Entries in the order of the log, from this index on; at most 1000, less when the log ends.
     *
     * @param limit how many, at least 1
     */
    List<LogEntry> entries(LogName log, long from, int limit);

    /**
     * The proof ({@code .tlog-proof}, C2SP) that the entry is in a checkpoint with the quorum of its witnesses; empty as long
     * as there is no such checkpoint.
     */
    Optional<Octets> proof(LogEntryId id);

    /** As {@link #proof}, for many entries at once; those without a proof yet are missing in the answer. */
    Map<LogEntryId, Octets> proofs(Collection<LogEntryId> ids);

    /** The proof against the last signed checkpoint, with whatever cosignatures it has; empty as long as the entry waits. */
    Optional<Octets> plainProof(LogEntryId id);

    /**
     * The proof that the log was not rewritten since it had this size: that the tree of that size is the beginning of the one of
     * the last signed checkpoint. In the form in which witnesses are asked (C2SP tlog-witness): {@code old}, the size, the hashes,
     * an empty line, the checkpoint.
     *
     * @param size of an earlier checkpoint
     * @return empty when there is no checkpoint of at least that size
     */
    Optional<Octets> consistency(LogName log, long size);

    /** How the log stands. */
    LogState state(LogName log);
}
