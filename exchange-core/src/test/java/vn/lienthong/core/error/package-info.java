/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.error;

import org.jspecify.annotations.NullMarked;
