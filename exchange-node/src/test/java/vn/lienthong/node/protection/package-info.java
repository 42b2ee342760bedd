/** Tests of the protection at rest. */
@NullMarked
package vn.lienthong.node.protection;

import org.jspecify.annotations.NullMarked;
