/** What the text of a letter says about the letter. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing.internal.suggestion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
