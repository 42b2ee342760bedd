/** What the pages show of documents that were sent. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.internal.pages;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
