/** Timestamps (RFC 3161): asking for them, giving them, checking them years later. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.timestamp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
