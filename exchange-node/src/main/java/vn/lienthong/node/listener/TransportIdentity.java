package vn.lienthong.node.listener;

import javax.net.ssl.SSLContext;

/**
 * The certificates with which this node presents itself, and the ones that it trusts.
 *
 * <p>Each method is asked again for every new connection and must be quick. A renewed certificate is therefore in use
 * from the next connection on; nothing restarts.
 */
public interface TransportIdentity {

    /** For connections from other nodes: own node certificate; trusts the node certificates of the directory. */
    SSLContext exchangeServer();

    /** For connections to other nodes: own node certificate; trusts the node certificates of the directory. */
    SSLContext exchangeClient();

    /** For people and systems: the certificate of the web address. Client certificates are not asked for. */
    SSLContext web();

    /**
     * For programs that may show a client certificate: the certificate of the web address; every client certificate is let through
     * as a claim ({@link ClaimedCertificates}).
     */
    SSLContext program();
}
