/** What is checked before a document is accepted, in words for people. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.incoming.internal.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
