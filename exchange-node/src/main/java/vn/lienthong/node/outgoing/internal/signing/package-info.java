/** Signatures on the files of a draft: the agency's here, a person's with a key elsewhere. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing.internal.signing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
