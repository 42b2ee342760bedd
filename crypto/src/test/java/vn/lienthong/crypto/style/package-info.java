/** Checks of the source text itself. */
@NullMarked
package vn.lienthong.crypto.style;

import org.jspecify.annotations.NullMarked;
