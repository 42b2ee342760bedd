package vn.lienthong.crypto.asic;

/**
 * A data object of a package as its manifest states it.
 *
 * @param name relative path with {@code /}, Unicode NFC
 * @param mediaType the type that the sender declared; a hint, not a fact about the content
 * @param size octets
 * @param digestAlgorithm {@code SHA-256} or {@code SHA-512}
 * @param digest lower-case hex
 */
public record AsicObject(String name, String mediaType, long size, String digestAlgorithm, String digest) {}
