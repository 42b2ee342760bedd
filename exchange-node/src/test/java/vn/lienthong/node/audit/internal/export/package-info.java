/** Tests. */
@NullMarked
package vn.lienthong.node.audit.internal.export;

import org.jspecify.annotations.NullMarked;
