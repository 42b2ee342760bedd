/** Tests. */
@NullMarked
package vn.lienthong.node.timestamp.internal;

import org.jspecify.annotations.NullMarked;
