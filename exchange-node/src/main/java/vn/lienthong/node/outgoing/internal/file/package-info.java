/** Files of drafts: sealed as they come, in pieces, so that an upload can be taken up again. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing.internal.file;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
