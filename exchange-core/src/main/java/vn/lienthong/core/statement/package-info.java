/** Signed statements of agencies about a document that was sent: statuses, recall, update, replacement, correction, reminder. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.statement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
