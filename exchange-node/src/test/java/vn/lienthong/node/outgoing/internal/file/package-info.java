/** Tests. */
@NullMarked
package vn.lienthong.node.outgoing.internal.file;

import org.jspecify.annotations.NullMarked;
