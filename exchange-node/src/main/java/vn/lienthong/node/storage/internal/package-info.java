/** The payload store on plain files. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.storage.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
