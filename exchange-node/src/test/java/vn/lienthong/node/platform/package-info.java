/** Tests. */
@NullMarked
package vn.lienthong.node.platform;

import org.jspecify.annotations.NullMarked;
