/** Tests of the parts of a door. */
@NullMarked
package vn.lienthong.node.edxml.internal;

import org.jspecify.annotations.NullMarked;
