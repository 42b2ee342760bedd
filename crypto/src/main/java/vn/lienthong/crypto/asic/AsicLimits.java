package vn.lienthong.crypto.asic;

/**
 * How much a package may demand of its reader (docs/protocol §11). All bounds hold while reading, before anything is trusted.
 *
 * @param mostObjects data objects in a package
 * @param longestName octets of a name in UTF-8
 * @param largestObject octets of one data object, inflated
 * @param largestPackage octets of all data objects together, inflated
 * @param largestInflation how many octets one octet of the container may stand for, on the whole, after the first 16 MiB
 * @param largestManifest octets of the manifest
 */
public record AsicLimits(
        int mostObjects,
        int longestName,
        long largestObject,
        long largestPackage,
        int largestInflation,
        int largestManifest) {

    private static final AsicLimits STANDARD = new AsicLimits(10_000, 255, 16L << 30, 64L << 30, 100, 16 << 20);

    /** Refuses limits that no package could meet. */
    public AsicLimits {
        if (mostObjects < 1 || longestName < 1 || largestInflation < 1 || largestManifest < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
        if (largestObject < 0 || largestPackage < largestObject) {
            throw new IllegalArgumentException("a package is at least as large as its objects");
        }
    }

    /** The limits of the protocol; the writer keeps them, so that no honest package is refused. */
    public static AsicLimits standard() {
        return STANDARD;
    }
}
