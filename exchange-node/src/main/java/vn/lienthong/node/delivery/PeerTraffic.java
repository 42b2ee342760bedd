package vn.lienthong.node.delivery;

import vn.lienthong.core.party.NodeId;

/**
 * What went to and fro between this node and another one since this process started.
 *
 * @param peer the other node; {@code others} for all beyond the bound
 * @param sentOctets of request bodies to it
 * @param receivedOctets of request bodies from it
 * @param refused parcels of it that were refused for good
 * @param putOff requests of it that were put off, because it or all together had used up their share
 */
public record PeerTraffic(NodeId peer, long sentOctets, long receivedOctets, long refused, long putOff) {}
