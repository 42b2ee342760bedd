/** The choices of clock and crash points that are made once, at start. */
@NullMarked
package vn.lienthong.node.platform.internal;

import org.jspecify.annotations.NullMarked;
