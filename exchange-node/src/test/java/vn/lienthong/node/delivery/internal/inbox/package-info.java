@NullMarked
package vn.lienthong.node.delivery.internal.inbox;

import org.jspecify.annotations.NullMarked;
