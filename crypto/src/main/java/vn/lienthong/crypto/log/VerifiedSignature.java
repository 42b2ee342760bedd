package vn.lienthong.crypto.log;

import java.time.Instant;

/**
 * A signature of a note that was found good.
 *
 * @param key whose it is
 * @param time when the signer claims to have signed, in whole seconds; the epoch when it does not say
 */
public record VerifiedSignature(VerifierKey key, Instant time) {}
