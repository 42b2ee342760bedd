/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.delivery;

import org.jspecify.annotations.NullMarked;
