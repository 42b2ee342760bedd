/** Tests of {@code vn.lienthong.node.identity.internal}. */
@NullMarked
package vn.lienthong.node.identity.internal;

import org.jspecify.annotations.NullMarked;
