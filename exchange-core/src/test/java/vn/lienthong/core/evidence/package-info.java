/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.evidence;

import org.jspecify.annotations.NullMarked;
