package vn.lienthong.node.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a key reaches and from where it may be used.
 *
 * @param kind how far documents may go
 * @param networks from where, at most twenty; empty means from everywhere
 * @param certificate the client certificate without which the key opens nothing, or null
 */
public record ApiKeyBounds(
        ApiKeyKind kind,
        List<AllowedNetwork> networks,
        @Nullable CertificateDigest certificate) {
    /** The most ranges of addresses that one key has. */
    public static final int MOST_NETWORKS = 20;

    /** Copies the networks. */
    public ApiKeyBounds {
        networks = List.copyOf(networks);
        if (networks.size() > MOST_NETWORKS) {
            throw new IllegalArgumentException("at most " + MOST_NETWORKS + " networks");
        }
    }

    /**
     * For all agencies, from everywhere, without a certificate.
     *
     * @return the widest bounds
     */
    public static ApiKeyBounds live() {
        return new ApiKeyBounds(ApiKeyKind.LIVE, List.of(), null);
    }

    /**
     * Tells whether a call may come from an address.
     *
     * @param address of the caller, in digits
     * @return true when no network is named or one of them holds it
     */
    public boolean allows(String address) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
    }
}
