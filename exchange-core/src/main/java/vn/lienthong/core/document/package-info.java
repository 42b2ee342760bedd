/** The official document: metadata, attachments and the rules that their fields obey. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
