package vn.lienthong.node.keys;

import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.key.SigningKey;

/** Who this installation is in the exchange, and the key with which it signs parcels and evidence. */
public interface NodeKeys {

    /** The name under which the directory lists this node; never changes. */
    NodeId nodeId();

    /** The signing key of the moment; asked again for each signature, as it is renewed while the node runs. */
    SigningKey signingKey();
}
