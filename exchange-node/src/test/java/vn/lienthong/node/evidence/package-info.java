/** Tests of {@code vn.lienthong.node.evidence}. */
@NullMarked
package vn.lienthong.node.evidence;

import org.jspecify.annotations.NullMarked;
