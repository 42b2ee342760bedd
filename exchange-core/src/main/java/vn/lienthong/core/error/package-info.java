/** The catalogue of errors: one stable code per way in which a request or a parcel can be refused. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.error;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
