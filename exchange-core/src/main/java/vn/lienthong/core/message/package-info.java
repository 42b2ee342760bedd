/** The parcel as it travels: identifiers, routing header, digests and the layout of the signed package. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.message;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
