/** Tests. */
@NullMarked
package vn.lienthong.node.keys.internal;

import org.jspecify.annotations.NullMarked;
