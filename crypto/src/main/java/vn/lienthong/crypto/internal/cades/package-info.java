/** CMS signatures in the CAdES profile of the exchange, and which algorithms a certificate stands for. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.cades;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
