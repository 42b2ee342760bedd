/** Tests. */
@NullMarked
package vn.lienthong.node.delivery.internal.engine;

import org.jspecify.annotations.NullMarked;
