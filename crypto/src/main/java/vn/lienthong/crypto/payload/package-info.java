/** Payload encryption: Cobblestone-256 streams, random access and the digests that travel with a payload. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.payload;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
