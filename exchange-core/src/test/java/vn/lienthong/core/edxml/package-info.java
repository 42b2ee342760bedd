/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.edxml;

import org.jspecify.annotations.NullMarked;
