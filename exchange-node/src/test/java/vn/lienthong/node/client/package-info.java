/** Tests. */
@NullMarked
package vn.lienthong.node.client;

import org.jspecify.annotations.NullMarked;
