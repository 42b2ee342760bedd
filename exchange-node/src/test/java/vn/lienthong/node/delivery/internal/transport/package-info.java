@NullMarked
package vn.lienthong.node.delivery.internal.transport;

import org.jspecify.annotations.NullMarked;
