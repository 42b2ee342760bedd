package vn.lienthong.node.webhook.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks names up. */
@FunctionalInterface
interface NameResolver {

    /** All addresses that a name has, at least one. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** As the machine does it. */
    static NameResolver ofTheMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
