/** Tests. */
@NullMarked
package vn.lienthong.node.audit.internal;

import org.jspecify.annotations.NullMarked;
