@NullMarked
package vn.lienthong.node.delivery.internal.pulling;

import org.jspecify.annotations.NullMarked;
