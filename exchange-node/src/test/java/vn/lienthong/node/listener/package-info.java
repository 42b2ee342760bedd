/** Tests. */
@NullMarked
package vn.lienthong.node.listener;

import org.jspecify.annotations.NullMarked;
