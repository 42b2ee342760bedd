/** Small immutable values of which everything else is made: octets, digests, bounded text, instants. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.value;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
