package vn.lienthong.node.keys;

import java.io.IOException;

/**
 * Where the identity of this installation comes from: a node enrols at the directory, the directory issues its own. Asked once,
 * at start.
 */
public interface NodeIdentitySource {

    /**
     * The identity: the stored one, or at first start a new one.
     *
     * @throws IOException if key stores cannot be read or written
     * @throws vn.lienthong.node.platform.StartRefusedException if there is none and none can be had
     */
    NodeIdentity obtain() throws IOException;
}
