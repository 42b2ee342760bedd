package vn.lienthong.core.evidence;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;

/**
 * The octets that an evidence is about.
 *
 * @param header of the exact header octets
 * @param payload of the ciphertext that travelled
 * @param packaged of the package inside; null when the issuer did not see it
 */
public record EvidenceDigests(
        Sha256 header, Sha256 payload, @Nullable Sha512 packaged) {}
