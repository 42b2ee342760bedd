/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.wire;

import org.jspecify.annotations.NullMarked;
