/** What both sides of an enrolment share: token, anchor, messages. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal.enrolment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
