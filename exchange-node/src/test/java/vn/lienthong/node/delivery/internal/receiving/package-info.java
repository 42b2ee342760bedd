@NullMarked
package vn.lienthong.node.delivery.internal.receiving;

import org.jspecify.annotations.NullMarked;
