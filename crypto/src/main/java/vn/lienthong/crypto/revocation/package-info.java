/** Whether a certificate was revoked: what to ask, and what the answers of authorities are worth. Nothing here uses the network. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.revocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
