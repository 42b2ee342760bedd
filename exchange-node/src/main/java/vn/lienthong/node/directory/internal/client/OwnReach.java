package vn.lienthong.node.directory.internal.client;

import java.net.URI;
import java.util.Optional;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.node.directory.internal.DirectoryProperties;

/**
 * Where and whether others reach this node, as far as it is set; what is not set stays as it is listed.
 *
 * @param url the exchange address
 * @param reachability whether others can connect to it
 */
record OwnReach(Optional<String> url, Optional<Reachability> reachability) {

    static OwnReach of(DirectoryProperties properties) {
        return new OwnReach(
                Optional.ofNullable(properties.exchangeUrl()).map(URI::toString),
                Optional.ofNullable(properties.reachability()));
    }

    boolean isAsListed(NodePut node) {
        return url.orElse(node.exchangeUrl()).equals(node.exchangeUrl())
                && reachability.orElse(node.reachability()) == node.reachability();
    }
}
