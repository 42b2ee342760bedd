package vn.lienthong.node.directory.internal.publication;

import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.crypto.log.TreeHead;

/**
 * A publication that is being taken.
 *
 * @param publication itself
 * @param before the state before it
 * @param start the tree before it; its change number k is the entry {@code start.size() + k}
 */
public record Taken(Publication publication, DirectorySnapshot before, TreeHead start) {}
