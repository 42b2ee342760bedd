/** How lists become files. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.listing.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
