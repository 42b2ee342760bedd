/** Tests. */
@NullMarked
package vn.lienthong.node.audit;

import org.jspecify.annotations.NullMarked;
