package vn.lienthong.node.keys;

/** Takes renewed certificates into use while the node runs. */
public interface NodeKeyRenewal {

    /** The identity in use. */
    NodeIdentity identity();

    /** Goes on with another one: the next signature and the next connection use it. The name must be the same. */
    void replace(NodeIdentity renewed);
}
