/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.value;

import org.jspecify.annotations.NullMarked;
