/** Detached CMS signatures of nodes, agencies and the directory. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.signature;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
