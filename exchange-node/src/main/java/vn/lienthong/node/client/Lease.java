package vn.lienthong.node.client;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right to take one entry, for ten minutes.
 *
 * @param leaseId to be shown when reading and acknowledging
 * @param until when it ends
 * @param packageSize octets of the signed package
 * @param packageSha512 its digest as the node knows it, hex
 * @param files what it holds
 * @param document what lists show of it
 */
public record Lease(
        String leaseId,
        @Nullable Instant until,
        long packageSize,
        String packageSha512,
        List<LeasedFile> files,
        @Nullable DocumentSummary document) {

    /** The node may leave out an empty list, never id and digest. */
    public Lease {
        Objects.requireNonNull(leaseId, "leaseId");
        Objects.requireNonNull(packageSha512, "packageSha512");
        files = Lists.copy(files);
    }

    /**
     * One file of the package.
     *
     * @param number from 1
     * @param name as the sender gave it: hostile until made sane
     * @param mediaType as the sender said
     * @param size octets
     * @param sha512 hex
     */
    public record LeasedFile(
            int number,
            @Nullable String name,
            @Nullable String mediaType,
            long size,
            @Nullable String sha512) {}

    /** Shows no document. */
    @Override
    public String toString() {
        return "Lease[" + leaseId + " until " + until + "]";
    }
}
