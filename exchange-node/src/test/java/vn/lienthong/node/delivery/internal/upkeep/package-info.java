@NullMarked
package vn.lienthong.node.delivery.internal.upkeep;

import org.jspecify.annotations.NullMarked;
