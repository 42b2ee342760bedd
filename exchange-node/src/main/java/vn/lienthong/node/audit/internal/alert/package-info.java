/** Evaluation of rules, after the commit of what they count. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.internal.alert;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
