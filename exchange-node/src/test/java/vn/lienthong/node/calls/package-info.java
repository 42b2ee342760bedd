/** Tests of what programs asked before. */
@NullMarked
package vn.lienthong.node.calls;

import org.jspecify.annotations.NullMarked;
