/** Tests. */
@NullMarked
package vn.lienthong.node.trial;

import org.jspecify.annotations.NullMarked;
