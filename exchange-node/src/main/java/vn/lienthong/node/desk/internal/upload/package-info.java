/** Files that programs upload in parts before they send a document with them. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.internal.upload;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
