/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.message;

import org.jspecify.annotations.NullMarked;
