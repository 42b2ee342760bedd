/** Tests of the gateway door. */
@NullMarked
package vn.lienthong.node.vxp;

import org.jspecify.annotations.NullMarked;
