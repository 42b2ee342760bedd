/** Tests of the central directory's own parts. */
@NullMarked
package vn.lienthong.node.directory.internal.server;

import org.jspecify.annotations.NullMarked;
