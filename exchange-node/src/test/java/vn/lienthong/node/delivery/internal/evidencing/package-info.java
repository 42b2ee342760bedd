@NullMarked
package vn.lienthong.node.delivery.internal.evidencing;

import org.jspecify.annotations.NullMarked;
