/** Tests. */
@NullMarked
package vn.lienthong.node.client.proof;

import org.jspecify.annotations.NullMarked;
