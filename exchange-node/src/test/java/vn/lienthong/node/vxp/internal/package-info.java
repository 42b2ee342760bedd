/** Tests of the parts of a door. */
@NullMarked
package vn.lienthong.node.vxp.internal;

import org.jspecify.annotations.NullMarked;
