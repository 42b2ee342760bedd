@NullMarked
package vn.lienthong.node.soap.internal.wire;

import org.jspecify.annotations.NullMarked;
