package vn.lienthong.core.wire;

/**
 * How much a reader takes before it refuses.
 *
 * @param octets of the whole structure
 * @param stringLength of one string in UTF-16 units
 * @param tokens of the whole structure
 */
record JsonLimits(int octets, int stringLength, int tokens) {

    static final int DEPTH = 16;
    static final int NAME_LENGTH = 64;
    static final int NUMBER_LENGTH = 20;
    static final int DEFAULT_STRING = 64 << 10;

    static JsonLimits ofOctets(int octets) {
        // No structure of ours has more tokens than half its octets.
        return new JsonLimits(octets, DEFAULT_STRING, Math.max(16, octets / 2));
    }

    JsonLimits withStrings(int length) {
        return new JsonLimits(octets, length, tokens);
    }
}
