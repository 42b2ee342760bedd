/** Tests. */
@NullMarked
package vn.lienthong.node.revocation.internal;

import org.jspecify.annotations.NullMarked;
