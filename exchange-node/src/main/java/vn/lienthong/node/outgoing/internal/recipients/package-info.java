/** Who shall receive a document: searched, pasted, or taken from a group. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing.internal.recipients;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
