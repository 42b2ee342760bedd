package vn.lienthong.crypto.asic;

/** What the objects of a package may still inflate to. */
final class ReadBudget {

    private static final long FREE_INFLATION = 16 << 20;

    private final AsicLimits limits;
    private long total;

    ReadBudget(AsicLimits limits) {
        this.limits = limits;
    }

    /**
     * Accounts for inflated octets.
     *
     * @param count the octets just inflated
     * @param ofObject the octets of the same object so far, these included
     * @param consumed the octets of the container so far
     */
    void spend(int count, long ofObject, long consumed) throws PackageRefusedException {
        total += count;
        if (ofObject > limits.largestObject() || total > limits.largestPackage()) {
            throw new PackageRefusedException(AsicRefusal.LIMIT_EXCEEDED, "size of objects");
        }
        if (total > FREE_INFLATION + consumed * limits.largestInflation()) {
            throw new PackageRefusedException(AsicRefusal.LIMIT_EXCEEDED, "inflation");
        }
    }
}
