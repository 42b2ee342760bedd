/** Tests of {@code vn.lienthong.node.web.internal}. */
@NullMarked
package vn.lienthong.node.web.internal;

import org.jspecify.annotations.NullMarked;
