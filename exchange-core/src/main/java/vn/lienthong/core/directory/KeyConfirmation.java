package vn.lienthong.core.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;

/**
 * The word of an agency for its next keys, signed by the pair of an earlier epoch: the directory alone cannot give an agency keys
 * (protocol §9).
 *
 * @param baseEpoch the epoch whose pair signed
 * @param classical detached CMS signature of the statement by its classical key
 * @param postQuantum detached CMS signature of the statement by its ML-DSA key
 */
public record KeyConfirmation(long baseEpoch, Octets classical, Octets postQuantum) {

    /** The largest signature, in octets. */
    public static final int MAX_OCTETS = 32 << 10;

    private static final String LABEL = "lt/agency-keys/1";

    /** Checks the sizes. */
    public KeyConfirmation {
        if (baseEpoch < 1 || baseEpoch > AgencyKeysPut.MAX_EPOCH) {
            throw new IllegalArgumentException("epochs count from 1");
        }
        for (Octets signature : List.of(classical, postQuantum)) {
            if (signature.isEmpty() || signature.size() > MAX_OCTETS) {
                throw new IllegalArgumentException("a signature has 1 to " + MAX_OCTETS + " octets");
            }
        }
    }

    /**
     * The octets that are signed.
     *
     * @param agency whose keys
     * @param baseEpoch the epoch whose pair signs
     * @param classical SHA-256 of the public key (SubjectPublicKeyInfo) of the new classical signing key
     * @param postQuantum the same of the new ML-DSA key
     * @param sealing the same of the keys of the suites
     */
    public static byte[] statement(
            AgencyId agency, long baseEpoch, Sha256 classical, Sha256 postQuantum, Map<SuiteId, Sha256> sealing) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        List.of(LABEL, agency.toString(), Long.toString(baseEpoch)).forEach(text -> part(octets, text));
        octets.writeBytes(classical.bytes());
        octets.writeBytes(postQuantum.bytes());
        SortedMap<SuiteId, Sha256> sorted = new TreeMap<>(sealing);
        sorted.forEach((suite, key) -> {
            part(octets, suite.value());
            octets.writeBytes(key.bytes());
        });
        return octets.toByteArray();
    }

    private static void part(ByteArrayOutputStream octets, String text) {
        octets.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        octets.write(0);
    }
}
